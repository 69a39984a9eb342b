//! The language of what people read: English or Chinese.
//!
//! Every text stands here in both languages side by side, as one arm of a match, so that none can be
//! added in one language and forgotten in the other. What machines read (JSON, NDJSON, CSV headings)
//! never passes through here and does not change with the language.

use std::fmt;

use clap::ValueEnum;

mod advice;
mod config_fault;
mod detail;
pub(crate) mod drift;
pub(crate) mod failure;
mod finding;
mod hint;
mod message;
mod refusal;
mod step;
mod stored;
mod unproven;
mod word;

pub(crate) use advice::advice;
pub(crate) use config_fault::ConfigFault;
pub(crate) use finding::{Finding, Level};
pub(crate) use hint::Hint;
pub(crate) use message::{Answers, Message};
pub(crate) use refusal::Refusal;
pub(crate) use stored::Stored;
pub(crate) use unproven::Unproven;
pub(crate) use word::Word;

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// English
    En,
    /// Chinese (中文)
    Zh,
}

/// What the locale is read from, as POSIX orders them: the first that is not empty decides.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

impl Lang {
    /// The language that was asked for, else the locale's, else English.
    pub(crate) fn choose(
        asked: Option<Self>,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Self {
        asked.unwrap_or_else(|| {
            let locale = LOCALE
                .iter()
                .find_map(|name| environment(name).filter(|value| !value.is_empty()));
            match locale {
                Some(locale) if is_chinese(&locale) => Self::Zh,
                _ => Self::En,
            }
        })
    }

    /// The text of this language.
    pub(crate) fn pick<'a>(self, en: &'a str, zh: &'a str) -> &'a str {
        match self {
            Self::En => en,
            Self::Zh => zh,
        }
    }

    /// The same for texts with values in them.
    fn format(self, en: fmt::Arguments<'_>, zh: fmt::Arguments<'_>) -> String {
        match self {
            Self::En => en.to_string(),
            Self::Zh => zh.to_string(),
        }
    }
}

/// `zh`, `zh_CN.UTF-8`, `zh-Hans`: the language is what stands before the first mark.
fn is_chinese(locale: &str) -> bool {
    locale
        .split(['_', '-', '.', '@'])
        .next()
        .is_some_and(|language| language.eq_ignore_ascii_case("zh"))
}

#[cfg(test)]
mod tests {
    use super::Lang;

    fn chosen(asked: Option<Lang>, locale: &[(&str, &str)]) -> Lang {
        Lang::choose(asked, |name| {
            let found = locale.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_flag_wins_then_the_locale_in_the_order_of_posix() {
        assert_eq!(chosen(None, &[]), Lang::En);
        assert_eq!(chosen(None, &[("LANG", "zh_CN.UTF-8")]), Lang::Zh);
        assert_eq!(
            chosen(None, &[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "C")]),
            Lang::En
        );
        assert_eq!(
            chosen(None, &[("LANG", "en_GB"), ("LC_MESSAGES", "zh-Hans")]),
            Lang::Zh
        );
        assert_eq!(chosen(None, &[("LANG", "zh_TW"), ("LC_ALL", "")]), Lang::Zh);
        // Zhuang (za) and a made-up longer word are not Chinese.
        assert_eq!(chosen(None, &[("LANG", "zhx_CN")]), Lang::En);
        assert_eq!(chosen(Some(Lang::En), &[("LC_ALL", "zh_CN")]), Lang::En);
    }
}
