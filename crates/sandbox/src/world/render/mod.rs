//! Each vendor's own way to write a case.
//!
//! The vendor's generated wire types are filled in, and not free JSON, so that a changed schema stops the build here.

mod cloudmarket;
mod juhe;
mod qcc;
mod qixin;
mod xinshu;

use zhixing_core::operation::Reply;
use zhixing_core::spec::Operation;

pub(crate) use cloudmarket::Cloudmarket;
pub(crate) use juhe::Juhe;
pub(crate) use qcc::Qcc;
pub(crate) use qixin::Qixin;
pub(crate) use xinshu::Xinshu;

use super::Case;
use crate::protocol::Window;

/// How one product writes records and pages. Code, message, order number and signature are added by the protocol.
pub(crate) trait Shape {
    /// The generated reply.
    type Reply: Reply;

    /// The product.
    fn operation() -> &'static Operation;

    /// A case as a record.
    fn record(case: &Case) -> <Self::Reply as Reply>::Record;

    /// The records of one page, of so many in all.
    fn page(
        records: Vec<<Self::Reply as Reply>::Record>,
        window: &Window,
        total: i64,
    ) -> Self::Reply;

    /// That there is nothing: an empty page, unless the vendor has another way.
    fn nothing(window: &Window) -> Self::Reply {
        Self::page(Vec::new(), window, 0)
    }
}

/// A number for the wire, never negative.
fn positive(bits: u64, digits: u32) -> i64 {
    let bound = 10_u64.saturating_pow(digits);
    let number = bits.checked_rem(bound).unwrap_or(0);
    i64::try_from(number).unwrap_or(0).saturating_add(1)
}
