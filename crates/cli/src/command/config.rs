//! `zhixing config`: where the values of a call come from.

use serde_json::{Value, json};
use zhixing_core::credentials::MASK;

use super::{print, print_json};
use crate::args::{Config, ConfigCommand, ListFormat};
use crate::config::{Origin, Setting, Settings, locate};
use crate::exit::Exit;
use crate::lang::{Hint, Lang, Message, Word};
use crate::output::table::plain;
use crate::setup::Context;

pub(crate) fn run(args: &Config, context: &Context) -> Exit {
    match args.command {
        ConfigCommand::Path => path(context),
        ConfigCommand::Explain { format } => match context.settings() {
            Ok(settings) => explain(&settings, format, context),
            Err(exit) => exit,
        },
    }
}

fn path(context: &Context) -> Exit {
    let talk = context.talk;
    match locate(&context.choice, |name| std::env::var_os(name)) {
        Some(place) => {
            if !place.path.exists() {
                talk.hint(&Hint::NoSuchFile);
            }
            print(&format!("{}\n", place.path.display()), talk)
        }
        None => talk.complain(&Message::NoHome, Exit::Failed),
    }
}

fn explain(settings: &Settings, format: ListFormat, context: &Context) -> Exit {
    let talk = context.talk;
    match format {
        ListFormat::Json => print_json(&document(settings), talk),
        ListFormat::Table => print(&table(settings, talk.lang), talk),
    }
}

fn document(settings: &Settings) -> Value {
    let values: Vec<Value> = settings
        .settings
        .iter()
        .map(|setting| {
            let line = match setting.origin {
                Origin::File { line } => Some(line),
                _ => None,
            };
            json!({
                "vendor": setting.vendor.name,
                "key": setting.key,
                "environment": setting.variable,
                "secret": setting.secret,
                "value": shown(setting),
                "from": word(setting.origin),
                "line": line,
            })
        })
        .collect();
    json!({
        "file": settings.path.as_ref().map(|path| path.display().to_string()),
        "profile": settings.profile,
        "values": values,
    })
}

fn table(settings: &Settings, lang: Lang) -> String {
    let mut table = plain();
    let headings = [Word::Vendor, Word::Key, Word::Value, Word::Origin];
    table.set_header(headings.map(|heading| heading.text(lang)));
    for setting in &settings.settings {
        let unset = || Word::NotSet.text(lang).to_owned();
        table.add_row([
            setting.vendor.name.to_owned(),
            setting.key.to_owned(),
            shown(setting).unwrap_or_else(unset),
            origin(setting, settings, lang),
        ]);
    }
    format!("{table}\n")
}

/// A secret is masked whole, its length included: the first characters of a key are enough to look it
/// up in a list of leaked ones, and the origin tells a person which value it is.
pub(super) fn shown(setting: &Setting) -> Option<String> {
    let value = setting.value.as_ref()?.expose();
    Some(if setting.secret {
        MASK.to_owned()
    } else {
        without_secrets(value)
    })
}

/// A URL without what may be a password (`user:password@`) or a token (`?…`). What is none may be a credential in the
/// wrong place.
fn without_secrets(url: &str) -> String {
    if !["http://", "https://"].iter().any(|it| url.starts_with(it)) {
        return MASK.to_owned();
    }
    let (url, query) = match url.split_once(['?', '#']) {
        Some((url, _)) => (url, format!("?{MASK}")),
        None => (url, String::new()),
    };
    match url.rsplit_once('@') {
        Some((_, host)) => format!("{MASK}@{host}{query}"),
        None => format!("{url}{query}"),
    }
}

/// The word for machines.
pub(super) fn word(origin: Origin) -> &'static str {
    match origin {
        Origin::Environment => "environment",
        Origin::File { .. } => "file",
        Origin::Document => "document",
        Origin::NotSet => "not_set",
    }
}

/// For people: the variable, or the line and the profile.
pub(super) fn origin(setting: &Setting, settings: &Settings, lang: Lang) -> String {
    match setting.origin {
        Origin::Environment => setting.variable.to_owned(),
        Origin::File { line } => {
            let path = settings.path.as_ref();
            let path = path.map_or_else(String::new, |path| path.display().to_string());
            let profile = settings.profile.as_deref().unwrap_or_default();
            format!("{path}:{line} [{profile}]")
        }
        Origin::Document => Word::Document.text(lang).to_owned(),
        Origin::NotSet => lang.pick("set ", "请设置 ").to_owned() + setting.variable,
    }
}

#[cfg(test)]
mod tests {
    use super::without_secrets;

    #[test]
    fn what_may_be_a_password_is_not_shown() {
        assert_eq!(without_secrets("https://u:p@h/x?t=1"), "***@h/x?***");
        assert_eq!(without_secrets("https://u:p@q@h"), "***@h");
        assert_eq!(without_secrets("http://h:1/x"), "http://h:1/x");
        assert_eq!(without_secrets("6d8e4ffe7ca6e740"), "***");
    }
}
