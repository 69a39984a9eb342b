// Made by `cargo xtask codegen --vendor asking` from schemas/asking/vendor.json. Do not edit.

#![allow(clippy::enum_variant_names, clippy::type_complexity)]

mod client;
pub mod form;
pub mod list;
pub mod search;
mod status;
mod vendor;

pub use client::Client;
pub use status::Status;
pub use vendor::VENDOR;
