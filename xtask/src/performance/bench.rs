//! Runs a table's bench in rounds, and reads what criterion leaves behind.
//!
//! Criterion measures one row after the other, and machines change in the meantime. So all rows are measured for a
//! short time, several times over, and ratios are taken within a round. Each round has a folder of its own: what an earlier
//! run left is never taken for what this one measured.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::{Failure, Measured};

/// Rounds that are kept, and those of a look.
const ROUNDS: [usize; 2] = [5, 3];

/// Runs the bench; what each round measured.
pub(super) fn measure(
    root: &Path,
    (package, target): (&str, &str),
    quick: bool,
) -> Result<Measured, Failure> {
    let io = |error| Failure::Io("a temporary folder".into(), error);
    let folder = tempfile::tempdir().map_err(io)?;
    build(root, (package, target))?;
    let rounds = ROUNDS[usize::from(quick)];
    let mut measured = Measured::new();
    for round in 0..rounds {
        eprintln!("{package} {target}: round {} of {rounds}", round + 1);
        let home = folder.path().join(round.to_string());
        run(root, (package, target), quick, &home)?;
        let mut times = BTreeMap::new();
        collect(&home, &mut times)?;
        measured.push(times);
    }
    Ok(measured)
}

/// Builds the bench before anything is measured. It takes minutes the first time, so cargo's own words are shown.
fn build(root: &Path, bench: (&str, &str)) -> Result<(), Failure> {
    let (mut command, words) = cargo_bench(root, bench);
    command.arg("--no-run").stderr(Stdio::inherit());
    super::output(&mut command, &words).map(drop)
}

fn run(root: &Path, bench: (&str, &str), quick: bool, home: &Path) -> Result<(), Failure> {
    let (mut command, words) = cargo_bench(root, bench);
    command.env("CRITERION_HOME", home).args(["--", "--noplot"]);
    // The estimates are bootstrapped; the default of 100,000 resamples takes longer than some rows themselves.
    command.args(["--nresamples", "2000"]);
    if quick {
        command.arg("--quick");
    } else {
        command.args([
            "--warm-up-time",
            "0.5",
            "--measurement-time",
            "1.5",
            "--sample-size",
            "10",
        ]);
    }
    super::output(&mut command, &words).map(drop)
}

/// The command, and its words.
fn cargo_bench(root: &Path, (package, target): (&str, &str)) -> (Command, String) {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .current_dir(root)
        .args(["bench", "--package", package, "--bench", target]);
    let words = format!("cargo bench --package {package} --bench {target}");
    (command, words)
}

/// Every benchmark below a folder: its whole name, and the median of an iteration in nanoseconds.
fn collect(folder: &Path, into: &mut BTreeMap<String, f64>) -> Result<(), Failure> {
    let unreadable = |error| Failure::Io("what criterion measured".into(), error);
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if !path.is_dir() {
            continue;
        }
        if path.file_name().is_some_and(|name| name == "new") {
            let name = value(&path, "benchmark.json", "/full_id", |id| {
                id.as_str().map(str::to_owned)
            })?;
            let time = value(
                &path,
                "estimates.json",
                "/median/point_estimate",
                Value::as_f64,
            )?;
            into.insert(name, time);
        } else {
            collect(&path, into)?;
        }
    }
    Ok(())
}

fn value<T>(
    folder: &Path,
    file: &str,
    pointer: &str,
    read: impl Fn(&Value) -> Option<T>,
) -> Result<T, Failure> {
    let text = fs::read(folder.join(file)).map_err(|error| Failure::Io(file.into(), error))?;
    let not_understood = |reason: String| Failure::NotUnderstood(file.into(), reason);
    let json: Value =
        serde_json::from_slice(&text).map_err(|error| not_understood(error.to_string()))?;
    json.pointer(pointer)
        .and_then(read)
        .ok_or_else(|| not_understood(format!("criterion writes no `{pointer}` any more")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The layout of criterion 0.8, written down from its documentation of `CRITERION_HOME`, with numbers of ours.
    #[test]
    fn names_and_medians_are_read_wherever_they_stand() {
        let home = tempfile::tempdir().expect("a folder");
        for (folder, id, time) in [("g/a_b", "g/a b", 1.5), ("g_2/c/20", "g 2/c/20", 2e6)] {
            for set in ["base", "new"] {
                let place = home.path().join(folder).join(set);
                fs::create_dir_all(&place).expect("a folder");
                let benchmark = serde_json::json!({ "group_id": "g", "full_id": id });
                fs::write(place.join("benchmark.json"), benchmark.to_string()).expect("written");
                let time = if set == "new" { time } else { 7.0 };
                let estimates = serde_json::json!({ "median": { "point_estimate": time } });
                fs::write(place.join("estimates.json"), estimates.to_string()).expect("written");
            }
        }
        let mut found = BTreeMap::new();
        collect(home.path(), &mut found).expect("it is all there");
        assert_eq!(
            found,
            [("g/a b".to_owned(), 1.5), ("g 2/c/20".to_owned(), 2e6)].into()
        );

        fs::write(home.path().join("g/a_b/new/estimates.json"), "{}").expect("written");
        let failure = collect(home.path(), &mut found).expect_err("the median is missing");
        assert_eq!(
            failure.to_string(),
            "estimates.json: criterion writes no `/median/point_estimate` any more."
        );
    }
}
