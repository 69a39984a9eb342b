//! What goes to stderr: text for people, or one JSON object a line where the answer is JSON.
//!
//! A program that reads JSON from stdout can read stderr line by line in the same way: each failure and
//! each warning is an object with the same members. They are English whatever the language, since
//! machines match on them; hints and progress are for people and are left out.

use serde::Serialize;
use zhixing::{Failure, SourceReport};
use zhixing_core::Error;
use zhixing_core::transport::Phase;

use crate::exit::Exit;
use crate::lang::{Hint, Lang, Message, failure};

/// How a command speaks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Talk {
    pub(crate) lang: Lang,
    /// Neither hints nor progress. Failures and warnings are always told.
    pub(crate) quiet: bool,
    /// Whether there is a log beside it.
    pub(crate) verbose: bool,
    pub(crate) json: bool,
}

impl Talk {
    /// Says why the command fails, and hands back the exit code for it.
    pub(crate) fn complain(self, message: &Message, exit: Exit) -> Exit {
        if self.json {
            write(&Line::of_message("failure", message, Some(exit)));
        } else {
            self.say(message.text(self.lang), message.next_step(self.lang));
        }
        exit
    }

    /// Writes a line of the log.
    pub(crate) fn line(self, line: &str) {
        say(format_args!("{line}"));
    }

    /// Says what should be mended, though the command goes on.
    pub(crate) fn warn(self, message: &Message) {
        if self.json {
            write(&Line::of_message("warning", message, None));
        } else {
            let mark = self.lang.pick("warning: ", "警告：");
            let text = format!("{mark}{}", message.text(self.lang));
            self.say(text, message.next_step(self.lang));
        }
    }

    /// Says what came of something, though the command goes on.
    pub(crate) fn note(self, message: &Message) {
        if self.json {
            write(&Line::of_message("warning", message, None));
        } else {
            self.say(message.text(self.lang), message.next_step(self.lang));
        }
    }

    /// Shows what a person should see beside the data.
    pub(crate) fn show(self, text: &str) {
        if !self.json {
            say(format_args!("{}", text.trim_end()));
        }
    }

    /// Says what helps a person.
    pub(crate) fn hint(self, hint: &Hint) {
        if !self.json && !self.quiet {
            say(format_args!("zhixing: {}", hint.text(self.lang)));
        }
    }

    /// Says how a call failed, and hands back the exit code for it.
    pub(crate) fn fail(self, error: &Error) -> Exit {
        let operation = error.operation().map(|operation| operation.name);
        self.failure(error.vendor().name, operation, None, &Failure::from(error))
    }

    /// Says how a source of a report failed, if it did.
    pub(crate) fn source(self, source: &SourceReport) {
        if let Some(failure) = &source.error {
            let operation = Some(source.operation.as_str());
            self.failure(&source.vendor, operation, source.list.as_deref(), failure);
        }
    }

    /// What is wrong, and on a line of its own what to do about it.
    fn say(self, wrong: String, next_step: impl std::fmt::Display) {
        say(format_args!("zhixing: {wrong}\n  → {next_step}"));
    }

    fn failure(
        self,
        vendor: &str,
        operation: Option<&str>,
        list: Option<&str>,
        failure: &Failure,
    ) -> Exit {
        let exit = Exit::from(failure);
        if self.json {
            write(&Line {
                r#type: "failure",
                vendor: Some(vendor),
                operation,
                list,
                kind: &failure.kind,
                code: failure.code.as_deref(),
                class: failure.class.as_deref(),
                message: failure.message.clone(),
                sent: Some(&failure.sent),
                counted: Some(&failure.counted),
                next_step: &failure.next_step,
                step: Some(&failure.step)
                    .filter(|word| !word.is_empty())
                    .map(String::as_str),
                http_status: failure.http_status,
                retry_after_seconds: failure.retry_after_seconds,
                exit: Some(exit as u8),
            });
        } else {
            self.say(
                failure::message(self.lang, vendor, failure),
                failure::next_step(self.lang, vendor, failure),
            );
        }
        exit
    }
}

/// One line of stderr in JSON mode. A member that does not apply is null, never missing.
#[derive(Serialize)]
struct Line<'a> {
    r#type: &'static str,
    vendor: Option<&'a str>,
    operation: Option<&'a str>,
    list: Option<&'a str>,
    kind: &'a str,
    code: Option<&'a str>,
    class: Option<&'a str>,
    message: String,
    sent: Option<&'a str>,
    counted: Option<&'a str>,
    next_step: &'a str,
    step: Option<&'a str>,
    http_status: Option<u16>,
    retry_after_seconds: Option<u32>,
    exit: Option<u8>,
}

impl<'a> Line<'a> {
    fn of_message(r#type: &'static str, message: &'a Message, exit: Option<Exit>) -> Self {
        // Whether something was bought is certain, except where the command was stopped on its way.
        let sent = match message {
            Message::Interrupted { in_doubt, .. } if !in_doubt.is_empty() => Phase::InDoubt,
            Message::Interrupted { answered, .. } if *answered > 0 => Phase::Answered,
            Message::Unwritten { sent, .. } | Message::Unprinted { sent, .. } => *sent,
            Message::Fault(_) => Phase::InDoubt,
            Message::Output(_) | Message::NotJson(_) => Phase::Answered,
            _ => Phase::NotSent,
        };
        let counted = match sent {
            Phase::NotSent => "no",
            _ => "unknown",
        };
        let (vendor, operation, list) = match message {
            Message::Kept {
                vendor,
                operation,
                list,
                ..
            } => (Some(&**vendor), Some(&**operation), list.as_deref()),
            Message::NotAsked {
                vendor, operation, ..
            } => (Some(&**vendor), Some(&**operation), None),
            _ => (None, None, None),
        };
        Self {
            r#type,
            vendor,
            operation,
            list,
            kind: message.kind(),
            code: None,
            class: None,
            message: message.text(Lang::En),
            sent: exit.map(|_| sent.sent()),
            counted: exit.map(|_| counted),
            next_step: message.next_step(Lang::En),
            step: None,
            http_status: None,
            retry_after_seconds: None,
            exit: exit.map(|exit| exit as u8),
        }
    }
}

fn write(line: &Line<'_>) {
    match serde_json::to_string(line) {
        Ok(text) => say(format_args!("{text}")),
        Err(_) => say(format_args!("{}", line.message)),
    }
}

/// One line. Where nobody can be told, nobody is; the exit code still tells.
fn say(line: std::fmt::Arguments<'_>) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Answers;

    /// What was answered, or may have been, was paid for, whether it is shown or not.
    #[test]
    fn an_interrupt_says_no_more_than_is_certain() {
        for (in_doubt, answered, answers, sent, counted) in [
            ("", 0, Answers::Unseen, "no", "no"),
            ("", 1, Answers::Unseen, "yes", "unknown"),
            ("", 1, Answers::Reported, "yes", "unknown"),
            ("", 1, Answers::Told, "yes", "unknown"),
            ("", 1, Answers::Kept("f".into()), "yes", "unknown"),
            ("qcc", 0, Answers::Unseen, "in_doubt", "unknown"),
            ("qcc", 1, Answers::Reported, "in_doubt", "unknown"),
        ] {
            let hidden = matches!(answers, Answers::Unseen | Answers::Kept(_));
            let message = Message::Interrupted {
                in_doubt: in_doubt.to_owned(),
                answered,
                answers,
            };
            let line = Line::of_message("failure", &message, Some(Exit::Interrupted));
            assert_eq!((line.sent, line.counted), (Some(sent), Some(counted)));
            let unseen = line.message.contains("not shown");
            assert_eq!(unseen, answered > 0 && hidden, "{}", line.message);
            // Only where nothing was bought.
            assert_eq!(line.next_step == "run it again", sent == "no");
        }
    }
}
