//! Typed client for 聚合数据 (juhe).
//!
//! Everything under `generated/` is written by `cargo xtask codegen` from `schemas/juhe/`; only
//! the mapping to the unified record, in `record.rs`, is written by hand.

#[rustfmt::skip]
mod generated;
mod record;

pub use generated::*;
pub use zhixing_core as core;
