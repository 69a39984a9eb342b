//! `zhixing check`: every configured vendor about one subject.

use zhixing::{Question, Report, State, Subject};

use super::{complain, print, vendor};
use crate::args::{Check, Format};
use crate::exit::Exit;
use crate::output;
use crate::setup::setup;

pub(crate) async fn run(args: Check) -> Exit {
    if let Some(exit) = args.vendor.iter().find_map(|name| vendor(name).err()) {
        return exit;
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
    let report = zhixing::check(&question, &setup(args.sandbox)).await;
    let written = match args.format {
        Format::Table => Ok(output::table::report(&report)),
        Format::Json => output::json::report(&report),
        Format::Ndjson => output::json::lines(&report),
        Format::Csv => output::csv::report(&report),
        Format::Html => Ok(output::html::report(&report)),
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
