//! A file of items as text.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::print;
use crate::model::doc::Doc;

/// What every generated file begins with. Files that do not are never deleted.
pub const HEADER: &str = "// Made by `cargo xtask codegen";

/// A generated file.
#[derive(Debug, Default)]
pub struct File {
    /// The rest of the command, for example ` --vendor qixin`.
    pub arguments: String,
    /// What it was made from.
    pub source: String,
    /// Tokens before the items: inner docs and attributes.
    pub inner: TokenStream,
    /// The items; those of one entry stand together, a blank line between the entries.
    pub items: Vec<TokenStream>,
    /// What stands at the end as it is: calls of macros, whose form the printer does not know.
    pub calls: String,
}

impl File {
    /// The file's text.
    ///
    /// # Errors
    /// The tokens are no Rust: a mistake of the generator's own.
    pub fn render(&self) -> Result<String, String> {
        let mut blocks = vec![format!(
            "{HEADER}{}` from {}. Do not edit.",
            self.arguments, self.source
        )];
        for tokens in std::iter::once(&self.inner).chain(&self.items) {
            let text = match print::item(tokens) {
                Some(text) => text,
                None => spaced(pretty(tokens)?.trim()),
            };
            if !text.is_empty() {
                blocks.push(text);
            }
        }
        if !self.calls.is_empty() {
            blocks.push(self.calls.trim_end().to_owned());
        }
        Ok(blocks.join("\n\n") + "\n")
    }
}

/// Any Rust, formatted.
fn pretty(tokens: &TokenStream) -> Result<String, String> {
    let parsed: syn::File =
        syn::parse2(tokens.clone()).map_err(|error| format!("{error} in: {tokens}"))?;
    Ok(prettyplease::unparse(&parsed))
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

/// A name. Names are made by [`crate::model::naming`], so each is one.
pub(super) fn ident(name: &str) -> Ident {
    let is_name = |name: &str| {
        let mut letters = name.chars();
        letters
            .next()
            .is_some_and(|first| first == '_' || first.is_ascii_alphabetic())
            && letters.all(|letter| letter == '_' || letter.is_ascii_alphanumeric())
    };
    match name.strip_prefix("r#") {
        Some(keyword) if is_name(keyword) => Ident::new_raw(keyword, Span::call_site()),
        None if is_name(name) => Ident::new(name, Span::call_site()),
        _ => syn::parse_str(name).unwrap_or_else(|_| Ident::new("not_a_name", Span::call_site())),
    }
}

/// A doc comment.
pub(super) fn docs(doc: &[String]) -> TokenStream {
    let lines = lines(doc);
    quote!(#(#[doc = #lines])*)
}

/// A module's doc comment.
pub(super) fn inner_docs(doc: &[String]) -> TokenStream {
    let lines = lines(doc);
    quote!(#(#![doc = #lines])*)
}

fn lines(doc: &[String]) -> Vec<String> {
    let mut lines: Doc = Vec::new();
    for (index, paragraph) in doc.iter().enumerate() {
        if index > 0 {
            lines.push(String::new());
        }
        lines.extend(paragraph.lines().map(|line| format!(" {line}")));
    }
    lines
}

/// `Some(…)` or `None`.
pub(super) fn option(tokens: Option<TokenStream>) -> TokenStream {
    tokens.map_or_else(|| quote!(None), |tokens| quote!(Some(#tokens)))
}
