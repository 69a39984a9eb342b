//! What can be said without asking anybody.
//!
//! Only what can be justified is said of a key: no document prints its length or alphabet, so neither
//! is checked.

use zhixing::{Setup, VENDORS};
use zhixing_core::credentials::Credentials;
use zhixing_core::spec::Vendor;

use super::About;
use crate::command::config::{origin, shown};
use crate::config::{Origin, Setting, Settings};
use crate::lang::{Finding, Lang};
use zhixing_core::host::{is_loopback, is_plain_http};

pub(super) fn examine(settings: &Settings, lang: Lang) -> Vec<About> {
    let mut findings = vec![(None, file(settings))];
    let warnings = settings.warnings.iter().cloned();
    findings.extend(warnings.map(|warning| (None, Finding::FileWarning(warning))));
    for entry in VENDORS {
        let vendor = entry.vendor;
        let mine = |finding| (Some(vendor.name), finding);
        findings.extend(of_vendor(settings, vendor, lang).into_iter().map(mine));
    }
    if !VENDORS.iter().any(|it| is_configured(settings, it.vendor)) {
        findings.push((None, Finding::Nobody));
    }
    findings
}

/// Whether the vendor would be asked.
pub(super) fn is_configured(settings: &Settings, vendor: &Vendor) -> bool {
    of(settings, vendor).all(|setting| setting.value.is_some())
}

fn of<'a>(settings: &'a Settings, vendor: &Vendor) -> impl Iterator<Item = &'a Setting> {
    let name = vendor.name;
    let all = settings.settings.iter();
    all.filter(move |setting| setting.vendor.name == name)
}

fn file(settings: &Settings) -> Finding {
    match &settings.path {
        Some(path) => Finding::File {
            path: path.display().to_string(),
            profile: settings.profile.clone().unwrap_or_default(),
        },
        None => Finding::NoFile,
    }
}

fn of_vendor(settings: &Settings, vendor: &'static Vendor, lang: Lang) -> Vec<Finding> {
    let unset = of(settings, vendor).filter(|setting| setting.value.is_none());
    let unset: Vec<&str> = unset.map(|setting| setting.variable).collect();
    let set: Vec<&Setting> = of(settings, vendor)
        .filter(|setting| matches!(setting.origin, Origin::Environment | Origin::File { .. }))
        .collect();
    if set.is_empty() {
        return vec![Finding::NotConfigured {
            variables: unset.join(", "),
        }];
    }
    let mut findings = Vec::new();
    if !unset.is_empty() {
        findings.push(Finding::Incomplete {
            missing: unset.join(", "),
        });
    }
    let secrets = || set.iter().copied().filter(|setting| setting.secret);
    for setting in secrets() {
        findings.push(Finding::Credential {
            name: setting.key,
            from: origin(setting, settings, lang),
        });
        findings.extend(shape(setting));
    }
    if secrets().count() > 1 && all_equal(secrets().map(|setting| &setting.value)) {
        let names: Vec<&str> = secrets().map(|setting| setting.key).collect();
        findings.push(Finding::Twice {
            names: names.join(", "),
        });
    }
    let astray = settings
        .astray
        .iter()
        .find(|(name, _)| *name == vendor.name);
    if let Some((_, message)) = astray {
        findings.push(Finding::Astray(message.clone()));
    } else if !all_equal(
        set.iter()
            .map(|setting| setting.origin == Origin::Environment),
    ) {
        findings.push(Finding::Mixed);
    }
    for setting in of(settings, vendor).filter(|setting| !setting.secret) {
        findings.extend(host(setting, settings, lang));
    }
    findings
}

fn all_equal<T: PartialEq>(mut values: impl Iterator<Item = T>) -> bool {
    values
        .next()
        .is_none_or(|first| values.all(|value| value == first))
}

fn shape(setting: &Setting) -> Option<Finding> {
    let name = setting.key;
    let value = setting.value.as_ref()?.expose();
    if let Err(error) = Credentials::new().with(name, value) {
        return Some(Finding::Malformed {
            name,
            fault: error.fault,
        });
    }
    let quoted = |mark| value.len() > 1 && value.starts_with(mark) && value.ends_with(mark);
    if quoted('"') || quoted('\'') {
        return Some(Finding::Quoted { name });
    }
    let usual = value.chars().all(|it| it.is_ascii_graphic());
    (!usual).then_some(Finding::Unusual { name })
}

fn host(setting: &Setting, settings: &Settings, lang: Lang) -> Vec<Finding> {
    let (Some(url), Some(printed)) = (&setting.value, shown(setting)) else {
        return Vec::new();
    };
    let url = url.expose();
    let mut findings = vec![Finding::Host {
        host: printed,
        from: origin(setting, settings, lang),
    }];
    findings.extend(refused(setting.vendor, setting.variable, url));
    // Elsewhere it is refused.
    let printed_so = setting.vendor.base_url.url.is_some_and(is_plain_http);
    if is_plain_http(url) && is_loopback(url) {
        findings.push(Finding::Local);
    } else if is_plain_http(url) && printed_so {
        findings.push(Finding::PlainAsPrinted);
    }
    findings
}

/// Whether a client would refuse the host: asked of a client whose credentials are beyond doubt.
fn refused(vendor: &'static Vendor, variable: &str, url: &str) -> Option<Finding> {
    let (variable, url) = (variable.to_owned(), url.to_owned());
    let setup = Setup::from_lookup(move |name| {
        Some(if name == variable {
            url.clone()
        } else {
            "x".to_owned()
        })
    });
    let refused = zhixing::vendor(vendor.name)?.connect(&setup).err()?;
    match refused.kind() {
        zhixing_core::error::Kind::InvalidBaseUrl { reason } => Some(Finding::NoHost {
            reason: (*reason).to_owned(),
        }),
        _ => None,
    }
}
