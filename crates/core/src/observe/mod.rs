//! Watching how a vendor's replies drift from its document.
//!
//! Decoding is tolerant so that no reply which was paid for is lost; what it tolerated would
//! otherwise go unseen until somebody misses a field. An [`Observer`] on a client hears of each
//! difference once: which vendor, which operation, at which path, of which kind. Never a value.
//!
//! ```
//! use std::sync::{Arc, Mutex};
//! use zhixing_core::observe::Event;
//!
//! let heard: Arc<Mutex<Vec<String>>> = Arc::default();
//! let ears = Arc::clone(&heard);
//! let observer = move |event: &Event| ears.lock().unwrap().push(event.to_string());
//! // `Client::builder().observer(observer)` of any vendor's client.
//! # fn takes(_: impl zhixing_core::observe::Observer) {}
//! # takes(observer);
//! ```
//!
//! # What an event can hold
//! Nothing of a reply but the names of its fields. A path is one of RFC 9535: documented names as they
//! are; `[*]` for any place in a list; `.*` where keys are data; `..name` inside a type that contains
//! itself; `|$` where the text of a field is JSON of its own. The name of an unknown field is the vendor's
//! word and is shown, unless it may be data: it is `*`
//! - in an object of which the document names no field, since then nobody has said that its keys are names,
//! - where one object has more than 8 unknown fields,
//! - where it is longer than 40 characters, holds more than three digits (a number of a person, a phone, a
//!   year, an id), begins with a digit, or holds anything but letters, digits, `_`, `-` and `.` (`$` or `@` in
//!   front),
//! - where it is not ASCII in an object whose documented names are: `张三` and `案号` look alike.
//!
//! What is left: a vendor that begins to use names of people in Latin letters as keys, up to eight at
//! once, beside documented fields. No rule on the name alone can tell `wangwei` from `casecode`.
//!
//! # What it costs
//! Without an observer a reply is read once, as ever, and nothing is kept. With one, each reply that is typed is
//! parsed a second time and held against [`Operation::reply`](crate::spec::Operation::reply). Per client
//! at most 1,024 events are told; then [`Drift::AndMore`] once, and no more.

mod once;
mod path;
mod walk;
mod watch;

use std::fmt;

pub use once::Once;
pub use path::is_name;
pub use walk::{Difference, differences};
pub(crate) use watch::Watch;

use crate::spec::JsonType;
use crate::wire::Empty;

/// Hears of differences between replies and their document.
///
/// It is called on the task that made the call, before the call returns: pass the event on and return.
/// A panic in it is a panic of the call.
pub trait Observer: Send + Sync {
    /// A difference that this client has not told before.
    fn observe(&self, event: &Event);
}

impl<F: Fn(&Event) + Send + Sync> Observer for F {
    fn observe(&self, event: &Event) {
        self(event);
    }
}

/// A difference between a reply and its document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Event {
    /// The vendor, for example `qixin`.
    pub vendor: &'static str,
    /// The operation, for example `execution_list_by_name`.
    pub operation: &'static str,
    /// Where in the reply, for example `$.data.items[*].newField`.
    pub path: String,
    /// What is different.
    pub kind: Drift,
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} {}: {}",
            self.vendor, self.operation, self.path, self.kind
        )
    }
}

/// In what a reply differs from its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Drift {
    /// A field that the document does not list. It is kept in `extra`.
    UnknownField,
    /// A value that a documented enumeration does not list. It is kept as the enumeration's `Unknown`.
    UnknownValue,
    /// A status code that the document does not list. The call is an error.
    UnknownStatus,
    /// A field that the document says is always there is not.
    MissingField,
    /// A way of saying nothing that is not documented here. It is read as no value.
    Nothing(Empty),
    /// A value of another type, from which the documented one could be read.
    OtherType {
        /// What the document says.
        documented: JsonType,
        /// What arrived.
        found: JsonType,
    },
    /// A text that is documented to hold JSON, and holds none. It is kept as text.
    UnreadableText,
    /// A value from which the documented type cannot be read. A record's field is [`Unreadable`](crate::wire::Field::Unreadable) then,
    /// unless it should be a list or an object; elsewhere the call is an error. Below `|$`, where a text holds JSON, reading that text is.
    WrongShape {
        /// What the document says.
        documented: JsonType,
        /// What arrived.
        found: JsonType,
    },
    /// There were so many differences that further ones are not told.
    AndMore,
}

impl Drift {
    /// The word for machines, for example `unknown_field`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownField => "unknown_field",
            Self::UnknownValue => "unknown_value",
            Self::UnknownStatus => "unknown_status",
            Self::MissingField => "missing_field",
            Self::Nothing(_) => "nothing",
            Self::OtherType { .. } => "other_type",
            Self::UnreadableText => "unreadable_text",
            Self::WrongShape { .. } => "wrong_shape",
            Self::AndMore => "and_more",
        }
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownField => f.write_str("a field that the document does not list"),
            Self::UnknownValue => f.write_str("a value that the document does not list"),
            Self::UnknownStatus => f.write_str("a status code that the document does not list"),
            Self::MissingField => {
                f.write_str("missing, though the document says that it is always there")
            }
            Self::Nothing(empty) => {
                let written = match empty {
                    Empty::Null => "null",
                    Empty::Text => "\"\"",
                    Empty::List => "[]",
                    Empty::Object => "{}",
                };
                write!(f, "{written}, which is not documented here")
            }
            Self::OtherType { documented, found } => write!(
                f,
                "{}, read as the documented {}",
                found.as_str(),
                documented.as_str()
            ),
            Self::UnreadableText => f.write_str("text that should hold JSON and does not"),
            Self::WrongShape { documented, found } => write!(
                f,
                "{}, which cannot be read as the documented {}",
                found.as_str(),
                documented.as_str()
            ),
            Self::AndMore => f.write_str("so many differences that further ones are not told"),
        }
    }
}
