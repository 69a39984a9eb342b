//! What holds of all operations of a vendor, and then each operation.

use std::collections::BTreeMap;

use super::change::{Change, Changes, code};
use super::pairs::{pairs, reordered};
use super::rule::Rule;
use super::{envelope, operation, recipe, status};
use crate::check::features;
use crate::model::{
    BaseUrl, Credential, Operation, PrintedDocument, ReplySignature, Vendor, VendorFile,
};
use crate::read::position::child;

/// All changes between two versions of a vendor. Operations are compared if both sides have them as a
/// model; `unread` names those that one side could not read.
pub(super) fn compare(old: &Vendor, new: &Vendor, unread: &[String]) -> Vec<Change> {
    let mut changes = Changes::default();
    let Vendor { file, operations } = new;
    let (had, needed) = (features::needed(old), features::needed(new));
    let lacking: Vec<String> = needed.difference(&had).map(|name| code(name)).collect();
    let manifest = (!lacking.is_empty()).then(|| {
        let name = &file.vendor;
        format!(
            "`crates/{name}/Cargo.toml`: `zhixing-core` with the feature {}",
            lacking.join(", ")
        )
    });
    self::file(&old.file, file, manifest, &mut changes);
    let name = &file.vendor;
    let by_name = |list| -> BTreeMap<_, _> {
        let list: &[Operation] = list;
        list.iter().map(|one| (one.name.as_str(), one)).collect()
    };
    let (before, after) = (by_name(&old.operations), by_name(operations));
    let is_read = |name: &str| !unread.iter().any(|unread| unread == name);
    for (operation_name, operation) in before.iter().filter(|(name, _)| is_read(name)) {
        match after.get(operation_name) {
            Some(new) => {
                let mapping = mapping(name, operation_name, operations.len());
                operation::compare((&old.file, file), &mapping, operation, new, &mut changes);
            }
            None => {
                changes.about(Some(operation_name));
                changes.by_hand(
                    Rule::OperationRemoved,
                    "",
                    format!("{} was removed", operation::described(operation)),
                    Some(format!(
                        "{} and `crates/{name}/tests/`: its mapping and its tests go",
                        mapping(name, operation_name, old.operations.len())
                    )),
                );
            }
        }
    }
    for (operation_name, operation) in after.iter().filter(|(name, _)| is_read(name)) {
        if !before.contains_key(operation_name) {
            changes.about(Some(operation_name));
            changes.by_hand(
                Rule::OperationAdded,
                "",
                format!("{} was added", operation::described(operation)),
                Some(format!(
                    "{}: a mapping of `{}`; `docs/adding-a-vendor.md` says the rest under “One more product of a vendor that is there”",
                    mapping(name, operation_name, operations.len()),
                    operation.record
                )),
            );
        }
    }
    changes.finish()
}

/// Where an operation's records are mapped: of the vendor's first operation in one file, of a further one in a file of its
/// own. Which was the first, schemas do not say.
fn mapping(vendor: &str, operation: &str, operations: usize) -> String {
    let of_first = format!("`crates/{vendor}/src/record.rs`");
    match operations {
        0 | 1 => of_first,
        _ => format!("{of_first} or `record/{operation}.rs` beside it"),
    }
}

/// `manifest` is what the crate's manifest must say for what is signed otherwise.
fn file(old: &VendorFile, new: &VendorFile, mut manifest: Option<String>, changes: &mut Changes) {
    let VendorFile {
        vendor: _, // the same: vendors are matched by it
        title,
        document,
        base_url,
        credentials,
        auth,
        envelope: _, // with those that have a name
        envelopes: _,
        reply_signature,
        statuses,
        http_statuses,
        statements,
    } = new;
    self::base_url(&old.base_url, base_url, changes);
    self::credentials(&old.credentials, credentials, changes);
    recipe::compare(&old.auth, auth, &mut manifest, changes);
    envelope::of_vendor(old, new, changes);
    signature(
        old.reply_signature.as_ref(),
        reply_signature.as_ref(),
        manifest,
        changes,
    );
    status::compare(&old.statuses, statuses, changes);
    status::http(&old.http_statuses, http_statuses, changes);
    let words = |title: &crate::model::Bilingual, document: &PrintedDocument| {
        let PrintedDocument {
            title: printed,
            file,
            version,
            notes,
        } = document;
        let mut words = vec![
            title.zh.clone(),
            title.en.clone(),
            printed.clone(),
            file.clone(),
        ];
        words.push(version.clone().unwrap_or_default());
        words.extend(notes.iter().cloned());
        words
    };
    changes.words(
        "/document",
        "the document",
        &words(&old.title, &old.document),
        &words(title, document),
    );
    let said = |list: &[crate::model::Statement]| {
        list.iter().map(operation::statement).collect::<Vec<_>>()
    };
    changes.words(
        "/statements",
        "the document's sentences",
        &said(&old.statements),
        &said(statements),
    );
}

fn base_url(old: &BaseUrl, new: &BaseUrl, changes: &mut Changes) {
    let BaseUrl {
        url,
        environment,
        whole_endpoint,
    } = new;
    let at = "/base_url";
    match (&old.url, url) {
        (Some(_), None) => changes.push(
            Rule::ArgumentAdded,
            at,
            "no host is printed any more: `Client::new` takes `endpoint` first",
        ),
        (None, Some(url)) => changes.push(
            Rule::ArgumentRemoved,
            at,
            format!(
                "{} is the host: `Client::new` takes no `endpoint`",
                code(url)
            ),
        ),
        (old, new) => changes.unless_equal(Rule::HostChanged, at, "the host", (old, new)),
    }
    let variables = (&old.environment, environment);
    changes.unless_equal(
        Rule::EnvironmentChanged,
        at,
        "the variable of the host",
        variables,
    );
    if old.whole_endpoint != *whole_endpoint {
        let word = if *whole_endpoint {
            "the whole endpoint"
        } else {
            "the host alone"
        };
        changes.push(Rule::HostChanged, at, format!("the address is now {word}"));
    }
}

fn credentials(old: &[Credential], new: &[Credential], changes: &mut Changes) {
    let matched = pairs(
        old,
        new,
        |one| one.name.as_str(),
        |one| one.environment.as_str(),
    );
    let place = |name: &str| child("/credentials", name);
    for credential in &matched.removed {
        changes.push(
            Rule::ArgumentRemoved,
            place(&credential.name),
            format!("credential `{}` was removed", credential.name),
        );
    }
    for credential in &matched.added {
        changes.push(
            Rule::ArgumentAdded,
            place(&credential.name),
            format!(
                "credential `{}` (`{}`) was added",
                credential.name, credential.environment
            ),
        );
    }
    for (old, new) in &matched.both {
        let Credential {
            name,
            environment,
            description,
        } = new;
        let at = place(name);
        changes.unless_equal(
            Rule::CredentialRenamed,
            &at,
            "the credential's name",
            (&old.name, name),
        );
        let variables = (&old.environment, environment);
        changes.unless_equal(
            Rule::EnvironmentChanged,
            &at,
            &format!("the variable of `{name}`"),
            variables,
        );
        let words = |text: &String| [text.clone()];
        changes.words(
            &at,
            &code(name),
            &words(&old.description),
            &words(description),
        );
    }
    if reordered(&matched.both, new) {
        let names: Vec<&str> = new.iter().map(|one| one.name.as_str()).collect();
        changes.push(
            Rule::CredentialsReordered,
            "/credentials",
            format!("`Client::new` is now `new({})`", names.join(", ")),
        );
    }
}

fn signature(
    old: Option<&ReplySignature>,
    new: Option<&ReplySignature>,
    manifest: Option<String>,
    changes: &mut Changes,
) {
    let told = |signature: Option<&ReplySignature>| {
        signature.map(|signature| {
            let ReplySignature {
                signature,
                payload,
                algorithm,
                suffix,
                credential,
            } = signature;
            format!("{signature} = {algorithm}(flattened {payload} + {suffix:?} + <{credential}>)")
        })
    };
    let (old, new) = (told(old), told(new));
    let (rule, at) = (Rule::ReplySignatureChanged, "/reply_signature");
    let what = match (&old, &new) {
        (None, Some(new)) => format!("replies are now signed: {}", code(new)),
        (Some(old), None) => {
            format!("replies are no longer signed; they were by {}", code(old))
        }
        (Some(old), Some(new)) if old != new => format!("was {}, is {}", code(old), code(new)),
        _ => return,
    };
    changes.by_hand(rule, at, what, manifest);
}
