//! What the benches share: the reply that is measured, the server that sends it, and the ways of calling that stand beside
//! ours. `crates/zhixing/benches/` uses it too.
//!
//! Each bench is a crate of its own and uses a part of this.
#![allow(dead_code, unreachable_pub, missing_docs)]

pub mod load;
pub mod naive;
pub mod reply;
pub mod server;
