//! Ask several vendors of Chinese court-enforcement data about one subject and get one report.
//!
//! [`check`] asks every vendor that has credentials, all at once. A real [`Setup`] is `Setup::from_env()`, with the
//! variables of the vendors' crates set; this one is led to the sandbox, so that the page runs:
//!
//! ```
//! use std::sync::Arc;
//! use zhixing::{Conclusion, Question, Setup, State, Subject};
//! use zhixing_sandbox::Sandbox;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let sandbox = Sandbox::new();
//! let credentials = sandbox.clone();
//! let setup = Setup::from_lookup(move |variable| credentials.lookup(variable))
//!     .transports(move |vendor| Arc::new(sandbox.transport_for(vendor.name)))
//!     .sandbox();
//!
//! let question = Question::about(Subject::new("上海东虹桥融资担保股份有限公司"));
//! let report = zhixing::check(&question, &setup).await;
//!
//! // One line for each source, asked or not.
//! let juhe = report.sources.iter().find(|source| source.vendor == "juhe").unwrap();
//! assert_eq!(juhe.state, State::NotAsked);
//! // So there may be more than what was found.
//! assert_eq!(report.conclusion, Conclusion::RecordsAndMayBeMore);
//!
//! // Records of one case, whoever holds them, and where they disagree.
//! for case in &report.cases {
//!     println!("{:?} at {:?}", case.case_number, case.vendors);
//!     for field in case.disagreements() {
//!         println!("{}: {} values", field.field, field.values.len());
//!     }
//! }
//! # }
//! ```
//!
//! Absence is stated, never inferred: a [`Report`] says of every source whether it holds records,
//! searched and found none, could not be searched, or was not asked, and why; its [`Conclusion`] has no word for
//! "clean". A question has a bound on the calls in flight and, if wanted, a deadline; what was answered by then is kept.
//!
//! A team's own register, cache or archive is a [`Source`] beside [`vendors`]: [`ask`] and [`ask_each`] take any mixture.
//! `docs/cookbook.md` has whole programs.
//!
//! The facade knows no vendor's parameters. Each operation's description says which of them carries
//! the subject, a person, an identity number or the list that is asked ([`Role`](zhixing_core::spec::Role)),
//! and [`plan`] turns a question into calls by that.
//!
//! # Features
//! - `reqwest` (default): real HTTP. Without it the setup needs transports of the caller's.
//! - `gzip`: replies are asked for, and read, compressed. Without it vendors are asked not to compress.
//! - `blocking`: the same without `async`, in the module `blocking`.
//! - `schemars`: JSON Schemas of the wire types, the record and the report; the latter in the module `schema`.

mod ask;
#[cfg(feature = "blocking")]
pub mod blocking;
mod cases;
mod conclusion;
mod plan;
mod reason;
mod registry;
mod report;
#[cfg(feature = "schemars")]
pub mod schema;
mod sent;
mod source;
mod subject;
mod vendors;
mod warning;

pub use ask::{ask, ask_each, check, check_until};
pub use cases::{Case, CaseList, FieldValues, Listing, SaidBy, Value, cases};
pub use conclusion::Conclusion;
pub use plan::{Plan, PlannedCall, plan};
pub use reason::Reason;
pub use registry::{Entry, MAY_SHARE_A_SOURCE, Setup, VENDORS, vendor};
pub use report::{Failure, Report, SourceReport, State};
pub use source::{Source, SourceAnswer};
pub use subject::{Question, Subject};
pub use vendors::vendors;
pub use warning::{Warning, warnings};
pub use zhixing_core::Error;
pub use zhixing_core::client::{Budget, Exceeded, Repeats, Spent};

/// The README's code is compiled with the doc tests.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

/// The cookbook's programs are run.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/cookbook.md")]
struct Cookbook;
