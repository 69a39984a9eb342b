//! The `zhixing` command.
//!
//! stdout is data, stderr is talk. What a command does is in `command/`, how it looks in `output/`,
//! what it says about itself in `lang/` and `talk`, what its exit code means in `exit`.

use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use tokio::runtime::Runtime;

mod args;
mod command;
mod config;
mod exit;
#[doc(hidden)]
pub mod fuzzed;
#[rustfmt::skip]
mod generated;
mod lang;
mod log;
mod output;
mod panic;
mod progress;
mod setup;
mod signal;
mod talk;
mod traffic;
mod unshown;
mod whole;

use args::{Args, Command};
use config::Choice;
use exit::Exit;
use lang::{Answers, Lang, Message};
use setup::Context;
use signal::{Stop, Wish};
use talk::Talk;
use traffic::Counts;

/// Work that hears of it ends sooner.
const PATIENCE: Duration = Duration::from_millis(500);

/// Runs the command with the arguments of this process.
#[must_use]
pub fn run() -> ExitCode {
    let args = Args::parse();
    let context = Context {
        talk: Talk {
            lang: Lang::choose(args.global.lang, |name| std::env::var(name).ok()),
            quiet: args.global.quiet,
            verbose: args.global.verbose > 0,
            json: args.command.is_json(),
        },
        choice: Choice {
            file: args.global.config,
            profile: args.global.profile,
        },
        traffic: traffic::Traffic::default(),
        unshown: unshown::Unshown::default(),
    };
    log::install(args.global.verbose, context.talk);
    panic::guarded(context.talk, || dispatch(args.command, context)).into()
}

/// Does what was asked.
fn dispatch(command: Command, context: Context) -> Exit {
    // What only computes has no use for a signal handler: the default of Ctrl-C ends it at once, also
    // where it waits for standard input.
    match command {
        Command::Verify(args) => command::verify::run(&args, &context),
        Command::Vendors(args) => command::vendors::run(&args, &context),
        Command::Drift(args) => command::drift::run(&args, &context),
        Command::Schema(args) => command::schema::run(&args, &context),
        Command::Config(args) => command::config::run(&args, &context),
        Command::Completions(args) => command::completions::run(&args, &context),
        Command::Man(args) => command::man::run(&args, &context),
        // The first time it writes what was answered so far.
        Command::Check(args) => interruptible(2, &context, command::check::run(args, &context)),
        Command::Call(args) => interruptible(1, &context, command::call::run(args, &context)),
        Command::Doctor(args) => interruptible(1, &context, command::doctor::run(&args, &context)),
        Command::Sandbox(args) => {
            interruptible(1, &context, command::sandbox::run(&args, &context))
        }
    }
}

/// Does the work until it ends or was asked to stop so many times. Nothing is left running: the connections are
/// closed, the progress line is gone, and what may have been bought is told.
fn interruptible(times: u32, context: &Context, work: impl Future<Output = Exit>) -> Exit {
    let runtime = match Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            let message = Message::System(error.into());
            return context.talk.complain(&message, Exit::Failed);
        }
    };
    // Before anything is done: a signal that came before would end the process without a word.
    let listening = runtime.enter();
    let mut stop = Stop::listen();
    runtime.spawn(insist(times, Stop::listen(), context.clone()));
    drop(listening);
    let done = runtime.block_on(async {
        tokio::select! {
            // The signal first: it may have come while the work was busy.
            biased;
            // The counts are read here, before the work is dropped and counts itself down.
            counts = async {
                for _ in 0..times {
                    stop.asked().await;
                }
                context.traffic.now()
            } => Err(counts),
            exit = work => Ok(exit),
        }
    });
    // A name that is being looked up cannot be cancelled, and is not worth waiting for.
    runtime.shutdown_background();
    done.unwrap_or_else(|counts| interrupted(&counts, Answers::Unseen, context.talk))
}

/// Says what the end leaves behind.
fn interrupted(counts: &Counts, answers: Answers, talk: Talk) -> Exit {
    let message = Message::Interrupted {
        in_doubt: counts.in_doubt(),
        answered: counts.answered,
        answers,
    };
    talk.complain(&message, Exit::Interrupted)
}

/// Ends the process where a signal did not end the work: it may wait for somebody to read what it writes, and hears nothing
/// meanwhile. What is not read was paid for, and is kept.
async fn insist(times: u32, mut stop: Stop, context: Context) {
    for asked in 1..=times {
        let wish = stop.asked().await;
        if asked < times && wish == Wish::End {
            // It asks once: where the answer is there and waits for its reader, more would come of no second time.
            tokio::time::sleep(PATIENCE).await;
            if context.unshown.is_held() {
                break;
            }
        }
    }
    tokio::time::sleep(PATIENCE).await;
    let unshown = context.unshown.take();
    let kept = unshown.and_then(|held| command::paid::keep(&held.bytes, held.ending));
    let answers = kept.map_or(Answers::Unseen, |path| {
        Answers::Kept(path.display().to_string())
    });
    // Nobody may read stderr either.
    let (told, hears) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        interrupted(&context.traffic.now(), answers, context.talk);
        told.send(())
    });
    let _ = hears.recv_timeout(PATIENCE);
    std::process::exit(Exit::Interrupted as i32)
}
