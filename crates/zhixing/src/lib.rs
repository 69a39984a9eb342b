//! Ask several vendors about one subject and get one report.
//!
//! ```no_run
//! # async fn example() -> Result<(), zhixing::Error> {
//! use zhixing::{Question, Setup, Subject};
//!
//! let question = Question::about(Subject::new("上海东虹桥融资担保股份有限公司"));
//! let report = zhixing::check(&question, &Setup::from_env()).await;
//! for source in &report.sources {
//!     println!("{} {}: {}", source.vendor, source.operation, source.state.as_str());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Absence is stated, never inferred: a [`Report`] says of every source whether it holds records,
//! searched and found none, could not be searched, or was not asked, and why.
//!
//! The facade knows no vendor's parameters. Each operation's description says which of them carries
//! the subject, a person, an identity number or the list that is asked ([`Role`](zhixing_core::spec::Role)),
//! and [`plan`] turns a question into calls by that.

mod ask;
#[cfg(feature = "blocking")]
pub mod blocking;
mod cases;
mod conclusion;
mod plan;
mod registry;
mod report;
#[cfg(feature = "schemars")]
pub mod schema;
mod source;
mod subject;
mod vendors;
mod warning;

pub use ask::{ask, ask_each, check};
pub use cases::{Case, FieldValues, SaidBy, Value, cases};
pub use conclusion::Conclusion;
pub use plan::{Plan, PlannedCall, plan};
pub use registry::{Entry, MAY_SHARE_A_SOURCE, Setup, VENDORS, vendor};
pub use report::{Failure, Report, SourceReport, State};
pub use source::{Source, SourceAnswer};
pub use subject::{Question, Subject};
pub use vendors::vendors;
pub use warning::{Warning, warnings};
pub use zhixing_core::Error;

/// The README's code is compiled with the doc tests.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

/// The cookbook's programs are run.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/cookbook.md")]
struct Cookbook;
