//! When: a line for each case from its first known day to its last, drawn by styles alone.
//!
//! Years have equal widths, so that the lines between them can be one repeated background.

use maud::{Markup, html};
use zhixing::{Case, Report};
use zhixing_core::record::Date;

use super::ZH;
use crate::output::text::visible;
use crate::output::words::{self, Lang};

/// The days that are drawn, and their marks.
const DAYS: [&str; 3] = ["filed", "published", "closed"];

/// How many years are named at most.
const NAMED: u16 = 10;

/// A case, its number on the page, and its days.
struct Dated<'a> {
    number: usize,
    case: &'a Case,
    days: Vec<(&'static str, Date)>,
}

/// One line for each case of which a day is known.
pub(super) fn timeline(report: &Report, lang: Lang) -> Markup {
    let cases: Vec<Dated<'_>> = report
        .cases
        .iter()
        .enumerate()
        .map(|(index, case)| Dated {
            number: index + 1,
            case,
            days: days(case),
        })
        .collect();
    let years = cases
        .iter()
        .flat_map(|it| &it.days)
        .map(|(_, day)| day.year());
    let scale = years.clone().min().zip(years.max());
    let undated = cases.iter().filter(|it| it.days.is_empty());
    html! {
        section id="timeline" {
            h2 { (words::timeline(lang)) }
            @if let Some((first, last)) = scale {
                p.legend {
                    @for name in DAYS { span { i class={ "mark " (name) } {} (label(lang, name)) } }
                }
                (chart(&cases, Scale { first, years: last - first + 1 }, lang))
            }
            @if undated.clone().next().is_some() {
                p.small.soft {
                    (words::undated(lang)) (lang.colon())
                    @for it in undated { a href={ "#case-" (it.number) } { (it.number) ". " (name(it.case, lang)) } " " }
                }
            }
        }
    }
}

fn chart(cases: &[Dated<'_>], scale: Scale, lang: Lang) -> Markup {
    let step = scale.years.div_ceil(NAMED).max(1);
    html! {
        div.timeline style={ "--years:" (scale.years) } {
            div aria-hidden="true" {
                span.what {}
                div.axis {
                    @for year in (0..scale.years).step_by(usize::from(step)) {
                        span style={ "left:" (percent(f64::from(year) / f64::from(scale.years))) } { (scale.first + year) }
                    }
                }
            }
            ol {
                @for it in cases.iter().filter(|it| !it.days.is_empty()) {
                    li { (what(it, lang)) (track(&it.days, &scale, lang)) }
                }
            }
        }
    }
}

fn what(it: &Dated<'_>, lang: Lang) -> Markup {
    html! {
        div.what {
            a href={ "#case-" (it.number) } { (it.number) ". " bdi lang=(ZH) { (name(it.case, lang)) } }
            span.days { @for (name, day) in &it.days { span { (label(lang, name)) " " (day) } " " } }
        }
    }
}

fn track(days: &[(&str, Date)], scale: &Scale, lang: Lang) -> Markup {
    let places = days.iter().map(|(_, day)| scale.place(*day));
    let first = places.clone().fold(1.0, f64::min);
    let last = places.fold(0.0, f64::max);
    html! {
        div.track aria-hidden="true" {
            i.bar style={ "left:" (percent(first)) ";width:" (percent(last - first)) } {}
            @for (name, day) in days {
                i class={ "mark " (name) } style={ "left:" (percent(scale.place(*day))) } title={ (label(lang, name)) " " (day) } {}
            }
        }
    }
}

/// Every day of a case that was understood, those of vendors that disagree too.
fn days(case: &Case) -> Vec<(&'static str, Date)> {
    let mut days: Vec<(&'static str, Date)> = Vec::new();
    for name in DAYS {
        for field in case.fields.iter().filter(|field| field.field == name) {
            let read = field
                .values
                .iter()
                .filter(|value| value.normalised)
                .filter_map(|value| Date::from_iso(&value.value));
            days.extend(read.map(|day| (name, day)));
        }
    }
    days.sort_by_key(|(_, day)| *day);
    days
}

#[derive(Clone, Copy)]
struct Scale {
    first: u16,
    years: u16,
}

impl Scale {
    /// Where a day stands between the beginning and the end, 0 to 1.
    fn place(&self, day: Date) -> f64 {
        let within = f64::from(day.month() - 1) / 12.0 + f64::from(day.day() - 1) / 372.0;
        (f64::from(day.year() - self.first) + within) / f64::from(self.years)
    }
}

fn percent(part: f64) -> String {
    format!("{:.2}%", part * 100.0)
}

fn label(lang: Lang, name: &str) -> &'static str {
    match name {
        "filed" => words::filed(lang),
        "published" => words::published(lang),
        _ => words::closed(lang),
    }
}

fn name(case: &Case, lang: Lang) -> String {
    visible(
        case.case_number
            .as_deref()
            .unwrap_or(words::no_case_number(lang)),
    )
}
