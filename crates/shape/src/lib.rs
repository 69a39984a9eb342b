//! Schemas from replies: what values have in common, as a draft or as changes to a schema that is there.
//!
//! A vendor sends what its document does not say. [`Observed`] takes replies in, one after the other;
//! [`draft`] writes them as a schema of our dialect, and [`widen`] lists the changes that an existing
//! schema needs to describe them, each with a JSON Patch operation and a sentence. Nothing here reads
//! or writes files: `cargo xtask infer` and `zhixing drift` do.
//!
//! **Replies are paid for and speak of people.** No value of a reply gets into a schema, a sentence or
//! a `Debug` text, with one exception: the values of a guessed enumeration, and those only if they are
//! short codes ([`text::is_code`]) of a field whose name does not speak of a person. Keys that look like
//! data are not written either.
//!
//! **Facts and guesses.** A type, a null, an empty container are facts. That few repeated codes are an
//! enumeration, that keys are data, that text is a date or a person's name are guesses: such a schema
//! carries `x-guessed` with what was guessed, until a person has held it against the document and
//! deletes the mark.
//!
//! ```
//! use serde_json::json;
//! use zhixing_shape::{Observed, draft, widen};
//!
//! let mut observed = Observed::default();
//! observed.add(&json!({ "total": 2, "note": null }));
//! observed.add(&json!({ "total": "3", "note": "" }));
//! let drafted = draft(&observed).schema;
//! assert_eq!(drafted["properties"]["total"], json!({ "type": "integer", "x-quirks": ["number-as-text"] }));
//!
//! observed.add(&json!({ "total": 4, "court": "a" }));
//! let changes = widen(&drafted, &observed).changes;
//! assert_eq!(changes.len(), 1);
//! assert_eq!(changes[0].patch.to_json()["path"], "/properties/court");
//! ```

mod accepted;
mod change;
mod describe;
mod draft;
mod observed;
mod place;
pub mod text;
mod widen;

pub use accepted::accepted;
pub use change::{Change, Doubt, Kind, Patch, apply};
pub use describe::{SEEN, undescribed};
pub use draft::{Drafted, draft};
pub use observed::Observed;
pub use widen::{Widened, widen};
