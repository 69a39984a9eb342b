//! Status codes: the variants of `Status`, and what a call with each becomes.

use super::change::{Changes, code, quoted};
use super::enumeration::numbering;
use super::pairs::{pairs, reordered};
use super::rule::Rule;
use crate::model::naming::Scope;
use crate::model::{Advice, Code, HttpStatus, Status};

/// A status with the name of its variant, which is made when all names are known.
struct Named<'a> {
    rust: String,
    code: String,
    status: &'a Status,
}

/// Compares the documented codes.
pub(super) fn compare(old: &[Status], new: &[Status], changes: &mut Changes) {
    let [old, new] = [old, new].map(|statuses| {
        let mut scope = Scope::variants(true);
        let named = statuses.iter().map(|status| Named {
            rust: scope.claim(&status.name),
            code: told(&status.code),
            status,
        });
        named.collect::<Vec<_>>()
    });
    let matched = pairs(
        &old,
        &new,
        |status| status.code.as_str(),
        |status| status.rust.as_str(),
    );
    for status in &matched.removed {
        changes.push(
            Rule::StatusRemoved,
            place(status),
            format!("{} was removed", described(status)),
        );
    }
    for status in &matched.added {
        changes.push(
            Rule::StatusAdded,
            place(status),
            format!("{} was added", described(status)),
        );
    }
    for (old, new) in &matched.both {
        pair(old, new, changes);
    }
    let names =
        |statuses: &[Named<'_>]| statuses.iter().map(|s| s.rust.clone()).collect::<Vec<_>>();
    let has_range =
        |statuses: &[Named<'_>]| statuses.iter().any(|one| one.status.code.range().is_some());
    match (has_range(&old), has_range(&new)) {
        (false, false) => {
            numbering("/statuses", "Status", &names(&old), &names(&new), changes);
        }
        // What holds something cannot be cast, so that no position is seen.
        (true, true) => {}
        (was, _) => {
            let [text, owned] = ["&'static str", "Cow<'static, str>"].map(code);
            let (old, new) = if was { (owned, text) } else { (text, owned) };
            changes.push(
                Rule::CodesRetyped,
                "/statuses",
                format!("`Status::code` gave {old}, gives {new}"),
            );
        }
    }
    if reordered(&matched.both, &new) {
        changes.push(
            Rule::OrderChanged,
            "/statuses",
            "the statuses stand in another order",
        );
    }
}

/// A code as a reviewer reads it.
fn told(code: &Code) -> String {
    match code {
        Code::Absent(()) => "no code".into(),
        code => code.to_string(),
    }
}

fn place(status: &Named<'_>) -> String {
    crate::read::position::child("/statuses", &status.code)
}

fn described(named: &Named<'_>) -> String {
    let Named { rust, code, status } = named;
    format!(
        "`Status::{rust}` (`{code}`, {}, class {})",
        status.meaning, status.class
    )
}

fn pair(old: &Named<'_>, new: &Named<'_>, changes: &mut Changes) {
    let at = place(new);
    let Named { rust, code, status } = new;
    if old.rust != *rust {
        changes.push(
            Rule::StatusRenamed,
            &at,
            format!("`Status::{}` is now `Status::{rust}`", old.rust),
        );
    }
    if old.code != *code {
        let holds = |named: &Named<'_>| named.status.code.range().is_some();
        changes.push(
            if holds(old) == holds(new) {
                Rule::StatusRecoded
            } else {
                Rule::StatusReshaped
            },
            &at,
            format!("`Status::{rust}` is `{code}`, was `{}`", old.code),
        );
    }
    let old = old.status;
    let Status {
        code: _, // above; as text, which is all that is emitted of it
        name: _,
        meaning,
        description,
        class,
        valid_request,
        old_code,
        advice,
        causes,
        notes,
    } = status;
    let of = |what: &str| format!("{what} of `{code}`");
    changes.unless_equal(
        Rule::ClassChanged,
        &at,
        &of("the class"),
        (&old.class, class),
    );
    let counted = |valid: Option<bool>| match valid {
        Some(true) => "counted as a valid request",
        Some(false) => "counted as an invalid request",
        None => "not said to be counted",
    };
    if old.valid_request != *valid_request {
        changes.push(
            Rule::StatusChanged,
            &at,
            format!(
                "a call with `{code}` was {}, is {}",
                counted(old.valid_request),
                counted(*valid_request)
            ),
        );
    }
    let changed = Rule::StatusChanged;
    changes.unless_equal(
        changed,
        &at,
        &of("the advice"),
        (&retry(&old.advice), &retry(advice)),
    );
    changes.unless_equal(
        changed,
        &at,
        &of("the former code"),
        (&old.old_code, old_code),
    );
    changes.unless_equal(
        changed,
        &at,
        &of("the list of causes"),
        (&old.causes, causes),
    );
    let words =
        |meaning: &str, description: &str, advice: &Option<Advice>, notes: &Option<String>| {
            let [verbatim, advised] = said(advice);
            let notes = notes.clone().unwrap_or_default();
            [
                meaning.to_owned(),
                description.to_owned(),
                verbatim,
                advised,
                notes,
            ]
        };
    changes.words(
        &at,
        &super::change::code(code),
        &words(&old.meaning, &old.description, &old.advice, &old.notes),
        &words(meaning, description, advice, notes),
    );
}

/// When to ask again, as one word.
fn retry(advice: &Option<Advice>) -> Option<String> {
    let Advice {
        retry,
        seconds,
        verbatim: _, // words
        description: _,
    } = advice.as_ref()?;
    Some(match seconds {
        Some(seconds) => format!("{retry} {seconds} s"),
        None => retry.clone(),
    })
}

fn said(advice: &Option<Advice>) -> [String; 2] {
    let words = advice.as_ref().map(|advice| {
        [
            advice.verbatim.clone().unwrap_or_default(),
            advice.description.clone(),
        ]
    });
    words.unwrap_or_default()
}

/// Compares what is said of bare HTTP codes.
pub(super) fn http(old: &[HttpStatus], new: &[HttpStatus], changes: &mut Changes) {
    let matched = pairs(old, new, |status| status.status, |status| status.status);
    let told = |status: &HttpStatus| {
        let HttpStatus {
            status: number,
            meaning,
            class,
            advice: _, // told where it changes
        } = status;
        format!("HTTP {number} ({}, class {class})", quoted(meaning))
    };
    let rule = Rule::HttpStatusChanged;
    let place = |status: &HttpStatus| format!("/http_statuses/{}", status.status);
    for status in matched.removed {
        changes.push(rule, place(status), format!("{} was removed", told(status)));
    }
    for status in matched.added {
        changes.push(rule, place(status), format!("{} was added", told(status)));
    }
    for (old, new) in matched.both {
        let at = place(new);
        let name = code(&format!("HTTP {}", new.status));
        changes.unless_equal(
            rule,
            &at,
            &format!("the class of {name}"),
            (&old.class, &new.class),
        );
        let advice = (&retry(&old.advice), &retry(&new.advice));
        changes.unless_equal(rule, &at, &format!("the advice of {name}"), advice);
        let words = |status: &HttpStatus| {
            let [verbatim, advised] = said(&status.advice);
            [status.meaning.clone(), verbatim, advised]
        };
        changes.words(&at, &name, &words(old), &words(new));
    }
}
