//! Putting checked arguments and signed fields where they travel.

use crate::error::Kind;
use crate::record::holds_identity_number;
use crate::request::{Checked, encoded, quoted};
use crate::sign::{Place, SignedField};
use crate::spec::{ListStyle, Operation, Role, Rule};
use crate::transport::{PathPiece, Prepared, RequestField};

/// That no argument holds an identity number: none whose parameter is for one, whatever it is, and none that has one in it
/// by its check digit and date of birth, as where a person is the subject.
pub(super) fn no_identity_number(arguments: &[Checked<'_>]) -> Result<(), Kind> {
    let found = arguments.iter().find(|argument| {
        argument.parameter.role == Some(Role::IdNumber)
            || argument
                .values
                .iter()
                .any(|value| holds_identity_number(value))
    });
    match found {
        Some(argument) => Err(Kind::IdentityNumberOverPlainHttp {
            parameter: argument.parameter.name,
        }),
        None => Ok(()),
    }
}

/// Adds an argument at the end of where it travels.
pub(super) fn argument(prepared: &mut Prepared, argument: Checked<'_>) {
    let parameter = argument.parameter;
    match parameter.place {
        Place::Path => {}
        Place::Json => {
            let field = field(parameter.name, as_json(&argument));
            prepared.json.get_or_insert_default().push(field);
        }
        place => {
            let (name, values) = texts(&argument);
            let list = list(prepared, place);
            list.extend(values.into_iter().map(|value| field(&name, value)));
        }
    }
}

/// What is asked, for signatures that cover it: where each parameter travels, its name, its text. In a JSON body a list or
/// an object is its JSON text, and text stands without quotes.
pub(super) fn asked(arguments: &[Checked<'_>]) -> Vec<(Place, String, String)> {
    let mut asked = Vec::new();
    for argument in arguments {
        let place = argument.parameter.place;
        let (name, values) = match argument.parameter.rule {
            Rule::List { .. } if place == Place::Json => {
                (argument.parameter.name.to_owned(), vec![as_json(argument)])
            }
            _ => texts(argument),
        };
        for value in values {
            asked.push((place, name.clone(), value));
        }
    }
    asked
}

/// The name and the values of an argument as a query or a form carries them.
fn texts(argument: &Checked<'_>) -> (String, Vec<String>) {
    let name = argument.parameter.name;
    let style = match argument.parameter.rule {
        Rule::List { style, .. } => style,
        _ => ListStyle::Repeated,
    };
    let values = match style {
        ListStyle::Joined(by) => {
            let values: Vec<&str> = argument.values.iter().map(AsRef::as_ref).collect();
            vec![values.join(by)]
        }
        ListStyle::Json => vec![as_json(argument)],
        _ => argument
            .values
            .iter()
            .map(|value| value.clone().into_owned())
            .collect(),
    };
    match style {
        ListStyle::Brackets => (format!("{name}[]"), values),
        _ => (name.to_owned(), values),
    }
}

/// The path in pieces, each parameter in its place.
pub(super) fn path(operation: &'static Operation, arguments: &[Checked<'_>]) -> Vec<PathPiece> {
    let mut pieces = Vec::new();
    let mut rest = operation.path;
    while let Some((before, (name, after))) = rest
        .split_once('{')
        .and_then(|(before, inside)| Some((before, inside.split_once('}')?)))
    {
        let value = arguments
            .iter()
            .find(|it| it.parameter.name == name && it.parameter.place == Place::Path);
        let Some(value) = value.and_then(|argument| argument.values.first()) else {
            break; // a brace that is no parameter's
        };
        pieces.push(PathPiece::Text(before));
        pieces.push(PathPiece::Field(field(name, value.clone().into_owned())));
        rest = after;
    }
    pieces.push(PathPiece::Text(rest));
    pieces
}

/// Adds what signs the request, in front of the arguments.
pub(super) fn signed(prepared: &mut Prepared, fields: Vec<SignedField>) {
    for signed in fields.into_iter().rev() {
        if signed.place == Place::Path {
            continue; // a path has places for parameters alone
        }
        let field = RequestField {
            name: signed.name.into(),
            value: match signed.place {
                Place::Json => quoted(&signed.value).into(),
                _ => signed.value.into(),
            },
            secret: signed.sensitive,
        };
        list(prepared, signed.place).insert(0, field);
    }
}

fn list(prepared: &mut Prepared, place: Place) -> &mut Vec<RequestField> {
    match place {
        Place::Header => &mut prepared.headers,
        Place::Form => &mut prepared.form,
        Place::Json => prepared.json.get_or_insert_default(),
        _ => &mut prepared.query,
    }
}

fn field(name: &str, value: String) -> RequestField {
    RequestField {
        name: name.to_owned(),
        value: value.into(),
        secret: false,
    }
}

/// What a JSON body holds of an argument.
fn as_json(argument: &Checked<'_>) -> String {
    let one = || argument.values.first().map_or("", AsRef::as_ref);
    match argument.parameter.rule {
        Rule::List { items, .. } if items.is_single() => {
            let values: Vec<String> = argument
                .values
                .iter()
                .map(|value| encoded(items, value))
                .collect();
            format!("[{}]", values.join(","))
        }
        Rule::List { .. } | Rule::Object(_) => one().to_owned(),
        ref rule => encoded(rule, one()),
    }
}
