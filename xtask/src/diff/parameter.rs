//! What is asked: what callers give, in the request and in the objects inside it, and what is sent without them.
//!
//! A member of an object in a JSON body is a parameter in another place: constructors, setters and limits are
//! the same, and so are the rules.

use std::collections::BTreeSet;

use super::change::{Changes, code};
use super::pairs::{pairs, reordered};
use super::rule::Rule;
use super::spell;
use crate::emit;
use crate::model::{Object, Operation, Parameter, ParameterType};
use crate::read::position::child;

/// Compares what is sent to two versions of an operation.
pub(super) fn compare(old: &Operation, new: &Operation, changes: &mut Changes) {
    let mut comparing = Comparing {
        old: &old.objects,
        new: &new.objects,
        met: BTreeSet::new(),
        changes,
    };
    let request = Holder {
        name: "Request",
        at: "/request",
        is_object: false,
    };
    comparing.members(request, &old.parameters, &new.parameters);
}

/// The struct whose members are compared.
#[derive(Clone, Copy)]
pub(super) struct Holder<'a> {
    pub name: &'a str,
    pub at: &'a str,
    /// Whether it is an object inside the request.
    pub is_object: bool,
}

impl Holder<'_> {
    fn place(self, parameter: &Parameter) -> String {
        // A header that every call carries has no name in Rust, and the request's schema does not have it.
        let owner = if parameter.rust.is_empty() {
            "/http/headers"
        } else {
            self.at
        };
        child(owner, &parameter.wire)
    }

    fn described(self, parameter: &Parameter) -> String {
        let required = if parameter.required {
            "required"
        } else {
            "optional"
        };
        let (word, owner) = if self.is_object {
            ("member", format!(" of `{}`", self.name))
        } else {
            ("parameter", String::new())
        };
        let ty = spell::parameter(&parameter.ty);
        format!("{required} {word} `{}: {ty}`{owner}", parameter.rust)
    }
}

/// The objects of both sides, and where the changes go.
pub(super) struct Comparing<'a, 'c> {
    pub old: &'a [Object],
    pub new: &'a [Object],
    /// Objects that were compared: one may stand in several places.
    pub met: BTreeSet<&'a str>,
    pub changes: &'c mut Changes,
}

impl<'a> Comparing<'a, '_> {
    pub(super) fn members(
        &mut self,
        holder: Holder<'_>,
        old: &'a [Parameter],
        new: &'a [Parameter],
    ) {
        let [(old_fixed, old), (new_fixed, new)] = [old, new].map(|list| {
            list.iter()
                .partition::<Vec<_>, _>(|one| one.ty.is_constant())
        });
        self.given(holder, &old, &new);
        self.constants(holder, &old_fixed, &new_fixed);
        let was_exact = emit::is_exact(&old, self.old);
        if was_exact && !emit::is_exact(&new, self.new) {
            self.changes.push(
                Rule::EqualityLost,
                holder.at,
                format!("`{}` is no longer `Eq`", holder.name),
            );
        }
    }

    /// What callers give.
    fn given(&mut self, holder: Holder<'_>, old: &[&'a Parameter], new: &[&'a Parameter]) {
        let matched = pairs(
            old,
            new,
            |parameter| parameter.wire.as_str(),
            |parameter| parameter.rust.as_str(),
        );
        for parameter in &matched.removed {
            self.changes.push(
                Rule::ParameterRemoved,
                holder.place(parameter),
                format!("{} was removed", holder.described(parameter)),
            );
        }
        for parameter in &matched.added {
            let rule = if parameter.required {
                Rule::RequiredAdded
            } else {
                Rule::OptionalAdded
            };
            self.changes.push(
                rule,
                holder.place(parameter),
                format!("{} was added", holder.described(parameter)),
            );
        }
        for (before, after) in &matched.both {
            self.name(holder, before, after, new);
            self.pair(holder, before, after);
        }
        let arguments: Vec<_> = matched
            .both
            .iter()
            .filter(|(old, new)| old.required && new.required)
            .copied()
            .collect();
        if reordered(&arguments, new) {
            let names: Vec<&str> = new
                .iter()
                .filter(|parameter| parameter.required)
                .map(|parameter| parameter.rust.as_str())
                .collect();
            self.changes.push(
                Rule::ArgumentsReordered,
                holder.at,
                format!("`{}::new` is now `new({})`", holder.name, names.join(", ")),
            );
        } else if reordered(&matched.both, new) {
            let members = if holder.is_object {
                format!("members of `{}`", holder.name)
            } else {
                "parameters".into()
            };
            self.changes.push(
                Rule::OrderChanged,
                holder.at,
                format!("the {members} stand in another order"),
            );
        }
    }

    /// What is always the same. It has no field, so that nothing but its value and its words can change.
    fn constants(&mut self, holder: Holder<'_>, old: &[&'a Parameter], new: &[&'a Parameter]) {
        let key = |one: &&'a Parameter| (one.place.as_str(), one.wire.as_str());
        let matched = pairs(old, new, key, key);
        let told = |one: &Parameter| {
            let value = match &one.ty {
                ParameterType::Constant {
                    value,
                    quoted: true,
                } => format!("{value:?}"),
                ParameterType::Constant { value, .. } => value.clone(),
                _ => String::new(),
            };
            code(&format!("{} {} = {value}", one.place, one.wire))
        };
        let rule = Rule::ConstantChanged;
        for one in &matched.removed {
            let what = format!("{} is no longer sent", told(one));
            self.changes.push(rule, holder.place(one), what);
        }
        for one in &matched.added {
            let what = format!("{} is now sent with every call", told(one));
            self.changes.push(rule, holder.place(one), what);
        }
        for (old, new) in &matched.both {
            let at = holder.place(new);
            let (before, after) = (told(old), told(new));
            if before != after {
                let what = format!("was {before}, is {after}");
                self.changes.push(rule, &at, what);
            }
            self.changes
                .words(&at, &code(&new.wire), &words(old), &words(new));
        }
    }

    /// Another name, and who has the old one: `all` are those that callers give now.
    fn name(&mut self, holder: Holder<'_>, old: &Parameter, new: &Parameter, all: &[&Parameter]) {
        if old.rust == new.rust {
            return;
        }
        let was = format!("parameter `{}` is now `{}`", old.rust, new.rust);
        let heir = all.iter().find(|one| one.rust == old.rust);
        let heir = heir.filter(|heir| spell::parameter(&heir.ty) == spell::parameter(&old.ty));
        let (rule, what) = match heir {
            None => (Rule::ParameterRenamed, was),
            Some(heir) => (
                Rule::ParameterTakenOver,
                format!("{was}, and `{}` is sent as {}", old.rust, code(&heir.wire)),
            ),
        };
        self.changes.push(rule, holder.place(new), what);
    }

    fn pair(&mut self, holder: Holder<'_>, old: &'a Parameter, new: &'a Parameter) {
        let Parameter {
            wire,
            rust, // another one is told by `name`
            ty,
            required,
            default,
            place,
            min,
            max,
            role,
            personal,
            description: _, // words
            verbatim: _,
            doc: _,
        } = new;
        let at = holder.place(new);
        if old.wire != *wire {
            self.changes.push(
                Rule::ParameterRewired,
                &at,
                format!(
                    "`{rust}` is sent as {}, was as {}",
                    code(wire),
                    code(&old.wire)
                ),
            );
        }
        let moved = match (old.required, *required) {
            (false, true) => Some((Rule::NowRequired, "required")),
            (true, false) => Some((Rule::NowOptional, "optional")),
            _ => None,
        };
        if let Some((rule, word)) = moved {
            let what = format!("`{rust}` is now {word}");
            self.changes.push(rule, &at, what);
        }
        self.types(&at, rust, &old.ty, ty);
        self.limits(&at, &format!("`{rust}`"), (old.min, old.max), (*min, *max));
        let changed = Rule::ParameterChanged;
        let mut told = |what: &str, old_and_new| {
            let name = format!("the {what} of `{rust}`");
            self.changes.unless_equal(changed, &at, &name, old_and_new);
        };
        told("default", (&old.default, default));
        let places = [&old.place, place].map(|place| Some(place.clone()));
        told("place", (&places[0], &places[1]));
        told("role", (&old.role, role));
        // A type says itself that it is masked, and the members of an object are told one by one.
        let is_told = holds_object(ty) || spell::parameter(&old.ty) != spell::parameter(ty);
        if old.personal != *personal && !is_told {
            let word = if *personal { "now" } else { "no longer" };
            self.changes.push(
                changed,
                &at,
                format!("`{rust}` is {word} masked in what is printed"),
            );
        }
        self.changes
            .words(&at, &code(rust), &words(old), &words(new));
    }
}

/// What is said of a parameter.
fn words(parameter: &Parameter) -> Vec<String> {
    let Parameter {
        description,
        verbatim,
        doc,
        ..
    } = parameter;
    let mut words = vec![description.clone(), verbatim.clone()];
    words.extend(doc.iter().cloned());
    words
}

fn holds_object(ty: &ParameterType) -> bool {
    match ty {
        ParameterType::Object(_) => true,
        ParameterType::List(item, _) | ParameterType::JsonText(item) => holds_object(&item.ty),
        _ => false,
    }
}
