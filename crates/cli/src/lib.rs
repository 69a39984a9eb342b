//! The `zhixing` command.
//!
//! stdout is data, stderr is talk. What a command does is in `command/`, how it looks in `output/`,
//! what it says about itself in `lang/` and `talk`, what its exit code means in `exit`.

use std::process::ExitCode;
use std::task::{self, Poll, Waker};
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
mod talk;
mod traffic;
mod whole;

use args::{Args, Command};
use config::Choice;
use exit::Exit;
use lang::{Lang, Message};
use setup::Context;
use talk::Talk;
use traffic::Counts;

/// Work that hears of Ctrl-C ends sooner.
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

/// Does the work until it ends or Ctrl-C is pressed so many times. Nothing is left running: the connections are
/// closed, the progress line is gone, and what may have been bought is told.
fn interruptible(presses: u32, context: &Context, work: impl Future<Output = Exit>) -> Exit {
    let runtime = match Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            let message = Message::System(error.into());
            return context.talk.complain(&message, Exit::Failed);
        }
    };
    runtime.spawn(insist(presses, context.clone()));
    let done = runtime.block_on(async {
        tokio::select! {
            // The handler first: a call may be on its way before the work is polled a second time, and
            // a signal that comes before the handler ends the process without a word.
            biased;
            // The counts are read here, before the work is dropped and counts itself down.
            counts = async {
                for _ in 0..presses {
                    pressed().await;
                }
                context.traffic.now()
            } => Err(counts),
            exit = work => Ok(exit),
        }
    });
    // A name that is being looked up cannot be cancelled, and is not worth waiting for.
    runtime.shutdown_background();
    done.unwrap_or_else(|counts| interrupted(&counts, context.talk))
}

/// Says what the end leaves behind.
fn interrupted(counts: &Counts, talk: Talk) -> Exit {
    let message = Message::Interrupted {
        in_doubt: counts.in_doubt(),
        answered: counts.answered,
        shown: false,
    };
    talk.complain(&message, Exit::Interrupted)
}

/// Ends the process where Ctrl-C did not end the work: it may wait for somebody to read what it writes, and hears nothing
/// meanwhile.
async fn insist(presses: u32, context: Context) {
    for _ in 0..presses {
        pressed().await;
    }
    tokio::time::sleep(PATIENCE).await;
    std::process::exit(interrupted(&context.traffic.now(), context.talk) as i32)
}

/// Until Ctrl-C is pressed, from this call on: who first waits for it after the clients are made would not hear of one that
/// came meanwhile, and make the calls all the same.
fn pressed() -> impl Future<Output = ()> {
    let mut signal = Box::pin(tokio::signal::ctrl_c());
    // It listens once it is polled.
    let already = signal
        .as_mut()
        .poll(&mut task::Context::from_waker(Waker::noop()));
    async move {
        let heard = match already {
            Poll::Ready(heard) => heard,
            Poll::Pending => signal.await,
        };
        // Without a handler Ctrl-C ends the process by itself.
        if heard.is_err() {
            std::future::pending().await
        }
    }
}
