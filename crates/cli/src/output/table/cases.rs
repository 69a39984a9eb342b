//! The cases: what the sources say of each, together and one by one.

use zhixing::{Case, FieldValues, Report, SaidBy, Value};
use zhixing_core::record::{Kind, Record};

use super::paint::Tone;
use super::{Look, Page};
use crate::output::facts;
use crate::output::text::{clean, cut, width};
use crate::output::verdict::{same_number, vendors};
use crate::output::words;

/// Long texts, each in a line of its own, cut unless they are asked for in full.
const LONG: [&str; 3] = ["ground", "obligation", "basis"];

/// What is said in the heading of a case already.
const IN_HEADING: [&str; 1] = ["court"];

/// Columns of a long text where nothing else limits it.
const CUT: usize = 100;

/// All cases, in the order in which they first appear.
pub(super) fn cases(report: &Report, look: &Look) -> String {
    let lang = look.lang;
    let mut page = Page {
        look,
        text: String::new(),
    };
    let counted = words::counts(lang, report.records.len(), report.cases.len());
    page.line(
        0,
        Tone::Strong,
        &format!("{} ({counted})", words::cases(lang)),
    );
    let mut was_cut = false;
    for (index, case) in report.cases.iter().enumerate() {
        page.text.push('\n');
        was_cut |= one(&mut page, index + 1, case, report);
    }
    if was_cut {
        page.text.push('\n');
        page.line(0, Tone::Dim, words::full_hint(lang));
    }
    page.text
}

/// Whether something had to be cut.
fn one(page: &mut Page<'_>, number: usize, case: &Case, report: &Report) -> bool {
    let lang = page.look.lang;
    let case_number = case
        .case_number
        .as_deref()
        .unwrap_or(words::no_case_number(lang));
    let court = case.court.as_deref().unwrap_or(words::no_court(lang));
    page.hanging(
        0,
        3,
        Tone::Strong,
        &format!("{number}. {case_number}  {court}"),
    );
    let lists: Vec<String> = case
        .lists
        .iter()
        .map(|list| {
            format!(
                "{}{}",
                list.kind.label(),
                words::listing(lang, list.standing)
            )
        })
        .collect();
    let lists = format!("{} · {}", lists.join("、"), words::role(lang, case.role));
    page.line(3, Tone::Plain, &lists);
    let others = same_number(report, number - 1);
    if !others.is_empty() {
        let others: Vec<String> = others.iter().map(usize::to_string).collect();
        let same = format!("{} {}", words::same_number(lang), others.join(lang.comma()));
        page.line(3, Tone::Plain, &same);
    }
    held_by(page, case);

    // The name that was asked for is no news.
    let known = |field: &FieldValues| {
        let asked = field
            .values
            .iter()
            .all(|it| it.value == report.subject.name);
        IN_HEADING.contains(&field.field.as_str()) || (field.field == "subject" && asked)
    };
    let agreed = |field: &&FieldValues| field.agree && !known(field);
    let short: Vec<String> = case
        .fields
        .iter()
        .filter(agreed)
        .filter(|field| !LONG.contains(&field.field.as_str()))
        .flat_map(|field| {
            field
                .values
                .first()
                .map(|value| fact(page, &field.field, value))
        })
        .collect();
    flow(page, 3, Tone::Plain, &short);
    let mut was_cut = false;
    for field in case.fields.iter().filter(agreed) {
        if let (true, Some(value)) = (LONG.contains(&field.field.as_str()), field.values.first()) {
            let text = fact(page, &field.field, value);
            was_cut |= long(page, 3, &text);
        }
    }
    for field in case.disagreements() {
        was_cut |= disagreement(page, field);
    }
    for place in &case.records {
        if let Some(record) = report.records.get(*place) {
            flow(page, 3, Tone::Dim, &parts(page, *place, record, report));
            unreadable(page, record);
        }
    }
    was_cut
}

/// What a record says and nobody could read, without which it would look as if its vendor said nothing there.
fn unreadable(page: &mut Page<'_>, record: &Record) {
    let lang = page.look.lang;
    if let Some(names) = facts::unreadable(record, lang) {
        let text = format!("{}{}{names}", words::unreadable(lang), lang.colon());
        page.hanging(5, 2, Tone::Warn, &text);
    }
}

/// The vendors, and what their agreeing is worth.
fn held_by(page: &mut Page<'_>, case: &Case) {
    let lang = page.look.lang;
    let vendors = vendors(&case.vendors);
    let names: Vec<String> = vendors
        .iter()
        .map(|(name, shared)| format!("{name}{}", if *shared { "*" } else { "" }))
        .collect();
    let mut text = format!("{} {}", words::vendors(lang), names.join(lang.comma()));
    if vendors.iter().any(|(_, shared)| *shared) {
        text = format!("{text}  (* {})", words::not_independent(lang));
    }
    page.line(3, Tone::Plain, &text);
}

/// Every value on which the sources do not agree, and who said it.
fn disagreement(page: &mut Page<'_>, field: &FieldValues) -> bool {
    let lang = page.look.lang;
    let heading = format!(
        "≠ {}{}{}",
        words::field(lang, &field.field),
        lang.colon(),
        words::disagree(lang)
    );
    page.line(3, Tone::Warn, &heading);
    let said: Vec<(String, String)> = field
        .values
        .iter()
        .map(|value| (said(page, &field.field, value), who(page, &value.said_by)))
        .collect();
    // Values stand above each other where they are short enough to be compared so.
    let widest = said
        .iter()
        .map(|(value, _)| width(value))
        .max()
        .unwrap_or(0);
    let mut was_cut = false;
    for (value, who) in said {
        if widest <= 24 {
            let pad = " ".repeat(widest - width(&value));
            page.line(5, Tone::Plain, &format!("{value}{pad}  {who}"));
        } else {
            was_cut |= long(page, 5, &value);
            page.line(7, Tone::Dim, &who);
        }
    }
    was_cut
}

/// A long text in one line, or whole.
fn long(page: &mut Page<'_>, indent: usize, text: &str) -> bool {
    let columns = page
        .look
        .columns()
        .map_or(CUT, |columns| columns.saturating_sub(indent));
    let text = clean(text);
    let short = cut(&text, columns);
    if page.look.full {
        page.line(indent, Tone::Plain, &text);
        return false;
    }
    page.line(indent, Tone::Plain, &short);
    short != text
}

/// Short facts beside each other, as many as there is room for.
fn flow(page: &mut Page<'_>, indent: usize, tone: Tone, facts: &[String]) {
    let columns = page.look.columns().unwrap_or(CUT).saturating_sub(indent);
    let mut line = String::new();
    for fact in facts {
        if !line.is_empty() && width(&line) + 3 + width(fact) > columns {
            page.line(indent, tone, &line);
            line.clear();
        }
        if !line.is_empty() {
            line.push_str(" · ");
        }
        line.push_str(fact);
    }
    if !line.is_empty() {
        page.line(indent, tone, &line);
    }
}

fn fact(page: &Page<'_>, field: &str, value: &Value) -> String {
    let name = words::field(page.look.lang, field);
    clean(&format!("{name} {}", said(page, field, value)))
}

fn said(page: &Page<'_>, field: &str, value: &Value) -> String {
    clean(&facts::value(page.look.lang, field, value))
}

/// Who said it, with the records that say it: those of one vendor may differ, as joint debtors do.
fn who(page: &Page<'_>, said_by: &[SaidBy]) -> String {
    let who: Vec<String> = said_by
        .iter()
        .map(|by| {
            let records: Vec<String> = by.records.iter().map(|it| format!("#{}", it + 1)).collect();
            format!(
                "{} {} ({})",
                by.vendor,
                records.join(" "),
                labels(&by.lists)
            )
        })
        .collect();
    clean(&who.join(page.look.lang.comma()))
}

fn labels(kinds: &[Kind]) -> String {
    let labels: Vec<&str> = kinds.iter().map(|kind| kind.label()).collect();
    labels.join("、")
}

/// A record in short: what tells it from the others of its case.
fn parts(page: &Page<'_>, place: usize, record: &Record, report: &Report) -> Vec<String> {
    let lang = page.look.lang;
    let lists: Vec<String> = record
        .kinds
        .iter()
        .map(|kind| format!("{}{}", kind.label(), words::state_on(lang, record, *kind)))
        .collect();
    let mut parts = vec![
        format!("#{} {}", place + 1, record.source.vendor),
        lists.join("、"),
    ];
    let names = record.subjects().filter_map(|party| party.name.as_deref());
    parts.extend(
        names
            .filter(|name| *name != report.subject.name.as_str())
            .map(str::to_owned),
    );
    parts.extend(record.published.as_ref().map(|day| {
        let day = day
            .date()
            .map_or_else(|| day.raw().to_owned(), |date| date.to_string());
        format!("{} {day}", words::published(lang))
    }));
    parts.extend(record.amount.as_ref().map(|it| facts::yuan(it, lang)));
    parts.iter().map(|part| clean(part)).collect()
}
