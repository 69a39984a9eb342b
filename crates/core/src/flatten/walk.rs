//! One pass over the text that writes down every leaf: its whole path and where its text is.
//!
//! The walk keeps its own stack, so depth costs no call stack, and one path that grows and shrinks; only a leaf copies it.

use super::scan::{Cursor, Lexeme};
use super::{
    DottedKeys, Duplicates, EmptyRoot, FlattenError, MAX_BYTES, MAX_DEPTH, Null, Policy, ScalarRoot,
};

/// Storage that is kept from one payload to the next.
///
/// Positions are `u32`, which [`MAX_BYTES`] keeps safe: a reply of many small leaves costs mostly these.
#[derive(Debug, Default)]
pub(super) struct Store {
    pub(super) arena: String,
    pub(super) leaves: Vec<Leaf>,
    /// Whether the one leaf stands without a key and `=`.
    pub(super) value_alone: bool,
    path: String,
    stack: Vec<Frame>,
    members: Vec<Member>,
}

/// A leaf of the payload.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leaf {
    /// Its path, in the arena.
    pub(super) path: Span,
    pub(super) value: Text,
    /// A later value has taken its place.
    pub(super) replaced: bool,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) start: u32,
    end: u32,
}

impl Span {
    /// The conversion cannot fail for texts of at most [`MAX_BYTES`]; if that ever changed, spans would come out empty.
    fn new(start: usize, end: usize) -> Self {
        let narrow = |position| u32::try_from(position).unwrap_or(0);
        Span {
            start: narrow(start),
            end: narrow(end),
        }
    }

    pub(super) fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or("")
    }
}

/// A text that needed no change lies in the source, another one in the arena.
#[derive(Clone, Copy, Debug)]
pub(super) enum Text {
    Source(Span),
    Arena(Span),
}

impl Text {
    pub(super) fn of<'t>(self, source: &'t str, arena: &'t str) -> &'t str {
        match self {
            Text::Source(span) => span.of(source),
            Text::Arena(span) => span.of(arena),
        }
    }
}

/// An open container.
#[derive(Debug)]
struct Frame {
    /// The index of the next item in a list; `None` in an object.
    index: Option<u32>,
    /// How much of the path is the container's own, the dot behind it included.
    prefix: usize,
    /// Where the container's members begin in the shared list.
    members: usize,
}

/// A member of an open object, with the range of leaves under it.
#[derive(Debug)]
struct Member {
    key: Text,
    first: usize,
    end: usize,
    offset: usize,
}

impl Store {
    /// Writes down the leaves of a valid JSON text, in the order of the text.
    pub(super) fn walk(&mut self, source: &str, policy: &Policy) -> Result<(), FlattenError> {
        self.arena.clear();
        self.leaves.clear();
        self.path.clear();
        self.stack.clear();
        self.members.clear();
        self.value_alone = false;
        let mut cursor = Cursor::new(source);
        loop {
            self.value(&mut cursor, source, policy)?;
            // Close every container that ends here, until one goes on or the root is done.
            loop {
                let Some(frame) = self.stack.last_mut() else {
                    self.leaves.retain(|leaf| !leaf.replaced);
                    return Ok(());
                };
                match cursor.next() {
                    Some(b',') => {
                        if let Some(index) = &mut frame.index {
                            *index += 1;
                        }
                        self.segment(&mut cursor, source, policy)?;
                        break;
                    }
                    Some(b'}' | b']') => self.close(source, policy)?,
                    _ => return Err(syntax(&cursor)),
                }
            }
        }
    }

    /// Reads a leaf, or opens containers down to the first leaf.
    fn value(
        &mut self,
        cursor: &mut Cursor<'_>,
        source: &str,
        policy: &Policy,
    ) -> Result<(), FlattenError> {
        loop {
            match cursor.peek() {
                Some(open @ (b'{' | b'[')) => {
                    let offset = cursor.offset();
                    cursor.next();
                    if matches!(cursor.peek(), Some(b'}' | b']')) {
                        cursor.next();
                        return self.empty(if open == b'{' { "{}" } else { "[]" }, policy);
                    }
                    if self.stack.len() == MAX_DEPTH {
                        return Err(FlattenError::TooDeep { offset });
                    }
                    if !self.stack.is_empty() {
                        self.path.push('.');
                    }
                    self.stack.push(Frame {
                        index: (open == b'[').then_some(0),
                        prefix: self.path.len(),
                        members: self.members.len(),
                    });
                    self.segment(cursor, source, policy)?;
                }
                Some(b'"') => {
                    let lexeme = cursor.string().ok_or_else(|| syntax(cursor))?;
                    let text = self.unescape(lexeme, source)?;
                    return self.scalar(text, lexeme.start, policy);
                }
                _ => {
                    let lexeme = cursor.word().ok_or_else(|| syntax(cursor))?;
                    let text = Text::Source(Span::new(lexeme.start, lexeme.end));
                    return match source.get(lexeme.start..lexeme.end) {
                        Some("null") => self.null(policy),
                        _ => self.scalar(text, lexeme.start, policy),
                    };
                }
            }
        }
    }

    /// Sets the path to the next child of the innermost container: reads its key, or counts.
    fn segment(
        &mut self,
        cursor: &mut Cursor<'_>,
        source: &str,
        policy: &Policy,
    ) -> Result<(), FlattenError> {
        let Some(&Frame { index, prefix, .. }) = self.stack.last() else {
            return Err(syntax(cursor));
        };
        self.path.truncate(prefix);
        if let Some(index) = index {
            self.path.push_str(&index.to_string());
            return Ok(());
        }
        let lexeme = cursor.string().ok_or_else(|| syntax(cursor))?;
        if cursor.next() != Some(b':') {
            return Err(syntax(cursor));
        }
        let key = self.unescape(lexeme, source)?;
        let name = key.of(source, &self.arena);
        if policy.dotted_keys == DottedKeys::Refuse && name.contains('.') {
            return Err(FlattenError::DottedKey {
                offset: lexeme.start,
            });
        }
        self.path.push_str(name);
        self.end_member();
        self.members.push(Member {
            key,
            first: self.leaves.len(),
            end: self.leaves.len(),
            offset: lexeme.start,
        });
        Ok(())
    }

    /// The innermost object's latest member, if it has one, ends with the latest leaf.
    fn end_member(&mut self) {
        let begin = self.stack.last().map_or(0, |frame| frame.members);
        if let Some(last) = self.members.get_mut(begin..).and_then(<[_]>::last_mut) {
            last.end = self.leaves.len();
        }
    }

    /// Closes the innermost container and looks for keys that it held twice.
    fn close(&mut self, source: &str, policy: &Policy) -> Result<(), FlattenError> {
        self.end_member();
        let Some(frame) = self.stack.pop() else {
            return Ok(());
        };
        let arena = self.arena.as_str();
        let members = self.members.get_mut(frame.members..).unwrap_or_default();
        members.sort_unstable_by(|a, b| {
            let names = a.key.of(source, arena).cmp(b.key.of(source, arena));
            names.then(a.offset.cmp(&b.offset))
        });
        for pair in members.windows(2) {
            let [earlier, later] = pair else { continue };
            if earlier.key.of(source, arena) != later.key.of(source, arena) {
                continue;
            }
            match policy.duplicates {
                Duplicates::Refuse => {
                    return Err(FlattenError::Duplicate {
                        offset: later.offset,
                    });
                }
                Duplicates::LastCounts => {
                    let under = self.leaves.get_mut(earlier.first..earlier.end);
                    for leaf in under.unwrap_or_default() {
                        leaf.replaced = true;
                    }
                }
            }
        }
        self.members.truncate(frame.members);
        Ok(())
    }

    fn empty(&mut self, text: &str, policy: &Policy) -> Result<(), FlattenError> {
        if self.stack.is_empty() {
            match policy.empty_root {
                EmptyRoot::NoPairs => return Ok(()),
                EmptyRoot::EmptyKey => {}
                EmptyRoot::ValueAlone => self.value_alone = true,
            }
        }
        let value = self.keep(text)?;
        self.leaf(value)
    }

    fn null(&mut self, policy: &Policy) -> Result<(), FlattenError> {
        match policy.null {
            Null::Word => self.empty("null", policy),
            Null::Empty => self.empty("", policy),
            Null::LeftOut => Ok(()),
        }
    }

    fn scalar(&mut self, value: Text, offset: usize, policy: &Policy) -> Result<(), FlattenError> {
        if self.stack.is_empty() {
            match policy.scalar_root {
                ScalarRoot::Refuse => return Err(FlattenError::ScalarRoot { offset }),
                ScalarRoot::EmptyKey => {}
                ScalarRoot::ValueAlone => self.value_alone = true,
            }
        }
        self.leaf(value)
    }

    fn leaf(&mut self, value: Text) -> Result<(), FlattenError> {
        let start = self.arena.len();
        self.room(self.path.len())?;
        self.arena.push_str(&self.path);
        self.leaves.push(Leaf {
            path: Span::new(start, self.arena.len()),
            value,
            replaced: false,
        });
        Ok(())
    }

    fn unescape(&mut self, lexeme: Lexeme, source: &str) -> Result<Text, FlattenError> {
        if !lexeme.escaped {
            return Ok(Text::Source(Span::new(lexeme.start, lexeme.end)));
        }
        // serde_json undoes the escapes. The syntax is valid, so what can still be wrong is half a surrogate pair.
        let quoted = source.get(lexeme.start.saturating_sub(1)..lexeme.end + 1);
        let text: String = quoted
            .and_then(|quoted| serde_json::from_str(quoted).ok())
            .ok_or(FlattenError::Surrogate {
                offset: lexeme.start,
            })?;
        self.keep(&text)
    }

    fn keep(&mut self, text: &str) -> Result<Text, FlattenError> {
        let start = self.arena.len();
        self.room(text.len())?;
        self.arena.push_str(text);
        Ok(Text::Arena(Span::new(start, self.arena.len())))
    }

    fn room(&self, bytes: usize) -> Result<(), FlattenError> {
        if self.arena.len() + bytes > MAX_BYTES {
            return Err(FlattenError::TooLarge);
        }
        Ok(())
    }
}

fn syntax(cursor: &Cursor<'_>) -> FlattenError {
    FlattenError::Syntax {
        offset: cursor.offset(),
    }
}
