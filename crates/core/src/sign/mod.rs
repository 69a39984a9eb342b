//! Authentication as data.
//!
//! Every documented scheme is the same few steps: take the time and perhaps a nonce, join some texts, hash them, put the
//! results into headers, the query or the form. A [`Recipe`] states those steps as constants that a generator writes from
//! a vendor's file, so a new vendor with the same building blocks needs no code, and no vendor is named here.
//!
//! A recipe is carried out for one [`Signing`]: the time, the source of nonces and the request, all given by the caller.
//! [`Recipe::stages`] tells the text that was hashed, so a refused signature can be compared stage by stage with what the
//! vendor's support computes.
//!
//! ```
//! use zhixing_core::clock::Timestamp;
//! use zhixing_core::credentials::Credentials;
//! use zhixing_core::sign::{
//!     Algorithm, AuthField, Derived, Encoding, HexCase, Joined, Part, Place, Recipe, Signing, TimeFormat,
//! };
//!
//! // "sign = MD5(private key + today as yyyyMMdd in Beijing), sent in the query"
//! const RECIPE: Recipe = Recipe {
//!     values: &[
//!         ("day", Derived::Clock(TimeFormat::Day { offset_hours: 8 })),
//!         ("digest", Derived::Digest {
//!             algorithm: Algorithm::Md5,
//!             encoding: Encoding::Hex(HexCase::Lower),
//!             text: Joined::new(&[Part::Credential("private_key"), Part::Value("day")]),
//!         }),
//!     ],
//!     fields: &[AuthField { place: Place::Query, name: "sign", value: &[Part::Value("digest")] }],
//! };
//!
//! let credentials = Credentials::new().with("private_key", "abc")?;
//! let at: Timestamp = "2023-11-14T22:13:20Z".parse()?; // the 15th in Beijing
//! let signing = Signing::at(at);
//! let fields = RECIPE.apply(&credentials, &signing)?;
//! // printf abc20231115 | md5sum
//! assert_eq!(fields[0].value, "4f8da12cb4c87243a22e4cdf2caed8b8");
//! assert_eq!(RECIPE.stages(&credentials, &signing)?[1].masked_text(), Some("***20231115"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `sha1`, `sha2`, `base64` and `nonce` are features of this crate: a constant that uses one of them does not compile
//! without it, so no recipe can fail for it when a call is made.

mod apply;
mod digest;
mod encode;
mod error;
mod nonce;
mod parameters;
mod request;
mod stage;
mod time;

pub use digest::{Algorithm, Hasher, HexCase};
#[cfg(feature = "base64")]
pub use encode::Base64;
pub use encode::{Encoding, Escape, TextForm};
pub use error::SignError;
pub use nonce::{Alphabet, FixedNonce, NonceError, NonceForm, Nonces, SystemNonces, ZeroNonces};
pub use parameters::{Order, Parameters, Shown};
pub use request::{RequestToSign, Signing};
pub use stage::{SignedField, Stage};
pub use time::{TimeFormat, TimePart};

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
    /// A text that no other request carries.
    #[cfg(feature = "nonce")]
    Nonce(NonceForm),
    /// A text, as it is or encoded.
    Text {
        /// How it is written.
        form: TextForm,
        /// What is written.
        text: Joined,
    },
    /// A hash of a text.
    Digest {
        /// The hash function.
        algorithm: Algorithm,
        /// How the hash is written.
        encoding: Encoding,
        /// What is hashed, in UTF-8.
        text: Joined,
    },
    /// An HMAC (RFC 2104) of a text.
    Hmac {
        /// The hash function.
        algorithm: Algorithm,
        /// The key: these pieces joined with nothing between them, in UTF-8.
        key: &'static [Part],
        /// How the result is written.
        encoding: Encoding,
        /// What is authenticated, in UTF-8.
        text: Joined,
    },
}

/// Pieces with a separator between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    /// What stands between two pieces; a piece that is empty keeps its place.
    pub separator: &'static str,
    /// The pieces.
    pub parts: &'static [Part],
}

impl Joined {
    /// These pieces with nothing between them.
    #[must_use]
    pub const fn new(parts: &'static [Part]) -> Self {
        Self {
            separator: "",
            parts,
        }
    }
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
    /// Something of the request that is signed.
    Request(RequestPart),
    /// The request's parameters as one text.
    Parameters(&'static Parameters),
}

/// Something of a request, before it is signed: without the fields that the recipe adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RequestPart {
    /// `GET` or `POST`.
    Method,
    /// The path as documented, from its first slash; a host that was moved behind a path of its own changes nothing.
    Path,
    /// The query as it is sent, without `?`; empty if there is none.
    Query,
    /// The body as it is sent; empty if there is none.
    Body,
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
