//! Wire names cut into words, and words put together as Rust writes names.

/// A field's name; `position` counts from 1 and names what has no ASCII letter or digit.
#[must_use]
pub fn snake(wire: &str, position: usize) -> String {
    let words: Vec<String> = words(wire)
        .iter()
        .map(|word| word.to_ascii_lowercase())
        .collect();
    match words.join("_") {
        name if name.is_empty() => format!("field_{position}"),
        name if name.starts_with(|c: char| c.is_ascii_digit()) => format!("field_{name}"),
        name => name,
    }
}

/// A type's name.
#[must_use]
pub fn pascal(wire: &str, fallback: &str) -> String {
    let name: String = words(wire)
        .iter()
        .map(|word| {
            let (head, tail) = word.split_at(1); // words are ASCII
            head.to_ascii_uppercase() + &tail.to_ascii_lowercase()
        })
        .collect();
    match name {
        name if name.is_empty() => fallback.to_owned(),
        name if name.starts_with(|c: char| c.is_ascii_digit()) => format!("{fallback}{name}"),
        name => name,
    }
}

/// A variant's name for a value that has no title.
#[must_use]
pub fn variant(wire: &str, position: usize) -> String {
    if wire.is_empty() {
        return "Empty".into();
    }
    let by_position = format!("Value{position}");
    match wire.strip_prefix('-') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("ValueMinus{}", words(rest).concat())
        }
        _ if wire.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("Value{}", words(wire).concat())
        }
        _ => pascal(wire, &by_position),
    }
}

/// Runs of ASCII letters and digits, cut where a capital begins a word.
fn words(wire: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    let characters: Vec<char> = wire.chars().collect();
    for (index, &c) in characters.iter().enumerate() {
        if !c.is_ascii_alphanumeric() {
            open = false;
            continue;
        }
        let before = index.checked_sub(1).and_then(|i| characters.get(i));
        let after = characters.get(index + 1);
        let begins = c.is_ascii_uppercase()
            && (before.is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
                || (before.is_some_and(char::is_ascii_uppercase)
                    && after.is_some_and(char::is_ascii_lowercase)));
        match words.last_mut() {
            Some(word) if open && !begins => word.push(c),
            _ => words.push(c.to_string()),
        }
        open = true;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wire_names_of_all_styles_become_snake_case() {
        for (wire, rust) in [
            ("oper_name", "oper_name"),
            ("CaseNo", "case_no"),
            ("bzxrGistId", "bzxr_gist_id"),
            ("KeyNo", "key_no"),
            ("PDFUrl", "pdf_url"),
            ("ID", "id"),
            ("a-b.c", "a_b_c"),
            ("addr2Street", "addr2_street"),
            ("3d", "field_3d"),
            ("注册资本", "field_7"),
            ("金额(USD/元)", "usd"),
            ("_", "field_7"),
        ] {
            assert_eq!(snake(wire, 7), rust, "{wire}");
        }
    }

    #[test]
    fn types_and_variants() {
        assert_eq!(pascal("limit_list", "Type"), "LimitList");
        assert_eq!(pascal("ExecutedList", "Type"), "ExecutedList");
        assert_eq!(pascal("名单", "Type"), "Type");
        assert_eq!(variant("0", 1), "Value0");
        assert_eq!(variant("-1", 2), "ValueMinus1");
        assert_eq!(variant("", 2), "Empty");
        assert_eq!(variant("失信", 3), "Value3");
        assert_eq!(variant("on-hold", 3), "OnHold");
    }
}
