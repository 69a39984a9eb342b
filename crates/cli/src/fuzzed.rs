//! What the fuzzer and its replay feed to the command: whatever somebody may type or write into the config file, up to where a call
//! would be sent. Nothing here sends, writes a file or reads one.

use std::path::Path;
use std::pin::pin;
use std::task::{Context as TaskContext, Poll, Waker};

use clap::Parser;

use crate::args::{Args, Command};
use crate::command;
use crate::config::{self, Choice};
use crate::exit::Exit;
use crate::lang::{Lang, Message};
use crate::setup::Context;
use crate::talk::Talk;
use crate::traffic::Traffic;

/// Reads a command line, and does what follows without sending: of `call` the printed request, of `check` the rehearsal, both at
/// the sandbox; lists, schemas and completions as they are. `None` if it is no command line, or one that does more.
pub fn command_line<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<u8> {
    let args = match Args::try_parse_from(["zhixing"].into_iter().chain(words)) {
        Ok(args) => args,
        Err(refused) => {
            // What a person would read.
            drop(refused.to_string());
            return None;
        }
    };
    let context = Context {
        talk: Talk {
            verbose: false,
            lang: Lang::choose(args.global.lang, |_| None),
            quiet: args.global.quiet,
            json: args.command.is_json(),
        },
        choice: Choice::default(),
        traffic: Traffic::default(),
        unshown: crate::unshown::Unshown::default(),
    };
    let exit = match args.command {
        Command::Call(mut args) => {
            (args.sandbox, args.print_request, args.raw) = (true, true, false);
            at_once(command::call::run(args, &context))?
        }
        Command::Check(mut args) => {
            (args.sandbox, args.dry_run) = (true, true);
            at_once(command::check::run(args, &context))?
        }
        Command::Vendors(args) => command::vendors::run(&args, &context),
        Command::Schema(args) => command::schema::run(&args, &context),
        Command::Completions(args) => command::completions::run(&args, &context),
        _ => return None,
    };
    Some(exit as u8)
}

/// The end of work that waits for nothing.
fn at_once(work: impl Future<Output = Exit>) -> Option<Exit> {
    let mut task = TaskContext::from_waker(Waker::noop());
    match pin!(work).poll(&mut task) {
        Poll::Ready(exit) => Some(exit),
        Poll::Pending => None,
    }
}

/// Reads a config file and a profile of it. Gives all that could be told of it: its faults in every language, or what Debug
/// shows; and whether it was read.
pub fn config_file(text: &str, profile: Option<&str>) -> (bool, String) {
    match config::rehearse(Path::new("zhixing.toml"), text, profile) {
        Ok(shown) => (true, shown),
        Err(faults) => {
            let told = |fault: &Message| {
                let [english, chinese] = [Lang::En, Lang::Zh].map(|lang| fault.text(lang));
                format!("{english}\n{chinese}\n{fault:?}\n")
            };
            (false, faults.iter().map(told).collect())
        }
    }
}
