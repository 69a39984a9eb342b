//! What to write instead of a keyword of JSON Schema 2020-12 that the dialect does not have.
//!
//! A keyword that was silently ignored would promise something, so each is refused; and whoever knows JSON Schema should be
//! told how the same thing is said here. `docs/json-schema.md` lists all keywords of the standard and is held against
//! this table by a test.

/// What to write instead of a `format` that is no day.
pub const FORMAT: &str =
    "Say another form by `x-format`, which is documentation, or in `description`.";

/// The hint for a keyword of the standard; `None` for a word that the standard does not have, and for keywords that
/// the dialect knows.
#[must_use]
pub fn hint(keyword: &str) -> Option<&'static str> {
    Some(match keyword {
        "$id" | "$anchor" | "$dynamicAnchor" | "$recursiveAnchor" => {
            "Drop it: schemas are referred to by their place, as in `#/$defs/person`."
        }
        "$schema" => "Say it once, at the top of the file.",
        "$dynamicRef" | "$recursiveRef" => {
            "Write `$ref` to the schema that is meant; a type may lead back into itself."
        }
        "$vocabulary" => "Drop it: the dialect in schemas/dialect/ is the vocabulary.",
        "definitions" => "Call it `$defs`.",
        "prefixItems" => {
            "Drop it with `items`: a list whose places mean different things stays readable as any JSON values."
        }
        "contains" | "minContains" | "maxContains" => {
            "Describe what every element may be by `items`, and the rule in `description`."
        }
        "patternProperties" | "propertyNames" => {
            "Describe the values of all keys by `additionalProperties`, and which keys there are in `description`."
        }
        "dependentSchemas" | "dependentRequired" | "dependencies" => {
            "Leave each field optional, and say in `description` which come together."
        }
        "if" | "then" | "else" => {
            "Describe the fields of all cases in one `properties`, each optional, and the condition in `description`."
        }
        "allOf" => "Write the parts into one schema, or refer to the one part by `$ref`.",
        "anyOf" => {
            "Say several types by `type`, which becomes any JSON value, or list values by `oneOf` with `const`."
        }
        "not" => "Say what may stand there, and the exception in `description`.",
        "unevaluatedItems" => "Describe every element by `items`.",
        "unevaluatedProperties" => {
            "Drop it: unknown fields are kept always; where keys are data, describe the values by `additionalProperties`."
        }
        "multipleOf" => {
            "Say `\"type\": \"integer\"` where that is what is meant, or the step in `description`."
        }
        "exclusiveMaximum" => "Say `maximum` with the largest integer that is allowed.",
        "exclusiveMinimum" => "Say `minimum` with the smallest integer that is allowed.",
        "pattern" => {
            "Say the form in `description` and, verbatim, in `x-description`; lengths by `minLength` and `maxLength`."
        }
        "uniqueItems" => {
            "Say in `description` that they differ: neither a request nor a reply is held to it."
        }
        "maxProperties" | "minProperties" => {
            "Say how many in `description`: a reply is taken as it comes."
        }
        "deprecated" => "Say in `description` since when, and what to use instead.",
        "readOnly" | "writeOnly" => {
            "Put the field into `request` or into `reply`: each is described by itself."
        }
        "examples" => {
            "Put whole replies under the operation's `examples`, and a value worth showing into `description`."
        }
        "contentEncoding" => {
            "Say the encoding in `description`: the text is handed out as it arrived."
        }
        _ => return None,
    })
}
