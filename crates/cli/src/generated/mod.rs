// Made by `cargo xtask codegen` from schemas/*/*.json. Do not edit.

mod schemas;

pub(crate) use schemas::SCHEMAS;
