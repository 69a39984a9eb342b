//! `zhixing completions`: what a shell needs to complete the command line.
//!
//! The same text is kept in `crates/cli/completions/` for packagers; a test holds it against this.

use clap::CommandFactory;

use super::print_bytes;
use crate::args::{Args, Completions};
use crate::exit::Exit;
use crate::setup::Context;

pub(crate) fn run(args: &Completions, context: &Context) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "zhixing", &mut script);
    print_bytes(&script, context.talk)
}
