//! Each case: its lists, who holds it, and what all sources say of every field.

use maud::{Markup, html};
use zhixing::{Case, FieldValues, Report, SaidBy};

use super::{ZH, vendor};
use crate::output::facts;
use crate::output::text::visible;
use crate::output::verdict;
use crate::output::words::{self, Lang};

/// Fields of a case that a sheet of paper keeps together.
const SHORT: usize = 12;

/// All cases.
pub(super) fn cases(report: &Report, lang: Lang) -> Markup {
    html! {
        section id="cases" {
            h2 { (words::cases(lang)) " (" (report.cases.len()) ")" }
            @for (index, case) in report.cases.iter().enumerate() { (one(index + 1, case, report, lang)) }
        }
    }
}

fn one(number: usize, case: &Case, report: &Report, lang: Lang) -> Markup {
    let name = case
        .case_number
        .as_deref()
        .unwrap_or(words::no_case_number(lang));
    let court = case.court.as_deref().unwrap_or(words::no_court(lang));
    let others = verdict::same_number(report, number - 1);
    html! {
        article.case.short[case.fields.len() <= SHORT] id={ "case-" (number) } {
            h3 { span.n { (number) "." } bdi lang=(ZH) { (visible(name)) } }
            p.court lang=(ZH) { (visible(court)) }
            p {
                @for list in &case.lists {
                    span.chip { (words::kind(lang, list.kind)) (words::listing(lang, list.standing)) }
                }
            }
            @if !others.is_empty() {
                p.by {
                    span.soft { (words::same_number(lang)) }
                    @for other in &others { " " a href={ "#case-" (other) } { (other) } }
                }
            }
            (held_by(case, lang))
            (unreadable(case, report, lang))
            table.fields.stack {
                thead {
                    tr {
                        th scope="col" { (words::field_heading(lang)) }
                        th scope="col" { (words::value_heading(lang)) }
                        th scope="col" { (words::said_by(lang)) }
                    }
                }
                // What the sources do not agree on is read first.
                @for values in case.disagreements() { (field(values, lang)) }
                @for values in case.fields.iter().filter(|field| field.agree) { (field(values, lang)) }
            }
            p.refs {
                (words::records_heading(lang)) (lang.colon())
                @for place in &case.records { a href={ "#record-" (place + 1) } { "#" (place + 1) } }
            }
        }
    }
}

fn held_by(case: &Case, lang: Lang) -> Markup {
    let vendors = verdict::vendors(&case.vendors);
    html! {
        p.by {
            span.soft { (words::role_heading(lang)) } " " (words::role(lang, case.role)) " · "
            span.soft { (words::vendors(lang)) } " "
            @for (index, (name, shared)) in vendors.iter().enumerate() {
                @if index > 0 { (lang.comma()) }
                (vendor(name)) @if *shared { "*" }
            }
            @if vendors.iter().any(|(_, shared)| *shared) {
                " " span.warn { "* " (words::not_independent(lang)) }
            }
        }
    }
}

/// What records say and nobody could read. It stands before the fields, among which it would be missed.
fn unreadable(case: &Case, report: &Report, lang: Lang) -> Markup {
    html! {
        @for place in &case.records {
            @if let Some(names) = report.records.get(*place).and_then(|record| facts::unreadable(record, lang)) {
                p.by {
                    a href={ "#record-" (place + 1) } { "#" (place + 1) } " "
                    span.warn { (words::unreadable(lang)) (lang.colon()) } span.mono { (visible(&names)) }
                }
            }
        }
    }
}

fn field(field: &FieldValues, lang: Lang) -> Markup {
    html! {
        tbody.disagree[!field.agree] {
            @for (index, value) in field.values.iter().enumerate() {
                tr {
                    @if index == 0 {
                        th scope="rowgroup" rowspan=(field.values.len()) {
                            (visible(words::field(lang, &field.field)))
                            @if !field.agree { em { (words::disagree(lang)) } }
                        }
                    }
                    td.data lang=(ZH) { (visible(&facts::value(lang, &field.field, value))) }
                    td.who { (who(&value.said_by, field.agree)) }
                }
            }
        }
    }
}

/// Who said it. Where all agree, of which list they said it makes no difference.
fn who(said_by: &[SaidBy], agree: bool) -> Markup {
    if agree {
        let mut vendors: Vec<&str> = Vec::new();
        for by in said_by {
            if !vendors.contains(&by.vendor.as_str()) {
                vendors.push(&by.vendor);
            }
        }
        return html! { (visible(&vendors.join(", "))) };
    }
    html! {
        @for by in said_by {
            @let lists: Vec<&str> = by.lists.iter().map(|kind| kind.label()).collect();
            div {
                (visible(&by.vendor))
                @for place in &by.records { " " a href={ "#record-" (place + 1) } { "#" (place + 1) } }
                span lang=(ZH) { "（" (lists.join("、")) "）" }
            }
        }
    }
}
