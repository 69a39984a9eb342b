//! Typed client for 聚合数据 (Juhe).
//!
//! Enforcement records of a person at a company (个人自身风险): one operation, [`person_risk`].
//!
//! A real client is `Client::from_env()?`, with `JUHE_KEY` set, or `Client::new(…)`. This one
//! talks to the sandbox, so that the page runs:
//!
//! ```
//! use juhe::person_risk::{ListType, Request};
//! use juhe::{Answer, Client};
//! use zhixing_sandbox::Sandbox;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), juhe::Error> {
//! let sandbox = Sandbox::new();
//! let client: Client = Client::builder()
//!     .from_lookup(|variable| sandbox.lookup(variable))
//!     .transport(sandbox.transport_for("juhe"))
//!     .build()?;
//!
//! let request = Request::new("江苏", "张德洲", ListType::Dishonest);
//! let outcome = client.person_risk(&request).await?;
//! // That nothing was found is an answer, and not an error.
//! assert_eq!(outcome.answer, Answer::Found);
//! println!("complete: {}", outcome.receipt.completeness.complete);
//!
//! // As the vendor writes it, and in the form that all vendors share.
//! println!("{:?}", outcome.records()[0]);
//! let records = outcome.unified();
//! let case = records[0].case_number.as_ref().expect("the row has a case number");
//! assert_eq!(case.canonical(), "(2018)苏0581执5877号");
//!
//! // Every page, one call each, with a hard stop.
//! let mut pages = client.person_risk_pages(&request).limit(10);
//! while let Some(page) = pages.next().await {
//!     println!("{} records", page?.records().len());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! One call asks one of three lists (失信, 被执行, 限制消费). The documented address is plain http. The document
//! allows GET and POST: the key and the names are sent by POST, where they stay out of URLs.
//!
//! Everything under `generated/` is written by `cargo xtask codegen` from `schemas/juhe/`; only the
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
