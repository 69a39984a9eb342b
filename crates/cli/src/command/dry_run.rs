//! `zhixing check --dry-run`: which calls would be made, how many, and to whom.
//!
//! Each planned call is built and signed exactly as it would be, and then not sent: a credential with a
//! line end or a subject that is too short shows here and not after the first purchase.

use serde::Serialize;
use zhixing::{
    Entry, Failure, Plan, PlannedCall, Question, Reason, Setup, Subject, VENDORS, Warning, plan,
};
use zhixing_core::Error;
use zhixing_core::clock::{Clock, SystemClock};
use zhixing_core::credentials::MASK;
use zhixing_core::spec::{Operation, Role};

use super::{nobody, print, print_json};
use crate::args::Format;
use crate::exit::Exit;
use crate::lang::{Hint, Lang, Message, Word, failure};
use crate::output::table::plain;
use crate::talk::Talk;
use zhixing_core::host::origin;

pub(super) fn run(
    question: &Question,
    setup: &Setup,
    format: Format,
    talk: Talk,
) -> Result<Exit, Exit> {
    if !matches!(format, Format::Table | Format::Json) {
        return Err(talk.complain(&Message::DryRunFormat, Exit::Usage));
    }
    let rehearsal = Rehearsal::new(question, setup);
    let printed = match format {
        Format::Json => print_json(&rehearsal, talk),
        _ => print(&rehearsal.text(talk.lang), talk),
    };
    if printed != Exit::Answered {
        return Err(printed);
    }
    let failures = rehearsal.sources.iter().filter_map(|it| it.error.as_ref());
    match Exit::of_all(failures.map(Exit::from)) {
        Exit::Answered if rehearsal.calls == 0 => {
            let reasons = rehearsal.sources.iter().map(|it| it.reason.as_ref());
            Err(nobody(reasons, Message::NobodyPlanned, talk))
        }
        exit => Ok(exit),
    }
}

/// What would be done.
#[derive(Serialize)]
struct Rehearsal<'a> {
    dry_run: bool,
    sandbox: bool,
    subject: &'a Subject,
    /// What looks wrong with it.
    warnings: Vec<Warning>,
    /// Calls that are certain.
    calls: usize,
    /// Whether further pages would be fetched, a call each: how many, only the replies say.
    further_pages: bool,
    sources: Vec<Source>,
}

#[derive(Serialize)]
struct Source {
    vendor: &'static str,
    operation: &'static str,
    list: Option<&'static str>,
    state: &'static str,
    method: &'static str,
    host: Option<String>,
    parameters: Vec<Parameter>,
    reason: Option<Reason>,
    error: Option<Failure>,
}

#[derive(Serialize)]
struct Parameter {
    name: String,
    value: String,
}

impl<'a> Rehearsal<'a> {
    fn new(question: &'a Question, setup: &Setup) -> Self {
        let mut sources = Vec::new();
        let mut paged = false;
        for entry in VENDORS {
            for operation in entry.vendor.operations {
                let of_operation = rehearse(entry, operation, question, setup);
                let asked = of_operation.iter().any(|it| it.state == "planned");
                paged |= asked && operation.paging.is_some();
                sources.extend(of_operation);
            }
        }
        Self {
            dry_run: true,
            sandbox: setup.is_sandbox(),
            subject: &question.subject,
            warnings: zhixing::warnings(&question.subject),
            calls: sources.iter().filter(|it| it.state == "planned").count(),
            further_pages: question.all_pages && paged,
            sources,
        }
    }

    fn text(&self, lang: Lang) -> String {
        let mut table = plain();
        let headings = [
            Word::Source,
            Word::List,
            Word::State,
            Word::Host,
            Word::Parameters,
            Word::Note,
        ];
        table.set_header(headings.map(|word| word.text(lang)));
        for source in &self.sources {
            table.add_row(source.cells(lang));
        }
        let mut text = String::new();
        if self.sandbox {
            text += Word::Sample.text(lang);
            text += "\n\n";
        }
        let count = Hint::Planned {
            calls: self.calls,
            further: self.further_pages,
        };
        text + &format!("{table}\n{}\n", count.text(lang))
    }
}

impl Source {
    fn cells(&self, lang: Lang) -> [String; 6] {
        let state = match self.state {
            "planned" => Word::Planned,
            "not_asked" => Word::NotAsked,
            _ => Word::Unusable,
        };
        let parameters: Vec<String> = self
            .parameters
            .iter()
            .map(|it| format!("{}={}", it.name, it.value))
            .collect();
        let note = match (&self.error, &self.reason) {
            (Some(error), _) => format!(
                "{}\n→ {}",
                failure::message(lang, self.vendor, error),
                failure::next_step(lang, self.vendor, error)
            ),
            (None, Some(reason)) => failure::reason(lang, reason),
            (None, None) => String::new(),
        };
        [
            self.vendor.to_owned(),
            self.list.unwrap_or_default().to_owned(),
            state.text(lang).to_owned(),
            self.host.clone().unwrap_or_default(),
            parameters.join("\n"),
            note,
        ]
    }
}

/// One operation: nothing, or a line for each call.
fn rehearse(
    entry: &Entry,
    operation: &'static Operation,
    question: &Question,
    setup: &Setup,
) -> Vec<Source> {
    let blank = |state| Source {
        vendor: entry.vendor.name,
        operation: operation.name,
        list: None,
        state,
        method: operation.method.as_str(),
        host: None,
        parameters: Vec::new(),
        reason: None,
        error: None,
    };
    let not_asked = |reason: Option<Reason>| {
        vec![Source {
            reason,
            ..blank("not_asked")
        }]
    };
    let calls = match plan(question, entry.vendor, operation) {
        Plan::Ask(calls) => calls,
        Plan::Skip(reason) => return not_asked(Some(reason)),
        _ => return not_asked(None),
    };
    let missing = setup.missing(entry.vendor);
    if !missing.is_empty() {
        return not_asked(Some(Reason::not_configured(missing)));
    }
    let line = |call: PlannedCall| {
        let mut source = Source {
            list: call.list_label,
            parameters: parameters(&call, operation),
            ..blank("planned")
        };
        match host(entry, operation, &call, setup) {
            Ok(host) => source.host = host,
            Err(error) => {
                source.state = "unusable";
                source.error = Some(Failure::from(&error));
            }
        }
        source
    };
    calls.into_iter().map(line).collect()
}

/// The host that the call would go to, after the whole request was built for it.
fn host(
    entry: &Entry,
    operation: &'static Operation,
    call: &PlannedCall,
    setup: &Setup,
) -> Result<Option<String>, Error> {
    let client = entry.connect(setup)?;
    let now = SystemClock.now();
    let prepared = client.caller().prepare(operation, &call.arguments, now)?;
    Ok(origin(&prepared.masked().url).map(str::to_owned))
}

/// What would be asked. An identity number is not repeated: it is personal and the reader has it.
fn parameters(call: &PlannedCall, operation: &Operation) -> Vec<Parameter> {
    let shown = |name: &str, value: &str| {
        let role = operation.parameter(name).and_then(|it| it.role);
        let hidden = role == Some(Role::IdNumber);
        Parameter {
            name: name.to_owned(),
            value: if hidden { MASK } else { value }.to_owned(),
        }
    };
    call.arguments
        .iter()
        .map(|(name, value)| shown(name, value))
        .collect()
}
