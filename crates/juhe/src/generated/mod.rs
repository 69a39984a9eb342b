// Made by `cargo xtask codegen --vendor juhe` from schemas/juhe/vendor.json. Do not edit.

#![allow(clippy::enum_variant_names, clippy::type_complexity)]

mod client;
pub mod person_risk;
mod status;
mod vendor;

pub use client::Client;
pub use status::Status;
pub use vendor::VENDOR;
