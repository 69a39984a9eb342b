// Made by `cargo xtask codegen --vendor qixin` from schemas/qixin/vendor.json. Do not edit.

#![allow(clippy::enum_variant_names, clippy::type_complexity)]

mod client;
pub mod execution_list_by_name;
mod status;
mod vendor;

pub use client::Client;
pub use status::Status;
pub use vendor::VENDOR;
