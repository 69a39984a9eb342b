//! A file that is there whole or not at all.
//!
//! What goes into it was paid for, and somebody may read the file while it is written, or kill the command. So it is begun
//! under another name beside its place, before anything is bought, and gets its name when it is complete. Only its owner can
//! read it: it is about people.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::exit::Exit;
use crate::lang::{Message, Refusal};
use crate::talk::Talk;

/// A file that has no name yet.
#[derive(Debug)]
pub(crate) struct Whole {
    path: PathBuf,
    file: NamedTempFile,
}

impl Whole {
    /// Takes the place: a folder that is not there or cannot be written is told now, and not after the calls.
    pub(crate) fn begin(path: &Path, talk: Talk) -> Result<Self, Exit> {
        place(path).map_err(|message| talk.complain(&message, Exit::Failed))
    }

    /// The file that would be replaced, if there is one.
    pub(crate) fn replaces(&self) -> Option<String> {
        let there = self.path.exists();
        there.then(|| self.path.display().to_string())
    }

    /// Writes all of it, and gives it its name. What had that name before is replaced.
    ///
    /// # Errors
    /// What keeps it from being there, and of which name that is.
    pub(crate) fn finish(mut self, bytes: &[u8]) -> Result<(), (String, Refusal)> {
        let path = self.path;
        let written = self.file.write_all(bytes);
        let kept = written.and_then(|()| self.file.as_file().sync_all());
        let named = kept.and_then(|()| Ok(self.file.persist(&path).map(drop)?));
        named.map_err(|error| (path.display().to_string(), error.into()))
    }
}

fn place(path: &Path) -> Result<Whole, Message> {
    // What ends like a folder, or has no name, cannot become a file.
    let like_a_folder = path.to_string_lossy().ends_with(std::path::is_separator);
    if like_a_folder || path.file_name().is_none() {
        let error = match path.is_dir() {
            true => ErrorKind::IsADirectory,
            false => ErrorKind::NotFound,
        };
        return Err(failed(path, error.into()));
    }
    // A link stays, and what it leads to is replaced.
    let path = match path.canonicalize() {
        Ok(there) if there.is_file() => there,
        // Never put in the place of a device or a folder.
        Ok(there) if there.is_dir() => return Err(failed(path, ErrorKind::IsADirectory.into())),
        Ok(_) => return Err(failed(path, ErrorKind::Unsupported.into())),
        // One that leads nowhere is not replaced either: the report was meant to be elsewhere.
        Err(_) if path.is_symlink() => return Err(failed(path, ErrorKind::NotFound.into())),
        Err(error) if error.kind() == ErrorKind::NotFound => path.to_owned(),
        // A name that is too long, say: nothing could be there, and nothing can be put there.
        Err(error) => return Err(failed(path, error)),
    };
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let folder = folder.unwrap_or(Path::new("."));
    let file = tempfile::Builder::new()
        .prefix(".zhixing-")
        .suffix(".part")
        .tempfile_in(folder)
        // The error names the file that was not begun.
        .map_err(|error| failed(folder, error.kind().into()))?;
    Ok(Whole { path, file })
}

fn failed(path: &Path, error: io::Error) -> Message {
    Message::File {
        path: path.display().to_string(),
        why: error.into(),
    }
}
