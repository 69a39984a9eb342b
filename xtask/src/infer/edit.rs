//! JSON Patch on a file's text: what does not change stays as it was written.
//!
//! A person reviews the difference, and a file written anew by a printer would show all of it. New
//! members are written as transcribed schemas are: a schema without schemas inside stands on one line.

use serde_json::Value;
use zhixing_shape::Patch;

use crate::read::position::segments;

/// Longer lines are broken where they can be.
const WIDTH: usize = 200;
/// A line that is there may grow to this: its difference is easier to read than a broken one.
const WIDEST: usize = 320;
/// Members that stand last in a schema, as they are long.
const STRUCTURE: &[&str] = &[
    "properties",
    "additionalProperties",
    "items",
    "contentSchema",
    "oneOf",
];

/// The text with one operation applied, or `None` if its place is not there.
#[must_use]
pub fn apply(text: &str, patch: &Patch, after: Option<&str>) -> Option<String> {
    let keys = segments(patch.path());
    let (last, parents) = keys.split_last()?;
    let root = Parser { text, at: 0 }.node()?;
    let parent = parents
        .iter()
        .try_fold(&root, |node, key| node.child(key))?;
    let edit = Edit { text, parent };
    match patch {
        Patch::Add(_, value) => edit.add(last, value, after),
        Patch::Replace(_, value) => {
            let target = parent.child(last)?;
            let written = print(value, edit.indent(target.start));
            Some(splice(text, target.start, target.end, &written))
        }
        Patch::Remove(_) => edit.remove(last),
    }
}

/// A value as transcribed schemas are written, its lines after the first indented by `indent` blanks.
#[must_use]
pub fn print(value: &Value, indent: usize) -> String {
    let short = inline(value);
    if is_leaf(value) && short.chars().count() + indent <= WIDTH {
        return short;
    }
    let inner = " ".repeat(indent + 2);
    let members: Vec<String> = match value {
        Value::Object(members) if !members.is_empty() => members
            .iter()
            .map(|(key, value)| {
                format!(
                    "{inner}{}: {}",
                    Value::from(key.as_str()),
                    print(value, indent + 2)
                )
            })
            .collect(),
        Value::Array(items) if !items.is_empty() => items
            .iter()
            .map(|item| inner.clone() + &print(item, indent + 2))
            .collect(),
        _ => return short,
    };
    let (open, close) = if value.is_object() {
        ('{', '}')
    } else {
        ('[', ']')
    };
    format!(
        "{open}\n{}\n{}{close}",
        members.join(",\n"),
        " ".repeat(indent)
    )
}

/// Whether nothing inside is worth a line of its own.
fn is_leaf(value: &Value) -> bool {
    let flat = |value: &Value| match value {
        Value::Object(_) => false,
        Value::Array(items) => items
            .iter()
            .all(|item| !item.is_object() && !item.is_array()),
        _ => true,
    };
    match value {
        Value::Object(members) => members.values().all(flat),
        other => flat(other),
    }
}

fn inline(value: &Value) -> String {
    match value {
        Value::Object(members) if !members.is_empty() => {
            let members: Vec<String> = members
                .iter()
                .map(|(key, value)| format!("{}: {}", Value::from(key.as_str()), inline(value)))
                .collect();
            format!("{{ {} }}", members.join(", "))
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(inline).collect();
            format!("[{}]", items.join(", "))
        }
        other => other.to_string(),
    }
}

fn splice(text: &str, start: usize, end: usize, with: &str) -> String {
    format!("{}{with}{}", &text[..start], &text[end..])
}

/// A value's place in a text.
struct Node {
    start: usize,
    end: usize,
    members: Vec<Member>,
    is_object: bool,
}

struct Member {
    /// An element's is its index.
    key: String,
    start: usize,
    value: Node,
}

impl Node {
    fn child(&self, key: &str) -> Option<&Self> {
        self.members
            .iter()
            .find(|member| member.key == key)
            .map(|member| &member.value)
    }
}

struct Edit<'a> {
    text: &'a str,
    parent: &'a Node,
}

impl Edit<'_> {
    /// The blanks at the start of the line on which a place stands.
    fn indent(&self, at: usize) -> usize {
        let line = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        self.text[line..]
            .bytes()
            .take_while(|byte| *byte == b' ')
            .count()
    }

    /// Whether a member begins its line.
    fn begins_line(&self, at: usize) -> bool {
        self.text[..at].trim_end_matches(' ').ends_with('\n')
    }

    fn add(&self, key: &str, value: &Value, after: Option<&str>) -> Option<String> {
        let members = &self.parent.members;
        if let Some(there) = self.parent.child(key).filter(|_| self.parent.is_object) {
            let written = print(value, self.indent(there.start));
            return Some(splice(self.text, there.start, there.end, &written));
        }
        let index =
            match after.and_then(|after| members.iter().position(|member| member.key == after)) {
                Some(index) => index + 1,
                None if !self.parent.is_object => key
                    .parse()
                    .ok()
                    .filter(|index| *index <= members.len())
                    .unwrap_or(members.len()),
                None => members
                    .iter()
                    .position(|member| STRUCTURE.contains(&member.key.as_str()))
                    .unwrap_or(members.len()),
            };
        let label = if self.parent.is_object {
            format!("{}: ", Value::from(key))
        } else {
            String::new()
        };
        let outer = self.indent(self.parent.start);
        let broken = members
            .first()
            .is_some_and(|first| self.begins_line(first.start));
        let short = format!("{label}{}", inline(value));
        let line = self.line_length(self.parent.start) + short.chars().count() + 2;
        if !broken && (members.is_empty() || !is_leaf(value) || line > WIDEST) {
            return Some(self.rebuilt(index, &label, value, outer));
        }
        let written = if broken {
            format!(
                "{label}{}",
                print(value, self.indent(members.first()?.start))
            )
        } else {
            short
        };
        let gap = if broken {
            format!(",\n{}", " ".repeat(self.indent(members.first()?.start)))
        } else {
            ", ".to_owned()
        };
        Some(
            match index.checked_sub(1).and_then(|before| members.get(before)) {
                Some(before) => splice(
                    self.text,
                    before.value.end,
                    before.value.end,
                    &format!("{gap}{written}"),
                ),
                None => {
                    let first = members.first()?;
                    splice(
                        self.text,
                        first.start,
                        first.start,
                        &format!("{written}{gap}"),
                    )
                }
            },
        )
    }

    fn line_length(&self, at: usize) -> usize {
        let start = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        self.text[start..]
            .lines()
            .next()
            .map_or(0, |line| line.chars().count())
    }

    /// The container with each member on a line of its own, or on one line if that is enough.
    fn rebuilt(&self, index: usize, label: &str, value: &Value, outer: usize) -> String {
        let mut lines: Vec<String> = self
            .parent
            .members
            .iter()
            .map(|member| self.text[member.start..member.value.end].to_owned())
            .collect();
        let fits = lines.is_empty() && is_leaf(value) && !value.is_object();
        let written = format!("{label}{}", print(value, outer + 2));
        lines.insert(index.min(lines.len()), written);
        let (open, close) = if self.parent.is_object {
            ("{", "}")
        } else {
            ("[", "]")
        };
        let blank = if self.parent.is_object { " " } else { "" };
        let whole = if fits {
            format!("{open}{blank}{}{blank}{close}", lines.join(", "))
        } else {
            let inner = " ".repeat(outer + 2);
            let separator = format!(",\n{inner}");
            format!(
                "{open}\n{inner}{}\n{}{close}",
                lines.join(&separator),
                " ".repeat(outer)
            )
        };
        splice(self.text, self.parent.start, self.parent.end, &whole)
    }

    fn remove(&self, key: &str) -> Option<String> {
        let members = &self.parent.members;
        let index = members.iter().position(|member| member.key == key)?;
        let here = &members[index];
        let (start, end) = match (
            members.get(index + 1),
            index.checked_sub(1).and_then(|i| members.get(i)),
        ) {
            (Some(next), _) => (here.start, next.start),
            (None, Some(before)) => (before.value.end, here.value.end),
            (None, None) => (self.parent.start + 1, self.parent.end - 1),
        };
        Some(splice(self.text, start, end, ""))
    }
}

/// Walks a text that serde_json has accepted.
struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn string(&mut self) -> Option<String> {
        let start = self.at;
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                break;
            }
        }
        serde_json::from_str(self.text.get(start..self.at)?).ok()
    }

    fn node(&mut self) -> Option<Node> {
        self.blanks();
        let start = self.at;
        let mut members = Vec::new();
        let open = self.peek()?;
        match open {
            b'{' | b'[' => {
                self.at += 1;
                loop {
                    self.blanks();
                    match self.peek()? {
                        b'}' | b']' => break,
                        b',' => self.at += 1,
                        _ => {
                            let start = self.at;
                            let key = if open == b'{' {
                                self.string()?
                            } else {
                                members.len().to_string()
                            };
                            if open == b'{' {
                                self.blanks();
                                self.at += 1; // the colon
                            }
                            members.push(Member {
                                key,
                                start,
                                value: self.node()?,
                            });
                        }
                    }
                }
                self.at += 1;
            }
            b'"' => drop(self.string()?),
            _ => {
                while self
                    .peek()
                    .is_some_and(|b| !b.is_ascii_whitespace() && !b",]}".contains(&b))
                {
                    self.at += 1;
                }
            }
        }
        Some(Node {
            start,
            end: self.at,
            members,
            is_object: open == b'{',
        })
    }
}
