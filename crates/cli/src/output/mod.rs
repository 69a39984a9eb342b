//! How a report looks. Every form says when it shows sample data.

pub(crate) mod csv;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod row;
pub(crate) mod table;

/// What every form says of a report that the sandbox made.
const SAMPLE: &str = "SAMPLE DATA from the sandbox (沙箱示例数据): no answer of any vendor";
