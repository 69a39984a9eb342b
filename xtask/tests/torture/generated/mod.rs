// Made by `cargo xtask codegen --vendor torture` from schemas/torture/vendor.json. Do not edit.

#![allow(clippy::enum_variant_names, clippy::type_complexity)]

mod client;
pub mod client_;
mod status;
pub mod type_;
mod vendor;

pub use client::Client;
pub use status::Status;
pub use vendor::VENDOR;
