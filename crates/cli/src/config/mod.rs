//! Credentials and hosts: from the environment, else from a profile of the config file.
//!
//! Each value is looked up on its own and remembers where it came from, so that `config explain` and
//! `doctor` show what a call would really use. The environment wins; an empty value counts as unset.
//! A host that is set in one of the two gets no credential of the other, unless both name it.
//! A profile inherits nothing from another: a key of one account beside the secret of another is
//! refused by the vendor at best, and a test profile that borrowed a real host would spend money.

use std::ffi::OsString;
use std::path::PathBuf;

use zhixing::VENDORS;
use zhixing_core::credentials::Secret;
use zhixing_core::spec::Vendor;

mod file;
mod locate;

pub(crate) use locate::locate;

use crate::lang::{ConfigFault, Message};

/// The profile that is used when none is named.
const DEFAULT: &str = "default";

/// Names the profile, where the command line does not.
const PROFILE: &str = "ZHIXING_PROFILE";

/// What the command line says of the config file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choice {
    pub(crate) file: Option<PathBuf>,
    pub(crate) profile: Option<String>,
}

/// Where a value came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The environment variable of that setting.
    Environment,
    /// The config file, in this line.
    File { line: usize },
    /// The vendor's document prints it.
    Document,
    /// Nowhere.
    NotSet,
}

/// One value that a vendor's document asks for.
#[derive(Debug)]
pub(crate) struct Setting {
    pub(crate) vendor: &'static Vendor,
    /// Its name in the config file.
    pub(crate) key: &'static str,
    /// Its environment variable.
    pub(crate) variable: &'static str,
    /// Whether it is a credential and not a host.
    pub(crate) secret: bool,
    pub(crate) value: Option<Secret>,
    pub(crate) origin: Origin,
    /// Whether the environment and the file say the same.
    agreed: bool,
}

/// Every documented value, and where it came from.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) settings: Vec<Setting>,
    /// The config file that was read.
    pub(crate) path: Option<PathBuf>,
    /// The profile of it that was used.
    pub(crate) profile: Option<String>,
    /// What should be mended, though it can be used.
    pub(crate) warnings: Vec<Message>,
    /// The vendors whose host comes from elsewhere than a credential: nobody is called before that is mended.
    pub(crate) astray: Vec<(&'static str, Message)>,
}

impl Settings {
    /// Reads the environment and the config file.
    ///
    /// # Errors
    /// A variable is no text; the file cannot be read or holds what it should not, each fault with its line; or there is no
    /// such profile.
    pub(crate) fn load(
        choice: &Choice,
        environment: impl Fn(&str) -> Option<OsString>,
    ) -> Result<Self, Vec<Message>> {
        let profile = choice.profile.is_none().then_some(PROFILE);
        let variables = documented().map(|setting| setting.variable).chain(profile);
        // Somebody set it: without it another host would be asked, or another account pay.
        let spoilt = |name: &&str| environment(name).is_some_and(|it| it.to_str().is_none());
        let spoilt: Vec<Message> = variables.filter(spoilt).map(Message::NotText).collect();
        if !spoilt.is_empty() {
            return Err(spoilt);
        }
        let located = locate(choice, &environment);
        let environment = |name: &str| {
            let value = environment(name).and_then(|value| value.into_string().ok());
            value.filter(|value| !value.is_empty())
        };
        let asked = choice.profile.clone().or_else(|| environment(PROFILE));
        let mut warnings = Vec::new();
        let mut used = None;
        let mut values = Vec::new();
        match located {
            // What cannot even be looked for is read, so that the reason is told.
            Some(place) if place.must_exist || place.path.try_exists().unwrap_or(true) => {
                let file = file::read(&place.path).map_err(|fault| vec![fault])?;
                let parsed = file::parse(&place.path, &file.text)?;
                warnings.extend(file.readable.filter(|_| parsed.has_secrets));
                let (profile, found) = parsed.profile(&place.path, asked.as_deref())?;
                values = found;
                used = Some((place.path, profile));
            }
            place => {
                if let Some(profile) = asked {
                    let place = place.map(|it| it.path.display().to_string());
                    return Err(vec![Message::Config {
                        place: place.unwrap_or_default(),
                        fault: ConfigFault::NoFile { profile },
                    }]);
                }
            }
        }
        let settings: Vec<Setting> = documented()
            .map(|blank| blank.filled(environment, &mut values))
            .collect();
        let astray = VENDORS.iter().filter_map(|entry| {
            let name = entry.vendor.name;
            Some((name, astray(name, &settings)?))
        });
        let astray = astray.collect();
        let (path, profile) = used.unzip();
        Ok(Self {
            settings,
            path,
            profile,
            warnings,
            astray,
        })
    }

    /// The value of that variable, for the facade. What the document prints is not among them.
    pub(crate) fn lookup(&self, variable: &str) -> Option<String> {
        self.settings
            .iter()
            .find(|setting| setting.variable == variable && setting.origin != Origin::Document)
            .and_then(|setting| setting.value.as_ref())
            .map(|value| value.expose().to_owned())
    }
}

/// Reads a file's text as [`Settings::load`] does, and gives what Debug shows of it.
pub(crate) fn rehearse(
    path: &std::path::Path,
    text: &str,
    asked: Option<&str>,
) -> Result<String, Vec<Message>> {
    let parsed = file::parse(path, text)?;
    let shown = format!("{parsed:?}");
    let (_, mut values) = parsed.profile(path, asked)?;
    let settings: Vec<Setting> = documented()
        .map(|blank| blank.filled(|_| None, &mut values))
        .collect();
    Ok(format!("{shown}\n{settings:?}"))
}

impl Setting {
    fn blank(vendor: &'static Vendor, key: &'static str, variable: &'static str) -> Self {
        Self {
            vendor,
            key,
            variable,
            secret: false,
            value: None,
            origin: Origin::NotSet,
            agreed: false,
        }
    }

    fn filled(
        mut self,
        environment: impl Fn(&str) -> Option<String>,
        file: &mut Vec<file::Value>,
    ) -> Self {
        let in_file = file
            .iter()
            .position(|value| value.vendor == self.vendor.name && value.key == self.key)
            .map(|index| file.swap_remove(index));
        if let Some(value) = environment(self.variable) {
            let value = Secret::new(value);
            self.agreed = in_file.is_some_and(|it| it.value == value);
            self.value = Some(value);
            self.origin = Origin::Environment;
        } else if let Some(value) = in_file {
            self.value = Some(value.value);
            self.origin = Origin::File { line: value.line };
        } else if let Some(url) = self.vendor.base_url.url.filter(|_| !self.secret) {
            self.value = Some(Secret::new(url));
            self.origin = Origin::Document;
        }
        self
    }
}

/// What is wrong where a host was set in one place and a credential in the other: who can set a variable, or write the file,
/// could lead the other place's credentials to a host of theirs. A host that both name is named by whoever set the
/// credential, and the document's host is nobody's choice.
fn astray(vendor: &'static str, settings: &[Setting]) -> Option<Message> {
    let of_vendor = || settings.iter().filter(|it| it.vendor.name == vendor);
    let set = |it: &&Setting| matches!(it.origin, Origin::Environment | Origin::File { .. });
    let host = of_vendor()
        .filter(set)
        .find(|it| !it.secret && !it.agreed)?;
    let from_environment = host.origin == Origin::Environment;
    let other = of_vendor()
        .filter(set)
        .find(|it| it.secret && (it.origin == Origin::Environment) != from_environment)?;
    Some(Message::HostAstray {
        vendor,
        host: host.variable,
        credential: other.key,
        from_environment,
    })
}

/// Every value that the vendors' documents ask for, in their order, all unset.
fn documented() -> impl Iterator<Item = Setting> {
    VENDORS.iter().flat_map(|entry| {
        let vendor = entry.vendor;
        let secrets = vendor.credentials.iter().map(move |credential| Setting {
            secret: true,
            ..Setting::blank(vendor, credential.name, credential.environment)
        });
        let host = Setting::blank(vendor, host_key(vendor), vendor.base_url.environment);
        secrets.chain([host])
    })
}

/// A host is called as in its environment variable: `base_url`, or `url` for a whole endpoint.
fn host_key(vendor: &Vendor) -> &'static str {
    if vendor.base_url.whole_endpoint {
        "url"
    } else {
        "base_url"
    }
}
