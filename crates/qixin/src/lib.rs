//! Typed client for 启信宝 (Qixinbao).
//!
//! Enterprises on the list of dishonest judgment debtors (失信被执行企业): one operation, [`execution_list_by_name`].
//!
//! A real client is `Client::from_env()?`, with `QIXIN_APPKEY` and `QIXIN_SECRET_KEY` set, or `Client::new(…)`. This one
//! talks to the sandbox, so that the page runs:
//!
//! ```
//! use qixin::execution_list_by_name::Request;
//! use qixin::{Answer, Client};
//! use zhixing_sandbox::Sandbox;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), qixin::Error> {
//! let sandbox = Sandbox::new();
//! let client: Client = Client::builder()
//!     .from_lookup(|variable| sandbox.lookup(variable))
//!     .transport(sandbox.transport_for("qixin"))
//!     .build()?;
//!
//! let request = Request::new("博山鲁星环保机械厂");
//! let outcome = client.execution_list_by_name(&request).await?;
//! // That nothing was found is an answer, and not an error.
//! assert_eq!(outcome.answer, Answer::Found);
//! println!("complete: {}", outcome.receipt.completeness.complete);
//!
//! // As the vendor writes it, and in the form that all vendors share.
//! println!("{:?}", outcome.records()[0]);
//! let records = outcome.unified();
//! let case = records[0].case_number.as_ref().expect("the row has a case number");
//! assert_eq!(case.canonical(), "(2016)鲁0304执字第00086号");
//!
//! // Every page, one call each, with a hard stop.
//! let mut pages = client.execution_list_by_name_pages(&request).limit(10);
//! while let Some(page) = pages.next().await {
//!     println!("{} records", page?.records().len());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Rows do not name the debtor: the question does.
//!
//! # What a signature covers
//!
//! Replies are signed over their `data`. The signature is checked on the text that arrived before anything
//! is typed; a reply that does not fit is an error, by whatever way it was asked for. **Not covered** are
//!
//! - the status and the message: a status of failure is believed from anybody, and records outrank a status
//!   that says that there are none;
//! - the question and the time: a reply that was signed once fits every question and every later day, so
//!   an old reply can be sent again;
//! - "nothing found": every reply without a payload has one signature, and may have none.
//!
//! Inside `data` the scheme hashes a flat text and not JSON, so a few changes of the JSON do not show: the number
//! `1` for the string `"1"`, keys with dots for nested objects, a value that swallows the pair behind it. Each stands in
//! the project's `docs/reliability.md`, with its reason and a test. TLS is what protects the way.
//!
//! Everything under `generated/` is written by `cargo xtask codegen` from `schemas/qixin/`; only the
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
