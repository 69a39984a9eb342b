//! One change of a schema, told to a reviewer.

use std::fmt;

use super::rule::Rule;

/// What a change does to those who use the vendor's crate; the later the worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// None on the crate: it stands in the schema, or concerns the sandbox.
    Nothing,
    /// Words only: the documentation says something else.
    Docs,
    /// What compiled compiles, and is answered, sent or refused differently.
    Behaviour,
    /// What compiled compiles; there is more.
    Addition,
    /// Code that compiled may compile no longer, or compiles and means something else.
    Breaking,
    /// It cannot be told: one side has faults.
    Unknown,
}

impl Effect {
    /// All, from the mildest.
    pub const ALL: [Self; 6] = [
        Self::Nothing,
        Self::Docs,
        Self::Behaviour,
        Self::Addition,
        Self::Breaking,
        Self::Unknown,
    ];

    /// The word for it, in JSON and in words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Nothing => "none",
            Self::Docs => "docs",
            Self::Behaviour => "behaviour",
            Self::Addition => "addition",
            Self::Breaking => "breaking",
            Self::Unknown => "unknown",
        }
    }

    /// So many changes that have it, in words.
    pub(super) fn counted(self, count: usize) -> String {
        match (self, count) {
            (Self::Nothing, _) => format!("{count} without effect"),
            (Self::Docs, _) => format!("{count} in docs"),
            (Self::Behaviour, _) => format!("{count} in behaviour"),
            (Self::Addition, 1) => "1 addition".to_owned(),
            (Self::Addition, _) => format!("{count} additions"),
            // Of the changes, as the column is headed.
            (Self::Breaking | Self::Unknown, _) => format!("{count} {self}"),
        }
    }
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The operation; `None` for what holds of all operations of the vendor.
    pub operation: Option<String>,
    /// Where: a pointer through what travels (`/reply/data/caseNo`, `/request/name`) or through what is said
    /// of the vendor (`/statuses/200`). Lists and maps add no step.
    pub path: String,
    /// Which rule decides about it.
    pub rule: Rule,
    /// What changed, in words.
    pub what: String,
    /// What a person must write by hand, and where.
    pub by_hand: Option<String>,
}

impl Change {
    /// What it does to those who use the crate.
    #[must_use]
    pub fn effect(&self) -> Effect {
        self.rule.effect()
    }
}

/// The changes of one vendor, in the order in which they are met.
#[derive(Debug, Default)]
pub(super) struct Changes {
    operation: Option<String>,
    list: Vec<Change>,
    /// Where the changes of this operation begin in the list.
    begin: usize,
}

impl Changes {
    /// What follows is about this operation, or about all of them.
    pub(super) fn about(&mut self, operation: Option<&str>) {
        self.operation = operation.map(str::to_owned);
        self.begin = self.list.len();
    }

    pub(super) fn push(&mut self, rule: Rule, path: impl Into<String>, what: impl Into<String>) {
        self.add(rule, path.into(), what.into(), None);
    }

    /// One that asks for a line of hand-written Rust.
    pub(super) fn by_hand(
        &mut self,
        rule: Rule,
        path: impl Into<String>,
        what: impl Into<String>,
        by_hand: Option<String>,
    ) {
        self.add(rule, path.into(), what.into(), by_hand);
    }

    fn add(&mut self, rule: Rule, path: String, what: String, by_hand: Option<String>) {
        self.list.push(Change {
            operation: self.operation.clone(),
            path,
            rule,
            what,
            by_hand,
        });
    }

    /// A change if the two differ.
    pub(super) fn unless_equal<T: PartialEq + fmt::Debug>(
        &mut self,
        rule: Rule,
        path: &str,
        name: &str,
        (old, new): (&T, &T),
    ) {
        if old != new {
            self.push(
                rule,
                path,
                format!("{name} was {}, is {}", shown(old), shown(new)),
            );
        }
    }

    /// Words that changed and nothing else at that place: what a type or a limit says of itself in the
    /// documentation follows from the change that was told already.
    pub(super) fn words(&mut self, path: &str, name: &str, old: &[String], new: &[String]) {
        if old == new || self.is_told(path) {
            return;
        }
        self.push(
            Rule::WordsChanged,
            path,
            format!("the words of {name}: {}", first_difference(old, new)),
        );
    }

    /// Whether something was told of that place.
    fn is_told(&self, path: &str) -> bool {
        let own = self.list.get(self.begin..).unwrap_or_default();
        own.iter().any(|known| known.path == path)
    }

    /// Whether a rule told something of that place.
    pub(super) fn is_told_by(&self, rule: Rule, path: &str) -> bool {
        let own = self.list.get(self.begin..).unwrap_or_default();
        own.iter()
            .any(|known| known.path == path && known.rule == rule)
    }

    pub(super) fn finish(self) -> Vec<Change> {
        self.list
    }
}

/// A value as a reviewer reads it: text and lists as code, nothing as a word.
fn shown<T: fmt::Debug>(value: &T) -> String {
    let text = format!("{value:?}");
    let text = text
        .strip_prefix("Some(")
        .and_then(|inner| inner.strip_suffix(')'))
        .unwrap_or(&text);
    match text {
        "None" | "[]" | "\"\"" => "not said".into(),
        text => code(
            text.strip_prefix('"')
                .and_then(|t| t.strip_suffix('"'))
                .unwrap_or(text),
        ),
    }
}

/// Text as code in Markdown, whatever it holds.
pub(super) fn code(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    if text.contains('`') {
        format!("`` {text} ``")
    } else {
        format!("`{text}`")
    }
}

/// The first paragraph that is not the same.
fn first_difference(old: &[String], new: &[String]) -> String {
    let longer = old.len().max(new.len());
    let pair = (0..longer)
        .map(|index| (old.get(index), new.get(index)))
        .find(|(old, new)| old != new);
    match pair {
        Some((Some(old), Some(new))) => format!("were {}, are {}", quoted(old), quoted(new)),
        Some((Some(old), None)) => format!("{} was dropped", quoted(old)),
        Some((None, Some(new))) => format!("{} was added", quoted(new)),
        _ => "differ".into(),
    }
}

/// Words in quotation marks, on one line.
pub(super) fn quoted(words: &str) -> String {
    format!("“{}”", words.replace(['\n', '\r'], " "))
}
