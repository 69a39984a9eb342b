//! A printed name: how far it is indented, and the steps of its path.

use super::document::words;
use super::types::Kind;

/// How far a name is indented, by blanks or by signs of a drawn tree, and the name.
pub(super) fn indent(cell: &str) -> (usize, &str) {
    let is_sign = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '└' | '├' | '─' | '│' | '|' | '>' | '-' | '—' | '–' | '+' | '·' | '•' | '∟'
            )
    };
    let name = cell.trim_start_matches(is_sign);
    let signs = cell.get(..cell.len() - name.len()).unwrap_or_default();
    (signs.chars().count(), words(name))
}

/// One step of a printed path.
pub(super) struct Step {
    pub(super) name: String,
    pub(super) is_list: bool,
}

impl Step {
    /// What stands there, as far as the path says.
    pub(super) fn kind(&self) -> Kind {
        if self.is_list {
            Kind::List(Some(Box::new(Kind::Object)))
        } else {
            Kind::Object
        }
    }
}

/// The steps of a printed name: `data[].name`, `data->name`.
pub(super) fn path(name: &str) -> Result<Vec<Step>, String> {
    let steps = name.split("->").flat_map(|part| part.split('.'));
    let mut path = Vec::new();
    for step in steps {
        let (name, is_list) = match step.split_once('[') {
            Some((name, index)) if index.ends_with(']') => (name, true),
            _ => (step, false),
        };
        let name = name.trim();
        if let Some(strange) = name.chars().find(|c| looks_like_another(*c)) {
            return Err(format!(
                "The name holds {strange:?} (U+{:04X}), which looks like a Latin letter and is none.",
                u32::from(strange)
            ));
        }
        let fine = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '$' | '@');
        if !name.chars().any(char::is_alphabetic) || !name.chars().all(fine) {
            return Err(format!("`{name}` is no name of one field."));
        }
        path.push(Step {
            name: name.to_owned(),
            is_list,
        });
    }
    Ok(path)
}

/// Cyrillic and Greek letters, and Latin ones of full width.
fn looks_like_another(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{52f}' | '\u{ff01}'..='\u{ff5e}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(name: &str) -> Option<Vec<(String, bool)>> {
        let path = path(name).ok()?;
        Some(
            path.into_iter()
                .map(|step| (step.name, step.is_list))
                .collect(),
        )
    }

    #[test]
    fn paths_with_dots_and_lists() {
        let wanted = vec![("data".to_owned(), true), ("name".to_owned(), false)];
        assert_eq!(steps("data[].name"), Some(wanted.clone()));
        assert_eq!(steps("data[0]->name"), Some(wanted));
        assert_eq!(
            steps("执行标的"),
            Some(vec![("执行标的".to_owned(), false)])
        );
    }

    #[test]
    fn what_names_no_one_field_is_refused() {
        // The fourth has a Cyrillic letter, the fifth full-width ones.
        for name in [
            "",
            "a b",
            "a/b",
            "саse",
            "ｃａｓｅ",
            "..",
            "a.",
            "2.0",
            "“a”",
        ] {
            assert!(path(name).is_err(), "{name}");
        }
    }

    #[test]
    fn indents_by_blanks_and_by_drawn_trees() {
        assert_eq!(indent("name"), (0, "name"));
        assert_eq!(indent("  name "), (2, "name"));
        assert_eq!(indent("└─ name"), (3, "name"));
        assert_eq!(indent("--name"), (2, "name"));
    }
}
