//! A file of items as text.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

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
            let parsed: syn::File =
                syn::parse2(tokens.clone()).map_err(|error| format!("{error} in: {tokens}"))?;
            let text = prettyplease::unparse(&parsed);
            let text = spaced(text.trim());
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
    syn::parse_str(name).unwrap_or_else(|_| Ident::new("not_a_name", Span::call_site()))
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
