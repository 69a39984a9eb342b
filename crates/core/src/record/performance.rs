//! 履行情况: how far the debtor has performed.
//!
//! The terms of the published list are few. Two of them say the same from either side (部分履行, 部分未履行), and the
//! vendors do not agree on which one they print.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::blank::is_blank;
use super::open::UnknownTerm;
use super::raw::reread;
use super::width::compact;

/// How far a debtor has performed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Degree {
    /// 全部未履行, 未履行: not at all.
    Nothing,
    /// 部分履行, 部分已履行, 部分未履行: in part.
    Part,
    /// 全部已履行, 全部履行, 已履行, 履行完毕: in full.
    Everything,
    /// A text that is none of them.
    Unknown(UnknownTerm),
}

impl Degree {
    fn of(term: &str) -> Self {
        match term.trim_end_matches(['。', '.']) {
            "全部未履行" | "未履行" => Degree::Nothing,
            "部分履行" | "部分已履行" | "部分未履行" => Degree::Part,
            "全部已履行" | "全部履行" | "已履行" | "已全部履行" | "履行完毕" | "已履行完毕"
            | "全部履行完毕" => Degree::Everything,
            _ => Degree::Unknown(UnknownTerm::new(term.to_owned())),
        }
    }

    /// The name used in JSON: of every unknown text `unknown`.
    pub fn code(&self) -> &'static str {
        match self {
            Degree::Nothing => "nothing",
            Degree::Part => "part",
            Degree::Everything => "everything",
            Degree::Unknown(_) => "unknown",
        }
    }
}

impl Serialize for Degree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// The performance as the vendor wrote it, and the degree it means.
///
/// ```
/// use zhixing_core::record::{Degree, Performance};
///
/// assert_eq!(*Performance::parse("全部未履行").unwrap().degree(), Degree::Nothing);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Performance {
    /// The text as the vendor sent it.
    raw: String,
    /// `nothing`, `part`, `everything`, or `unknown` for a text that is none of them.
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    degree: Degree,
}

impl Performance {
    /// Reads a performance; `None` for a [blank](super::is_blank) text. What is not known is kept as
    /// [`Degree::Unknown`].
    pub fn parse(raw: &str) -> Option<Self> {
        (!is_blank(raw)).then(|| Self::read(raw))
    }

    fn read(raw: &str) -> Self {
        Self {
            raw: raw.to_owned(),
            degree: Degree::of(&compact(raw)),
        }
    }

    /// The text as the vendor sent it.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The degree it means.
    pub fn degree(&self) -> &Degree {
        &self.degree
    }
}

impl<'de> Deserialize<'de> for Performance {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reread(deserializer, Self::read)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_terms() {
        for (raw, degree) in [
            ("全部未履行", Degree::Nothing),
            (" 未履行 ", Degree::Nothing),
            ("部分未履行", Degree::Part),
            ("部分履行", Degree::Part),
            ("全部已履行", Degree::Everything),
            ("已履行", Degree::Everything),
        ] {
            assert_eq!(*Performance::parse(raw).unwrap().degree(), degree, "{raw}");
        }
        assert_eq!(Performance::parse("暂无"), None);
    }

    #[test]
    fn an_unknown_term_is_kept() {
        let performance = Performance::parse("部分未履行，余 3 万元").unwrap();
        let Degree::Unknown(term) = performance.degree() else {
            panic!("{performance:?}");
        };
        assert_eq!(term.as_str(), "部分未履行,余3万元");
        assert_eq!(performance.raw(), "部分未履行，余 3 万元");
    }

    /// A vendor's text may be one of our own words.
    #[test]
    fn no_text_is_written_as_a_word_that_it_does_not_mean() {
        for raw in ["nothing", "part", "everything", "unknown", "Nothing"] {
            let performance = Performance::parse(raw).unwrap();
            let json = serde_json::json!({ "raw": raw, "degree": "unknown" });
            assert_eq!(serde_json::to_value(&performance).unwrap(), json);
            let again = serde_json::from_value::<Performance>(json).unwrap();
            assert!(matches!(again.degree(), Degree::Unknown(_)), "{raw}");
        }
    }

    #[test]
    fn json() {
        let performance = Performance::parse("部分履行").unwrap();
        let json = serde_json::json!({ "raw": "部分履行", "degree": "part" });
        assert_eq!(serde_json::to_value(&performance).unwrap(), json);
        assert_eq!(
            serde_json::from_value::<Performance>(json).unwrap(),
            performance
        );
    }

    proptest! {
        #[test]
        fn never_panics_and_keeps_the_raw_text(raw in any::<String>()) {
            if let Some(performance) = Performance::parse(&raw) {
                prop_assert_eq!(performance.raw(), raw);
            }
        }
    }
}
