//! Authentication as data.
//!
//! Every documented scheme is the same few steps: take the time, join some texts, hash them, put the results into headers,
//! the query or the form. A [`Recipe`] states those steps as constants that a generator writes from a vendor's file, so a
//! new vendor with the same building blocks needs no code, and no vendor is named here.
//!
//! A recipe is signed at a [`Timestamp`] given by the caller, and [`Recipe::stages`] tells the text that was hashed, so a
//! refused signature can be compared stage by stage with what the vendor's support computes.
//!
//! ```
//! use zhixing_core::clock::Timestamp;
//! use zhixing_core::credentials::Credentials;
//! use zhixing_core::sign::{Algorithm, AuthField, Derived, HexCase, Part, Place, Recipe, TimeFormat};
//!
//! // "sign = MD5(private key + today as yyyyMMdd in Beijing), sent in the query"
//! const RECIPE: Recipe = Recipe {
//!     values: &[
//!         ("day", Derived::Clock(TimeFormat::Day { offset_hours: 8 })),
//!         ("digest", Derived::Digest {
//!             algorithm: Algorithm::Md5,
//!             case: HexCase::Lower,
//!             parts: &[Part::Credential("private_key"), Part::Value("day")],
//!         }),
//!     ],
//!     fields: &[AuthField { place: Place::Query, name: "sign", value: &[Part::Value("digest")] }],
//! };
//!
//! let credentials = Credentials::new().with("private_key", "abc")?;
//! let at: Timestamp = "2023-11-14T22:13:20Z".parse()?; // the 15th in Beijing
//! let fields = RECIPE.apply(&credentials, at)?;
//! // printf abc20231115 | md5sum
//! assert_eq!(fields[0].value, "4f8da12cb4c87243a22e4cdf2caed8b8");
//! assert_eq!(RECIPE.stages(&credentials, at)?[1].masked_text(), Some("***20231115"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod apply;
mod digest;
mod error;

pub use apply::{SignedField, Stage};
pub use digest::{Algorithm, Hasher, HexCase};
pub use error::SignError;

#[cfg(doc)]
use crate::clock::Timestamp;

/// How a request proves who sends it: values derived one after the other, then the fields that carry them.
///
/// The structs and enums of a recipe can be written as constants by other crates; the enums may grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// Named values, each computed from credentials and from values that stand **before** it.
    pub values: &'static [(&'static str, Derived)],
    /// What is added to the request, in this order.
    pub fields: &'static [AuthField],
}

/// A value that is computed when a request is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Derived {
    /// The time of signing.
    Clock(TimeFormat),
    /// A hash in hexadecimal.
    Digest {
        /// The hash function.
        algorithm: Algorithm,
        /// The case of the hexadecimal digits.
        case: HexCase,
        /// What is hashed: these texts in UTF-8, joined with nothing between them.
        parts: &'static [Part],
    },
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// This text.
    Literal(&'static str),
    /// The credential of this name.
    Credential(&'static str),
    /// The derived value of this name.
    Value(&'static str),
}

/// One header or parameter that authenticates a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuthField {
    /// Where it travels.
    pub place: Place,
    /// Its name on the wire.
    pub name: &'static str,
    /// Its value: these pieces joined with nothing between them, not yet encoded for its place.
    pub value: &'static [Part],
}

/// Where a field travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Place {
    /// An HTTP header.
    Header,
    /// The query of the URL.
    Query,
    /// The form in the body (`application/x-www-form-urlencoded`).
    Form,
    /// The JSON object in the body (`application/json`).
    Json,
    /// The URL's path, in place of its name in braces.
    Path,
}

/// How the time is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimeFormat {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    EpochMillis,
    /// Whole seconds since 1970-01-01T00:00:00Z.
    EpochSeconds,
    /// `yyyyMMdd` at a fixed offset, whatever the machine's own zone is.
    Day {
        /// Hours east of UTC, −25 to 25; Beijing is 8.
        offset_hours: i8,
    },
}
