//! Where lines of data break: a group that does not fit into its line has a line for each of its items.

use std::borrow::Cow;

/// Columns of a line, and the least that is left of one however deep it begins, as prettyplease counts them: in bytes.
pub(super) const MARGIN: usize = 89;
const LEAST: usize = 60;

/// A struct that is longer is broken although it would fit.
const STRUCT: usize = 34;

const INDENT: usize = 4;

/// A value.
#[derive(Debug)]
pub(super) struct Node<'a> {
    /// How often it is referred to: a `&` for each.
    references: usize,
    /// A literal or a path, which may stand before a group.
    head: Cow<'a, str>,
    kind: Kind,
    /// What is in the group, with names in a struct.
    items: Vec<(Option<&'a str>, Node<'a>)>,
    /// Its length in one line; `None` if it holds something that is always broken.
    flat: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Literal,
    Path,
    /// `[…]`
    Array,
    /// `(…)`
    Tuple,
    /// `Path { … }`
    Struct,
    /// `path(…)`
    Call,
    /// `path!(…)`
    Macro,
}

impl<'a> Node<'a> {
    pub(super) fn new(
        head: impl Into<Cow<'a, str>>,
        kind: Kind,
        items: Vec<(Option<&'a str>, Node<'a>)>,
    ) -> Self {
        let mut node = Self {
            references: 0,
            head: head.into(),
            kind,
            items,
            flat: None,
        };
        let around = match kind {
            Kind::Literal | Kind::Path => 0,
            Kind::Array | Kind::Tuple | Kind::Call | Kind::Macro => "()".len(),
            Kind::Struct => " {  }".len(),
        };
        let is_short = kind != Kind::Struct || node.struct_width().is_some_and(|it| it <= STRUCT);
        node.flat = node
            .inside()
            .filter(|_| is_short)
            .map(|inside| node.head.len() + around + inside);
        node
    }

    /// A reference to it.
    pub(super) fn referred(mut self) -> Self {
        self.references += 1;
        self.flat = self.flat.map(|flat| flat + "&".len());
        self
    }

    /// Whether it may stand directly behind the bracket of a call.
    fn is_blocklike(&self) -> bool {
        let is_block = matches!(self.kind, Kind::Array | Kind::Tuple | Kind::Struct);
        is_block && self.references == 0
    }

    /// The length of its items in one line.
    fn inside(&self) -> Option<usize> {
        let mut length = self.items.len().saturating_sub(1) * ", ".len();
        for (name, item) in &self.items {
            length += name.map_or(0, |name| name.len() + ": ".len()) + item.flat?;
        }
        Some(length)
    }

    /// The length of a struct up to its closing bracket.
    fn struct_width(&self) -> Option<usize> {
        Some(self.head.len() + " {  ".len() + self.inside()?)
    }
}

/// Where a value is printed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// How deep the line begins.
    pub(super) indent: usize,
    /// How much of it is left.
    pub(super) space: usize,
    /// How much stands behind the value before the line may break.
    pub(super) behind: usize,
}

/// Prints a value.
pub(super) fn print(node: &Node<'_>, line: Line, out: &mut String) {
    let (open, close, blank) = match node.kind {
        Kind::Literal | Kind::Path => ("", "", ""),
        Kind::Array => ("[", "]", ""),
        Kind::Tuple | Kind::Call | Kind::Macro => ("(", ")", ""),
        Kind::Struct => (" {", "}", " "),
    };
    out.extend(std::iter::repeat_n('&', node.references));
    out.push_str(&node.head);
    out.push_str(open);
    if node.items.is_empty() {
        return out.push_str(close);
    }
    let before = node.references + node.head.len() + open.len();
    let inner = Line {
        space: line.space.saturating_sub(before),
        behind: close.len() + line.behind,
        ..line
    };
    if let (Kind::Call, [(_, only)]) = (node.kind, node.items.as_slice())
        && only.is_blocklike()
    {
        print(only, inner, out);
        return out.push_str(close);
    }
    let is_short = node.kind != Kind::Struct || node.struct_width().is_some_and(|it| it <= STRUCT);
    let fits = node
        .inside()
        .filter(|_| is_short)
        .is_some_and(|inside| inside + 2 * blank.len() + inner.behind <= inner.space);
    if fits {
        out.push_str(blank);
        items(node, out);
        out.push_str(blank);
    } else {
        lines(node, line.indent + INDENT, out);
        out.push_str(&" ".repeat(line.indent));
    }
    out.push_str(close);
}

/// The items in one line.
fn items(node: &Node<'_>, out: &mut String) {
    let line = Line {
        indent: 0,
        space: usize::MAX,
        behind: 0,
    };
    for (index, (name, item)) in node.items.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        if let Some(name) = name {
            out.push_str(name);
            out.push_str(": ");
        }
        print(item, line, out);
    }
}

/// The items, each in lines of its own.
fn lines(node: &Node<'_>, indent: usize, out: &mut String) {
    out.push('\n');
    let last = node.items.len().saturating_sub(1);
    for (index, (name, item)) in node.items.iter().enumerate() {
        out.push_str(&" ".repeat(indent));
        let mut space = MARGIN.saturating_sub(indent).max(LEAST);
        if let Some(name) = name {
            out.push_str(name);
            out.push_str(": ");
            space = space.saturating_sub(name.len() + ": ".len());
        }
        let line = Line {
            indent,
            space,
            // The last comma is part of the break itself.
            behind: usize::from(index < last),
        };
        print(item, line, out);
        // Behind the argument of a macro there is none.
        out.push_str(if node.kind == Kind::Macro {
            "\n"
        } else {
            ",\n"
        });
    }
}
