//! What a table was measured on, in a line above it: each table may be of another day.

use std::fs;
use std::process::Command;
use std::thread::available_parallelism;

use jiff::{Timestamp, tz::TimeZone};

/// Processor, cores, system, compiler, day and command.
pub(super) fn line(table: &str, quick: bool) -> String {
    let cores = available_parallelism().map_or(1, usize::from);
    let cores = if cores == 1 {
        "1 core".to_owned()
    } else {
        format!("{cores} cores")
    };
    let day = Timestamp::now().to_zoned(TimeZone::UTC).date();
    let quick = if quick { " --quick" } else { "" };
    format!(
        "{}, {cores}; {}; {}; {day}; `cargo xtask performance --only {table}{quick}`\n",
        processor().unwrap_or_else(|| std::env::consts::ARCH.to_owned()),
        system().unwrap_or_else(|| std::env::consts::OS.to_owned()),
        compiler(),
    )
}

fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

fn system() -> Option<String> {
    let text = fs::read_to_string("/etc/os-release").ok()?;
    let name = text
        .lines()
        .find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    Some(name.trim_matches('"').to_owned())
}

/// As it names itself, without the commit.
fn compiler() -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let told = super::output(Command::new(rustc).arg("--version"), "rustc --version");
    let told = told.unwrap_or_else(|_| "rustc".into());
    let words: Vec<&str> = told.split_whitespace().take(2).collect();
    words.join(" ")
}
