//! What a vendor's crate costs those who depend on it: crates in their tree and seconds of their builds.
//!
//! Programs are written into a folder outside of the workspace and built from nothing, one after the other and each as often as
//! there are rounds: one that depends on the packages that a client needs anyway, and others that depend on a vendor's crate. They
//! take the versions of the repository's lock file and reach no network. What is counted is the time of the
//! processor; beside it stands the time that somebody waits, which says more about the machine and its other work.

mod build;
mod counts;
mod programs;
mod synthetic;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{Failure, Measured};
use build::{Cost, Profile, built};
use programs::PROGRAMS;

/// Rounds that are kept, and those of a look.
const ROUNDS: [usize; 2] = [2, 1];

/// Counts, builds, and returns the counts as text and the times by row.
pub(super) fn measure(root: &Path, quick: bool) -> Result<(String, Measured), Failure> {
    let io = |error| Failure::Io("a temporary folder".into(), error);
    let folder = tempfile::tempdir().map_err(io)?;
    let folder = folder.path();
    for program in PROGRAMS {
        program.write(root, folder)?;
    }
    let mut told = counts::counted(folder)?;
    let synthetic = synthetic::write(root, folder)?;
    told.push_str(&synthetic.lines()?);
    let rounds = ROUNDS[usize::from(quick)];
    let mut measured = Measured::new();
    for round in 0..rounds {
        eprintln!("weight: round {} of {rounds}", round + 1);
        let mut times = BTreeMap::new();
        for profile in [Profile::Debug, Profile::Release] {
            for program in PROGRAMS.iter().filter(|program| program.has(profile)) {
                let target = folder.join("target");
                let cost = built(&folder.join(program.id), &target, profile, &[])?;
                fs::remove_dir_all(&target).map_err(io)?;
                note(&mut times, profile, program.id, cost);
            }
            for (id, cost) in synthetic.built(profile)? {
                note(&mut times, profile, id, cost);
            }
        }
        measured.push(times);
    }
    Ok((told, measured))
}

/// Rows are named `<profile> <cpu or wall>/<what was built>`, in nanoseconds as criterion's are.
fn note(times: &mut BTreeMap<String, f64>, profile: Profile, id: &str, cost: Cost) {
    for (clock, seconds) in [("cpu", cost.cpu), ("wall", cost.wall)] {
        times.insert(format!("{} {clock}/{id}", profile.word()), seconds * 1e9);
    }
}
