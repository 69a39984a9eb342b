//! Where each type of a reply stands, which are the records' own, and which was only renamed.

use std::collections::{BTreeMap, BTreeSet};

use super::pairs::{Pairs, pairs};
use super::spell;
use crate::model::described::{Form, Member, Object};
use crate::model::{Field, Operation, Struct, TypeDef};
use crate::read::position::child;

/// One side's types with where each is met first.
pub(super) struct Side<'a> {
    pub defs: BTreeMap<&'a str, &'a TypeDef>,
    places: BTreeMap<&'a str, String>,
    /// What observers expect, by the object's name and the field's.
    forms: BTreeMap<(&'a str, &'a str), &'a Form>,
    /// What a record consists of: its own type and those inside it.
    pub records: BTreeSet<&'a str>,
}

impl<'a> Side<'a> {
    pub(super) fn new(operation: &'a Operation) -> Self {
        let defs = operation
            .types
            .iter()
            .map(|def| (def.name(), def))
            .collect::<BTreeMap<_, _>>();
        let places = reach(&defs, "Reply", "/reply");
        let records = reach(&defs, &operation.record, "");
        Self {
            records: records.into_keys().collect(),
            places,
            defs,
            forms: forms(&operation.described),
        }
    }

    /// What observers expect of a field, in words.
    pub(super) fn form(&self, object: &str, wire: &str) -> String {
        let form = self.forms.get(&(object, wire));
        form.map_or_else(String::new, |form| spell::form(form))
    }

    pub(super) fn place(&self, name: &str) -> String {
        self.places
            .get(name)
            .cloned()
            .unwrap_or_else(|| "/reply".into())
    }
}

fn forms(objects: &[Object]) -> BTreeMap<(&str, &str), &Form> {
    let mut forms = BTreeMap::new();
    for object in objects {
        let Object {
            name,
            schema: _, // where `drift` says to mend it: a place in the file
            fields,
        } = object;
        for field in fields {
            let Member {
                wire,
                required: _, // as the type's field says
                form,
            } = field;
            forms.insert((name.as_str(), wire.as_str()), form);
        }
    }
    forms
}

/// The types that are met from one on, and the shortest way to each.
fn reach<'a>(
    defs: &BTreeMap<&'a str, &'a TypeDef>,
    from: &str,
    at: &str,
) -> BTreeMap<&'a str, String> {
    let mut places = BTreeMap::new();
    let mut open: Vec<(&str, String)> = Vec::new();
    if let Some((name, _)) = defs.get_key_value(from) {
        open.push((name, at.to_owned()));
    }
    while !open.is_empty() {
        let mut next = Vec::new();
        for (name, place) in open {
            let Some(def) = defs.get(name).filter(|_| !places.contains_key(name)) else {
                continue;
            };
            if let TypeDef::Struct(s) = def {
                for field in &s.fields {
                    let inner = spell::named(&field.ty).and_then(|name| defs.get_key_value(name));
                    next.extend(inner.map(|(name, _)| (*name, child(&place, &field.wire))));
                }
            }
            places.insert(def.name(), place);
        }
        open = next;
    }
    places
}

/// Types that have another name and stand in the same field, where neither name is known on the other
/// side: old name to new name.
pub(super) fn renamed<'a>(old: &'a [TypeDef], new: &'a [TypeDef]) -> BTreeMap<&'a str, &'a str> {
    let find = |side: &'a [TypeDef], name: &str| side.iter().find(|def| def.name() == name);
    let mut renamed = BTreeMap::new();
    // Structs are met from the reply on, so that a renamed one is known before its fields are looked at.
    for def in old {
        let partner = renamed.get(def.name()).copied().unwrap_or(def.name());
        let (TypeDef::Struct(before), Some(TypeDef::Struct(after))) = (def, find(new, partner))
        else {
            continue;
        };
        for (before, after) in fields(before, after).both {
            let (Some(from), Some(to)) = (spell::named(&before.ty), spell::named(&after.ty)) else {
                continue;
            };
            let is_new = find(old, to).is_none() && find(new, from).is_none();
            let is_free =
                !renamed.contains_key(from) && !renamed.values().any(|known| *known == to);
            let one_kind = matches!(
                (find(old, from), find(new, to)),
                (Some(TypeDef::Struct(_)), Some(TypeDef::Struct(_)))
                    | (Some(TypeDef::Enumeration(_)), Some(TypeDef::Enumeration(_)))
            );
            if is_new && is_free && one_kind {
                renamed.insert(from, to);
            }
        }
    }
    renamed
}

/// The fields of two structs that are one.
pub(super) fn fields<'a>(old: &'a Struct, new: &'a Struct) -> Pairs<'a, Field> {
    pairs(
        &old.fields,
        &new.fields,
        |field| field.wire.as_str(),
        |field| field.rust.as_str(),
    )
}

/// A type in one line, for one that came or went.
pub(super) fn described(def: &TypeDef) -> String {
    match def {
        TypeDef::Struct(s) => {
            let fields: Vec<&str> = s.fields.iter().map(|field| field.rust.as_str()).collect();
            format!("struct `{}` {{ {} }}", s.name, fields.join(", "))
        }
        TypeDef::Enumeration(e) => {
            let values: Vec<&str> = e
                .choices
                .iter()
                .map(|choice| choice.rust.as_str())
                .collect();
            format!("enumeration `{}` {{ {} }}", e.name, values.join(", "))
        }
    }
}
