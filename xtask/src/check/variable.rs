//! A variable of the environment is one vendor's.
//!
//! `from_env` sends what it reads to the vendor's host. Of two vendors that read one variable, one would be sent the other's
//! credential, or be asked at the other's host.

use std::collections::BTreeMap;

use super::{items, text_at};
use crate::diagnostic::Diagnostics;
use crate::read::{Document, Sources};

/// Where a variable is named.
struct Use<'a> {
    vendor: &'a str,
    document: &'a Document,
    pointer: String,
    /// Whether the run is about the vendor.
    is_asked: bool,
}

impl Use<'_> {
    /// Whether it is called after the vendor.
    fn is_own(&self, variable: &str) -> bool {
        let own = format!("{}_", self.vendor.to_ascii_uppercase());
        variable.starts_with(&own)
    }
}

/// Reports each vendor that names another's.
pub(super) fn check(sources: &Sources, faults: &mut Diagnostics) {
    let mut uses: BTreeMap<&str, Vec<Use<'_>>> = BTreeMap::new();
    let asked = sources.vendors.iter();
    let asked = asked.filter_map(|folder| Some((&folder.folder, folder.vendor.as_ref()?, true)));
    let others = sources.others.iter();
    let others = others.map(|(folder, document)| (folder, document, false));
    for (vendor, document, is_asked) in asked.chain(others) {
        let mut add = |pointer: String| {
            if let Some(variable) = text_at(&document.value, &pointer) {
                uses.entry(variable).or_default().push(Use {
                    vendor,
                    document,
                    is_asked,
                    pointer,
                });
            }
        };
        add("/base_url/environment".to_owned());
        for (pointer, _) in items(&document.value, "/credentials") {
            add(format!("{pointer}/environment"));
        }
    }
    for (variable, mut uses) in uses {
        uses.sort_by_key(|it| it.vendor);
        // Whose it is: by its name, else the first's.
        let owner = uses.iter().find(|it| it.is_own(variable)).or(uses.first());
        let Some(owner) = owner else { continue };
        let others = uses.iter().filter(|it| it.vendor != owner.vendor);
        for other in others.filter(|it| it.is_asked) {
            let reason = format!(
                "`{variable}` is a variable of the vendor `{}`.",
                owner.vendor
            );
            let hint = format!(
                "Name one of this vendor's own, which begins with `{}_`: what it holds would be sent to the other's host.",
                other.vendor.to_ascii_uppercase()
            );
            faults.push(other.document.fault(&other.pointer, reason, hint));
        }
    }
}
