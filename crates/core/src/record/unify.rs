//! The step from a vendor's row to the unified record.

use super::{Record, Source};

/// A vendor's row that can be told in the unified form.
///
/// Vendor crates implement it by hand in `record.rs`, taking the row apart field by field, so that a
/// field that the vendor adds stops the build until somebody has decided where it belongs.
pub trait Unify {
    /// The row as a record from that source.
    fn unify(self, source: Source) -> Record;
}
