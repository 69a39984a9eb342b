//! A request's or reply's schema as a whole: references and ways through it.

use serde_json::Value;

use super::{Node, Refusal, Shape, text};
use crate::read::position::segments;

/// A request's or reply's schema as a whole.
#[derive(Debug, Clone, Copy)]
pub struct Body<'a> {
    /// Its root.
    pub root: &'a Value,
}

/// References that lead to references; nobody writes more, and every reader follows them all again.
const LONGEST_CHAIN: usize = 32;

/// The JSON pointer of a reference inside a document: its fragment, percent-decoded.
#[must_use]
pub fn fragment(reference: &str) -> Option<String> {
    let mut rest = reference.strip_prefix('#')?.as_bytes();
    let mut bytes = Vec::new();
    while let [first, tail @ ..] = rest {
        rest = tail;
        match first {
            b'%' => {
                let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
                bytes.push(u8::from_str_radix(digits, 16).ok()?);
                rest = rest.get(2..)?;
            }
            byte if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=:@?".contains(byte) => {
                bytes.push(*byte)
            }
            _ => return None,
        }
    }
    String::from_utf8(bytes).ok()
}

impl<'a> Body<'a> {
    /// The body's own schema.
    #[must_use]
    pub fn node(&self) -> Node<'a> {
        Node {
            value: self.root,
            pointer: String::new(),
        }
    }

    /// Follows references until a schema stands there.
    ///
    /// # Errors
    /// A reference leads nowhere or in a circle.
    pub fn resolve(&self, node: &Node<'a>) -> Result<Node<'a>, Refusal> {
        if text(node.value, "$ref").is_none() {
            return Ok(node.clone());
        }
        let mut seen = vec![node.pointer.clone()];
        let mut node = node.clone();
        while let Some(reference) = text(node.value, "$ref") {
            let Some(pointer) = fragment(reference) else {
                return Err(Refusal::new(
                    format!("`$ref` is no reference: `{reference}`."),
                    "In a reference everything but ASCII letters, digits and `-._~/` is percent-encoded as UTF-8.",
                ));
            };
            let Some(value) = self.root.pointer(&pointer).filter(|v| v.is_object()) else {
                return Err(Refusal::new(
                    format!("`$ref` leads nowhere: `{reference}`."),
                    "A reference is `#` and a JSON pointer from the root of this request or reply to a schema in it.",
                ));
            };
            if seen.len() > LONGEST_CHAIN {
                return Err(Refusal::new(
                    format!(
                        "More than {LONGEST_CHAIN} references lead to each other, up to `{reference}`."
                    ),
                    "Refer to the schema itself.",
                ));
            }
            if seen.contains(&pointer) {
                return Err(Refusal::new(
                    format!("`$ref` leads in a circle: `{reference}`."),
                    "A schema must stand at the end of the references.",
                ));
            }
            seen.push(pointer.clone());
            node = Node { value, pointer };
        }
        Ok(node)
    }

    /// Refuses lists of themselves: `T = [T]` has no end that a type could name.
    ///
    /// # Errors
    /// There is no object or value at the end of the lists, maps and references.
    pub fn grounded(&self, node: &Node<'a>) -> Result<(), Refusal> {
        let mut seen = Vec::new();
        let mut node = node.clone();
        loop {
            node = self.resolve(&node)?;
            if seen.contains(&node.pointer) {
                return Err(Refusal::new(
                    "The type contains itself with no object in between.",
                    "Only an object can be recursive: put one on the way, or say no `items`.",
                ));
            }
            if seen.len() > LONGEST_CHAIN {
                return Ok(()); // whoever goes on meets `DEEPEST`; to the end of it, every list would walk all that follow
            }
            seen.push(node.pointer.clone());
            node = match node.shape() {
                Ok(Shape::List(Some(inner)) | Shape::Map(inner) | Shape::JsonText(Some(inner))) => {
                    inner
                }
                _ => return Ok(()),
            };
        }
    }

    /// The schema at a pointer into the data, each step a property, and the steps on the way.
    ///
    /// # Errors
    /// A step leads nowhere; the text says which.
    pub fn walk(&self, pointer: &str) -> Result<Vec<(String, Node<'a>)>, String> {
        let mut node = self.resolve(&self.node()).map_err(|r| r.reason)?;
        let mut steps = Vec::new();
        for key in segments(pointer) {
            let next = node.property(&key).ok_or_else(|| {
                format!(
                    "there is no property `{key}` in `{}`",
                    if node.pointer.is_empty() {
                        "#"
                    } else {
                        &node.pointer
                    }
                )
            })?;
            node = self.resolve(&next).map_err(|r| r.reason)?;
            steps.push((key, node.clone()));
        }
        Ok(steps)
    }
}
