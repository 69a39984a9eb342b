//! Types and functions as text, in the lines that prettyplease would break them into.
//!
//! What is emitted for an operation has few forms: a struct with its attributes, a constructor, a setter, a list of arms. Where
//! their lines break is known, as long as no line is too long. So each is written as text, and one that has a line beyond the
//! margin goes to prettyplease as a whole (`file.rs`). `xtask/tests/printing.rs` holds all that is written against
//! prettyplease.

use super::flow::MARGIN;
use crate::model::Enumeration;

/// Rust as text.
#[derive(Debug, Clone)]
pub struct Written {
    pub(super) text: String,
    /// Whether it is laid out. Otherwise prettyplease does it.
    pub(super) laid: bool,
}

impl Written {
    /// Text whose long lines are as they must be.
    pub(super) fn laid(text: String) -> Self {
        Self { text, laid: true }
    }

    /// Text that is laid out if all of its lines fit.
    pub(super) fn lines(text: String) -> Self {
        let fits = |line: &str| {
            // The comma behind an arm is part of the break.
            let room = MARGIN + usize::from(line.len() > MARGIN && line.contains(" => "));
            line.len() <= room || line.trim_start().starts_with("///")
        };
        let laid = text.lines().all(fits);
        Self { text, laid }
    }
}

/// What a file holds: an item, or several that stand together.
#[derive(Debug, Clone)]
pub enum Item {
    /// Items as text.
    Written(Written),
    /// `head { … }`, each of its members by itself.
    Impl(String, Vec<Written>),
}

impl Item {
    /// Text that is laid out if all of its lines fit.
    pub(super) fn lines(text: impl Into<String>) -> Self {
        Self::Written(Written::lines(text.into()))
    }
}

impl From<Written> for Item {
    fn from(written: Written) -> Self {
        Self::Written(written)
    }
}

/// A doc comment, each paragraph apart from the next; nothing where there is none.
pub(super) fn docs(doc: &[String], indent: usize) -> String {
    comment(doc, indent, "///")
}

/// A module's doc comment.
pub(super) fn inner_docs(doc: &[String]) -> String {
    comment(doc, 0, "//!")
}

fn comment(doc: &[String], indent: usize, sign: &str) -> String {
    let begin = [&" ".repeat(indent), sign].concat();
    let mut out = String::new();
    for (index, paragraph) in doc.iter().enumerate() {
        if index > 0 {
            out.push_str(&begin);
            out.push('\n');
        }
        for line in paragraph.lines() {
            out.push_str(&begin);
            let line = line.trim_end_matches(' ');
            if !line.is_empty() {
                out.push(' ');
                out.push_str(line);
            }
            out.push('\n');
        }
    }
    out
}

/// `pub enum Name {` and a line for each documented value.
pub(super) fn variants(enumeration: &Enumeration) -> String {
    let mut out = format!("pub enum {} {{\n", enumeration.name);
    for choice in &enumeration.choices {
        out.push_str(&docs(std::slice::from_ref(&choice.doc), 4));
        out.push_str(&format!("    {},\n", choice.rust));
    }
    out
}

/// `#[name(…)]`, in one line or with a line for each of its arguments.
pub(super) fn attribute(name: &str, arguments: &[&str], indent: usize) -> String {
    let begin = " ".repeat(indent);
    let line = format!("{begin}#[{name}({})]\n", arguments.join(", "));
    if line.len() <= MARGIN + "\n".len() {
        line
    } else {
        let inner = format!(",\n{begin}    ");
        format!(
            "{begin}#[{name}(\n{begin}    {}\n{begin})]\n",
            arguments.join(&inner)
        )
    }
}

/// `#[cfg_attr(feature = "schemars", …)]`
pub(super) fn of_schemars(arguments: &[&str], indent: usize) -> String {
    let feature = [r#"feature = "schemars""#];
    attribute("cfg_attr", &[&feature, arguments].concat(), indent)
}

/// A function of an impl.
#[derive(Debug, Default)]
pub(super) struct Function<'a> {
    /// Paragraphs of its documentation.
    pub(super) doc: &'a [String],
    /// Attributes as they stand in their lines.
    pub(super) attributes: &'a [&'a str],
    /// All before the arguments.
    pub(super) head: &'a str,
    pub(super) arguments: &'a [&'a str],
    /// ` -> Type`, or nothing.
    pub(super) returns: &'a str,
    /// Its lines, indented by eight.
    pub(super) body: &'a str,
}

impl Function<'_> {
    /// The function, its arguments in the line of its name if that holds them.
    pub(super) fn written(&self) -> Written {
        let mut out = docs(self.doc, 4);
        for attribute in self.attributes {
            out.push_str(&format!("    {attribute}\n"));
        }
        let (head, returns) = (self.head, self.returns);
        let line = format!("    {head}({}){returns} {{\n", self.arguments.join(", "));
        if line.len() <= MARGIN + "\n".len() {
            out.push_str(&line);
        } else {
            out.push_str(&format!("    {head}(\n"));
            for argument in self.arguments {
                out.push_str(&format!("        {argument},\n"));
            }
            out.push_str(&format!("    ){returns} {{\n"));
        }
        out.push_str(self.body);
        out.push_str("    }");
        Written::lines(out)
    }
}

/// An arm of a match in a function, in a block if the line is too short for it.
pub(super) fn arm(pattern: &str, value: &str) -> String {
    let line = format!("            {pattern} => {value},\n");
    if line.len() <= MARGIN + ",\n".len() {
        line
    } else {
        format!("            {pattern} => {{\n                {value}\n            }}\n")
    }
}
