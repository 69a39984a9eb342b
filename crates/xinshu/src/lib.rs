//! Typed client for 信数 (Xinshu).
//!
//! Enforcement cases of a company or person (执行案件一键查): one operation, [`executed_one_key_search`].
//!
//! A real client is `Client::from_env()?`, with `XINSHU_APIKEY` and `XINSHU_PRIVATE_KEY` set, or `Client::new(…)`. This one
//! talks to the sandbox, so that the page runs:
//!
//! ```
//! use xinshu::executed_one_key_search::Request;
//! use xinshu::{Answer, Client};
//! use zhixing_sandbox::Sandbox;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), xinshu::Error> {
//! let sandbox = Sandbox::new();
//! let client: Client = Client::builder()
//!     .from_lookup(|variable| sandbox.lookup(variable))
//!     .transport(sandbox.transport_for("xinshu"))
//!     .build()?;
//!
//! let request = Request::new("上海东虹桥融资担保股份有限公司");
//! let outcome = client.executed_one_key_search(&request).await?;
//! // That nothing was found is an answer, and not an error.
//! assert_eq!(outcome.answer, Answer::Found);
//! println!("complete: {}", outcome.receipt.completeness.complete);
//!
//! // As the vendor writes it, and in the form that all vendors share.
//! println!("{:?}", outcome.records()[0]);
//! let records = outcome.unified();
//! let case = records[0].case_number.as_ref().expect("the row has a case number");
//! assert_eq!(case.canonical(), "(2019)沪0105执00447号");
//! # Ok(())
//! # }
//! ```
//!
//! One row merges what three lists (被执行, 终本, 失信) say of one case; the unified record keeps all of its
//! kinds. Everything comes in one reply. The documented address is plain http: the key, the signature
//! and the names travel readable, and a call with `id_card_no` is refused unless the builder allows that
//! (`allow_identity_numbers_over_plain_http`) or leads to an `https` base URL. HTTP 502 and 503 mean network trouble, and the document says to ask again:
//! that is the error's advice, and nothing is asked again by itself.
//!
//! Everything under `generated/` is written by `cargo xtask codegen` from `schemas/xinshu/`; only the
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
