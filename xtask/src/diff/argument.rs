//! What one parameter holds: its type as callers write it, its form as it travels, its limits.
//!
//! The two are told apart, since a list that travels joined by commas instead of repeated is the same `Vec` to
//! those who call, and JSON inside of text is what the text holds.

use super::enumeration;
use super::parameter::{Comparing, Holder};
use super::rule::Rule;
use super::spell;
use crate::model::{Item, ListStyle, Object, ParameterType};

impl<'a> Comparing<'a, '_> {
    /// Compares what two versions of a parameter hold.
    pub(super) fn types(
        &mut self,
        at: &str,
        rust: &str,
        old: &'a ParameterType,
        new: &'a ParameterType,
    ) {
        if !self.alike(old, new) {
            let (old, new) = (spell::parameter(old), spell::parameter(new));
            self.changes.push(
                Rule::ParameterRetyped,
                at,
                format!("`{rust}: {new}` was `{old}`"),
            );
            return;
        }
        let name = format!("the form of `{rust}`");
        let forms = (&form(old), &form(new));
        self.changes
            .unless_equal(Rule::ParameterChanged, at, &name, forms);
        self.inside(at, rust, old, new);
    }

    /// Whether two types are one to callers, what has another name being told elsewhere.
    fn alike(&self, old: &ParameterType, new: &ParameterType) -> bool {
        use ParameterType::{Enumeration, JsonText, List, Object};
        match (old, new) {
            (JsonText(old), new) => self.alike(&old.ty, new),
            (old, JsonText(new)) => self.alike(old, &new.ty),
            (List(old, _), List(new, _)) => self.alike(&old.ty, &new.ty),
            (Enumeration(_), Enumeration(_)) => true,
            (Object(old), Object(new)) => {
                let is_free = find(self.new, old).is_none() && find(self.old, new).is_none();
                old == new || is_free
            }
            (Enumeration(_) | Object(_), _) | (_, Enumeration(_) | Object(_)) => false,
            (old, new) => spell::parameter(old) == spell::parameter(new),
        }
    }

    /// The named types and the limits inside of two types that are alike.
    fn inside(&mut self, at: &str, rust: &str, old: &'a ParameterType, new: &'a ParameterType) {
        use ParameterType::{Enumeration, JsonText, List, Object};
        match (old, new) {
            (List(old, _), List(new, _)) => {
                self.items(at, &format!("an item of `{rust}`"), old, new);
                self.inside(at, rust, &old.ty, &new.ty);
            }
            (JsonText(old), JsonText(new)) => {
                self.items(at, &format!("the JSON in `{rust}`"), old, new);
                self.inside(at, rust, &old.ty, &new.ty);
            }
            (JsonText(old), new) => self.inside(at, rust, &old.ty, new),
            (old, JsonText(new)) => self.inside(at, rust, old, &new.ty),
            (Enumeration(old), Enumeration(new)) => {
                self.renamed(at, &old.name, &new.name);
                enumeration::compare(at, old, new, false, None, self.changes);
            }
            (Object(old), Object(new)) => self.object(at, old, new),
            _ => {}
        }
    }

    fn renamed(&mut self, at: &str, old: &str, new: &str) {
        if old != new {
            self.changes.push(
                Rule::TypeRenamed,
                at,
                format!("type `{old}` is now `{new}`"),
            );
        }
    }

    fn object(&mut self, at: &str, old: &'a str, new: &'a str) {
        let (Some(before), Some(after)) = (find(self.old, old), find(self.new, new)) else {
            return;
        };
        if !self.met.insert(new) {
            return;
        }
        self.renamed(at, old, new);
        let Object { name, members, doc } = after;
        let holder = Holder {
            name,
            at,
            is_object: true,
        };
        self.members(holder, &before.members, members);
        let name = format!("`{name}`");
        self.changes.words(at, &name, &before.doc, doc);
    }

    fn items(&mut self, at: &str, name: &str, old: &Item, new: &Item) {
        let Item { ty: _, min, max } = new;
        self.limits(at, name, (old.min, old.max), (*min, *max));
    }

    /// The least and the most; none is the loosest.
    pub(super) fn limits(
        &mut self,
        at: &str,
        name: &str,
        old: (Option<i64>, Option<i64>),
        new: (Option<i64>, Option<i64>),
    ) {
        self.limit(at, (name, "at least"), old.0, new.0, |old, new| new > old);
        self.limit(at, (name, "at most"), old.1, new.1, |old, new| new < old);
    }

    fn limit(
        &mut self,
        at: &str,
        (name, word): (&str, &str),
        old: Option<i64>,
        new: Option<i64>,
        is_tighter: impl Fn(i64, i64) -> bool,
    ) {
        let tightened = match (old, new) {
            (Some(old), Some(new)) if old == new => return,
            (None, None) => return,
            (Some(old), Some(new)) => is_tighter(old, new),
            (None, Some(_)) => true,
            (Some(_), None) => false,
        };
        let shown = |limit: Option<i64>| {
            limit.map_or("without limit".into(), |limit| format!("{word} {limit}"))
        };
        let rule = if tightened {
            Rule::LimitTightened
        } else {
            Rule::LimitLoosened
        };
        let what = format!("{name} was {}, is {}", shown(old), shown(new));
        self.changes.push(rule, at, what);
    }
}

fn find<'a>(objects: &'a [Object], name: &str) -> Option<&'a Object> {
    objects.iter().find(|object| object.name == name)
}

/// How a value travels, as far as its type does not say it.
fn form(ty: &ParameterType) -> String {
    match ty {
        ParameterType::Date(pattern) => format!("day as {pattern}"),
        ParameterType::List(item, style) => {
            let style = match style {
                ListStyle::Repeated => "repeated".into(),
                ListStyle::Brackets => "repeated with brackets".into(),
                ListStyle::Json => "in JSON".into(),
                ListStyle::Joined(by) => format!("joined by “{by}”"),
            };
            format!("list {style} of {}", form(&item.ty))
        }
        ParameterType::JsonText(inner) => format!("JSON in text of {}", form(&inner.ty)),
        ParameterType::Constant { value, .. } => format!("{value} always"),
        ParameterType::Text
        | ParameterType::Personal
        | ParameterType::Integer
        | ParameterType::Number
        | ParameterType::Boolean
        | ParameterType::Enumeration(_)
        | ParameterType::Object(_) => "plain value".into(),
    }
}
