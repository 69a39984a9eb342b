//! The conclusion of a report as sentences that cannot be read as "clean".
//!
//! Whoever reads only the first line must not go away with more than the sources said: where
//! something was not searched, that is part of the conclusion, source by source.

use zhixing::{Case, Conclusion, Report, SourceReport, State};
use zhixing_core::record::Identifier;

use super::words::{self, Lang};

/// What a report says as a whole.
pub(crate) struct Verdict {
    /// In a few words.
    pub(crate) headline: &'static str,
    /// What follows from it, and what does not.
    pub(crate) meaning: String,
    /// Why it is not more: the sources that were not searched to their end.
    pub(crate) gaps: Vec<Gap>,
    /// What the records do not say, where there are any.
    pub(crate) caution: Option<&'static str>,
}

/// A source that was not searched, or not to its end.
pub(crate) struct Gap {
    /// The source.
    pub(crate) source: String,
    /// What is lacking.
    pub(crate) lacks: String,
    /// What to do about it.
    pub(crate) next_step: Option<String>,
}

/// The verdict of a report.
pub(crate) fn verdict(report: &Report, lang: Lang) -> Verdict {
    let gaps = report
        .sources
        .iter()
        .filter_map(|source| gap(source, lang))
        .collect();
    let counted = words::counts(lang, report.records.len(), report.cases.len());
    let (headline, meaning) = match report.conclusion {
        Conclusion::Records => (
            lang.pick("Records found", "查到记录"),
            match lang {
                Lang::En => format!("{counted}. Every source was asked and searched to its end."),
                Lang::Zh => format!("{counted}。所有来源均已查询并取全。"),
            },
        ),
        Conclusion::RecordsAndMayBeMore => (
            lang.pick("Records found, and there may be more", "查到记录，且可能还有"),
            match lang {
                Lang::En => format!("{counted}. Not everything was searched:"),
                Lang::Zh => format!("{counted}。以下来源未查或未取全："),
            },
        ),
        Conclusion::SearchedNone => (
            lang.pick("Searched, none found", "已查，未见记录"),
            lang.pick(
                "Every source was searched to its end and holds no record under what was asked. That is all it says: records \
                 under another name or number, withdrawn, or not yet published are not ruled out.",
                "所有来源均已查询并取全，按所查名称或号码未见记录。仅此而已：不排除他名他号之下、已撤下或尚未发布的记录。",
            )
            .to_owned(),
        ),
        // Whatever else there may be one day: nothing follows from what is not known.
        _ => (
            lang.pick("Inconclusive: nothing follows", "无结论：不能据此作任何推断"),
            lang.pick(
                "No records were found, and nothing follows from that, since not everything was searched:",
                "未见记录，但不能据此作任何推断，因为以下来源未查或未取全：",
            )
            .to_owned(),
        ),
    };
    Verdict {
        headline,
        meaning,
        gaps,
        caution: caution(report, lang),
    }
}

/// A name is borne by many, a person's above all, and few products take a number beside it.
fn caution(report: &Report, lang: Lang) -> Option<&'static str> {
    let subject = &report.subject;
    let number = Identifier::parse(subject.name.as_str()).and_then(|it| it.form());
    let by_name = number.is_none() || subject.person.is_some();
    (by_name && !report.records.is_empty()).then(|| words::namesakes(lang))
}

/// The other cases with a case's number: it was told of in several roles, or under several courts, and counts as several cases.
pub(crate) fn same_number(report: &Report, place: usize) -> Vec<usize> {
    let key = |case: &Case| {
        let mut records = case.records.iter().filter_map(|it| report.records.get(*it));
        records.find_map(|record| record.case_number.as_ref()?.key())
    };
    let Some(own) = report.cases.get(place).and_then(key) else {
        return Vec::new();
    };
    let others = report.cases.iter().enumerate();
    others
        .filter(|(other, case)| *other != place && key(case).as_ref() == Some(&own))
        .map(|(other, _)| other + 1)
        .collect()
}

fn gap(source: &SourceReport, lang: Lang) -> Option<Gap> {
    let failure = words::failure(lang, source);
    let searched = matches!(source.state, State::Found | State::None);
    if searched && source.complete && failure.is_none() {
        return None;
    }
    let mut lacks = match source.state {
        State::NotAsked => format!(
            "{}{}{}",
            words::state(lang, source.state),
            lang.colon(),
            words::reason(lang, source)
        ),
        State::Unavailable => words::state(lang, source.state).to_owned(),
        _ => match source.total {
            Some(total) if total > source.fetched => match lang {
                Lang::En => format!("{} of {total} records fetched", source.fetched),
                Lang::Zh => format!("共 {total} 条，只取了 {} 条", source.fetched),
            },
            _ => lang
                .pick(
                    "not certain that everything was fetched",
                    "不能确定是否取全",
                )
                .to_owned(),
        },
    };
    let mut next_step = None;
    if let Some((message, next)) = failure {
        lacks = format!("{lacks}{}{message}", lang.colon());
        next_step = Some(next);
    } else if searched {
        let all = "--all fetches every page, a call each";
        next_step = Some(lang.pick(all, "--all 逐页取全，每页一次调用").to_owned());
    }
    Some(Gap {
        source: name(source),
        lacks,
        next_step,
    })
}

/// A source by its vendor, and the list where several are asked.
pub(crate) fn name(source: &SourceReport) -> String {
    match &source.list {
        Some(list) => format!("{} {list}", source.vendor),
        None => source.vendor.clone(),
    }
}

/// The vendors of a case, each with whether another of them may share its source.
pub(crate) fn vendors(vendors: &[String]) -> Vec<(&str, bool)> {
    let shared = |vendor: &str| {
        zhixing::MAY_SHARE_A_SOURCE.iter().any(|group| {
            group.contains(&vendor)
                && vendors
                    .iter()
                    .any(|other| other != vendor && group.contains(&other.as_str()))
        })
    };
    vendors
        .iter()
        .map(|vendor| (vendor.as_str(), shared(vendor)))
        .collect()
}
