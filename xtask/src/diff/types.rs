//! The types of a reply: structs with their fields, enumerations with their values.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Changes, code};
use super::enumeration;
use super::pairs::reordered;
use super::places::{Side, described, fields, renamed};
use super::rule::Rule;
use super::spell;
use crate::model::{Field, Operation, Struct, Ty, TypeDef, parsed_as};
use crate::read::position::child;

/// Compares what two versions of an operation answer with; `mapping` names the file that maps its records.
pub(super) fn compare(mapping: &str, old: &Operation, new: &Operation, changes: &mut Changes) {
    let sides = Sides {
        mapping,
        old: Side::new(old),
        new: Side::new(new),
        renamed: renamed(&old.types, &new.types),
    };
    for def in &old.types {
        let partner = sides.new_name(def.name());
        match sides.new.defs.get(partner) {
            Some(other) => sides.definition(def, other, changes),
            None => changes.push(
                Rule::TypeRemoved,
                sides.old.place(def.name()),
                format!("{} was removed", described(def)),
            ),
        }
    }
    let kept: BTreeSet<&str> = old
        .types
        .iter()
        .map(|def| sides.new_name(def.name()))
        .collect();
    for def in new.types.iter().filter(|def| !kept.contains(def.name())) {
        changes.push(
            Rule::TypeAdded,
            sides.new.place(def.name()),
            format!("{} was added", described(def)),
        );
    }
    if sides.new_name(&old.record) != new.record {
        changes.push(
            Rule::RecordChanged,
            "/records",
            format!("a record was a `{}`, is a `{}`", old.record, new.record),
        );
    }
}

struct Sides<'a> {
    mapping: &'a str,
    old: Side<'a>,
    new: Side<'a>,
    renamed: BTreeMap<&'a str, &'a str>,
}

impl Sides<'_> {
    fn new_name<'n>(&'n self, old: &'n str) -> &'n str {
        self.renamed.get(old).copied().unwrap_or(old)
    }

    /// Whether two types are one, a renamed one being told elsewhere.
    fn same(&self, old: &Ty, new: &Ty) -> bool {
        match (old, new) {
            (Ty::Named(old), Ty::Named(new)) | (Ty::Boxed(old), Ty::Boxed(new)) => {
                self.new_name(old) == new
            }
            (Ty::List(old), Ty::List(new)) | (Ty::Map(old), Ty::Map(new)) => self.same(old, new),
            (Ty::JsonText(_), Ty::JsonText(_)) => true,
            (old, new) => old == new,
        }
    }

    fn definition(&self, old: &TypeDef, new: &TypeDef, changes: &mut Changes) {
        let place = self.new.place(new.name());
        if old.name() != new.name() {
            changes.by_hand(
                Rule::TypeRenamed,
                &place,
                format!("type `{}` is now `{}`", old.name(), new.name()),
                self.mapping(new.name(), "uses the new name"),
            );
        }
        match (old, new) {
            (TypeDef::Struct(old), TypeDef::Struct(new)) => self.structure(old, new, changes),
            (TypeDef::Enumeration(old), TypeDef::Enumeration(new)) => {
                let by_hand = self.mapping(
                    &new.name,
                    "matches the values that there are: inside the crate a `match` needs no arm for the rest",
                );
                enumeration::compare(&place, old, new, true, by_hand, changes);
            }
            (old, new) => changes.by_hand(
                Rule::TypeChanged,
                &place,
                format!("{} is now {}", described(old), described(new)),
                self.mapping(new.name(), "takes the new type"),
            ),
        }
    }

    fn structure(&self, old: &Struct, new: &Struct, changes: &mut Changes) {
        let matched = fields(old, new);
        let Struct { name, fields, doc } = new;
        let old_name = &old.name;
        let at = |place: &str, field: &Field| child(place, &field.wire);
        let (before, after) = (self.old.place(&old.name), self.new.place(name));
        let mapping = |verb: &str| self.mapping(name, verb);
        for field in &matched.removed {
            changes.by_hand(
                Rule::FieldRemoved,
                at(&before, field),
                format!(
                    "{} was removed from `{name}`",
                    spell::field(&field.rust, &field.ty)
                ),
                mapping("names the field no more"),
            );
        }
        for field in &matched.added {
            changes.by_hand(
                Rule::FieldAdded,
                at(&after, field),
                format!(
                    "{} was added to `{name}`",
                    spell::field(&field.rust, &field.ty)
                ),
                mapping("gives the field a place"),
            );
        }
        for (old, new) in &matched.both {
            let place = at(&after, new);
            if old.rust != new.rust {
                // Who reads the old name now, and what.
                let heir = fields.iter().find(|field| field.rust == old.rust);
                let heir = heir.filter(|heir| self.same(&old.ty, &heir.ty));
                let was = format!("field `{}` is now `{}`", old.rust, new.rust);
                let (rule, what) = match heir {
                    None => (Rule::FieldRenamed, was),
                    Some(heir) => (
                        Rule::FieldTakenOver,
                        format!("{was}, and `{}` reads {}", old.rust, code(&heir.wire)),
                    ),
                };
                changes.by_hand(rule, &place, what, mapping("uses the new name"));
            }
            self.field(&place, old, new, &mapping, changes);
            let forms = (
                self.old.form(old_name, &old.wire),
                self.new.form(name, &new.wire),
            );
            self.form(&place, old, new, forms, changes);
            changes.words(&place, &code(&new.rust), &old.doc, &new.doc);
        }
        if reordered(&matched.both, fields) {
            changes.push(
                Rule::OrderChanged,
                &after,
                format!("the fields of `{name}` stand in another order"),
            );
        }
        changes.words(&after, &code(name), &old.doc, doc);
    }

    fn field(
        &self,
        place: &str,
        old: &Field,
        new: &Field,
        mapping: &dyn Fn(&str) -> Option<String>,
        changes: &mut Changes,
    ) {
        let Field {
            wire,
            rust,
            ty,
            required,
            doc: _, // by the caller, when all else is told; so is another name
        } = new;
        if old.wire != *wire {
            changes.push(
                Rule::FieldRewired,
                place,
                format!(
                    "`{rust}` is read from {}, was from {}",
                    code(wire),
                    code(&old.wire)
                ),
            );
        }
        if !self.same(&old.ty, ty) {
            changes.by_hand(
                Rule::FieldRetyped,
                place,
                format!(
                    "{} was `Field<{}>`",
                    spell::field(rust, ty),
                    spell::ty(&old.ty)
                ),
                mapping("must take the new type, if it does not already"),
            );
        } else if let (Ty::JsonText(before), Ty::JsonText(after)) = (&old.ty, ty) {
            let is_same = match (before, after) {
                (Some(before), Some(after)) => self.same(before, after),
                (before, after) => before.is_none() == after.is_none(),
            };
            if !is_same {
                let spelled = |ty: &Option<Box<Ty>>| {
                    ty.as_ref()
                        .map_or("nothing said".into(), |ty| code(&parsed_as(ty)))
                };
                changes.push(
                    Rule::ContentChanged,
                    place,
                    format!(
                        "the JSON in `{rust}` was {}, is {}",
                        spelled(before),
                        spelled(after)
                    ),
                );
            }
        }
        if old.required != *required {
            let word = if *required { "now" } else { "no longer" };
            changes.push(
                Rule::FieldRequired,
                place,
                format!("`{rust}` is {word} required by the document"),
            );
        }
    }

    /// What observers hold a value against, as far as its type does not say it.
    fn form(
        &self,
        place: &str,
        old: &Field,
        new: &Field,
        forms: (String, String),
        changes: &mut Changes,
    ) {
        if self.same(&old.ty, &new.ty) && !changes.is_told_by(Rule::ContentChanged, place) {
            let name = format!("what is expected of `{}`", new.rust);
            let forms = (&forms.0, &forms.1);
            changes.unless_equal(Rule::ExpectationChanged, place, &name, forms);
        }
    }

    /// What is written by hand for a type that belongs to the records.
    fn mapping(&self, name: &str, verb: &str) -> Option<String> {
        self.new
            .records
            .contains(name)
            .then(|| format!("{}: the mapping of `{name}` {verb}", self.mapping))
    }
}
