//! The version that a crate needs next, by cargo's reading of semantic versioning.
//!
//! Cargo takes the first number that is not zero as the major one. Below 1.0.0 a breaking change therefore
//! raises the second number and everything else the third; below 0.1.0 everything raises the third.

use std::path::Path;

use semver::Version;

use super::change::Effect;

/// The rule in words, for a reader.
pub(super) const RULE: &str = "Cargo's rule: below 1.0.0 a breaking change raises the second number and anything else the third; \
     from 1.0.0 on a breaking change raises the first, an addition or a change of behaviour the second, words the third.";

/// The next version that may carry such a change; `None` if none is needed or none can be told.
#[must_use]
pub fn next(version: &Version, effect: Effect) -> Option<Version> {
    let (major, minor, patch) = (version.major, version.minor, version.patch);
    Some(match effect {
        Effect::Nothing | Effect::Unknown => return None,
        // 2.0.0-rc.1 may become anything that it has not yet been released as.
        _ if !version.pre.is_empty() => Version::new(major, minor, patch),
        Effect::Breaking if major > 0 => Version::new(major + 1, 0, 0),
        Effect::Breaking if minor > 0 => Version::new(0, minor + 1, 0),
        Effect::Addition | Effect::Behaviour if major > 0 => Version::new(major, minor + 1, 0),
        Effect::Breaking | Effect::Addition | Effect::Behaviour | Effect::Docs => {
            Version::new(major, minor, patch + 1)
        }
    })
}

/// The step's name, for 1.0.0 and above.
#[must_use]
pub fn step(effect: Effect) -> Option<&'static str> {
    match effect {
        Effect::Nothing => Some("none"),
        Effect::Docs => Some("patch"),
        Effect::Behaviour | Effect::Addition => Some("minor"),
        Effect::Breaking => Some("major"),
        Effect::Unknown => None,
    }
}

/// The version of a crate below a root, its own or the workspace's.
pub(super) fn of_crate(root: &Path, name: &str) -> Option<Version> {
    let manifest = table(&root.join("crates").join(name).join("Cargo.toml"))?;
    let version = manifest.get("package")?.get("version")?;
    match version.as_str() {
        Some(own) => Version::parse(own).ok(),
        None => of_workspace(root),
    }
}

/// The version that crates of the workspace share.
pub(super) fn of_workspace(root: &Path) -> Option<Version> {
    let manifest = table(&root.join("Cargo.toml"))?;
    let package = manifest.get("workspace")?.get("package")?;
    Version::parse(package.get("version")?.as_str()?).ok()
}

fn table(file: &Path) -> Option<toml::Table> {
    std::fs::read_to_string(file).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By the Cargo Book, "SemVer Compatibility" and "Specifying Dependencies" (default requirements).
    #[test]
    fn the_first_number_that_is_not_zero_is_the_major_one() {
        let expected = [
            ("1.4.2", Effect::Breaking, Some("2.0.0")),
            ("1.4.2", Effect::Addition, Some("1.5.0")),
            ("1.4.2", Effect::Behaviour, Some("1.5.0")),
            ("1.4.2", Effect::Docs, Some("1.4.3")),
            ("0.4.2", Effect::Breaking, Some("0.5.0")),
            ("0.4.2", Effect::Addition, Some("0.4.3")),
            ("0.4.2", Effect::Behaviour, Some("0.4.3")),
            ("0.4.2", Effect::Docs, Some("0.4.3")),
            ("0.0.2", Effect::Breaking, Some("0.0.3")),
            ("0.0.2", Effect::Docs, Some("0.0.3")),
            ("2.0.0-rc.1", Effect::Breaking, Some("2.0.0")),
            ("1.4.2", Effect::Nothing, None),
            ("1.4.2", Effect::Unknown, None),
        ];
        for (version, effect, wanted) in expected {
            let version = Version::parse(version).expect("a version");
            let found = next(&version, effect).map(|version| version.to_string());
            assert_eq!(found.as_deref(), wanted, "{version} {effect}");
        }
    }
}
