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
//! Replies are signed over their `data`. The signature is checked on the text that arrived before anything
//! is typed; a reply that does not fit is an error. Status, message and the time of the reply are not
//! covered. Rows do not name the debtor: the question does.
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
