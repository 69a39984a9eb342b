//! Typed client for 企查查 (QCC).
//!
//! People who may not leave the country (限制出境核查): one operation, [`limit_exit_check`].
//!
//! A real client is `Client::from_env()?`, with `QCC_KEY` and `QCC_SECRET_KEY` set, or `Client::new(…)`. This one
//! talks to the sandbox, so that the page runs:
//!
//! ```
//! use qcc::limit_exit_check::Request;
//! use qcc::{Answer, Client};
//! use zhixing_sandbox::Sandbox;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), qcc::Error> {
//! let sandbox = Sandbox::new();
//! let client: Client = Client::builder()
//!     .from_lookup(|variable| sandbox.lookup(variable))
//!     .transport(sandbox.transport_for("qcc"))
//!     .build()?;
//!
//! let request = Request::new("上海东虹桥融资担保股份有限公司").page_size(20);
//! let outcome = client.limit_exit_check(&request).await?;
//! // That nothing was found is an answer, and not an error.
//! assert_eq!(outcome.answer, Answer::Found);
//! println!("complete: {}", outcome.receipt.completeness.complete);
//!
//! // As the vendor writes it, and in the form that all vendors share.
//! println!("{:?}", outcome.records()[0]);
//! let records = outcome.unified();
//! assert!(records[0].case_number.is_some());
//!
//! // Every page, one call each, with a hard stop.
//! let mut pages = client.limit_exit_check_pages(&request).limit(10);
//! while let Some(page) = pages.next().await {
//!     println!("{} records", page?.records().len());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The document prints which of its 36 status codes are valid requests. That valid means billed is
//! inferred; `counted` of a receipt or an error says which it was.
//!
//! Everything under `generated/` is written by `cargo xtask codegen` from `schemas/qcc/`; only the
//! mapping to the unified record, in `record.rs`, is written by hand.
//!
//! # Features
//! - `reqwest` (default): real HTTP. Without it the client needs a transport of the caller's.
//! - `gzip`: replies are asked for, and read, compressed. Without it the vendor is asked not to compress.
//! - `schemars`: JSON Schemas of the wire types.

#[rustfmt::skip]
mod generated;
mod record;

pub use generated::*;
pub use zhixing_core::{self, Answer, Error, Outcome};
