//! What the benches share: the reply that is measured, and the naive way that stands beside ours.
//!
//! Each bench is a crate of its own and uses a part of this.
#![allow(dead_code, unreachable_pub, missing_docs)]

pub mod naive;
pub mod reply;
