//! `zhixing drift`: stored replies against the schemas that this build was made from.
//!
//! What differs is told by the same walk as an observer's (`zhixing_core::observe`), so a file and a
//! client never disagree. What a schema would need to describe the replies is inferred by
//! `zhixing-shape`. Nobody is called, and no value of a reply is shown.

mod files;
mod names;
mod patch;
mod recognise;
mod seen;
mod show;

use std::path::Path;

use serde_json::Value;

use super::{print, print_json};
use crate::args::{Drift, ListFormat};
use crate::exit::Exit;
use crate::lang::{Hint, Message, Stored};
use crate::setup::Context;
use crate::talk::Talk;
use crate::whole::Whole;

use files::Reply;
use recognise::{By, Named};
use seen::Seen;

/// A file that was read.
struct File {
    name: String,
    replies: usize,
    /// How each operation in it was known.
    by: Vec<(&'static str, &'static str, By)>,
}

pub(crate) fn run(args: &Drift, context: &Context) -> Exit {
    match compare(args, context.talk) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn compare(args: &Drift, talk: Talk) -> Result<Exit, Exit> {
    let named = Named::new(args, talk)?;
    let mut failures = Vec::new();
    let mut fail = |path: &str, fault: Stored| {
        let exit = match fault {
            Stored::Unreadable(_) | Stored::NoReplies => Exit::Failed,
            _ => Exit::NotUnderstood,
        };
        let path = path.to_owned();
        failures.push(talk.complain(&Message::Stored { path, fault }, exit));
    };
    let mut all = Seen::default();
    let mut read = Vec::new();
    for path in files::expand(&args.files, &mut fail) {
        let name = path.display().to_string();
        let mut file = File {
            name: name.clone(),
            replies: 0,
            by: Vec::new(),
        };
        let mut each = |reply: Reply| {
            let (operation, by) = named.operation(&path, &reply)?;
            all.add(operation, &name, &reply)?;
            file.replies += 1;
            let known = (operation.vendor.name, operation.name, by);
            if !file.by.contains(&known) {
                file.by.push(known);
            }
            Ok(())
        };
        for fault in files::replies(&path, &mut each) {
            fail(&name, fault);
        }
        if file.replies > 0 {
            read.push(file);
        }
    }
    let findings = all.findings(args.values);
    let written = match args.format {
        ListFormat::Json => print_json(&show::json(&read, &findings), talk),
        ListFormat::Table => print(&show::table(&read, &findings, talk.lang), talk),
    };
    if written != Exit::Answered {
        return Err(written);
    }
    if let Some(path) = &args.patch {
        write_patch(path, &findings, talk)?;
    }
    if !failures.is_empty() {
        return Ok(Exit::of_all(failures));
    }
    let drifted = findings.iter().any(|finding| !finding.rows.is_empty());
    Ok(if drifted { Exit::Drift } else { Exit::Answered })
}

/// A JSON Patch belongs to one schema, so a file holds the one that there is.
fn write_patch(path: &Path, findings: &[seen::Finding], talk: Talk) -> Result<(), Exit> {
    let patched: Vec<&seen::Finding> = findings
        .iter()
        .filter(|finding| !finding.patch.is_empty())
        .collect();
    let patch: Vec<Value> = match patched[..] {
        [] => Vec::new(),
        [one] => one.patch.clone(),
        _ => {
            let schemas: Vec<&str> = patched.iter().map(|it| it.schema.as_str()).collect();
            let message = Message::SeveralPatches(schemas.join(", "));
            return Err(talk.complain(&message, Exit::Usage));
        }
    };
    // Writing plain JSON to text cannot fail.
    let text = serde_json::to_string_pretty(&patch).unwrap_or_default() + "\n";
    let written = Whole::begin(path, talk)?.finish(text.as_bytes());
    written.map_err(|(path, why)| talk.complain(&Message::File { path, why }, Exit::Failed))?;
    if let [one] = patched[..] {
        talk.hint(&Hint::Patched {
            path: path.display().to_string(),
            schema: one.schema.clone(),
        });
    }
    Ok(())
}
