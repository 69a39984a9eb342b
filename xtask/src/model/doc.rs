//! Words of documents as Markdown that rustdoc and clippy read as words.
//!
//! Chinese documents are full of brackets, stars, angle brackets and bare addresses. Left alone they
//! become broken links, invalid HTML and lists; here each becomes the character that was printed.

use serde_json::Value;

use super::Bilingual;
use crate::schema::{Node, Shape, member, text};

/// Paragraphs of a doc comment, already Markdown.
pub type Doc = Vec<String>;

/// Our own English: code spans in backticks stay.
#[must_use]
pub fn english(words: &str) -> String {
    let parts: Vec<&str> = words.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return sentence(&verbatim(words)); // a backtick without its partner
    }
    let marked: Vec<String> = parts
        .iter()
        .enumerate()
        .map(|(index, part)| {
            if index % 2 == 0 {
                escape(part)
            } else {
                clean(part)
            }
        })
        .collect();
    sentence(&line_start(marked.join("`").trim()))
}

/// Our own English, if a reader would see any of it: an item documented by blanks counts as one without documentation.
#[must_use]
pub fn said(words: Option<&str>) -> Option<String> {
    words.map(english).filter(|words| !words.is_empty())
}

/// The document's words, at the start of a paragraph.
#[must_use]
pub fn verbatim(words: &str) -> String {
    line_start(&inline(words))
}

/// The document's words, inside a line.
#[must_use]
pub fn inline(words: &str) -> String {
    escape(words).trim().to_owned()
}

/// Text as a code span.
#[must_use]
pub fn code(words: &str) -> String {
    let words = clean(words);
    match (words.contains('`'), words.trim().is_empty()) {
        (_, true) => "(empty)".into(),
        (true, _) => format!("`` {words} ``"),
        (false, _) => format!("`{words}`"),
    }
}

fn sentence(words: &str) -> String {
    match words.chars().last() {
        None => String::new(),
        Some('.' | '!' | '?' | ':' | '。') => words.to_owned(),
        Some(_) => format!("{words}."),
    }
}

/// One line, without what turns the direction of text or cannot be seen.
fn clean(words: &str) -> String {
    let visible = words.chars().filter(|c| !matches!(*c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'));
    let mut line = String::new();
    let mut blank = false;
    for c in visible {
        if c.is_control() || c == '\u{2028}' || c == '\u{2029}' || c == ' ' {
            blank = true;
            continue;
        }
        if blank && !line.is_empty() {
            line.push(' ');
        }
        blank = false;
        line.push(c);
    }
    if blank && !line.is_empty() {
        line + " "
    } else {
        line
    }
}

fn escape(words: &str) -> String {
    let leading = if words.starts_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    let cleaned = clean(words);
    let mut out = String::from(leading);
    let mut rest = cleaned.as_str();
    while let Some(c) = rest.chars().next() {
        let is_address = ["http://", "https://"]
            .iter()
            .any(|scheme| rest.starts_with(scheme));
        let length = if is_address {
            address_length(rest)
        } else {
            c.len_utf8()
        };
        let (taken, after) = rest.split_at(length);
        if is_address {
            out.push_str(&format!("<{taken}>"));
        } else {
            let before = out.chars().next_back();
            if marks(before, c, rest.chars().nth(1)) {
                out.push('\\');
            }
            out.push(c);
        }
        rest = after;
    }
    out
}

/// Whether a character would be read as markup between its neighbours.
fn marks(before: Option<char>, c: char, after: Option<char>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
        '_' => !(letter(before) && letter(after)),
        '&' => after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '#'),
        _ => false,
    }
}

/// How far an address goes: the characters of RFC 3986, without what ends a sentence.
fn address_length(text: &str) -> usize {
    let end = text
        .find(|c: char| !(c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c)))
        .unwrap_or(text.len());
    text[..end]
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*'])
        .len()
}

/// A line that would begin a list, a heading or a rule, as a line of text.
fn line_start(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = line[digits..].chars().next();
    match line.chars().next() {
        Some('-' | '+' | '=' | '#' | '>' | '|') => format!("\\{line}"),
        Some(_) if digits > 0 && matches!(after, Some('.' | ')')) => {
            format!("{}\\{}", &line[..digits], &line[digits..])
        }
        _ => line.to_owned(),
    }
}

/// The paragraphs for a field or parameter. `here` is where it stands, `node` what a reference led
/// to; the words of the place come first.
#[must_use]
pub fn field(wire: &str, rust: &str, here: &Node<'_>, node: &Node<'_>, shape: &Shape<'_>) -> Doc {
    let say = |key: &str| text(here.value, key).or_else(|| text(node.value, key));
    let value = |key: &str| member(here.value, key).or_else(|| member(node.value, key));
    let mut doc = Vec::new();
    doc.push(
        said(say("description"))
            .unwrap_or_else(|| format!("The field {} of the wire.", code(wire))),
    );
    let printed: Vec<String> = [
        ("x-type", ""),
        ("x-length", "长度 "),
        ("x-required", "必填 "),
    ]
    .iter()
    .filter_map(|(key, label)| Some(format!("{label}{}", escape(say(key)?).trim())))
    .collect();
    let printed = if printed.is_empty() {
        String::new()
    } else {
        format!("({})", printed.join(", "))
    };
    let mut facts: Vec<String> = Vec::new();
    if wire != rust {
        facts.push(format!("On the wire: {}.", code(wire)));
    }
    facts.extend(limits(node, shape));
    facts.extend(
        node.day()
            .map(|day| format!("A day, written {}.", code(day))),
    );
    facts.extend(value("x-list").and_then(travels));
    if let Some(default) = value("default") {
        let shown = default
            .as_str()
            .map_or_else(|| default.to_string(), str::to_owned);
        facts.push(format!("Left out, the vendor assumes {}.", code(&shown)));
    }
    facts.extend(say("x-format").and_then(format_note).map(str::to_owned));
    for quirk in value("x-quirks")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        facts.extend(quirk.as_str().and_then(quirk_note).map(str::to_owned));
    }
    for guess in value("x-guessed")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        facts.extend(guess.as_str().and_then(guess_note).map(str::to_owned));
    }
    if say("x-sensitive").is_some() {
        facts.push("Says something of a person: masked in Debug.".into());
    }
    let words = say("x-description").map(verbatim).unwrap_or_default();
    doc.push(format!("{words} {printed}").trim().to_owned());
    doc.push(facts.join(" "));
    doc.extend(
        say("x-contradiction")
            .map(|words| format!("The document contradicts itself: {}", english(words))),
    );
    doc.extend(say("$comment").map(english));
    doc.retain(|paragraph| !paragraph.is_empty());
    doc
}

/// The paragraphs for a type that a field or parameter has for itself.
#[must_use]
pub fn named(here: &Node<'_>, node: &Node<'_>) -> Doc {
    let say = |key: &str| text(here.value, key).or_else(|| text(node.value, key));
    let lead = said(say("description"))
        .unwrap_or_else(|| "What the document describes here without a name.".into());
    std::iter::once(lead)
        .chain(say("x-description").map(verbatim))
        .collect()
}

fn limits(node: &Node<'_>, shape: &Shape<'_>) -> Option<String> {
    let limit = |keyword: &str| member(node.value, keyword).and_then(Value::as_i64);
    let (low, high, unit) = match shape {
        Shape::Text => (limit("minLength"), limit("maxLength"), " characters"),
        Shape::List(_) => (limit("minItems"), limit("maxItems"), " items"),
        _ => (limit("minimum"), limit("maximum"), ""),
    };
    Some(match (low, high) {
        (Some(1), None) if unit == " characters" => "Not empty.".into(),
        (Some(low), Some(high)) => format!("From {low} to {high}{unit}."),
        (Some(low), None) => format!("At least {low}{unit}."),
        (None, Some(high)) => format!("At most {high}{unit}."),
        (None, None) => return None,
    })
}

/// How the values of a list travel.
fn travels(style: &Value) -> Option<String> {
    let joined = style.get("joined").and_then(Value::as_str);
    Some(match (style.as_str(), joined) {
        (Some("repeated"), _) => "The name is sent once for each item.".into(),
        (Some("brackets"), _) => "The name is sent with brackets, once for each item.".into(),
        (Some(_), _) => "Sent as the text of a JSON list.".into(),
        (None, Some(by)) => format!("Sent as one value with {} between the items.", code(by)),
        _ => return None,
    })
}

fn format_note(format: &str) -> Option<&'static str> {
    Some(match format {
        "date" => "Denotes a date.",
        "epoch-milliseconds-beijing" => {
            "Milliseconds since 1970-01-01T00:00:00Z; the day is the one in Beijing (UTC+8)."
        }
        "amount" => "Denotes an amount in yuan.",
        "case-number" => "Denotes a court's case number.",
        "url" => "Denotes an address on the web.",
        _ => return None,
    })
}

fn quirk_note(quirk: &str) -> Option<&'static str> {
    Some(match quirk {
        "empty-text-for-none" => "Empty text where there is none.",
        "null-for-none" => "`null` where there is none.",
        "array-for-object" => "`[]` may stand where an object is promised.",
        "empty-array-for-none" => "`[]` where there is none.",
        "empty-object-for-none" => "`{}` where there is none.",
        "number-as-text" => "A number written as text.",
        "number-for-text" => "A number may stand where text is promised.",
        "misspelt" => "The name is misspelt on the wire.",
        "several-formats" => "Written in several formats.",
        _ => return None,
    })
}

fn guess_note(guess: &str) -> Option<&'static str> {
    Some(match guess {
        "type" => "Guessed from replies: the type, as only empty values were seen.",
        "enumeration" => "Guessed from replies: that these are all values.",
        "map" => "Guessed from replies: that the keys are data.",
        "format" => "Guessed from replies: what it denotes.",
        "sensitive" => "Guessed from replies: that it says something of a person.",
        "number-as-text" => "Guessed from replies: that it is a number.",
        _ => return None,
    })
}

/// `失信 (Dishonest)` for a title in both languages.
#[must_use]
pub fn title(title: &Bilingual) -> String {
    format!("{} ({})", inline(&title.zh), inline(&title.en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_marks_stay_printed_marks() {
        assert_eq!(
            verbatim("List<Object> [0] *x* a_b"),
            r"List\<Object> \[0\] \*x\* a_b"
        );
        assert_eq!(verbatim("1. 状态"), r"1\. 状态");
        assert_eq!(verbatim("_x_ R&amp;D a && b"), r"\_x\_ R\&amp;D a && b");
        assert_eq!(inline("1. 状态"), "1. 状态");
        assert_eq!(verbatim("- 状态\n第二行"), r"\- 状态 第二行");
        assert_eq!(verbatim("见http://a.cn/x?y=1。"), "见<http://a.cn/x?y=1>。");
        assert_eq!(verbatim("a\u{202e}b\tc"), "ab c");
    }

    #[test]
    fn code_in_our_own_words_stays_code() {
        assert_eq!(
            english("The signature over `data[0]`"),
            "The signature over `data[0]`."
        );
        assert_eq!(english("lacks a ` and [x]"), r"lacks a \` and \[x\].");
        assert_eq!(code("a`b"), "`` a`b ``");
    }
}
