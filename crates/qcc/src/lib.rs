//! Typed client for 企查查 (qcc).
//!
//! Everything under `generated/` is written by `cargo xtask codegen` from `schemas/qcc/`; only
//! the mapping to the unified record, in `record.rs`, is written by hand.

#[rustfmt::skip]
mod generated;
mod record;

pub use generated::*;
pub use zhixing_core as core;
