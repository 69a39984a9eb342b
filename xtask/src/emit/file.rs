//! A file of items as text.

use super::text::{Item, Written};

/// What every generated file begins with. Files that do not are never deleted.
pub const HEADER: &str = "// Made by `cargo xtask codegen";

/// A generated file.
#[derive(Debug, Default)]
pub struct File {
    /// The rest of the command, for example ` --vendor qixin`.
    pub arguments: String,
    /// What it was made from.
    pub source: String,
    /// The items; those of one entry stand together, a blank line between the entries.
    pub items: Vec<Item>,
    /// What stands at the end as it is: calls of macros, whose form the printer does not know.
    pub calls: String,
}

impl File {
    /// The file's text.
    ///
    /// # Errors
    /// The items are no Rust: a mistake of the generator's own.
    pub fn render(self) -> Result<String, String> {
        let (arguments, source) = (&self.arguments, &self.source);
        let mut out = format!("{HEADER}{arguments}` from {source}. Do not edit.\n");
        for item in self.items {
            let before = out.len();
            out.push('\n');
            match item {
                Item::Written(Written { text, laid: true }) => out.push_str(&text),
                Item::Written(written) => out.push_str(&pretty(&written.text)?),
                Item::Impl(head, members) => implementation(&head, &members, &mut out)?,
            }
            if out.ends_with("\n\n") {
                out.truncate(before); // nothing to say
            } else {
                out.push('\n');
            }
        }
        if !self.calls.is_empty() {
            out.push('\n');
            out.push_str(self.calls.trim_end());
            out.push('\n');
        }
        out.shrink_to_fit();
        Ok(out)
    }
}

/// The longest line of an impl that stays one; prettyplease leaves room behind it.
const HEAD: usize = 80;

/// An impl, a blank line between its members.
fn implementation(head: &str, members: &[Written], out: &mut String) -> Result<(), String> {
    if head.lines().any(|line| line.len() > HEAD) {
        let members: Vec<&str> = members.iter().map(|it| it.text.as_str()).collect();
        let whole = format!("{head} {{\n{}\n}}", members.join("\n"));
        out.push_str(&pretty(&whole)?);
        return Ok(());
    }
    out.push_str(head);
    out.push_str(" {\n");
    for (index, member) in members.iter().enumerate() {
        if index > 0 {
            out.push_str("\n\n");
        }
        if member.laid {
            out.push_str(&member.text);
            continue;
        }
        let whole = pretty(&format!("{head} {{\n{}\n}}", member.text))?;
        // The lines of `head` and the bracket at the end are there already.
        let lines = whole.trim_end_matches('}').trim_end();
        let lines = lines.splitn(head.lines().count() + 1, '\n').last();
        out.push_str(lines.unwrap_or_default());
    }
    out.push_str("\n}");
    Ok(())
}

/// Any Rust, formatted.
fn pretty(rust: &str) -> Result<String, String> {
    let parsed = syn::parse_file(rust).map_err(|error| format!("{error} in: {rust}"))?;
    Ok(spaced(prettyplease::unparse(&parsed).trim()))
}

/// Puts a blank line before the functions of an impl, which the printer leaves out.
fn spaced(text: &str) -> String {
    let mut out = String::new();
    let mut before = "";
    for line in text.lines() {
        let (last, next) = (before.trim_start(), line.trim_start());
        let one_liner = ["type ", "const ", "pub const "]
            .iter()
            .any(|word| last.starts_with(word))
            && last.ends_with(';');
        let ended = last == "}" || last == "];" || one_liner;
        let begins = ["///", "#[", "pub fn ", "pub async fn ", "fn ", "async fn "]
            .iter()
            .any(|word| next.starts_with(word));
        if ended && begins && indentation(line) == indentation(before) {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        before = line;
    }
    out.trim_end().to_owned()
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
