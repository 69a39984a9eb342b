//! Tolerant decoding of what vendors really send.
//!
//! A document says "Number" and the server sends `"30"`; it says "String" and sends `null`; it says
//! "Object" and sends `[]` when there is nothing. None of that may cost a reply that has been paid
//! for, and none of it may be lost: a decoded reply encodes to what arrived, except that a value of
//! another type than documented (`"30"` for an integer) encodes as the documented type (`30`).
//! Generated structs are lists of [`Field`]s by their keys; all the tolerance lives here.
//!
//! | documented | accepted | read as |
//! |---|---|---|
//! | anything | missing | [`Field::Missing`] |
//! | anything | `null`, `""`; `[]` where no array is documented; `{}` where no object is | [`Field::Empty`] |
//! | text | a number or boolean | its text, a number's as it is spelt |
//! | integer | text that holds an integer, blanks around it dropped; `3.0` | the integer |
//! | number | text that holds a number; an integer | the number |
//! | boolean | `0`, `1`, and text of these or of `true` and `false` | the boolean |
//! | personal text | as text | its text |
//! | JSON in text | text only | the text |
//! | enumeration | an undocumented value; a number for text; text for an integer; `2.0` for 2 | the enumeration's `Unknown`, or the value |
//! | object | undocumented keys | kept in [`Extra`] |
//! | any of these but lists and objects, in a record | anything else (`-` for an integer) | [`Field::Unreadable`], and kept in [`Extra`] |
//!
//! Anything else is a wrong shape: an error that names the JSON path and never the content. So it is with the fields around the records,
//! since it is concluded from them whether records were found and whether they are all; and with what should be a list or an object, where
//! whoever looks into it would see nothing.
//!
//! A number loses digits in two places, where it has more than a binary float holds: in [`Extra`] and [`Any`], which hold what serde_json
//! makes of it, and as text in a list, of which nobody notes the spelling.

mod any;
mod at;
mod decode;
mod enumeration;
mod extra;
mod field;
mod fill;
mod given;
mod inside;
mod json_text;
mod key;
mod object;
mod precise;
mod promise;
mod show;
mod slot;
mod whole;

pub use any::Any;
pub(crate) use at::At;
pub use decode::Decode;
#[cfg(feature = "schemars")]
pub use enumeration::enumeration_schema;
pub use enumeration::{OpenEnum, Unknown, open_enum, serialize_value};
pub use extra::Extra;
pub use field::{Empty, Field};
pub(crate) use fill::{Fill, Root};
pub use given::{Given, Passage};
pub use json_text::JsonText;
pub(crate) use key::Key;
#[cfg(feature = "schemars")]
pub use object::without_defaults;
pub use object::{deserialize, objects, serialize};
pub(crate) use precise::{SPELT, Spelt};
pub use promise::{Mismatch, Promise, Takes};
pub use slot::{Entries, Fields, Inside, Items, Object, Show, Slot, View};

#[doc(hidden)]
pub use serde::de::{Deserialize, Deserializer};
#[doc(hidden)]
pub use serde::ser::{Serialize, Serializer};

pub use crate::personal::Personal;
pub use crate::text::Text;
