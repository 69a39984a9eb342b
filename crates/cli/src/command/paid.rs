//! What was paid for is written somewhere.
//!
//! Standard output may refuse it: a disk is full, a pipe's reader is gone. Or it is a reply that nobody can use, and only the vendor can
//! say why. To ask again would cost as much again, so that it goes to a file, of which the place is told.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use zhixing::{Failure, Report, SourceReport};

use super::to_stdout;
use crate::exit::Exit;
use crate::lang::Message;
use crate::setup::Context;

/// Writes it to standard output, else to a file with that ending. A reader that has gone away (`| head`) has seen what it wanted.
pub(super) fn print(bytes: &[u8], ending: &'static str, context: &Context) -> Exit {
    match write(bytes, ending, context) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Exit::Answered,
        came => kept(came, bytes, ending, context),
    }
}

/// The same where a file was wanted and could not be written: nobody was to read standard output, so that nobody is no reader.
pub(super) fn print_instead(bytes: &[u8], ending: &'static str, context: &Context) -> Exit {
    kept(write(bytes, ending, context), bytes, ending, context)
}

fn write(bytes: &[u8], ending: &'static str, context: &Context) -> io::Result<()> {
    let unshown = &context.unshown;
    unshown.during(bytes, ending, || to_stdout(bytes))
}

fn kept(came: io::Result<()>, bytes: &[u8], ending: &str, context: &Context) -> Exit {
    let Err(error) = came else {
        return Exit::Answered;
    };
    let path = keep(bytes, ending).map(|path| path.display().to_string());
    let message = Message::Unprinted {
        why: error.into(),
        path,
        sent: context.traffic.now().sent(),
    };
    context.talk.complain(&message, Exit::Failed)
}

/// Keeps the replies of sources that could not use them. What the sandbox says is no purchase.
pub(super) fn keep_replies(report: &Report, context: &Context) {
    for source in report.sources.iter().filter(|_| !report.sandbox) {
        if let Some(failure) = &source.error {
            keep_reply(failure, source, context);
        }
    }
}

/// Keeps the reply of a failed call if nothing else holds what it says and it may have been paid for.
pub(super) fn keep_reply(failure: &Failure, source: &SourceReport, context: &Context) {
    if let Some(reply) = failure.reply_to_keep() {
        let path = keep(reply.body(), ".reply");
        context.talk.note(&Message::Kept {
            vendor: source.vendor.clone(),
            operation: source.operation.clone(),
            list: source.list.clone(),
            path: path.map(|path| path.display().to_string()),
        });
    }
}

/// In the working directory, where its owner looks first and nobody clears up; else where temporary files are.
pub(crate) fn keep(bytes: &[u8], ending: &str) -> Option<PathBuf> {
    let here = std::env::current_dir().ok();
    let folders = here.into_iter().chain([std::env::temp_dir()]);
    folders
        .filter_map(|folder| whole(&folder, bytes, ending).ok())
        .next()
}

/// A new file for its owner alone, as it is about people. A part of one is not left behind.
fn whole(folder: &Path, bytes: &[u8], ending: &str) -> io::Result<PathBuf> {
    let mut file = tempfile::Builder::new()
        .prefix("zhixing-")
        .suffix(ending)
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    let (_, path) = file.keep()?;
    Ok(path)
}
