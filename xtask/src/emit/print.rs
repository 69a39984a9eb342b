//! Printing the plain part of what is emitted: tables of data, and types without code.
//!
//! Most of a generated file is a static full of literals, and structs with documentation. To parse those tokens again and print
//! them with prettyplease took most of the generator's time. This prints them from the tokens, and gives what
//! prettyplease would give, byte for byte (`xtask/tests/printing.rs` holds one against the other); whatever it does not know, it leaves to
//! prettyplease.

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use std::iter::Peekable;

use super::flow::{self, Kind, Node};

/// Columns of a line, and the least that is left of one however deep it begins, as prettyplease counts them: in bytes.
const MARGIN: usize = 89;

type Tokens = Peekable<proc_macro2::token_stream::IntoIter>;

/// An item's text; `None` if it is more than data or a type without code.
pub(super) fn item(tokens: &TokenStream) -> Option<String> {
    let mut tokens = tokens.clone().into_iter().peekable();
    let mut out = String::new();
    attributes(&mut tokens, 0, &mut out)?;
    out.push_str(&visibility(&mut tokens)?);
    let keyword = word(&mut tokens)?;
    let name = word(&mut tokens)?;
    out.push_str(&format!("{keyword} {name}"));
    match keyword.as_str() {
        "static" => {
            punct(&mut tokens, ':')?;
            let ty = ty(&mut tokens, '=')?;
            punct(&mut tokens, '=')?;
            out.push_str(&format!(": {ty} = "));
            let value = value(&mut tokens)?;
            punct(&mut tokens, ';')?;
            let line = out.rsplit('\n').next().unwrap_or_default().len();
            let line = flow::Line {
                indent: 0,
                space: MARGIN.checked_sub(line)?,
                behind: ";".len(),
            };
            flow::print(&value, line, &mut out);
            out.push(';');
        }
        "struct" | "enum" => {
            let Some(TokenTree::Group(body)) = tokens.next() else {
                return None;
            };
            if body.delimiter() != Delimiter::Brace || body.stream().is_empty() {
                return None;
            }
            out.push_str(" {\n");
            let mut members = body.stream().into_iter().peekable();
            while members.peek().is_some() {
                let member = if keyword == "struct" { field } else { variant };
                member(&mut members, &mut out)?;
            }
            out.push('}');
        }
        _ => return None,
    }
    tokens.next().is_none().then_some(out)
}

/// A field of a struct: a line behind its attributes.
fn field(tokens: &mut Tokens, out: &mut String) -> Option<()> {
    attributes(tokens, 4, out)?;
    let visibility = visibility(tokens)?;
    let name = word(tokens)?;
    punct(tokens, ':')?;
    let line = format!("    {visibility}{name}: {},\n", ty(tokens, ',')?);
    tokens.next();
    out.push_str(&line);
    // A longer one is broken between the arguments of its type.
    (line.len() < MARGIN).then_some(())
}

/// A variant of an enumeration.
fn variant(tokens: &mut Tokens, out: &mut String) -> Option<()> {
    attributes(tokens, 4, out)?;
    let line = format!("    {},\n", ty(tokens, ',')?);
    tokens.next();
    out.push_str(&line);
    (line.len() < MARGIN).then_some(())
}

/// Documentation and attributes, a line each.
fn attributes(tokens: &mut Tokens, indent: usize, out: &mut String) -> Option<()> {
    while matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == '#') {
        tokens.next();
        let Some(TokenTree::Group(group)) = tokens.next() else {
            return None;
        };
        let mut inner = group.stream().into_iter().peekable();
        let name = word(&mut inner)?;
        let begin = " ".repeat(indent);
        match inner.next() {
            None => out.push_str(&format!("{begin}#[{name}]\n")),
            Some(TokenTree::Punct(_)) if name == "doc" => {
                let Some(TokenTree::Literal(literal)) = inner.next() else {
                    return None;
                };
                let text = doc(literal)?;
                out.push_str(&format!("{begin}///{text}\n"));
            }
            Some(TokenTree::Group(list)) if list.delimiter() == Delimiter::Parenthesis => {
                attribute(&name, list.stream(), indent, out)?;
            }
            Some(_) => return None,
        }
    }
    Some(())
}

fn doc(literal: Literal) -> Option<String> {
    let syn::Lit::Str(text) = syn::Lit::new(literal) else {
        return None;
    };
    let text = text.value();
    let plain = !text.contains('\n') && !text.starts_with('/');
    plain.then(|| text.trim_end_matches(' ').to_owned())
}

/// `#[name(…)]`, in one line or with a line for each of its arguments.
fn attribute(name: &str, list: TokenStream, indent: usize, out: &mut String) -> Option<()> {
    let mut arguments = Vec::new();
    let mut tokens = list.into_iter().peekable();
    while tokens.peek().is_some() {
        arguments.push(ty(&mut tokens, ',')?);
        tokens.next();
    }
    let begin = " ".repeat(indent);
    let line = arguments.join(", ");
    let space = MARGIN.checked_sub(indent + "#[()]".len() + name.len())?;
    if line.len() <= space {
        out.push_str(&format!("{begin}#[{name}({line})]\n"));
        return Some(());
    }
    out.push_str(&format!("{begin}#[{name}(\n"));
    let last = arguments.len().checked_sub(1)?;
    for (index, argument) in arguments.iter().enumerate() {
        let comma = if index < last { "," } else { "" };
        let line = format!("{begin}    {argument}{comma}\n");
        if line.len() > MARGIN {
            return None;
        }
        out.push_str(&line);
    }
    out.push_str(&format!("{begin})]\n"));
    Some(())
}

/// `pub `, `pub(crate) ` or nothing.
fn visibility(tokens: &mut Tokens) -> Option<String> {
    if !matches!(tokens.peek(), Some(TokenTree::Ident(ident)) if ident == "pub") {
        return Some(String::new());
    }
    tokens.next();
    let Some(TokenTree::Group(group)) = tokens.peek() else {
        return Some("pub ".to_owned());
    };
    let place = ty(&mut group.stream().into_iter().peekable(), ',')?;
    tokens.next();
    Some(format!("pub({place}) "))
}

fn word(tokens: &mut Tokens) -> Option<String> {
    match tokens.next()? {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    }
}

fn punct(tokens: &mut Tokens, wanted: char) -> Option<()> {
    let found = tokens.next()?;
    matches!(found, TokenTree::Punct(punct) if punct.as_char() == wanted).then_some(())
}

/// Tokens in one line, as a type or the argument of an attribute is printed, up to this token outside of all brackets.
fn ty(tokens: &mut Tokens, end: char) -> Option<String> {
    let mut out = String::new();
    let mut open = 0_usize;
    let mut after_word = false;
    while let Some(token) = tokens.peek() {
        if matches!(token, TokenTree::Punct(punct) if punct.as_char() == end && open == 0) {
            break;
        }
        let is_word = matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
        if is_word && after_word {
            out.push(' ');
        }
        after_word = is_word;
        match tokens.next()? {
            TokenTree::Ident(ident) => out.push_str(&ident.to_string()),
            TokenTree::Literal(literal) => out.push_str(&literal.to_string()),
            TokenTree::Punct(punct) => match punct.as_char() {
                '=' => out.push_str(" = "),
                ',' => out.push_str(", "),
                '<' => {
                    open += 1;
                    out.push('<');
                }
                '>' => {
                    open = open.checked_sub(1)?;
                    out.push('>');
                }
                other @ (':' | '&' | '!') => out.push(other),
                // A lifetime and whatever else.
                _ => return None,
            },
            TokenTree::Group(group) => {
                let (begin, end) = match group.delimiter() {
                    Delimiter::Parenthesis => ('(', ')'),
                    Delimiter::Bracket => ('[', ']'),
                    Delimiter::Brace | Delimiter::None => return None,
                };
                let inner = ty(&mut group.stream().into_iter().peekable(), ';')?;
                out.extend([begin]);
                out.push_str(&inner);
                out.extend([end]);
            }
        }
    }
    Some(out)
}

/// An expression that is data.
fn value(tokens: &mut Tokens) -> Option<Node> {
    let mut prefix = String::new();
    while matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == '&') {
        tokens.next();
        prefix.push('&');
    }
    if let Some(TokenTree::Group(group)) = tokens.peek() {
        let (stream, kind) = match group.delimiter() {
            Delimiter::Bracket => (group.stream(), Kind::Array),
            Delimiter::Parenthesis => (group.stream(), Kind::Tuple),
            Delimiter::Brace | Delimiter::None => return None,
        };
        tokens.next();
        return group_of(prefix, String::new(), kind, stream);
    }
    if matches!(tokens.peek(), Some(TokenTree::Literal(_))) {
        let literal = tokens.next()?.to_string();
        return Some(Node::new(prefix, literal, Kind::Literal, Vec::new()));
    }
    let path = path(tokens)?;
    let Some(TokenTree::Group(group)) = tokens.peek() else {
        return Some(Node::new(prefix, path, Kind::Path, Vec::new()));
    };
    let (stream, kind) = match group.delimiter() {
        Delimiter::Brace => (group.stream(), Kind::Struct),
        Delimiter::Parenthesis if path.ends_with('!') => (group.stream(), Kind::Macro),
        Delimiter::Parenthesis => (group.stream(), Kind::Call),
        Delimiter::Bracket | Delimiter::None => return None,
    };
    tokens.next();
    group_of(prefix, path, kind, stream)
}

/// `a::B`, `<A as b::C>::D` or the name of a macro.
fn path(tokens: &mut Tokens) -> Option<String> {
    let mut out = String::new();
    loop {
        match tokens.peek() {
            Some(TokenTree::Ident(ident)) if ident == "as" => out.push_str(" as "),
            Some(TokenTree::Ident(ident)) => out.push_str(&ident.to_string()),
            Some(TokenTree::Punct(punct)) if matches!(punct.as_char(), ':' | '<' | '>' | '!') => {
                out.push(punct.as_char());
            }
            _ => return (!out.is_empty()).then_some(out),
        }
        tokens.next();
    }
}

fn group_of(prefix: String, path: String, kind: Kind, stream: TokenStream) -> Option<Node> {
    let mut items = Vec::new();
    let mut tokens = stream.into_iter().peekable();
    while tokens.peek().is_some() {
        let name = if kind == Kind::Struct {
            let name = word(&mut tokens)?;
            punct(&mut tokens, ':')?;
            Some(name)
        } else {
            None
        };
        items.push((name, value(&mut tokens)?));
        if tokens.peek().is_some() {
            punct(&mut tokens, ',')?;
        }
    }
    let is_known = match kind {
        // prettyplease fills lines with numbers.
        Kind::Array => items.is_empty() || items.iter().any(|(_, item)| !item.is_number()),
        Kind::Tuple => items.len() > 1,
        Kind::Struct | Kind::Macro => !items.is_empty(),
        Kind::Call | Kind::Literal | Kind::Path => true,
    };
    is_known.then(|| Node::new(prefix, path, kind, items))
}

#[cfg(test)]
mod tests;
