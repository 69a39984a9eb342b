//! One operation: what it is called, how it is called, what core reads of its reply.

use super::change::{Changes, code, quoted};
use super::rule::Rule;
use super::{envelope, parameter, spell, types};
use crate::model::{Example, Http, Operation, Paging, Path, Statement, Step, TypeDef, VendorFile};
use crate::read::position::child;

/// Compares two versions of one operation; `mapping` names the file that maps its records.
pub(super) fn compare(
    (old_vendor, new_vendor): (&VendorFile, &VendorFile),
    mapping: &str,
    old: &Operation,
    new: &Operation,
    changes: &mut Changes,
) {
    let Operation {
        schema: _, // follows from the name
        name,
        module,
        method,
        pages_method,
        title,
        section,
        lists,
        http,
        envelope,
        parameters: _, // with what they hold, by parameter::compare
        objects: _,
        types: _,     // with the record, by types::compare
        described: _, // follows from the types but for what types::compare tells
        records,
        record: _,
        total,
        returned,
        none,
        paging,
        statements,
        examples,
    } = new;
    changes.about(Some(name));
    parameter::compare(old, new, changes);
    types::compare(mapping, old, new, changes);
    let renamed = [
        ("module", &old.module, module),
        ("method", &old.method, method),
    ];
    for (what, before, after) in renamed {
        if before != after {
            changes.push(
                Rule::ItemRenamed,
                "/operation",
                format!("{what} `{before}` is now `{after}`"),
            );
        }
    }
    call(&old.http, http, changes);
    let vendors = (old_vendor, new_vendor);
    envelope::of_operation(vendors, &old.envelope, envelope, changes);
    pages(
        (&old.paging, paging),
        (old.pages_method.as_deref(), pages_method.as_deref()),
        changes,
    );
    let lists_ = (&sorted(&old.lists), &sorted(lists));
    changes.unless_equal(Rule::ListsChanged, "/lists", "the set of lists", lists_);
    if sorted(&old.lists) == sorted(lists) && old.lists != *lists {
        changes.push(
            Rule::OrderChanged,
            "/lists",
            format!("the lists stand in another order: {}", lists.join(", ")),
        );
    }
    let moved = [
        (
            Rule::RecordsMoved,
            "/records",
            Some(wire_path(old, &old.records)),
            Some(wire_path(new, records)),
        ),
        (
            Rule::TotalMoved,
            "/total",
            old.total.as_ref().map(|path| wire_path(old, path)),
            total.as_ref().map(|path| wire_path(new, path)),
        ),
    ];
    for (rule, place, old, new) in moved {
        let name = format!("the place of the {}", place.trim_start_matches('/'));
        changes.unless_equal(rule, place, &name, (&old, &new));
    }
    changes.unless_equal(
        Rule::ReturnedMoved,
        "/returned",
        "the place of the number of records in the reply",
        (&old.returned, returned),
    );
    let sign = |none: &Option<(Vec<String>, String)>| {
        none.as_ref()
            .map(|(path, value)| format!("/{} is {value}", path.join("/")))
    };
    changes.unless_equal(
        Rule::NoneChanged,
        "/none",
        "the sign of no records",
        (&sign(&old.none), &sign(none)),
    );
    let words =
        |title: &crate::model::Bilingual, section: &str, http: &Http, said: &[Statement]| {
            let mut words = vec![title.zh.clone(), title.en.clone(), section.to_owned()];
            words.push(http.notes.clone().unwrap_or_default());
            words.extend(said.iter().map(statement));
            words
        };
    changes.words(
        "/operation",
        "the operation",
        &words(&old.title, &old.section, &old.http, &old.statements),
        &words(title, section, http, statements),
    );
    let examples_ =
        [&old.examples, examples].map(|list| list.iter().map(example).collect::<Vec<_>>());
    if examples_[0] != examples_[1] {
        changes.push(
            Rule::ExamplesChanged,
            "/examples",
            "the list of examples says something else",
        );
    }
}

/// An operation in a word and a line, for one that came or went.
pub(super) fn described(operation: &Operation) -> String {
    let required: Vec<&str> = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.required)
        .map(|parameter| parameter.rust.as_str())
        .collect();
    format!(
        "operation `{}` ({}, section {}): `Request::new({})`, a record is a `{}`",
        operation.name,
        operation.title.zh,
        operation.section,
        required.join(", "),
        operation.record
    )
}

/// What the document says in a sentence of its own, as one text.
pub(super) fn statement(statement: &Statement) -> String {
    let Statement {
        section,
        verbatim,
        description,
    } = statement;
    format!(
        "{description} {verbatim} ({})",
        section.as_deref().unwrap_or_default()
    )
}

fn example(example: &Example) -> String {
    let Example {
        file,
        title,
        state,
        arguments,
    } = example;
    let arguments = serde_json::Value::Object(arguments.clone());
    format!("{file}: {}, {state}, {arguments}", quoted(title))
}

fn call(old: &Http, new: &Http, changes: &mut Changes) {
    let Http {
        method,
        path,
        headers: _,    // are parameters that callers do not give
        parameters: _, // each parameter has its own place
        notes: _,      // words
    } = new;
    let rule = Rule::CallChanged;
    changes.unless_equal(rule, "/http/method", "the method", (&old.method, method));
    changes.unless_equal(rule, "/http/path", "the path", (&old.path, path));
}

fn pages(
    (old, new): (&Option<Paging>, &Option<Paging>),
    (old_method, new_method): (Option<&str>, Option<&str>),
    changes: &mut Changes,
) {
    let at = "/paging";
    match (old, new, old_method, new_method) {
        (None, Some(paging), _, Some(method)) => changes.push(
            Rule::PagingAdded,
            at,
            format!("method `{method}` was added: {}", told(paging)),
        ),
        (Some(_), None, Some(method), _) => {
            changes.push(
                Rule::PagingRemoved,
                at,
                format!("method `{method}` was removed"),
            );
        }
        (Some(old), Some(new), old_method, new_method) => {
            let old_and_new = (&told(old), &told(new));
            changes.unless_equal(Rule::PagingChanged, at, "paging", old_and_new);
            if old_method != new_method {
                let names = [old_method, new_method].map(|name| code(name.unwrap_or_default()));
                changes.push(
                    Rule::ItemRenamed,
                    at,
                    format!("method {} is now {}", names[0], names[1]),
                );
            }
        }
        _ => {}
    }
}

fn told(paging: &Paging) -> String {
    match paging {
        Paging::Offset { parameter, size } => format!("by offset in {parameter}, {size} a page"),
        Paging::Page {
            parameter,
            first,
            size_parameter,
            size,
        } => {
            let sized = size_parameter.as_ref();
            let sized = sized
                .map(|name| format!(", sized by {name}"))
                .unwrap_or_default();
            format!("by page in {parameter} from {first}, {size} a page{sized}")
        }
    }
}

/// Where a path leads on the wire, whatever the fields on the way are called in Rust.
fn wire_path(operation: &Operation, path: &Path) -> String {
    let mut owner = Some("Reply");
    let mut pointer = String::new();
    for Step { rust } in path {
        let field = operation.types.iter().find_map(|def| match def {
            TypeDef::Struct(s) if Some(s.name.as_str()) == owner => {
                s.fields.iter().find(|field| field.rust == *rust)
            }
            _ => None,
        });
        pointer = child(&pointer, field.map_or(rust, |field| &field.wire));
        owner = field.and_then(|field| spell::named(&field.ty));
    }
    pointer
}

fn sorted(list: &[String]) -> Vec<&str> {
    let mut list: Vec<&str> = list.iter().map(String::as_str).collect();
    list.sort_unstable();
    list
}
