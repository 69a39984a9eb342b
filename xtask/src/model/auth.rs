//! The recipe by which a vendor's calls are signed, member by member as `auth` of `vendor.json` says it. What takes a
//! decision to read, the format of a time, is decided here once, so that emission only writes it down.

use serde::Deserialize;

use super::time::{self, TimePart};

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Auth {
    #[serde(default)]
    pub values: Vec<DerivedValue>,
    pub fields: Vec<AuthField>,
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct DerivedValue {
    pub name: String,
    #[serde(flatten)]
    pub how: Derived,
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
#[serde(rename_all = "lowercase")]
pub enum Derived {
    Clock(Clock),
    Nonce(Nonce),
    Text(DerivedText),
    Digest(Digest),
}

/// The time of signing.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
#[serde(try_from = "PrintedClock")]
pub enum Clock {
    Epoch(String),
    Day {
        utc_offset_hours: i8,
    },
    Civil {
        parts: Vec<TimePart>,
        offset_minutes: i16,
    },
}

#[derive(Deserialize)]
#[serde(untagged)]
enum PrintedClock {
    Epoch(String),
    Day {
        #[serde(rename = "day")]
        _day: String,
        utc_offset_hours: i8,
    },
    Offset {
        format: String,
        utc_offset_hours: f64,
    },
    Zone {
        format: String,
        zone: String,
    },
}

impl TryFrom<PrintedClock> for Clock {
    type Error = String;

    fn try_from(printed: PrintedClock) -> Result<Self, String> {
        Ok(match printed {
            PrintedClock::Epoch(unit) => Self::Epoch(unit),
            PrintedClock::Day {
                utc_offset_hours, ..
            } => Self::Day { utc_offset_hours },
            PrintedClock::Offset {
                format,
                utc_offset_hours,
            } => Self::Civil {
                parts: time::parts(&format)?,
                offset_minutes: time::minutes(utc_offset_hours)?,
            },
            PrintedClock::Zone { format, zone } => Self::Civil {
                parts: time::parts(&format)?,
                offset_minutes: time::zone(&zone)?,
            },
        })
    }
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
#[serde(untagged)]
pub enum Nonce {
    Characters { length: u8, alphabet: String },
    Uuid(String),
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct DerivedText {
    pub parts: Vec<Part>,
    #[serde(default)]
    pub separator: String,
    pub base64: Option<String>,
    pub escape: Option<String>,
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Digest {
    pub algorithm: String,
    pub key: Option<Vec<Part>>,
    pub hex: Option<String>,
    pub base64: Option<String>,
    pub parts: Vec<Part>,
    #[serde(default)]
    pub separator: String,
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    Literal(String),
    Credential(String),
    Value(String),
    Request(String),
    Parameters(SignedParameters),
}

/// The request's parameters as one text.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct SignedParameters {
    pub order: String,
    #[serde(rename = "in", default = "everywhere")]
    pub places: Vec<String>,
    #[serde(default)]
    pub without: Vec<String>,
    #[serde(default)]
    pub fields: Vec<String>,
    #[serde(default)]
    pub pairs: Vec<Pair>,
    #[serde(default)]
    pub skip_empty: bool,
    #[serde(default = "pairs")]
    pub write: String,
    #[serde(default = "equals_sign")]
    pub between: String,
    #[serde(default = "ampersand")]
    pub separator: String,
    pub escape: Option<String>,
}

fn everywhere() -> Vec<String> {
    ["query", "form", "json"].map(str::to_owned).into()
}

fn pairs() -> String {
    "pairs".into()
}

fn equals_sign() -> String {
    "=".into()
}

fn ampersand() -> String {
    "&".into()
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Pair {
    pub name: String,
    pub value: Vec<Part>,
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct AuthField {
    #[serde(rename = "in")]
    pub place: String,
    pub name: String,
    pub value: Vec<Part>,
}
