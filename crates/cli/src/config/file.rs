//! `zhixing.toml`: reading it, and saying by line what should not stand in it.
//!
//! Nothing of a value ever gets into a message: a secret that was typed without quotes makes a syntax
//! error, and its line would show it.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use zhixing::VENDORS;
use zhixing_core::credentials::Secret;
use zhixing_core::request::name_shown;
use zhixing_core::spec::Vendor;

use super::{DEFAULT, host_key};
use crate::lang::{ConfigFault, Message};

/// Bytes that a config file holds at most: far more than all profiles need, far less than a disk.
const LARGEST: u64 = 1024 * 1024;

/// What the outside of the file says.
pub(super) struct Text {
    pub(super) text: String,
    /// The warning that others may read or change it, to be given if it holds secrets.
    pub(super) readable: Option<Message>,
}

pub(super) fn read(path: &Path) -> Result<Text, Message> {
    let wrong = |fault| Message::Config {
        place: path.display().to_string(),
        fault,
    };
    let fail = |error: std::io::Error| wrong(ConfigFault::Unreadable { why: error.into() });
    let file = File::open(path).map_err(fail)?;
    let readable = readable_by_others(path, &file).map_err(fail)?;
    let mut text = String::new();
    file.take(LARGEST + 1)
        .read_to_string(&mut text)
        .map_err(fail)?;
    if text.len() as u64 > LARGEST {
        return Err(wrong(ConfigFault::TooLong { most: LARGEST }));
    }
    Ok(Text { text, readable })
}

#[cfg(unix)]
fn readable_by_others(path: &Path, file: &File) -> std::io::Result<Option<Message>> {
    // Who can change it can lead its credentials to a host of theirs, and so read them.
    use std::os::unix::fs::PermissionsExt;
    let mode = file.metadata()?.permissions().mode() & 0o777;
    Ok((mode & 0o066 != 0).then(|| Message::Config {
        place: path.display().to_string(),
        fault: ConfigFault::ReadableByOthers {
            mode: format!("{mode:03o}"),
        },
    }))
}

/// Elsewhere a file's mode says nothing of who may read it.
#[cfg(not(unix))]
fn readable_by_others(_: &Path, _: &File) -> std::io::Result<Option<Message>> {
    Ok(None)
}

/// What the file says.
#[derive(Debug)]
pub(super) struct Parsed {
    default_profile: Option<(String, usize)>,
    profiles: Vec<(String, Vec<Value>)>,
    pub(super) has_secrets: bool,
}

/// One value of one profile.
#[derive(Debug, Clone)]
pub(super) struct Value {
    pub(super) vendor: &'static str,
    pub(super) key: &'static str,
    pub(super) value: Secret,
    pub(super) line: usize,
}

impl Parsed {
    /// The profile that was asked for, else the file's default, else `default`.
    pub(super) fn profile(
        self,
        path: &Path,
        asked: Option<&str>,
    ) -> Result<(String, Vec<Value>), Vec<Message>> {
        let known: Vec<&str> = self.profiles.iter().map(|(name, _)| &**name).collect();
        let known = known.join(", ");
        let (name, place) = match (asked, self.default_profile) {
            (Some(name), _) => (name.to_owned(), path.display().to_string()),
            (None, Some((name, line))) => (name, format!("{}:{line}", path.display())),
            // A file of named profiles alone needs none of this name.
            (None, None) => {
                let default = self.profiles.into_iter().find(|(name, _)| name == DEFAULT);
                return Ok(default.unwrap_or_else(|| (DEFAULT.to_owned(), Vec::new())));
            }
        };
        match self.profiles.into_iter().find(|(known, _)| *known == name) {
            Some(found) => Ok(found),
            None => Err(vec![Message::Config {
                place,
                fault: ConfigFault::NoProfile { name, known },
            }]),
        }
    }
}

/// Reads the whole file, profiles that are not used included: a fault in one is told before it bites.
pub(super) fn parse(path: &Path, text: &str) -> Result<Parsed, Vec<Message>> {
    let mut reader = Reader {
        path,
        text,
        faults: Vec::new(),
    };
    let table = DeTable::parse(text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        let reason = error.message().to_owned();
        vec![reader.fault(offset, ConfigFault::Syntax { reason })]
    })?;
    let parsed = reader.file(table.get_ref());
    if reader.faults.is_empty() {
        Ok(parsed)
    } else {
        Err(reader.faults)
    }
}

type Key<'k, 'i> = &'k Spanned<toml::de::DeString<'i>>;

struct Reader<'a> {
    path: &'a Path,
    text: &'a str,
    faults: Vec<Message>,
}

impl Reader<'_> {
    fn line(&self, offset: usize) -> usize {
        let before = self.text.as_bytes().iter().take(offset);
        1 + before.filter(|byte| **byte == b'\n').count()
    }

    fn file(&mut self, table: &DeTable<'_>) -> Parsed {
        let mut parsed = Parsed {
            default_profile: None,
            profiles: Vec::new(),
            has_secrets: false,
        };
        for (key, value) in table {
            let name: &str = key.get_ref();
            match name {
                "default_profile" => {
                    let line = self.line(key.span().start);
                    let text = self.text_of(key, value).filter(|text| !text.is_empty());
                    parsed.default_profile = text.map(|text| (text, line));
                }
                DEFAULT => {
                    let values = self.profile(key, value);
                    parsed.profiles.push((DEFAULT.to_owned(), values));
                }
                "profile" => {
                    for (key, value) in self.table(key, value).into_iter().flatten() {
                        if &**key.get_ref() == DEFAULT {
                            // Written in two places, it would be a guess which one counts.
                            self.unknown(key, &["[default.VENDOR]"]);
                            continue;
                        }
                        let values = self.profile(key, value);
                        parsed.profiles.push((key.get_ref().to_string(), values));
                    }
                }
                _ => self.unknown(key, &["default_profile", DEFAULT, "profile"]),
            }
        }
        parsed.has_secrets = parsed
            .profiles
            .iter()
            .flat_map(|(_, values)| values)
            .any(|value| !matches!(value.key, "base_url" | "url"));
        parsed
    }

    fn profile(&mut self, key: Key<'_, '_>, value: &Spanned<DeValue<'_>>) -> Vec<Value> {
        let mut values = Vec::new();
        for (key, value) in self.table(key, value).into_iter().flatten() {
            let name: &str = key.get_ref();
            match zhixing::vendor(name) {
                Some(entry) => values.extend(self.vendor(entry.vendor, key, value)),
                None => {
                    let known: Vec<&str> = VENDORS.iter().map(|it| it.vendor.name).collect();
                    self.unknown(key, &known);
                }
            }
        }
        values
    }

    fn vendor(
        &mut self,
        vendor: &'static Vendor,
        key: Key<'_, '_>,
        value: &Spanned<DeValue<'_>>,
    ) -> Vec<Value> {
        let keys = vendor.credentials.iter().map(|credential| credential.name);
        let known: Vec<&'static str> = keys.chain([host_key(vendor)]).collect();
        let mut values = Vec::new();
        for (key, value) in self.table(key, value).into_iter().flatten() {
            let name: &str = key.get_ref();
            let Some(known) = known.iter().find(|known| **known == name) else {
                self.unknown(key, &known);
                continue;
            };
            if let Some(text) = self.text_of(key, value).filter(|text| !text.is_empty()) {
                values.push(Value {
                    vendor: vendor.name,
                    key: known,
                    value: Secret::new(text),
                    line: self.line(key.span().start),
                });
            }
        }
        values
    }

    fn table<'t, 'i>(
        &mut self,
        key: Key<'_, '_>,
        value: &'t Spanned<DeValue<'i>>,
    ) -> Option<&'t DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            let name = name_shown(key.get_ref()).into_owned();
            self.refuse(key, ConfigFault::NotTable { name });
        }
        table
    }

    fn text_of(&mut self, key: Key<'_, '_>, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let text = value.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            let name = name_shown(key.get_ref()).into_owned();
            self.refuse(key, ConfigFault::NotText { name });
        }
        text
    }

    fn unknown(&mut self, key: Key<'_, '_>, known: &[&str]) {
        let name = name_shown(key.get_ref()).into_owned();
        let known = known.join(", ");
        self.refuse(key, ConfigFault::Unknown { name, known });
    }

    fn refuse(&mut self, key: Key<'_, '_>, fault: ConfigFault) {
        let fault = self.fault(key.span().start, fault);
        self.faults.push(fault);
    }

    fn fault(&self, offset: usize, fault: ConfigFault) -> Message {
        let place = format!("{}:{}", self.path.display(), self.line(offset));
        Message::Config { place, fault }
    }
}
