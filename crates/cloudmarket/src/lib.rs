//! Typed client for 云市场 (a cloud marketplace).
//!
//! The list of dishonest judgment debtors (失信), sold on a cloud marketplace by APPCODE: one operation,
//! [`dishonest`].
//!
//! A real client is `Client::from_env()?`, with `CLOUDMARKET_APPCODE` and `CLOUDMARKET_URL` set, or `Client::new(…)`. This one
//! talks to the sandbox, so that the page runs:
//!
//! ```
//! use cloudmarket::dishonest::Request;
//! use cloudmarket::{Answer, Client};
//! use zhixing_sandbox::Sandbox;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), cloudmarket::Error> {
//! let sandbox = Sandbox::new();
//! let client: Client = Client::builder()
//!     .from_lookup(|variable| sandbox.lookup(variable))
//!     .transport(sandbox.transport_for("cloudmarket"))
//!     .build()?;
//!
//! let request = Request::new("乐视云计算有限公司");
//! let outcome = client.dishonest(&request).await?;
//! // That nothing was found is an answer, and not an error.
//! assert_eq!(outcome.answer, Answer::Found);
//! println!("complete: {}", outcome.receipt.completeness.complete);
//!
//! // As the vendor writes it, and in the form that all vendors share.
//! println!("{:?}", outcome.records()[0]);
//! let records = outcome.unified();
//! let case = records[0].case_number.as_ref().expect("the row has a case number");
//! assert_eq!(case.canonical(), "(2023)苏1311执705号");
//!
//! // Every page, one call each, with a hard stop.
//! let mut pages = client.dishonest_pages(&request).limit(10);
//! while let Some(page) = pages.next().await {
//!     println!("{} records", page?.records().len());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The document prints neither the vendor nor the URL: copy the endpoint from the product page into
//! `CLOUDMARKET_URL` (or [`base_url`](zhixing_core::client::Builder::base_url)). Days arrive as milliseconds
//! of Beijing midnights.
//!
//! Everything under `generated/` is written by `cargo xtask codegen` from `schemas/cloudmarket/`; only the
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
