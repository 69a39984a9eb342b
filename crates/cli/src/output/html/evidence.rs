//! What every statement above rests on: each source, and each of its records with every field as it
//! was understood and as it was sent.

use maud::{Markup, html};
use zhixing::{Report, SourceReport, State};
use zhixing_core::record::Record;

use super::summary::{partly, state};
use super::{ZH, vendor};
use crate::output::facts::{Fact, by_source, facts};
use crate::output::text::visible;
use crate::output::words::{self, Lang};

/// A part for each source, and one for records that came from none of them.
pub(super) fn evidence(report: &Report, lang: Lang) -> Markup {
    let (places, others) = by_source(report);
    html! {
        section id="evidence" {
            h2 { (words::evidence(lang)) }
            @for (index, (source, places)) in report.sources.iter().zip(&places).enumerate() {
                (one(report, index, source, places, lang))
            }
            @if !others.is_empty() {
                div.source {
                    h3 { (words::others(lang)) }
                    @for place in &others { (record(report, *place, lang)) }
                }
            }
        }
    }
}

fn one(
    report: &Report,
    index: usize,
    source: &SourceReport,
    places: &[usize],
    lang: Lang,
) -> Markup {
    html! {
        div.source id={ "source-" (index + 1) } {
            h3 {
                (vendor(&source.vendor))
                @if let Some(list) = &source.list { " · " span lang=(ZH) { (visible(list)) } }
                span.mono { (visible(&source.operation)) }
            }
            (about(source, lang))
            @if places.is_empty() && matches!(source.state, State::None | State::Found) {
                p.small.soft { (words::no_records(lang)) }
            }
            @for place in places { (record(report, *place, lang)) }
        }
    }
}

fn about(source: &SourceReport, lang: Lang) -> Markup {
    let document = zhixing::vendor(&source.vendor).map(|entry| entry.vendor.document);
    let asked = source.state != State::NotAsked;
    html! {
        dl.pairs {
            dt { (words::state_heading(lang)) }
            dd {
                (state(source, lang))
                @if !asked { " " (visible(&words::reason(lang, source))) }
            }
            @if asked {
                dt { (words::records_heading(lang)) } dd.warn[partly(source)] { (words::fetched(lang, source)) }
                dt { (words::calls(lang)) } dd { (source.calls) }
            }
            @if let Some(signature) = &source.signature {
                dt { (words::signature_heading(lang)) }
                dd.bad[signature == "mismatch"] { (words::signature(lang, signature)) }
            }
            @if let Some(number) = &source.order_number {
                dt { (words::order_number(lang)) } dd.mono { (visible(number)) }
            }
            @if let Some(document) = document {
                dt { (words::document(lang)) } dd lang=(ZH) { (document) }
            }
            @if let Some((message, next_step)) = words::failure(lang, source) {
                dt { (words::problem(lang)) } dd.bad { (visible(&message)) }
                dt { (words::next_step(lang)) } dd { (visible(&next_step)) }
            }
        }
    }
}

fn record(report: &Report, place: usize, lang: Lang) -> Markup {
    let Some(record) = report.records.get(place) else {
        return Markup::default();
    };
    let number = record.case_number.as_ref().map(|number| number.canonical());
    let case = report
        .cases
        .iter()
        .position(|case| case.records.contains(&place));
    html! {
        // Open, since what is folded would be missing from a print.
        details open id={ "record-" (place + 1) } {
            summary {
                "#" (place + 1) " "
                bdi lang=(ZH) { (visible(number.unwrap_or(words::no_case_number(lang)))) }
            }
            p.query {
                (words::asked(lang)) (lang.colon()) (query(record))
                @if let Some(order) = &record.source.order_number {
                    " · " (words::order_number(lang)) " " span.mono { (visible(order)) }
                }
                @if let Some(case) = case { " · " a href={ "#case-" (case + 1) } { (words::case(lang)) " " (case + 1) } }
            }
            table.facts.stack {
                thead {
                    tr {
                        th scope="col" { (words::field_heading(lang)) }
                        th scope="col" { (words::value_heading(lang)) }
                        th.raw scope="col" { (words::raw_heading(lang)) }
                    }
                }
                tbody { @for fact in facts(record, lang) { (row(&fact, lang)) } }
            }
        }
    }
}

fn query(record: &Record) -> Markup {
    html! {
        @for (index, parameter) in record.source.query.parameters().iter().enumerate() {
            @if index > 0 { ", " }
            span.mono { (visible(&parameter.name)) } "=" bdi lang=(ZH) { (visible(&parameter.value)) }
        }
    }
}

fn row(fact: &Fact, lang: Lang) -> Markup {
    html! {
        tr {
            th scope="row" { span.mono[fact.of_vendor].warn[fact.warns] { (visible(&fact.name)) } }
            @match &fact.raw {
                Some(raw) => {
                    td.data lang=(ZH) { (visible(&fact.value)) }
                    td.data.raw lang=(ZH) data-label=(words::raw_heading(lang)) { (visible(raw)) }
                },
                None => { td.data lang=(ZH) colspan="2" { (visible(&fact.value)) } },
            }
        }
    }
}
