//! Where each value of a JSON text stands.
//!
//! serde_json forgets lines and keeps the last of two equal keys. A fault without a line is slow to
//! find in a file of five hundred, and a repeated key is a field that somebody transcribed and
//! nobody generates, so the text is walked once more for both. Most texts have no fault: they are walked when the first
//! line is asked for, and whether a key is repeated is told by counting.

use std::collections::BTreeMap;

use serde_json::Value;

/// Lines by JSON pointer, and what was found twice.
#[derive(Debug, Clone, Default)]
pub struct Positions {
    /// The line of each value, from 1.
    pub lines: BTreeMap<String, usize>,
    /// Pointer and line of each key that its object already had.
    pub repeated: Vec<(String, usize)>,
}

/// Walks a text that serde_json has accepted.
#[must_use]
pub fn positions(text: &str) -> Positions {
    let mut walk = Walk {
        text,
        at: 0,
        line: 1,
        found: Positions::default(),
    };
    walk.value("");
    walk.found
}

/// Whether a key may be repeated in a text that serde_json has accepted: every member has one colon outside of texts, and the
/// value has fewer members than that if one took another's place.
#[must_use]
pub(super) fn may_repeat(text: &str, value: &Value) -> bool {
    colons(text) != members(value)
}

fn colons(text: &str) -> usize {
    let mut found = 0;
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b':' => found += 1,
            b'"' => loop {
                match bytes.next() {
                    Some(b'\\') => drop(bytes.next()),
                    Some(b'"') | None => break,
                    Some(_) => {}
                }
            },
            _ => {}
        }
    }
    found
}

fn members(value: &Value) -> usize {
    match value {
        Value::Object(map) => map.len() + map.values().map(members).sum::<usize>(),
        Value::Array(items) => items.iter().map(members).sum(),
        _ => 0,
    }
}

/// Appends a key to a JSON pointer.
#[must_use]
pub fn child(pointer: &str, key: &str) -> String {
    let mut inner = String::with_capacity(pointer.len() + "/".len() + key.len());
    inner.push_str(pointer);
    step(&mut inner, key);
    inner
}

/// Goes one key further.
pub(crate) fn step(pointer: &mut String, key: &str) {
    pointer.push('/');
    if key.contains(['~', '/']) {
        pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
    } else {
        pointer.push_str(key);
    }
}

/// The keys of a JSON pointer.
#[must_use]
pub fn segments(pointer: &str) -> Vec<String> {
    pointer
        .split('/')
        .skip(1)
        .map(|s| s.replace("~1", "/").replace("~0", "~"))
        .collect()
}

struct Walk<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    found: Positions,
}

impl Walk<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn step(&mut self) {
        if self.peek() == Some(b'\n') {
            self.line += 1;
        }
        self.at += 1;
    }

    fn blanks(&mut self) {
        while self.peek().is_some_and(|b| b.is_ascii_whitespace()) {
            self.step();
        }
    }

    fn value(&mut self, pointer: &str) {
        self.blanks();
        self.found
            .lines
            .entry(pointer.to_owned())
            .or_insert(self.line);
        match self.peek() {
            Some(b'{') => self.object(pointer),
            Some(b'[') => self.array(pointer),
            Some(b'"') => {
                self.string();
            }
            // A number or a word ends where structure goes on.
            _ => {
                while self
                    .peek()
                    .is_some_and(|b| !b.is_ascii_whitespace() && !b",]}".contains(&b))
                {
                    self.step();
                }
            }
        }
    }

    fn string(&mut self) -> String {
        let start = self.at;
        self.step();
        while let Some(byte) = self.peek() {
            if byte == b'\\' {
                self.step();
            }
            self.step();
            if byte == b'"' {
                break;
            }
        }
        self.text
            .get(start..self.at)
            .and_then(|s| serde_json::from_str(s).ok())
            .unwrap_or_default()
    }

    fn object(&mut self, pointer: &str) {
        let mut keys = std::collections::BTreeSet::new();
        self.step();
        loop {
            self.blanks();
            match self.peek() {
                Some(b'"') => {
                    let line = self.line;
                    let key = self.string();
                    let inner = child(pointer, &key);
                    if !keys.insert(key) {
                        self.found.repeated.push((inner.clone(), line));
                    }
                    self.blanks();
                    self.step(); // the colon
                    self.value(&inner);
                }
                Some(b',') => self.step(),
                _ => break self.step(),
            }
        }
    }

    fn array(&mut self, pointer: &str) {
        let mut index = 0usize;
        self.step();
        loop {
            self.blanks();
            match self.peek() {
                Some(b',') => self.step(),
                None | Some(b']') => break self.step(),
                _ => {
                    self.value(&child(pointer, &index.to_string()));
                    index += 1;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_the_text() {
        let text = "{\n  \"a\": [\n    1,\n    {\"b/c\": \"x\\\"}\"}\n  ],\n  \"d\": true\n}";
        let found = positions(text);
        let expected = [
            ("", 1),
            ("/a", 2),
            ("/a/0", 3),
            ("/a/1", 4),
            ("/a/1/b~1c", 4),
            ("/d", 6),
        ];
        assert_eq!(found.lines, expected.map(|(p, l)| (p.to_owned(), l)).into());
        assert!(found.repeated.is_empty());
    }

    #[test]
    fn a_repeated_key_is_found_where_it_stands_again() {
        let found = positions("{\"x\": {\"a\": 1,\n\"b\": 2,\n\"a\": 3}}");
        assert_eq!(found.repeated, [("/x/a".to_owned(), 3)]);
    }

    #[test]
    fn counting_tells_whether_a_key_is_repeated() {
        for (text, repeats) in [
            (r#"{"a": {"b:": ":"}, "c": [{"d\\": "\":"}, {}]}"#, false),
            (r#"{"a": {"b": 1, "b": 2}}"#, true),
            (r#"{"a": {"b": 1}, "\u0061": 2}"#, true),
        ] {
            let value = serde_json::from_str(text).expect("JSON");
            assert_eq!(may_repeat(text, &value), repeats, "{text}");
            assert_eq!(!positions(text).repeated.is_empty(), repeats, "{text}");
        }
    }

    #[test]
    fn pointers_escape_and_unescape() {
        assert_eq!(child("/a", "b/c~d"), "/a/b~1c~0d");
        assert_eq!(segments("/a/b~1c~0d"), ["a", "b/c~d"]);
        assert!(segments("").is_empty());
    }
}
