// Made by `cargo xtask codegen --vendor xinshu` from schemas/xinshu/vendor.json. Do not edit.

#![allow(clippy::enum_variant_names, clippy::type_complexity)]

mod client;
pub mod executed_one_key_search;
mod status;
mod vendor;

pub use client::Client;
pub use status::Status;
pub use vendor::VENDOR;
