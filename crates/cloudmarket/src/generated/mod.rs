// Made by `cargo xtask codegen --vendor cloudmarket` from schemas/cloudmarket/vendor.json. Do not edit.

#![allow(clippy::enum_variant_names, clippy::type_complexity)]

mod client;
pub mod dishonest;
mod status;
mod vendor;

pub use client::Client;
pub use status::Status;
pub use vendor::VENDOR;
