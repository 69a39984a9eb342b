//! One line for each source: whether it was searched, how far, and what proves it.

use zhixing::{Report, SourceReport, State};

use super::Look;
use super::paint::Tone;
use crate::output::verdict::name;
use crate::output::words;

pub(super) fn sources(report: &Report, look: &Look) -> String {
    let lang = look.lang;
    let mut table = look.grid();
    let headings = [
        words::source(lang),
        words::state_heading(lang),
        words::records_heading(lang),
        words::signature_heading(lang),
        words::order_number(lang),
    ];
    table.set_header(headings.map(|heading| Tone::Dim.cell(heading)));
    for source in &report.sources {
        let signature = source.signature.as_deref().unwrap_or_default();
        let incomplete = source.state != State::NotAsked && !source.complete;
        table.add_row([
            Tone::Plain.cell(&name(source)),
            tone(source).cell(words::state(lang, source.state)),
            if incomplete { Tone::Warn } else { Tone::Plain }.cell(&words::fetched(lang, source)),
            if signature == "mismatch" {
                Tone::Bad
            } else {
                Tone::Plain
            }
            .cell(words::signature(lang, signature)),
            Tone::Plain.cell(source.order_number.as_deref().unwrap_or_default()),
        ]);
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    if let Some(last) = table.column_iter_mut().last() {
        last.set_padding((0, 0));
    }
    format!("{}\n", table.trim_fmt())
}

fn tone(source: &SourceReport) -> Tone {
    match source.state {
        State::Found => Tone::Strong,
        State::None => Tone::Plain,
        State::Unavailable => Tone::Bad,
        State::NotAsked => Tone::Warn,
    }
}
