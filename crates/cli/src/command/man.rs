//! `zhixing man`: manual pages from the same description as `--help`.
//!
//! The same pages are kept in `crates/cli/man/` for packagers; a test holds them against these.

use std::path::Path;

use clap::CommandFactory;

use super::print_bytes;
use crate::args::{Args, Man};
use crate::exit::Exit;
use crate::lang::Message;
use crate::setup::Context;

pub(crate) fn run(args: &Man, context: &Context) -> Exit {
    let talk = context.talk;
    let command = Args::command().disable_help_subcommand(true);
    match &args.folder {
        None => {
            let mut page = Vec::new();
            match clap_mangen::Man::new(command).render(&mut page) {
                Ok(()) => print_bytes(&page, talk),
                Err(error) => talk.complain(&Message::Output(error.into()), Exit::Failed),
            }
        }
        Some(folder) => match write(command, folder) {
            Ok(()) => Exit::Answered,
            Err(error) => {
                let message = Message::File {
                    path: folder.display().to_string(),
                    why: error.into(),
                };
                talk.complain(&message, Exit::Failed)
            }
        },
    }
}

fn write(command: clap::Command, folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    clap_mangen::generate_to(command, folder)
}
