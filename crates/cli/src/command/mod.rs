//! One module for each command.

pub(crate) mod call;
pub(crate) mod check;
pub(crate) mod sandbox;
pub(crate) mod schema;
pub(crate) mod vendors;
pub(crate) mod verify;

use zhixing::Entry;

use crate::exit::Exit;

/// The vendor of that name, or the error that names those there are.
fn vendor(name: &str) -> Result<&'static Entry, Exit> {
    zhixing::vendor(name).ok_or_else(|| {
        let known: Vec<&str> = zhixing::VENDORS
            .iter()
            .map(|entry| entry.vendor.name)
            .collect();
        complain(format_args!(
            "there is no vendor `{name}`; there are {}",
            known.join(", ")
        ));
        Exit::Usage
    })
}

/// Talks to the person at the terminal.
fn complain(message: impl std::fmt::Display) {
    eprintln!("zhixing: {message}");
}

/// Writes data. A reader that has gone away (`| head`) is no failure.
fn print(text: &str) -> Exit {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Exit::Answered,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Exit::Answered,
        Err(error) => {
            complain(format_args!("standard output: {error}"));
            Exit::Failed
        }
    }
}

/// Writes JSON for people and machines.
fn print_json(value: &impl serde::Serialize) -> Exit {
    match serde_json::to_string_pretty(value) {
        Ok(text) => print(&(text + "\n")),
        Err(error) => {
            complain(format_args!(
                "the answer could not be written as JSON: {error}"
            ));
            Exit::Failed
        }
    }
}
