//! What a request may hold: single values, lists of them that say how they travel, and what is nested in
//! JSON. Everything else is refused with what to say instead.

use serde_json::Value;

use super::as_wire;
use crate::diagnostic::Diagnostics;
use crate::read::Document;
use crate::schema::{Body, DEEPEST, Node, Shape, text};

/// The values in one parameter, each written out wherever it is referred to, as its rule is. Twelve objects that each refer
/// twice to the next are four thousand, and forty are more than any machine holds.
const MOST: usize = 2_000;

/// A request whose values are checked.
pub(super) struct Values<'a, 'f> {
    pub(super) document: &'a Document,
    pub(super) body: Body<'a>,
    pub(super) faults: &'f mut Diagnostics,
    /// How many were visited.
    pub(super) visited: usize,
}

impl<'a> Values<'a, '_> {
    fn fault(&mut self, node: &Node<'_>, key: &str, reason: &str, hint: &str) {
        let pointer = format!("/request{}{key}", node.pointer);
        if !self.faults.knows(&self.document.file, &pointer) {
            self.faults
                .push(self.document.fault(&pointer, reason, hint));
        }
    }

    /// Checks a parameter that travels there.
    pub(super) fn check(&mut self, node: &Node<'a>, place: &str) {
        self.visit(node, place, &[]);
        if self.visited > MOST {
            self.fault(
                node,
                "",
                &format!("Written out, the parameter holds more than {MOST} values."),
                "Take what is referred to most as a string, the text of its JSON.",
            );
        }
    }

    /// Checks a value of a parameter. `within` are the schemas around it.
    fn visit(&mut self, node: &Node<'a>, place: &str, within: &[String]) {
        let Ok(resolved) = self.body.resolve(node) else {
            return; // told by the body's own checks, as is a schema without a shape
        };
        if within.contains(&resolved.pointer) {
            return self.fault(
                node,
                "",
                "In a request a type cannot contain itself.",
                "Write out as many levels as the document shows.",
            );
        }
        if within.len() >= DEEPEST {
            return self.fault(
                node,
                "",
                &format!("Types are nested more than {DEEPEST} deep."),
                "Take what lies deeper as a string, the text of its JSON.",
            );
        }
        self.visited += 1;
        if self.visited > MOST {
            return; // told of the parameter: which of its values is one too many says nothing
        }
        if let Some(constant) = resolved.value.get("const") {
            return self.constant(&resolved, constant);
        }
        let Ok(shape) = resolved.shape() else {
            return;
        };
        let within: Vec<String> = within.iter().chain([&resolved.pointer]).cloned().collect();
        let nested = place == "json";
        match shape {
            Shape::Text if text(resolved.value, "x-format") == Some("date") => self.fault(
                &resolved,
                "/x-format",
                "It is not said how the day is written.",
                "Say the printed pattern, such as `yyyyMMdd`, or `\"format\": \"date\"` for yyyy-MM-dd.",
            ),
            Shape::Text | Shape::Integer | Shape::Number | Shape::Boolean => {}
            Shape::Enumeration(choices, _) if choices.is_empty() => self.fault(
                node,
                "",
                "An enumeration without values can never be sent.",
                "Say `string` or `integer`, the form in which it is sent; say in x-type what the document prints.",
            ),
            Shape::Enumeration(..) => {}
            Shape::List(items) => self.list(node, &resolved, items, place, &within),
            Shape::Object if nested => {
                for (_, member) in resolved.properties() {
                    self.visit(&member, place, &within);
                }
            }
            Shape::Object => self.fault(
                node,
                "",
                "An object travels in JSON alone.",
                "Use `\"x-in\": \"json\"`; for JSON in a text field, `contentMediaType` and `contentSchema` on a string.",
            ),
            Shape::JsonText(Some(inner)) if place != "path" => {
                self.inside(&inner, "json", &within);
            }
            Shape::JsonText(_) => self.fault(
                node,
                "",
                "It is not said what the JSON text holds.",
                "Describe it by `contentSchema`, or drop `contentMediaType` to let callers write the text. A path holds none.",
            ),
            Shape::Map(_) | Shape::Any => self.fault(
                node,
                "",
                "It is not said what is sent: a parameter has one type, and in a request keys are no data.",
                "Say one type, the form in which it is sent; say in x-type what the document prints. For keys that are data, take the text of the JSON as a string.",
            ),
        }
    }

    fn list(
        &mut self,
        node: &Node<'a>,
        resolved: &Node<'a>,
        items: Option<Node<'a>>,
        place: &str,
        within: &[String],
    ) {
        let Some(items) = items else {
            return self.fault(
                node,
                "",
                "It is not said what the list holds.",
                "Describe its `items`.",
            );
        };
        let style = resolved.value.get("x-list");
        let nested = place == "json";
        let single = self.body.resolve(&items).is_ok_and(|items| {
            !matches!(
                items.shape(),
                Ok(Shape::List(_) | Shape::Object | Shape::JsonText(_) | Shape::Map(_))
            )
        });
        let as_json = style.and_then(Value::as_str) == Some("json");
        match (place, style) {
            ("json", None) => {}
            ("json", Some(_)) => self.fault(
                resolved,
                "/x-list",
                "In JSON a list is a list.",
                "Drop `x-list`; a text that holds several values is a string.",
            ),
            ("path", _) => self.fault(
                node,
                "",
                "A list cannot stand in the path.",
                "Say `string`, the form in which it is sent.",
            ),
            ("header", Some(style)) if style.get("joined").is_some() || as_json => {}
            ("header", _) => self.fault(
                node,
                "",
                "In a header a list is one text.",
                "Say `\"x-list\": { \"joined\": \",\" }` with what stands between the values.",
            ),
            (_, None) => self.fault(
                node,
                "",
                "It is not said how the list travels.",
                "Say `x-list`: `repeated`, `brackets`, `json`, or `{ \"joined\": \",\" }` with what stands between the values.",
            ),
            (_, Some(_)) if !single && !as_json => self.fault(
                resolved,
                "/x-list",
                "What holds lists or objects travels in JSON alone.",
                "Use `\"x-list\": \"json\"`, or a JSON body.",
            ),
            _ => {}
        }
        let place = if nested || as_json || !single {
            "json"
        } else {
            place
        };
        self.inside(&items, place, within);
    }

    /// Checks what a list or a JSON text holds.
    fn inside(&mut self, node: &Node<'a>, place: &str, within: &[String]) {
        let constant = self
            .body
            .resolve(node)
            .is_ok_and(|node| node.value.get("const").is_some());
        if constant {
            return self.fault(
                node,
                "",
                "What is always the same has no name here.",
                "A constant is a parameter or a member of an object; for a list of one value, say an `enum` of one.",
            );
        }
        self.visit(node, place, within);
    }

    fn constant(&mut self, node: &Node<'_>, constant: &Value) {
        let kind = match constant {
            Value::String(_) => "string",
            Value::Bool(_) => "boolean",
            _ => "integer",
        };
        if node.types().iter().any(|declared| *declared != kind) {
            self.fault(
                node,
                "/const",
                "The constant is not of the declared type.",
                "Write it as it stands on the wire.",
            );
        }
    }
}

/// Which rule of a parameter a value breaks.
pub(super) fn broken(node: &Node<'_>, shape: &Shape<'_>, value: &str) -> Option<String> {
    let limit = |keyword: &str| node.value.get(keyword).and_then(Value::as_i64);
    let check = |number: i64, what: &str, low: &str, high: &str| match (limit(low), limit(high)) {
        (Some(min), _) if number < min => Some(format!("{what} {number}, below {low} {min}")),
        (_, Some(max)) if number > max => Some(format!("{what} {number}, above {high} {max}")),
        _ => None,
    };
    match shape {
        Shape::Text => {
            let length = i64::try_from(value.chars().count()).unwrap_or(i64::MAX);
            let day = node.day().filter(|pattern| !is_day(value, pattern));
            day.map(|pattern| format!("is no day written {pattern}"))
                .or_else(|| check(length, "has a length of", "minLength", "maxLength"))
        }
        Shape::Integer => match value.parse::<i64>() {
            Ok(number) => check(number, "is", "minimum", "maximum"),
            Err(_) => Some("is no integer".into()),
        },
        Shape::Number => match value.parse::<f64>() {
            Ok(number) if number.is_finite() => {
                // Limits are whole numbers: a fraction breaks one where its floor or ceiling does.
                check(number.floor() as i64, "is", "minimum", "")
                    .or_else(|| check(number.ceil() as i64, "is", "", "maximum"))
            }
            _ => Some("is no number".into()),
        },
        Shape::Boolean if !matches!(value, "true" | "false") => {
            Some("is neither true nor false".into())
        }
        Shape::Enumeration(choices, _) if !choices.iter().any(|choice| choice.wire == value) => {
            Some("is none of the documented values".into())
        }
        _ => None,
    }
}

/// Whether a text has the digits and signs of the pattern; the calendar is left to the core.
fn is_day(value: &str, pattern: &str) -> bool {
    value.chars().count() == pattern.chars().count()
        && value.chars().zip(pattern.chars()).all(|(c, sign)| {
            if matches!(sign, 'y' | 'M' | 'd') {
                c.is_ascii_digit()
            } else {
                c == sign
            }
        })
}

/// Which of its own rules a default breaks.
pub(super) fn default_fault(
    node: &Node<'_>,
    shape: &Shape<'_>,
    default: &Value,
) -> Option<(String, &'static str)> {
    let fits_type = match shape {
        Shape::Integer | Shape::Enumeration(_, true) => default.is_i64(),
        Shape::Number => default.is_number(),
        Shape::Boolean => default.is_boolean(),
        Shape::Text | Shape::Enumeration(_, false) => default.is_string(),
        _ => {
            return Some((
                "What is assumed for a list or an object cannot be written here.".into(),
                "Say it in `$comment`.",
            ));
        }
    };
    if !fits_type {
        return Some((
            "The default is not of the parameter's type.".into(),
            "Write it with the type that `type` says.",
        ));
    }
    let rule = broken(node, shape, &as_wire(default))?;
    Some((
        format!("The default {rule}."),
        "A default must keep the parameter's own rule.",
    ))
}
