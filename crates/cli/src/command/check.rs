//! `zhixing check`: every configured vendor about one subject.

use zhixing::{Question, Report, State, Subject};

use super::{dry_run, print, vendor};
use crate::args::{Check, Format};
use crate::exit::Exit;
use crate::lang::Message;
use crate::output;
use crate::progress;
use crate::setup::Context;
use crate::talk::Talk;

pub(crate) async fn run(args: Check, context: &Context) -> Exit {
    match answer(args, context).await {
        Ok(exit) | Err(exit) => exit,
    }
}

async fn answer(args: Check, context: &Context) -> Result<Exit, Exit> {
    let talk = context.talk;
    let (format, sandbox, dry_run) = (args.format, args.sandbox, args.dry_run);
    let question = question(args, talk)?;
    if dry_run {
        return dry_run::run(&question, &context.setup(sandbox)?, format, talk);
    }
    let setup = context.setup(sandbox)?;
    let work = zhixing::check(&question, &setup);
    let report = progress::during(talk, &context.traffic, work).await;
    let written = match format {
        Format::Table => Ok(output::table::report(&report)),
        Format::Json => output::json::report(&report),
        Format::Ndjson => output::json::lines(&report),
        Format::Csv => output::csv::report(&report),
        Format::Html => Ok(output::html::report(&report)),
    };
    let text = written.map_err(|reason| talk.complain(&Message::NotJson(reason), Exit::Failed))?;
    match print(&text, talk) {
        Exit::Answered => Ok(judge(&report, format, talk)),
        failed => Err(failed),
    }
}

fn question(args: Check, talk: Talk) -> Result<Question, Exit> {
    for name in &args.vendor {
        vendor(name, talk)?;
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

fn judge(report: &Report, format: Format, talk: Talk) -> Exit {
    // A table and the talk of csv show each failure in its source's line already.
    if !matches!(format, Format::Table | Format::Csv) {
        for source in &report.sources {
            talk.source(source);
        }
    }
    if report
        .sources
        .iter()
        .all(|source| source.state == State::NotAsked)
    {
        return talk.complain(&Message::NobodyAsked, Exit::NotConfigured);
    }
    Exit::of_all(
        report
            .sources
            .iter()
            .filter_map(|source| source.error.as_ref())
            .map(Exit::from),
    )
}
