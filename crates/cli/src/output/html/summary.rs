//! The head of the page: who, what follows, and what was asked of whom.

use maud::{Markup, html};
use zhixing::{Report, SourceReport};

use super::{ZH, vendor};
use crate::output::text::visible;
use crate::output::verdict;
use crate::output::words::{self, Lang};

/// Who it is about, when it was asked, and what looks wrong with the question.
pub(super) fn top(report: &Report, lang: Lang, asked: &str) -> Markup {
    html! {
        header.top {
            p.kicker { (words::title(lang)) }
            h1 lang=(ZH) { (visible(report.subject.name.as_str())) }
            dl.meta {
                @if let Some(person) = &report.subject.person {
                    div { dt { (words::person(lang)) } dd lang=(ZH) { (visible(person.as_str())) } }
                }
                @if report.subject.id_number.is_some() {
                    div { dt { (words::id_number(lang)) } dd { (words::id_number_hidden(lang)) } }
                }
                div { dt { (words::produced(lang)) } dd { (asked) } }
            }
            @if !report.warnings.is_empty() {
                ul.warnings {
                    @for warning in &report.warnings {
                        li { strong { (words::warning(lang)) } " " (crate::lang::advice(lang, warning)) }
                    }
                }
            }
        }
    }
}

/// What follows from the report, and why it is not more.
pub(super) fn verdict(report: &Report, lang: Lang) -> Markup {
    let verdict = verdict::verdict(report, lang);
    html! {
        section class={ "verdict " (report.conclusion.as_str()) } id="conclusion" aria-label=(words::conclusion(lang)) {
            h2 { (verdict.headline) }
            p { (verdict.meaning) }
            @if !verdict.gaps.is_empty() {
                ul.gaps {
                    @for gap in &verdict.gaps {
                        li {
                            strong { (visible(&gap.source)) } (lang.colon()) (visible(&gap.lacks))
                            @if let Some(next) = &gap.next_step { " " span.next { "→ " (visible(next)) } }
                        }
                    }
                }
            }
            @if let Some(caution) = verdict.caution { p { (caution) } }
        }
    }
}

/// A line for each source.
pub(super) fn sources(report: &Report, lang: Lang) -> Markup {
    let headings = [
        words::source(lang),
        words::state_heading(lang),
        words::records_heading(lang),
        words::signature_heading(lang),
        words::order_number(lang),
    ];
    html! {
        section id="sources" {
            h2 { (words::sources(lang)) }
            table.stack {
                thead { tr { @for heading in headings { th scope="col" { (heading) } } } }
                tbody {
                    @for (index, source) in report.sources.iter().enumerate() { (line(index, source, headings, lang)) }
                }
            }
        }
    }
}

fn line(index: usize, source: &SourceReport, headings: [&str; 5], lang: Lang) -> Markup {
    let signature = source.signature.as_deref().unwrap_or_default();
    html! {
        tr {
            td {
                a href={ "#source-" (index + 1) } { (vendor(&source.vendor)) }
                @if let Some(list) = &source.list { " · " span lang=(ZH) { (visible(list)) } }
            }
            td { (state(source, lang)) }
            td.warn[partly(source)] data-label=(headings[2]) { (words::fetched(lang, source)) }
            td.bad[signature == "mismatch"] data-label=(headings[3]) { (words::signature(lang, signature)) }
            td.small.mono data-label=(headings[4]) { (visible(source.order_number.as_deref().unwrap_or_default())) }
        }
    }
}

/// Whether it was searched, and not to its end.
pub(super) fn partly(source: &SourceReport) -> bool {
    source.state != zhixing::State::NotAsked && !source.complete
}

/// The state of a source as a mark.
pub(super) fn state(source: &SourceReport, lang: Lang) -> Markup {
    html! { span class={ "state " (source.state.as_str()) } { (words::state(lang, source.state)) } }
}
