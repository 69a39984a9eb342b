//! Types that contain themselves need a pointer somewhere on the way round; nothing else does.

use std::collections::{BTreeMap, BTreeSet};

use super::{Ty, TypeDef};

/// Puts a `Box` on each field that would close a circle of structs that hold each other by value.
/// A list or a map is a pointer already.
pub(super) fn break_cycles(types: &mut [TypeDef]) {
    let mut holds: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for def in types {
        let TypeDef::Struct(owner) = def else {
            continue;
        };
        for field in &mut owner.fields {
            let Ty::Named(target) = &field.ty else {
                continue;
            };
            if reaches(&holds, target, &owner.name) {
                field.ty = Ty::Boxed(target.clone());
            } else {
                holds
                    .entry(owner.name.clone())
                    .or_default()
                    .insert(target.clone());
            }
        }
    }
}

fn reaches(holds: &BTreeMap<String, BTreeSet<String>>, from: &str, to: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(name) = open.pop() {
        if name == to {
            return true;
        }
        if seen.insert(name) {
            open.extend(holds.get(name).into_iter().flatten().map(String::as_str));
        }
    }
    false
}
