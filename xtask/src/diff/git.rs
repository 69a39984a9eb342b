//! A revision's schemas and manifests in a folder of their own.
//!
//! git is asked and no library: whoever compares revisions has it, and its own rules for names of revisions
//! are the ones that people know. The repository's index is not touched.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use super::Failure;

/// What a side consists of.
const PARTS: [&str; 3] = ["schemas", "Cargo.toml", "crates/*/Cargo.toml"];

/// The commit of a revision.
pub(super) fn commit(root: &Path, revision: &str) -> Result<String, Failure> {
    let name = format!("{revision}^{{commit}}");
    let arguments = [
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        &name,
    ];
    let found = run(root, None, &arguments, &[]).map_err(|failure| match failure {
        Failure::Git { .. } => Failure::Revision(revision.to_owned()),
        other => other,
    })?;
    Ok(found.trim().to_owned())
}

/// The last commit that two revisions have in common.
pub(super) fn merge_base(root: &Path, first: &str, second: &str) -> Result<String, Failure> {
    let found = run(root, None, &["merge-base", first, second], &[])?;
    Ok(found.trim().to_owned())
}

/// Writes a commit's schemas and manifests below a folder.
pub(super) fn check_out(root: &Path, commit: &str, into: &Path) -> Result<(), Failure> {
    let index = into.join("index");
    run(root, Some(&index), &["read-tree", commit], &[])?;
    let mut list = vec!["ls-files", "-z", "--"];
    list.extend(PARTS);
    let files = run(root, Some(&index), &list, &[])?;
    let prefix = format!("--prefix={}/", into.display());
    let arguments = ["checkout-index", "--stdin", "-z", &prefix];
    run(root, Some(&index), &arguments, files.as_bytes())?;
    Ok(())
}

fn run(
    root: &Path,
    index: Option<&Path>,
    arguments: &[&str],
    input: &[u8],
) -> Result<String, Failure> {
    let mut command = Command::new("git");
    command
        .arg("-C")
        .arg(root)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    if let Some(index) = index {
        command.env("GIT_INDEX_FILE", index);
    }
    let mut child = command.spawn().map_err(Failure::NoGit)?;
    if let Some(mut stdin) = child.stdin.take() {
        // Whether git read all of it is told by how it ends.
        drop(stdin.write_all(input));
    }
    let done = child.wait_with_output().map_err(Failure::Io)?;
    if done.status.success() {
        Ok(String::from_utf8_lossy(&done.stdout).into_owned())
    } else {
        Err(Failure::Git {
            command: arguments.join(" "),
            said: String::from_utf8_lossy(&done.stderr).trim().to_owned(),
        })
    }
}
