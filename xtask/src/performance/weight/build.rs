//! A build, and what it cost.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::performance::{Failure, output};

/// How it is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Profile {
    /// As people build while they work.
    Debug,
    /// As it is delivered.
    Release,
}

impl Profile {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }
}

/// Seconds of the processor, by all processes together, and on the wall.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cost {
    pub(super) cpu: f64,
    pub(super) wall: f64,
}

/// Builds the package in a folder.
pub(super) fn built(
    package: &Path,
    target: &Path,
    profile: Profile,
    arguments: &[&str],
) -> Result<Cost, Failure> {
    let mut command = cargo(package);
    command.arg("build").arg("--target-dir").arg(target);
    if profile == Profile::Release {
        command.arg("--release");
    }
    command.args(arguments);
    let (begun, before) = (Instant::now(), children()?);
    output(&mut command, "cargo build")?;
    Ok(Cost {
        cpu: children()? - before,
        wall: begun.elapsed().as_secs_f64(),
    })
}

/// cargo in a folder, without network and without what the caller's shell says of builds.
pub(super) fn cargo(package: &Path) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    command
        .current_dir(package)
        .env("CARGO_NET_OFFLINE", "true");
    // As a dependency is built: only members of a workspace are built incrementally.
    command.env("CARGO_INCREMENTAL", "0");
    for variable in ["RUSTFLAGS", "CARGO_TARGET_DIR", "CARGO_ENCODED_RUSTFLAGS"] {
        command.env_remove(variable);
    }
    command
}

/// Seconds of the processor that ended children of this process have used, as Linux counts them. A call of the system
/// would need `unsafe` or another package; the file holds the same in hundredths of a second.
fn children() -> Result<f64, Failure> {
    const FILE: &str = "/proc/self/stat";
    let text = fs::read_to_string(FILE).map_err(|error| Failure::Io(FILE.into(), error))?;
    read(&text).ok_or_else(|| Failure::NotUnderstood(FILE.into(), "it has no `cutime`".into()))
}

/// proc(5): the name in brackets may hold blanks; behind it, the 16th and 17th field of all are user and system time.
fn read(stat: &str) -> Option<f64> {
    let (_, behind) = stat.rsplit_once(')')?;
    let mut ticks = behind.split_whitespace().skip(13).map(str::parse::<f64>);
    let (user, system) = (ticks.next()?.ok()?, ticks.next()?.ok()?);
    Some((user + system) / 100.0)
}

#[cfg(test)]
mod tests {
    /// The example of a line of proc(5), with a name that is hard to skip.
    #[test]
    fn ended_children_are_found_behind_any_name() {
        let line = "21 (a) b (c)) S 1 21 1 0 -1 4194304 100 200 0 0 11 22 330 44 20 0 1 0 5 6 7";
        assert_eq!(super::read(line), Some(3.74));
        assert_eq!(super::read("21 (a) S 1"), None);
    }
}
