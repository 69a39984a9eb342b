//! Files of replies: one reply, or several one after the other, as JSON Lines are.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde_json::value::RawValue;
use serde_json::{Deserializer, Value};

use crate::lang::Stored;

/// More bytes of one file are not read into memory.
const LARGEST: u64 = 256 * 1024 * 1024;

/// One reply.
pub(super) struct Reply {
    /// As it stands in the file.
    pub(super) text: String,
    pub(super) value: Value,
    /// The vendor and the operation that the file itself says.
    pub(super) said: Option<(String, String)>,
}

/// The files to read: those that were named, and of a folder every `.json`, `.jsonl` and `.ndjson` in it
/// and below it, by name.
pub(super) fn expand(paths: &[PathBuf], fail: &mut impl FnMut(&str, Stored)) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = files.len();
            below(path, &mut files, fail);
            if files.len() == before {
                fail(&path.display().to_string(), Stored::NoReplies);
            }
        } else {
            files.push(path.clone());
        }
    }
    files
}

fn below(folder: &Path, files: &mut Vec<PathBuf>, fail: &mut impl FnMut(&str, Stored)) {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => {
            let fault = Stored::Unreadable(error.into());
            return fail(&folder.display().to_string(), fault);
        }
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let is_reply = has_ending(&path, &["json", "jsonl", "ndjson"]);
        // A link to a folder is not followed: it may lead back.
        if entry.file_type().is_ok_and(|it| it.is_dir()) {
            below(&path, files, fail);
        } else if is_reply {
            files.push(path);
        }
    }
}

/// Hands out each reply of a file; the faults that were met. A fault of JSON ends a file that is not one of
/// lines.
pub(super) fn replies(
    path: &Path,
    each: &mut impl FnMut(Reply) -> Result<(), Stored>,
) -> Vec<Stored> {
    let text = match text(path) {
        Ok(text) => text,
        Err(fault) => return vec![fault],
    };
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return vec![Stored::Empty];
    }
    if text.starts_with('<') {
        return vec![Stored::Html];
    }
    if has_ending(path, &["jsonl", "ndjson"]) {
        return lines(text, each);
    }
    let mut faults: Vec<Stored> = Vec::new();
    for (index, raw) in Deserializer::from_str(text)
        .into_iter::<&RawValue>()
        .enumerate()
    {
        let fault = match raw.and_then(parsed) {
            Ok(reply) => each(reply).err(),
            Err(error) => Some(Stored::NotJson {
                reply: index + 1,
                reason: error.to_string(),
            }),
        };
        // The same fault of a thousand replies is one.
        faults.extend(fault.filter(|fault| !faults.contains(fault)));
    }
    faults
}

/// A line that is broken ends nothing: the others are read.
fn lines(text: &str, each: &mut impl FnMut(Reply) -> Result<(), Stored>) -> Vec<Stored> {
    let mut faults: Vec<Stored> = Vec::new();
    let (mut broken, mut first) = (0, None);
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<&RawValue>(line).and_then(parsed) {
            Ok(reply) => {
                let fault = each(reply).err();
                faults.extend(fault.filter(|fault| !faults.contains(fault)));
            }
            Err(_) => {
                broken += 1;
                first = first.or(Some(index + 1));
            }
        }
    }
    faults.extend(first.map(|first| Stored::BrokenLines { first, broken }));
    faults
}

/// The error's words say what was expected, and nothing of what is there.
fn parsed(raw: &RawValue) -> Result<Reply, serde_json::Error> {
    Ok(unwrapped(raw.get(), serde_json::from_str(raw.get())?))
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension()
        .is_some_and(|it| endings.iter().any(|known| it == *known))
}

fn text(path: &Path) -> Result<String, Stored> {
    let unreadable = |error: io::Error| Stored::Unreadable(error.into());
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        let file = File::open(path).map_err(unreadable)?;
        file.take(LARGEST + 1).read_to_end(&mut bytes)
    };
    read.map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Stored::TooLarge {
            megabytes: LARGEST / 1024 / 1024,
        });
    }
    String::from_utf8(bytes).map_err(|_| Stored::NotText)
}

/// What `zhixing call` writes without `--raw` holds the reply, and says whose it is.
fn unwrapped(raw: &str, mut value: Value) -> Reply {
    let said = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let is_call = ["signature", "counted", "complete"]
        .iter()
        .all(|member| value.get(*member).is_some());
    if let (true, Some(vendor), Some(operation)) = (is_call, said("vendor"), said("operation"))
        && let Some(reply) = value.get_mut("reply").map(Value::take)
    {
        return Reply {
            text: reply.to_string(),
            value: reply,
            said: Some((vendor, operation)),
        };
    }
    Reply {
        text: raw.to_owned(),
        value,
        said: None,
    }
}
