//! `zhixing check`: every configured vendor about one subject.

use std::cell::Cell;
use std::path::Path;

use zhixing::{Budget, Question, Reason, Report, State, Subject};
use zhixing_core::clock::{Clock, SystemClock, Timestamp};

use super::{dry_run, nobody, paid, vendor};
use crate::args::{Check, Format};
use crate::exit::Exit;
use crate::lang::{Answers, Message};
use crate::output;
use crate::output::table::{self, Look};
use crate::progress;
use crate::setup::Context;
use crate::signal::Stop;
use crate::talk::Talk;
use crate::whole::Whole;

pub(crate) async fn run(args: Check, context: &Context) -> Exit {
    match answer(args, context).await {
        Ok(exit) | Err(exit) => exit,
    }
}

async fn answer(args: Check, context: &Context) -> Result<Exit, Exit> {
    let talk = context.talk;
    let mut signal = Stop::listen();
    let (format, sandbox, dry_run) = (args.format, args.sandbox, args.dry_run);
    let plain_http_id = args.allow_plain_http_id;
    let (full, bom) = (args.full, args.bom);
    let max_calls = context.max_calls(args.max_calls)?;
    // As elsewhere, standard output.
    let output = args.output.clone().filter(|it| it != Path::new("-"));
    fits(&args, talk)?;
    let question = question(args, talk)?;
    let mut setup = context.setup(sandbox, plain_http_id)?;
    if let Some(calls) = max_calls {
        setup = setup.budget(Budget::new().calls(calls));
    }
    advise(&question, talk);
    if dry_run {
        return dry_run::run(&question, &setup, format, talk);
    }
    let file = output.map(|path| Whole::begin(&path, talk)).transpose()?;
    let look = match file {
        None => Look::of_stdout(talk.lang, full),
        Some(_) => Look::of_file(talk.lang, full),
    };
    let asked = now();
    let interrupted = Cell::new(None);
    let stop = async {
        signal.asked().await;
        interrupted.set(Some(context.traffic.now()));
    };
    let work = zhixing::check_until(&question, &setup, stop);
    let report = progress::during(talk, &context.traffic, work).await;
    let interrupted = interrupted.take();
    if let Some(counts) = interrupted.as_ref().filter(|it| it.answered == 0) {
        return Err(crate::interrupted(counts, Answers::Unseen, talk));
    }
    // First of all: whoever reads the report may keep it waiting.
    paid::keep_replies(&report, context);
    let written = match format {
        Format::Table => Ok(table::report(&report, &look)),
        Format::Json => output::json::report(&report),
        Format::Ndjson => output::json::lines(&report),
        Format::Csv => {
            talk.show(&table::summary(&report, &Look::of_stderr(talk.lang)));
            output::csv::report(&report, bom)
        }
        Format::Html => Ok(output::html::report(&report, talk.lang, &asked)),
    };
    let text = written.map_err(|reason| talk.complain(&Message::NotJson(reason), Exit::Failed))?;
    // What holds nothing does not take the place of what was paid for.
    let old = file.as_ref().filter(|_| !answered(&report));
    let old = old.and_then(Whole::replaces);
    // A table and the talk of csv show each failure in its source's line.
    let mut told = matches!(format, Format::Table | Format::Csv);
    match old {
        None => match write(&text, file, format, context) {
            Exit::Answered => {}
            failed => return Err(failed),
        },
        Some(path) => {
            talk.note(&Message::NotReplaced(path));
            if format != Format::Csv {
                say_who_was_not_asked(&report, talk);
                say_who_failed(&report, talk);
                told = true;
            }
        }
    }
    if let Some(counts) = interrupted {
        let answers = match answered(&report) {
            true => Answers::Reported,
            false => Answers::Told,
        };
        return Err(crate::interrupted(&counts, answers, talk));
    }
    if !told {
        say_who_failed(&report, talk);
    }
    Ok(judge(&report, talk))
}

/// Whether any source said what it holds, if only that it holds nothing.
fn answered(report: &Report) -> bool {
    let mut states = report.sources.iter().map(|source| source.state);
    states.any(|state| matches!(state, State::Found | State::None))
}

fn say_who_failed(report: &Report, talk: Talk) {
    for source in &report.sources {
        talk.source(source);
    }
}

/// What a report that is not written would have said. Of those that the question leaves out nobody asks.
fn say_who_was_not_asked(report: &Report, talk: Talk) {
    for source in &report.sources {
        let reason = source.reason.as_ref();
        if let Some(reason) = reason.filter(|it| **it != Reason::NotChosen) {
            talk.note(&Message::NotAsked {
                vendor: source.vendor.clone(),
                operation: source.operation.clone(),
                reason: reason.clone(),
            });
        }
    }
}

/// Writes the report where it was wanted. It was paid for: what cannot be written there is not lost.
fn write(text: &str, file: Option<Whole>, format: Format, context: &Context) -> Exit {
    let ending = match format {
        Format::Table => ".txt",
        Format::Json => ".json",
        Format::Ndjson => ".ndjson",
        Format::Csv => ".csv",
        Format::Html => ".html",
    };
    let Some(file) = file else {
        return paid::print(text.as_bytes(), ending, context);
    };
    match file.finish(text.as_bytes()) {
        Ok(()) => Exit::Answered,
        Err((path, why)) => {
            let sent = context.traffic.now().sent();
            let message = Message::Unwritten { path, why, sent };
            let failed = context.talk.complain(&message, Exit::Failed);
            paid::print_instead(text.as_bytes(), ending, context);
            failed
        }
    }
}

/// Says what looks wrong with the question while nothing is paid for yet: the report says it again, but
/// only after the calls.
fn advise(question: &Question, talk: Talk) {
    for warning in zhixing::warnings(&question.subject) {
        talk.warn(&Message::Advice(warning));
    }
}

/// Options of one format are refused with another, and not ignored.
fn fits(args: &Check, talk: Talk) -> Result<(), Exit> {
    for (given, option, format, name) in [
        (args.bom, "--bom", Format::Csv, "csv"),
        (args.full, "--full", Format::Table, "table"),
    ] {
        if given && args.format != format {
            let message = Message::OptionFits {
                option,
                format: name,
            };
            return Err(talk.complain(&message, Exit::Usage));
        }
    }
    Ok(())
}

/// The time of the question, to the second.
fn now() -> String {
    let now = SystemClock.now();
    Timestamp::from_millis(now.as_seconds() * 1000)
        .map_or_else(|_| now.to_string(), |it| it.to_string())
}

fn question(args: Check, talk: Talk) -> Result<Question, Exit> {
    for name in &args.vendor {
        vendor(name, talk)?;
    }
    let texts = [
        ("SUBJECT", Some(&args.subject)),
        ("--person", args.person.as_ref()),
        ("--id-number", args.id_number.as_ref()),
    ];
    for (name, text) in texts {
        if text.is_some_and(|it| it.trim().is_empty()) {
            return Err(talk.complain(&Message::Blank(name), Exit::Usage));
        }
    }
    let mut subject = Subject::new(args.subject);
    if let Some(person) = args.person {
        subject = subject.person(person);
    }
    if let Some(number) = args.id_number {
        subject = subject.id_number(number);
    }
    let question = Question::about(subject).vendors(args.vendor);
    Ok(if args.all {
        question.all_pages()
    } else {
        question
    })
}

fn judge(report: &Report, talk: Talk) -> Exit {
    if report
        .sources
        .iter()
        .all(|source| source.state == State::NotAsked)
    {
        let reasons = report.sources.iter().map(|it| it.reason.as_ref());
        return nobody(reasons, Message::NobodyAsked, talk);
    }
    Exit::of_all(
        report
            .sources
            .iter()
            .filter_map(|source| source.error.as_ref())
            .map(Exit::from),
    )
}
