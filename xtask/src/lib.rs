//! The generator: schemas in, vendor crates out.
//!
//! [`read`] finds the schemas, [`check`] finds their faults, [`model`] decides names and types,
//! [`emit`] writes them as Rust and [`openapi`] as OpenAPI, [`make`] takes one operation after the other that way, [`mod@write`] puts files where they belong or says what is
//! stale; [`unsettled`] says what is left to a person. [`new`] begins a vendor or an operation, [`import`] drafts one
//! from a document, [`infer`] drafts or widens one from real replies, [`coverage`] counts what nothing exercises,
//! [`diff`] tells what a change means, [`performance`] what it all costs. No vendor is named
//! anywhere; no input makes it panic; the same schemas give the same bytes.

pub mod check;
pub mod codegen;
pub mod coverage;
pub mod diagnostic;
pub mod diff;
pub mod emit;
pub mod import;
pub mod infer;
pub mod make;
pub mod model;
pub mod new;
pub mod openapi;
pub mod performance;
pub mod read;
pub mod schema;
pub mod unsettled;
pub mod write;
