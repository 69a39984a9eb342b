//! `zhixing doctor`: what is configured, from where, and what looks wrong with it.
//!
//! By itself it contacts nobody. With `--online` it asks each configured host for its `/`, without any
//! credential: that can be no product, so it can cost nothing.

use serde_json::{Value, json};

use super::{print, print_json};
use crate::args::{Doctor, ListFormat};
use crate::config::Settings;
use crate::exit::Exit;
use crate::lang::{Finding, Lang, Level, Word};
use crate::output::table::plain;
use crate::progress;
use crate::setup::Context;

mod offline;
mod online;

/// A finding, and whom it is about.
type About = (Option<&'static str>, Finding);

pub(crate) async fn run(args: &Doctor, context: &Context) -> Exit {
    let talk = context.talk;
    let settings = match context.settings() {
        Ok(settings) => settings,
        Err(exit) => return exit,
    };
    let mut findings = offline::examine(&settings, talk.lang);
    if args.online {
        let work = online::examine(&settings, &context.traffic);
        findings.extend(progress::during(talk, &context.traffic, work).await);
    }
    let printed = match args.format {
        ListFormat::Json => print_json(&document(&settings, &findings, args.online), talk),
        ListFormat::Table => print(&table(&findings, talk.lang), talk),
    };
    if printed != Exit::Answered {
        return printed;
    }
    let faults = findings.iter().map(|(_, finding)| finding);
    let faults = faults.filter(|finding| finding.level() == Level::Fault);
    Exit::of_all(faults.map(|finding| match finding {
        Finding::NotReached { .. } => Exit::NotReached,
        _ => Exit::NotConfigured,
    }))
}

fn document(settings: &Settings, findings: &[About], online: bool) -> Value {
    let findings: Vec<Value> = findings
        .iter()
        .map(|(vendor, finding)| {
            let (offset, uncertainty) = match finding {
                Finding::Clock {
                    offset,
                    uncertainty,
                    ..
                }
                | Finding::ClockOff {
                    offset,
                    uncertainty,
                    ..
                } => (Some(offset), Some(uncertainty)),
                _ => (None, None),
            };
            json!({
                "vendor": vendor,
                "check": finding.check(),
                "level": finding.level().as_str(),
                "message": finding.text(Lang::En),
                "clock_offset_seconds": offset,
                "clock_uncertainty_seconds": uncertainty,
            })
        })
        .collect();
    json!({
        "file": settings.path.as_ref().map(|path| path.display().to_string()),
        "profile": settings.profile,
        "online": online,
        "findings": findings,
    })
}

fn table(findings: &[About], lang: Lang) -> String {
    let mut table = plain();
    let headings = [Word::Vendor, Word::Check, Word::State, Word::Note];
    table.set_header(headings.map(|word| word.text(lang)));
    for (vendor, finding) in findings {
        table.add_row([
            vendor.unwrap_or_default(),
            finding.heading(lang),
            finding.level().word().text(lang),
            &finding.text(lang),
        ]);
    }
    format!("{table}\n")
}
