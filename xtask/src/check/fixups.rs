//! Fix-ups: places where the document is wrong and the schema says what is true.
//!
//! A fix-up that nobody needs any more is worse than none: it says that the document is wrong where it
//! is right. So an entry fails as soon as it no longer says what it did, and one with evidence as soon
//! as the example would pass with the document's own words.

use serde_json::Value;

use super::{items, text_at};
use crate::diagnostic::Diagnostics;
use crate::read::{Document, Vendor};

/// What is wrong with the entries themselves.
pub(super) fn check(folder: &Vendor, faults: &mut Diagnostics) {
    for document in documents(folder) {
        for (pointer, entry) in items(&document.value, "/fixups") {
            one(folder, document, &pointer, entry, faults);
        }
    }
}

fn one(
    folder: &Vendor,
    document: &Document,
    pointer: &str,
    entry: &Value,
    faults: &mut Diagnostics,
) {
    let (Some(at), Some(printed), Some(instead)) = (
        entry.get("at").and_then(Value::as_str),
        entry.get("printed"),
        entry.get("instead"),
    ) else {
        return; // the meta-schema has said so
    };
    if printed == instead {
        faults.push(document.fault(
            &format!("{pointer}/instead"),
            "What the document prints and what is true are the same.",
            "The document is right here: delete the entry.",
        ));
        return;
    }
    match document.value.pointer(at) {
        None => faults.push(document.fault(
            &format!("{pointer}/at"),
            format!("Nothing stands at `{at}`."),
            "Point at the keyword that the document gets wrong, or delete the entry.",
        )),
        Some(found) if found == printed => faults.push(document.fault(
            &format!("{pointer}/instead"),
            format!("At `{at}` stands {found}, which the document prints, and not {instead}."),
            "The schema says what is true: write it there. If the document is right after all, delete the entry.",
        )),
        Some(found) if found != instead => faults.push(document.fault(
            &format!("{pointer}/instead"),
            format!("At `{at}` stands {found}: neither what the document prints nor {instead}."),
            "The place was transcribed anew: hold it against the document, then mend or delete the entry.",
        )),
        Some(_) => {}
    }
    // An operation that could not be read may list it.
    if let Some(evidence) = entry.get("evidence").and_then(Value::as_str)
        && folder.complete
    {
        let listed = folder.operations.values().any(|operation| {
            let examples = items(&operation.value, "/examples");
            examples
                .iter()
                .any(|(_, example)| text_at(example, "/file") == Some(evidence))
        });
        if !listed {
            faults.push(document.fault(
                &format!("{pointer}/evidence"),
                format!("`{evidence}` is no example."),
                "Name a file that is listed under `examples` of an operation.",
            ));
        }
    }
}

/// Whether each piece of evidence still is one. Asked only of schemas without faults, since others
/// would speak for every fix-up.
pub(super) fn needed(folder: &Vendor, faults: &mut Diagnostics) {
    for document in documents(folder) {
        for (pointer, entry) in items(&document.value, "/fixups") {
            let Some(evidence) = entry.get("evidence").and_then(Value::as_str) else {
                continue;
            };
            if !is_needed(folder, document, entry, evidence) {
                faults.push(document.fault(
                    &format!("{pointer}/evidence"),
                    format!("`{evidence}` passes with what the document prints as well."),
                    "It proves nothing: name another example, or delete the entry.",
                ));
            }
        }
    }
}

/// Whether the example fails once the document's own words are put back.
fn is_needed(folder: &Vendor, document: &Document, entry: &Value, evidence: &str) -> bool {
    let mut undone = folder.clone();
    let target = undone
        .operations
        .values_mut()
        .chain(&mut undone.vendor)
        .find(|known| known.file == document.file);
    let place = target.and_then(|target| target.value.pointer_mut(text_at(entry, "/at")?));
    let (Some(place), Some(printed)) = (place, entry.get("printed")) else {
        return true; // told where entries are checked
    };
    *place = printed.clone();
    let mut faults = Diagnostics::default();
    super::folder(&undone, &Diagnostics::default(), &mut faults);
    let file = format!("schemas/{}/{evidence}", folder.folder);
    faults
        .iter()
        .any(|fault| fault.file == file || fault.pointer.starts_with("/examples/"))
}

fn documents(folder: &Vendor) -> impl Iterator<Item = &Document> {
    folder.vendor.iter().chain(folder.operations.values())
}
