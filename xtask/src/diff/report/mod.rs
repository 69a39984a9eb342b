//! What was found, crate by crate, and the forms in which it is told.

mod changelog;
mod json;
mod markdown;

use semver::Version;

use super::change::{Change, Effect};
use super::version;
use crate::diagnostic::Diagnostic;

/// Whether a crate is on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// On both.
    Changed,
    /// On the new side only.
    Added,
    /// On the old side only.
    Removed,
}

/// One vendor's crate.
#[derive(Debug)]
pub struct CrateReport {
    /// Its name, which is the vendor's.
    pub name: String,
    /// Whether it is on both sides.
    pub fate: Fate,
    /// All changes: those of all operations, then operation by operation, the worst first.
    pub changes: Vec<Change>,
    /// The faults of either side, with the side's label.
    pub faults: Vec<(String, Diagnostic)>,
    /// Its version on the old side.
    pub version: Option<Version>,
    /// Its version on the new side.
    pub now: Option<Version>,
}

/// A comparison.
#[derive(Debug)]
pub struct Report {
    /// What the old side is called.
    pub from: String,
    /// What the new side is called.
    pub to: String,
    /// The crates that something is to be told of, by name.
    pub crates: Vec<CrateReport>,
    /// The version that crates of the workspace share, on the old side and on the new.
    pub workspace: [Option<Version>; 2],
}

impl CrateReport {
    pub(super) fn new(
        name: String,
        fate: Fate,
        mut changes: Vec<Change>,
        faults: Vec<(String, Diagnostic)>,
        [version, now]: [Option<Version>; 2],
    ) -> Self {
        changes.sort_by(|a, b| {
            let key =
                |change: &Change| (change.operation.clone(), std::cmp::Reverse(change.effect()));
            key(a).cmp(&key(b))
        });
        Self {
            name,
            fate,
            changes,
            faults,
            version,
            now,
        }
    }

    /// The worst effect; what has faults is unknown, unless it is breaking already.
    #[must_use]
    pub fn effect(&self) -> Effect {
        let effects = self.changes.iter().map(Change::effect);
        let known = effects
            .clone()
            .filter(|effect| *effect != Effect::Unknown)
            .max();
        let known = known.unwrap_or(Effect::Nothing);
        let is_unknown = effects.clone().any(|effect| effect == Effect::Unknown);
        if is_unknown && known != Effect::Breaking {
            Effect::Unknown
        } else {
            known
        }
    }

    /// The version that the changes ask for, from the old side's.
    #[must_use]
    pub fn next(&self) -> Option<Version> {
        if self.fate == Fate::Removed {
            return None;
        }
        version::next(self.version.as_ref()?, self.effect())
    }

    /// Whether the new side's version is that far already.
    #[must_use]
    pub fn is_enough(&self) -> Option<bool> {
        Some(*self.now.as_ref()? >= self.next()?)
    }

    /// How many changes have that effect.
    fn count(&self, effect: Effect) -> usize {
        let effects = self.changes.iter().map(Change::effect);
        effects.filter(|found| *found == effect).count()
    }
}

impl Report {
    pub(super) fn new(
        [from, to]: [&str; 2],
        crates: Vec<CrateReport>,
        workspace: [Option<Version>; 2],
    ) -> Self {
        Self {
            from: from.into(),
            to: to.into(),
            crates,
            workspace,
        }
    }

    /// Whether all could be compared: neither side has faults.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.crates.iter().all(|report| report.faults.is_empty())
    }

    /// The version for crates that share one: the farthest that any of them asks for.
    #[must_use]
    pub fn next_of_workspace(&self) -> Option<Version> {
        let version = self.workspace.first()?.as_ref()?;
        let effects = self.crates.iter().map(|one| match one.fate {
            // The workspace's version stands for all crates: a new one is an addition to it.
            Fate::Added => Effect::Addition,
            Fate::Removed => Effect::Breaking,
            Fate::Changed => one.effect(),
        });
        version::next(
            version,
            effects.filter(|effect| *effect != Effect::Unknown).max()?,
        )
    }
}
