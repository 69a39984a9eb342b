//! Any text as the command's config file: what is told of it holds none of its values.

use toml::Table;
use toml::Value;

/// Reads it, and profiles of it. Says whether it is a config file.
///
/// # Errors
/// A finding: a value is told.
pub(crate) fn check(text: &str) -> Result<bool, String> {
    let mut good = false;
    for profile in [None, Some("default"), Some("test")] {
        let (read, told) = zhixing_cli::fuzzed::config_file(text, profile);
        // The other two need not be there.
        good |= read && profile.is_none();
        if let Some(secret) = secrets(text).into_iter().find(|it| told.contains(it)) {
            return Err(format!("{secret:?} is told: {told}"));
        }
    }
    Ok(good)
}

/// What stands as a value and nowhere else; in what is no TOML, whatever looks like a key.
fn secrets(text: &str) -> Vec<String> {
    let mut secrets = Vec::new();
    match text.parse::<Table>() {
        Ok(table) => {
            for (key, value) in &table {
                // The name of a profile is told.
                if key != "default_profile" {
                    values(value, &mut secrets);
                }
            }
        }
        Err(_) => {
            let words = text.split(|c: char| !c.is_ascii_alphanumeric());
            secrets.extend(words.map(str::to_owned));
        }
    }
    // Long, mixed, and once: no word of a message, no name of a key.
    secrets.retain(|secret| {
        secret.len() >= 9
            && secret.bytes().any(|b| b.is_ascii_digit())
            && secret.bytes().any(|b| b.is_ascii_alphabetic())
            && text.matches(secret.as_str()).count() == 1
    });
    secrets
}

fn values(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| values(item, into)),
        Value::Table(table) => table.values().for_each(|value| values(value, into)),
        _ => {}
    }
}
