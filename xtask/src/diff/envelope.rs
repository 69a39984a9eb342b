//! Where code, message, payload and order number stand in replies.
//!
//! A vendor says it once for all operations, and by name for those whose replies differ. What changes there is told
//! there; an operation tells what is left, that it takes another one.

use super::change::Changes;
use super::rule::Rule;
use crate::model::{Envelope, VendorFile};
use crate::read::position::child;

/// The envelopes that both sides have. One that came or went is told by the operations that take it.
pub(super) fn of_vendor(old: &VendorFile, new: &VendorFile, changes: &mut Changes) {
    for (at, old, new) in both(old, new) {
        compare(&at, old, new, changes);
    }
}

/// The envelope of an operation, unless the vendor's own change says it all.
pub(super) fn of_operation(
    (old_vendor, new_vendor): (&VendorFile, &VendorFile),
    old: &Envelope,
    new: &Envelope,
    changes: &mut Changes,
) {
    let mut known = both(old_vendor, new_vendor).into_iter();
    let is_told = known
        .any(|(_, before, after)| places(before) == places(old) && places(after) == places(new));
    if !is_told {
        compare("/envelope", old, new, changes);
    }
}

/// The envelopes of a vendor that are on both sides, with where they stand.
fn both<'a>(old: &'a VendorFile, new: &'a VendorFile) -> Vec<(String, &'a Envelope, &'a Envelope)> {
    let named = old.envelopes.iter().filter_map(|(name, before)| {
        let after = new.envelopes.get(name)?;
        Some((child("/envelopes", name), before, after))
    });
    let one = ("/envelope".to_owned(), &old.envelope, &new.envelope);
    std::iter::once(one).chain(named).collect()
}

fn places(envelope: &Envelope) -> [(&'static str, Option<&str>); 4] {
    let Envelope {
        code,
        message,
        payload,
        order_number,
    } = envelope;
    [
        ("code", Some(code)),
        ("message", Some(message)),
        ("payload", payload.as_deref()),
        ("order_number", order_number.as_deref()),
    ]
}

fn compare(at: &str, old: &Envelope, new: &Envelope, changes: &mut Changes) {
    for ((what, old), (_, new)) in places(old).into_iter().zip(places(new)) {
        let name = format!("the {}'s place", what.replace('_', " "));
        let at = child(at, what);
        changes.unless_equal(Rule::EnvelopeChanged, &at, &name, (&old, &new));
    }
}
