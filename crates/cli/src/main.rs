//! The `zhixing` command.
//!
//! stdout is data, stderr is talk. What a command does is in `command/`, how it looks in `output/`,
//! what its exit code means in `exit`.

use std::process::ExitCode;

use clap::Parser;

mod args;
mod command;
mod exit;
mod output;
mod setup;

use args::{Args, Command};
use exit::Exit;

#[tokio::main]
async fn main() -> ExitCode {
    let args = Args::parse();
    let run = async {
        match args.command {
            Command::Check(args) => command::check::run(args).await,
            Command::Call(args) => command::call::run(args).await,
            Command::Verify(args) => command::verify::run(&args),
            Command::Sandbox(args) => command::sandbox::run(&args).await,
            Command::Vendors(args) => command::vendors::run(&args),
            Command::Schema(args) => command::schema::run(&args),
        }
    };
    tokio::select! {
        exit = run => exit.into(),
        _ = tokio::signal::ctrl_c() => {
            eprintln!("zhixing: interrupted; a call that was on its way may have been counted");
            Exit::Interrupted.into()
        }
    }
}
