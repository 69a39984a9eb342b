//! 失信行为具体情形: why a debtor was published as dishonest.
//!
//! The rule (最高人民法院关于公布失信被执行人名单信息的若干规定, Art. 1) has a closed list; the courts enter it by
//! hand, several at once, with or without the final 的, and in the wording of the rule before its revision of 2017.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::blank::is_blank;
use super::open::UnknownTerm;
use super::raw::reread;
use super::width::compact;

/// One ground of the list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Ground {
    /// 有履行能力而拒不履行生效法律文书确定义务: able to perform, and refuses.
    AbleButRefuses,
    /// 以伪造证据、暴力、威胁等方法妨碍、抗拒执行: obstructs enforcement by forgery, force or threat.
    Obstructs,
    /// 以虚假诉讼、虚假仲裁或者以隐匿、转移财产等方法规避执行: evades enforcement by sham suits or by hiding assets.
    Evades,
    /// 违反财产报告制度: breaches the duty to report assets.
    BreachesAssetReporting,
    /// 违反限制消费令 (before 2017 违反限制高消费令): breaches the restriction of consumption.
    BreachesConsumptionRestriction,
    /// 无正当理由拒不履行执行和解协议: refuses to perform a settlement without good reason.
    BreachesSettlement,
    /// 其他有履行能力而拒不履行生效法律文书确定义务: the catch-all of the list before 2017.
    OtherwiseAbleButRefuses,
    /// A text that is none of them.
    Unknown(UnknownTerm),
}

impl Ground {
    /// Every known ground, in the order of the rule.
    pub const KNOWN: [Ground; 7] = [
        Ground::AbleButRefuses,
        Ground::Obstructs,
        Ground::Evades,
        Ground::BreachesAssetReporting,
        Ground::BreachesConsumptionRestriction,
        Ground::BreachesSettlement,
        Ground::OtherwiseAbleButRefuses,
    ];

    /// The Chinese term of the list, or the unknown text.
    pub fn label(&self) -> &str {
        match self {
            Ground::AbleButRefuses => "有履行能力而拒不履行生效法律文书确定义务",
            Ground::Obstructs => "以伪造证据、暴力、威胁等方法妨碍、抗拒执行",
            Ground::Evades => "以虚假诉讼、虚假仲裁或者以隐匿、转移财产等方法规避执行",
            Ground::BreachesAssetReporting => "违反财产报告制度",
            Ground::BreachesConsumptionRestriction => "违反限制消费令",
            Ground::BreachesSettlement => "无正当理由拒不履行执行和解协议",
            Ground::OtherwiseAbleButRefuses => "其他有履行能力而拒不履行生效法律文书确定义务",
            Ground::Unknown(term) => term.as_str(),
        }
    }

    /// The name used in JSON; of every unknown text `unknown`, which JSON has apart.
    pub fn code(&self) -> &'static str {
        match self {
            Ground::AbleButRefuses => "able_but_refuses",
            Ground::Obstructs => "obstructs",
            Ground::Evades => "evades",
            Ground::BreachesAssetReporting => "breaches_asset_reporting",
            Ground::BreachesConsumptionRestriction => "breaches_consumption_restriction",
            Ground::BreachesSettlement => "breaches_settlement",
            Ground::OtherwiseAbleButRefuses => "otherwise_able_but_refuses",
            Ground::Unknown(_) => "unknown",
        }
    }

    /// `term` has no blanks and is not empty.
    fn of(term: &str) -> Self {
        let plain = term.trim_end_matches(['。', '.']);
        let plain = plain.strip_suffix('的').unwrap_or(plain);
        let known = match plain {
            "违反限制高消费令" => Some(Ground::BreachesConsumptionRestriction),
            "被执行人无正当理由拒不履行执行和解协议" => {
                Some(Ground::BreachesSettlement)
            }
            _ => Self::KNOWN
                .into_iter()
                .find(|ground| ground.label() == plain),
        };
        known.unwrap_or_else(|| Ground::Unknown(UnknownTerm::new(term.to_owned())))
    }
}

/// The grounds of one record as the vendor wrote them, and as a list.
///
/// ```
/// use zhixing_core::record::{Ground, Grounds};
///
/// let grounds = Grounds::parse("违反财产报告制度的，违反限制消费令").unwrap();
/// assert_eq!(grounds.items(), [Ground::BreachesAssetReporting, Ground::BreachesConsumptionRestriction]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Grounds {
    /// The text as the vendor sent it.
    raw: String,
    /// The names of the known grounds, in the order of the text.
    #[serde(serialize_with = "known_names")]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<String>"))]
    items: Vec<Ground>,
    /// The texts that are none of them, in the order of the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<String>"))]
    unknown: Vec<UnknownTerm>,
}

impl Grounds {
    /// Reads one or several grounds, joined by commas or semicolons of either width or by line breaks. `None` for a
    /// [blank](super::is_blank) text. What is not on the list is kept as [`Ground::Unknown`].
    pub fn parse(raw: &str) -> Option<Self> {
        (!is_blank(raw)).then(|| Self::read(raw))
    }

    fn read(raw: &str) -> Self {
        let mut items = Vec::new();
        // Not split at 、, which is part of two of the terms.
        for part in raw.split([',', '，', ';', '；', '\n']) {
            let term = compact(part);
            if !is_blank(&term) {
                let ground = Ground::of(&term);
                if !items.contains(&ground) {
                    items.push(ground);
                }
            }
        }
        let unknown = items.iter().filter_map(|item| match item {
            Ground::Unknown(term) => Some(term.clone()),
            _ => None,
        });
        Self {
            raw: raw.to_owned(),
            unknown: unknown.collect(),
            items,
        }
    }

    /// The text as the vendor sent it.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The grounds, each once, in the order of the text.
    pub fn items(&self) -> &[Ground] {
        &self.items
    }
}

fn known_names<S: Serializer>(items: &[Ground], serializer: S) -> Result<S::Ok, S::Error> {
    let known = |item: &&Ground| !matches!(item, Ground::Unknown(_));
    serializer.collect_seq(items.iter().filter(known).map(Ground::code))
}

impl<'de> Deserialize<'de> for Grounds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reread(deserializer, Self::read)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn items(raw: &str) -> Vec<Ground> {
        Grounds::parse(raw).unwrap().items
    }

    #[test]
    fn the_documents_grounds() {
        assert_eq!(
            items("有履行能力而拒不履行生效法律文书确定义务"),
            [Ground::AbleButRefuses]
        );
        assert_eq!(
            items("其他有履行能力而拒不履行生效法律文书确定义务"),
            [Ground::OtherwiseAbleButRefuses]
        );
        assert_eq!(Grounds::parse(""), None);
    }

    #[test]
    fn each_known_ground_is_read_with_and_without_its_particle() {
        for ground in Ground::KNOWN {
            let label = ground.label();
            for raw in [
                label.to_owned(),
                format!("{label}的"),
                format!("{label}的。"),
                format!(" {label} "),
            ] {
                assert_eq!(items(&raw), vec![ground.clone()], "{raw}");
            }
        }
    }

    #[test]
    fn several_at_once() {
        let three = [
            Ground::BreachesAssetReporting,
            Ground::Evades,
            Ground::AbleButRefuses,
        ];
        for comma in [",", "，", ";", "；", "\n", ",，"] {
            let raw = three
                .clone()
                .map(|ground| ground.label().to_owned())
                .join(comma);
            assert_eq!(items(&raw), three, "{raw}");
        }
        assert_eq!(
            items("违反限制高消费令的,违反限制消费令"),
            [Ground::BreachesConsumptionRestriction]
        );
    }

    #[test]
    fn an_unknown_ground_is_kept() {
        let grounds = Grounds::parse("违反财产报告制度，逃匿 的").unwrap();
        assert_eq!(grounds.items()[0], Ground::BreachesAssetReporting);
        assert_eq!(grounds.items()[1].label(), "逃匿的");
        assert!(matches!(grounds.items()[1], Ground::Unknown(_)));
    }

    #[test]
    fn json() {
        let grounds = Grounds::parse("违反限制消费令的").unwrap();
        let json = serde_json::json!({ "raw": "违反限制消费令的", "items": ["breaches_consumption_restriction"] });
        assert_eq!(serde_json::to_value(&grounds).unwrap(), json);
        assert_eq!(serde_json::from_value::<Grounds>(json).unwrap(), grounds);
    }

    /// A vendor's text may be one of our own words.
    #[test]
    fn no_text_is_written_as_a_ground_that_it_does_not_mean() {
        for ground in Ground::KNOWN {
            let raw = format!("{}，违反限制消费令", ground.code());
            let json = serde_json::json!({
                "raw": raw,
                "items": ["breaches_consumption_restriction"],
                "unknown": [ground.code()],
            });
            let grounds = Grounds::parse(&raw).unwrap();
            assert_eq!(serde_json::to_value(&grounds).unwrap(), json);
            let again = serde_json::from_value::<Grounds>(json).unwrap();
            assert_eq!(again.items()[1], Ground::BreachesConsumptionRestriction);
            assert!(matches!(again.items()[0], Ground::Unknown(_)), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn never_panics_and_keeps_the_raw_text(raw in any::<String>()) {
            if let Some(grounds) = Grounds::parse(&raw) {
                prop_assert_eq!(grounds.raw(), raw);
            }
        }
    }
}
