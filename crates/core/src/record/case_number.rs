//! 案号: the number by which a court and everybody else knows a case.
//!
//! It is the one thing by which records of different vendors and of different lists can be brought together, and no
//! two vendors print it alike: brackets of either width, blanks in the middle, a document's name behind it. The raw
//! text is kept, a canonical text stands beside it, and the parts where the grammar is understood.

use serde::{Deserialize, Deserializer, Serialize};

use super::blank::is_blank;
use super::case_body::names_a_body;
use super::case_parts::{CaseParts, has_year};
use super::raw::reread;
use super::width::{compact, is_han};

/// A case number, or the number of another document where a case number was expected.
///
/// ```
/// use zhixing_core::record::CaseNumber;
///
/// let printed = CaseNumber::parse("（2016）鲁 0304执字第 00086号").unwrap();
/// assert_eq!(printed.canonical(), "(2016)鲁0304执字第00086号");
/// let parts = printed.parts().unwrap();
/// assert_eq!((parts.year, parts.court.as_deref(), &*parts.case_type), (Some(2016), Some("鲁0304"), "执"));
/// assert!(printed.matches(&CaseNumber::parse("(2016)鲁0304执86号").unwrap()));
///
/// let masked = CaseNumber::parse("(2018) xxxxxxxx 号").unwrap();
/// assert_eq!(masked.raw(), "(2018) xxxxxxxx 号");
/// assert!(masked.parts().is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct CaseNumber {
    /// The text as the vendor sent it.
    raw: String,
    /// The text with half-width brackets and digits and without blanks; leading zeros are kept.
    canonical: String,
    /// The parts; absent where the text is not understood (masked, an arbitration award, free text).
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<CaseParts>,
}

impl CaseNumber {
    /// Reads a case number. `None` only for a [blank](super::is_blank) text: one that is not understood keeps its raw
    /// text and has no [`parts`](Self::parts).
    pub fn parse(raw: &str) -> Option<Self> {
        (!is_blank(raw)).then(|| Self::read(raw))
    }

    fn read(raw: &str) -> Self {
        let canonical = canonical(raw);
        let parts = CaseParts::read(&canonical);
        Self {
            raw: raw.to_owned(),
            canonical,
            parts,
        }
    }

    /// The text as the vendor sent it.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The text in one spelling: brackets and digits half width, no white space, leading zeros kept. Canonical text of
    /// canonical text is the same text.
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// The parts, where the text is understood.
    pub fn parts(&self) -> Option<&CaseParts> {
        self.parts.as_ref()
    }

    /// A text that two numbers share exactly if they [match](Self::matches), to group by; `None` for a number that
    /// matches nothing. It is not meant to be shown.
    pub fn key(&self) -> Option<String> {
        match &self.parts {
            Some(parts) => parts.key(),
            None => identifies(&self.canonical).then(|| format!("text|{}", self.canonical)),
        }
    }

    /// Whether both are the number of one case.
    ///
    /// Years, courts and types must be equal, serials are compared as numbers (`00447` is `447`), `字第` makes no
    /// difference, and nor does what follows the 号, since `…号之一` is another document of the same case. `403-1` and
    /// `403` do not match: courts used it both for documents and for cases of a series, and to show one case twice
    /// does less harm than to hide one.
    ///
    /// Numbers that are not understood match where their canonical texts are equal. Masked texts and numbers without
    /// a year, a serial or a court match nothing, not even themselves: many cases share them.
    pub fn matches(&self, other: &Self) -> bool {
        self.key().is_some_and(|key| Some(key) == other.key())
    }
}

impl<'de> Deserialize<'de> for CaseNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reread(deserializer, Self::read)
    }
}

fn canonical(raw: &str) -> String {
    let bracket = |c: char| match c {
        '[' | '〔' | '【' | '〈' | '《' | '{' => '(',
        ']' | '〕' | '】' | '〉' | '》' | '}' => ')',
        '–' | '—' | '‐' | '−' => '-',
        _ => c,
    };
    compact(raw).chars().map(bracket).collect()
}

/// Whether a text that is not understood is still certain to mean one document: nothing of it is masked, it says whose it is,
/// and it has a year and a serial, which is neither the year nor part of the court's code.
fn identifies(canonical: &str) -> bool {
    let plain =
        |c: char| is_han(c) && c != '某' || c.is_ascii_digit() || matches!(c, '(' | ')' | '-');
    let head = canonical
        .split_once('号')
        .map_or(canonical, |(head, _)| head);
    canonical.chars().all(plain)
        && has_year(canonical)
        && names_a_body(head)
        && head.ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parse(raw: &str) -> CaseNumber {
        CaseNumber::parse(raw).unwrap()
    }

    #[test]
    fn canonical_text_of_the_documents() {
        for (raw, canonical) in [
            ("(2019)沪 0105 执 00447 号", "(2019)沪0105执00447号"),
            ("（2022）苏 1311民初 3200号", "(2022)苏1311民初3200号"),
            (
                "（2015）博商初字第 403号民事判决书",
                "(2015)博商初字第403号民事判决书",
            ),
            (
                "〔２０１５〕\u{3000}博商初字第４０３号",
                "(2015)博商初字第403号",
            ),
            ("(2018) xxxxxxxx 号", "(2018)xxxxxxxx号"),
        ] {
            assert_eq!(parse(raw).canonical(), canonical);
            assert_eq!(parse(raw).raw(), raw);
        }
    }

    #[test]
    fn every_number_of_the_documents_is_understood() {
        for raw in [
            "（2016）鲁 0304执字第 00086号",
            "（2013）博执字第 00223号",
            "（2012）博商初字第 751号民事调解书",
            "(2017)沪0105民初19914号",
            "(2018)沪 0114 执 05058 号",
            "(2023)苏 1311执 705号",
            "(2018)京 0105民初 2615号",
            "(2018)苏0581执5877号",
        ] {
            assert!(parse(raw).parts().is_some(), "{raw}");
        }
    }

    #[test]
    fn matching() {
        let one_case = [
            "(2019)沪 0105 执 00447 号",
            "（2019）沪0105执447号",
            "(2019)沪0105执447号之一",
            "（2019）沪0105执字第447号",
        ];
        let others = [
            "(2018)沪0105执447号",
            "(2019)沪0106执447号",
            "(2019)沪0105执恢447号",
            "(2019)沪0105执4470号",
            "(2019)沪0105执447-1号",
            "(2019)沪0105执xxx号",
        ];
        for a in one_case {
            for b in one_case {
                assert!(parse(a).matches(&parse(b)), "{a} {b}");
            }
            for b in others {
                assert!(!parse(a).matches(&parse(b)), "{a} {b}");
            }
        }
    }

    #[test]
    fn what_many_cases_share_matches_nothing() {
        for raw in [
            "(2018) xxxxxxxx 号",
            "西民二初字224号",
            "公证书",
            "沪0105执447号",
            "(2019)沪0105执号",
            "(2019)",
            "2019",
            "(2018)沪0105执____号",
            "(2018)沪0105执……号",
            "(2019)沪0105执某47号",
            "京仲裁字第0001号",
            // Every court has such a case.
            "(2013)执字第12号",
            "(2019)民初1号",
            "(2014)民执字第12号",
            "(2019)字第12号",
            "(2019)12号",
        ] {
            assert!(!parse(raw).matches(&parse(raw)), "{raw}");
        }
        for (a, b) in [
            ("(2018)沪仲案字第 1234 号", "（2018）沪仲案字第1234号"),
            ("沪税稽罚〔2019〕12号", "沪税稽罚(2019)12号"),
        ] {
            assert!(parse(a).matches(&parse(b)), "{a} {b}");
        }
    }

    /// Neither is *the* number, and what is hidden behind one would not be found.
    #[test]
    fn several_numbers_in_one_text_are_not_one() {
        let one = parse("(2019)沪0105执447号");
        for raw in [
            "(2019)沪0105执447号、448",
            "(2019)沪0105执447号(2019)沪0105执448",
            "(2019)沪0105执447-450号",
            "(2014)民申字第1234-1237号",
        ] {
            assert_eq!(parse(raw).parts(), None, "{raw}");
            assert!(!parse(raw).matches(&one), "{raw}");
        }
        for raw in ["(2019)沪0105执447号-1", "(2019)沪0105执447号之一"] {
            assert!(parse(raw).matches(&one), "{raw}");
        }
    }

    #[test]
    fn blank_is_none() {
        for raw in ["", " ", "-", "暂无", "[]"] {
            assert_eq!(CaseNumber::parse(raw), None);
        }
    }

    /// Text out of the characters that the grammar looks at, which arbitrary Unicode would hardly ever combine.
    fn near() -> impl Strategy<Value = String> {
        "[(（)）〔〕0-9０-９ \u{3000}沪鲁最高法博执民初恢知字第号之一仲\\-x]{0,24}"
    }

    proptest! {
        #[test]
        fn never_panics_and_keeps_the_raw_text(raw in prop_oneof![any::<String>(), near()]) {
            if let Some(number) = CaseNumber::parse(&raw) {
                prop_assert_eq!(number.raw(), &raw);
                let again = CaseNumber::read(number.canonical());
                prop_assert_eq!(again.canonical(), number.canonical());
                prop_assert_eq!(again.parts(), number.parts());
            }
        }

        #[test]
        fn reads_back_what_the_rule_builds(
            year in 1950u16..2099, court in "(沪|鲁|兵)([0-9]{2}|[0-9]{4})?", kind in "(执|执恢|执保|执异|民初)", serial in 0u32..9_999_999,
        ) {
            let number = parse(&format!("({year}){court}{kind}{serial:05}号"));
            let parts = number.parts().unwrap();
            prop_assert_eq!(parts.year, Some(year));
            prop_assert_eq!(parts.court.as_deref(), Some(&*court));
            prop_assert_eq!(&parts.case_type, &kind);
            let printed_plainly = parse(&format!("（{year}）{court} {kind}字第 {serial}号"));
            prop_assert_eq!(serial == 0 || number.matches(&printed_plainly), true);
        }
    }
}
