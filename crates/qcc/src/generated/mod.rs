// Made by `cargo xtask codegen --vendor qcc` from schemas/qcc/vendor.json. Do not edit.

#![allow(clippy::enum_variant_names, clippy::type_complexity)]

mod client;
pub mod limit_exit_check;
mod status;
mod vendor;

pub use client::Client;
pub use status::Status;
pub use vendor::VENDOR;
