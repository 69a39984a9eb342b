// Made by `cargo xtask codegen` from schemas/*/*.json. Do not edit.

mod examples;

pub use examples::EXAMPLES;
