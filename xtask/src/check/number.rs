//! Integers must be written as integers of 64 bits.
//!
//! JSON Schema takes `1.0`, `1e2` and a number of thirty digits for integers as well. The generator does not: a limit that it
//! read as no limit would silently check nothing.

use serde_json::{Number, Value};

use crate::diagnostic::Diagnostics;
use crate::read::Document;
use crate::read::position::step;

/// What stands under these is the vendor's data, and is checked against the type it belongs to.
const DATA: &[&str] = &["default", "enum", "const", "value"];

/// Checks every number of a file, data excepted.
pub(super) fn check(document: &Document, faults: &mut Diagnostics) {
    visit(document, &document.value, &mut String::new(), false, faults);
}

/// `named` says that the keys of this value are the document's own names and no keywords.
fn visit(
    document: &Document,
    value: &Value,
    pointer: &mut String,
    named: bool,
    faults: &mut Diagnostics,
) {
    let here = pointer.len();
    match value {
        Value::Object(members) => {
            for (key, inner) in members {
                if named || !DATA.contains(&key.as_str()) {
                    let names = !named && matches!(key.as_str(), "properties" | "$defs");
                    step(pointer, key);
                    visit(document, inner, pointer, names, faults);
                    pointer.truncate(here);
                }
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                step(pointer, &index.to_string());
                visit(document, inner, pointer, false, faults);
                pointer.truncate(here);
            }
        }
        Value::Number(number) if is_whole(number) && !number.is_i64() => {
            faults.push(document.fault(
                pointer,
                format!("`{number}` is not written as an integer of 64 bits."),
                "Write it in digits, without point and exponent; leave out a limit that is larger.",
            ));
        }
        _ => {}
    }
}

/// Whether JSON Schema would call it an integer.
fn is_whole(number: &Number) -> bool {
    number.as_f64().is_some_and(|number| number.fract() == 0.0)
}
