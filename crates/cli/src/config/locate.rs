//! Which config file is read.
//!
//! `--config`, else `$ZHIXING_CONFIG`, else `zhixing/zhixing.toml` in the user's config directory. A
//! `zhixing.toml` in the current directory is **not** read: the command is run where downloaded files
//! and other people's repositories lie, and a planted file could move a host, to which the
//! credentials of the environment would then be sent.

use std::ffi::OsString;
use std::path::PathBuf;

use etcetera::BaseStrategy;

use super::Choice;

/// A config file's place.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) path: PathBuf,
    /// Whether somebody named it, so that its absence is a fault.
    pub(crate) must_exist: bool,
}

/// The place of the config file; `None` where the user has no home.
pub(crate) fn locate(
    choice: &Choice,
    environment: impl Fn(&str) -> Option<OsString>,
) -> Option<Place> {
    let named = choice.file.clone().or_else(|| {
        environment("ZHIXING_CONFIG")
            .filter(|path| !path.is_empty())
            .map(PathBuf::from)
    });
    if let Some(path) = named {
        return Some(Place {
            path,
            must_exist: true,
        });
    }
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(Place {
        path: strategy.config_dir().join("zhixing").join("zhixing.toml"),
        must_exist: false,
    })
}
