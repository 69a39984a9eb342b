//! `zhixing check`: every configured vendor about one subject.

use zhixing::{Question, Report, State, Subject};
use zhixing_core::clock::{Clock, SystemClock, Timestamp};

use super::{complain, print, vendor};
use crate::args::{Check, Format};
use crate::exit::Exit;
use crate::output::table::{self, Look};
use crate::output::{self, words::Lang};
use crate::setup::setup;

pub(crate) async fn run(args: Check) -> Exit {
    if let Some(exit) = args.vendor.iter().find_map(|name| vendor(name).err()) {
        return exit;
    }
    for (given, option, fits) in [
        (args.bom, "--bom", Format::Csv),
        (args.full, "--full", Format::Table),
    ] {
        if given && args.format != fits {
            complain(format_args!("{option} goes with --format {}", name(fits)));
            return Exit::Usage;
        }
    }
    let mut subject = Subject::new(args.subject);
    if let Some(person) = args.person {
        subject = subject.person(person);
    }
    if let Some(number) = args.id_number {
        subject = subject.id_number(number);
    }
    let mut question = Question::about(subject).vendors(args.vendor);
    if args.all {
        question = question.all_pages();
    }
    let asked = now();
    let report = zhixing::check(&question, &setup(args.sandbox)).await;
    let lang = Lang::En;
    let written = match args.format {
        Format::Table => Ok(table::report(&report, &Look::of_stdout(lang, args.full))),
        Format::Json => output::json::report(&report),
        Format::Ndjson => output::json::lines(&report),
        Format::Csv => {
            eprint!("{}", table::summary(&report, &Look::of_stderr(lang)));
            output::csv::report(&report, args.bom)
        }
        Format::Html => Ok(output::html::report(&report, lang, &asked)),
    };
    match written {
        Ok(text) => match print(&text) {
            Exit::Answered => judge(&report),
            failed => failed,
        },
        Err(reason) => {
            complain(reason);
            Exit::Failed
        }
    }
}

fn name(format: Format) -> &'static str {
    if format == Format::Csv {
        "csv"
    } else {
        "table"
    }
}

/// The time of the question, to the second.
fn now() -> String {
    let now = SystemClock.now();
    Timestamp::from_millis(now.as_seconds() * 1000)
        .map_or_else(|_| now.to_string(), |it| it.to_string())
}

fn judge(report: &Report) -> Exit {
    if report
        .sources
        .iter()
        .all(|source| source.state == State::NotAsked)
    {
        complain("no vendor was asked; the report says why for each (see `zhixing vendors`)");
        return Exit::NotConfigured;
    }
    Exit::of_all(
        report
            .sources
            .iter()
            .filter_map(|source| source.error.as_ref())
            .map(Exit::from),
    )
}
