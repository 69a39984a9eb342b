//! Typed client for 信数 (xinshu).
//!
//! Everything under `generated/` is written by `cargo xtask codegen` from `schemas/xinshu/`; only
//! the mapping to the unified record, in `record.rs`, is written by hand.

#[rustfmt::skip]
mod generated;
mod record;

pub use generated::*;
pub use zhixing_core as core;
