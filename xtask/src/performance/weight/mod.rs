//! What a vendor's crate costs those who depend on it: crates in their tree and seconds of their builds.
//!
//! Programs are written into a folder outside of the workspace and built from nothing, one after the other: one that depends on the packages that a client needs anyway, and others that depend on a vendor's crate. They
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

/// Rounds, and those of a quick look. The processor's time of one build differs by a tenth from that of the next.
const ROUNDS: [usize; 2] = [3, 1];

/// Counts, builds, and returns the counts as text and the times by row, round by round. What no goal compares is built in
/// the first round alone.
pub(super) fn measure(root: &Path, quick: bool) -> Result<(String, Measured), Failure> {
    let io = |error| Failure::Io("a temporary folder".into(), error);
    let folder = tempfile::tempdir().map_err(io)?;
    let folder = folder.path();
    for program in PROGRAMS {
        program.write(root, folder)?;
    }
    let mut told = counts::counted(folder)?;
    let mut rounds = Measured::new();
    let profiles: &[Profile] = if quick {
        &[Profile::Debug]
    } else {
        &[Profile::Debug, Profile::Release]
    };
    say("two crates of many operations are generated, and what they need is built");
    let synthetic = synthetic::write(root, folder)?;
    for profile in profiles {
        synthetic.prepare(*profile)?;
    }
    for round in 0..ROUNDS[usize::from(quick)] {
        let mut times = BTreeMap::new();
        for profile in profiles {
            for program in programs::of_round(*profile, round) {
                let target = folder.join("target");
                let cost = built(&folder.join(program.id), &target, *profile, &[])?;
                fs::remove_dir_all(&target).map_err(io)?;
                let builds = program.builds();
                note(&mut times, *profile, program.id, cost, builds);
            }
            for (id, cost) in synthetic.built(*profile, round)? {
                note(&mut times, *profile, id, cost, 1);
            }
        }
        rounds.push(times);
    }
    say("their LLVM IR is counted");
    told.push_str(&synthetic.lines()?);
    Ok((told, rounds))
}

/// What is being done, for who waits.
fn say(words: &str) {
    eprintln!("weight: {words}");
}

/// Rows are named `<profile> <cpu or wall>/<what was built>`, in nanoseconds as criterion's are; of so many builds, in the mean.
fn note(times: &mut BTreeMap<String, f64>, profile: Profile, id: &str, cost: Cost, builds: u8) {
    let (cpu, wall) = (cost.cpu, cost.wall);
    say(&format!(
        "{} {id}: {cpu:.1} s of the processor, {wall:.1} s on the wall",
        profile.word()
    ));
    for (clock, seconds) in [("cpu", cost.cpu), ("wall", cost.wall)] {
        let row = format!("{} {clock}/{id}", profile.word());
        *times.entry(row).or_default() += seconds * 1e9 / f64::from(builds);
    }
}
