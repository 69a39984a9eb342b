//! Reports for people at a terminal.
//!
//! First what follows from the report and what does not, then what was asked, then the cases, each
//! with what all sources say of it, where they disagree, and its records.

use std::ffi::OsString;
use std::io::IsTerminal;

use comfy_table::{ContentArrangement, Table, presets};
use zhixing::Report;

use super::text::{clean, wrap};
use super::verdict::verdict;
use super::words::{self, Lang};

mod cases;
mod paint;
mod sources;

use paint::Tone;

/// For whom and for what screen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    /// The language of headings and sentences.
    pub(crate) lang: Lang,
    /// Whether to write colours.
    pub(crate) colour: bool,
    /// The columns there are; none where nothing is to be wrapped: a pipe or a file.
    pub(crate) width: Option<u16>,
    /// Whether long texts are shown whole.
    pub(crate) full: bool,
}

impl Look {
    /// For whatever standard output is. Colours are for terminals, and not where NO_COLOR says no.
    pub(crate) fn of_stdout(lang: Lang, full: bool) -> Self {
        Self {
            lang,
            colour: coloured(std::io::stdout().is_terminal(), |name| {
                std::env::var_os(name)
            }),
            width: Table::new().width(),
            full,
        }
    }

    /// For a file: nothing is wrapped, no colours.
    pub(crate) fn of_file(lang: Lang, full: bool) -> Self {
        Self {
            lang,
            colour: false,
            width: None,
            full,
        }
    }

    /// For talk beside other data: no colours.
    pub(crate) fn of_stderr(lang: Lang) -> Self {
        Self {
            lang,
            colour: false,
            width: Table::new().use_stderr().width(),
            full: false,
        }
    }

    fn columns(&self) -> Option<usize> {
        self.width.map(usize::from)
    }

    /// A table without walls, as wide as the terminal.
    fn grid(&self) -> Table {
        let mut table = plain();
        table.force_no_tty();
        if let Some(width) = self.width {
            table.set_width(width);
        }
        if self.colour {
            table.enforce_styling();
        }
        table
    }
}

/// Whether colours are wanted: <https://no-color.org>.
fn coloured(terminal: bool, environment: impl Fn(&str) -> Option<OsString>) -> bool {
    let said = |name| environment(name).filter(|value| !value.is_empty());
    terminal && said("NO_COLOR").is_none() && said("TERM").is_none_or(|term| term != "dumb")
}

/// The whole report.
pub(crate) fn report(report: &Report, look: &Look) -> String {
    let mut text = summary(report, look);
    if !report.cases.is_empty() {
        text.push('\n');
        text.push_str(&cases::cases(report, look));
    }
    text
}

/// All but the cases: what follows from the report, and what was asked.
pub(crate) fn summary(report: &Report, look: &Look) -> String {
    let lang = look.lang;
    let colon = lang.colon();
    let mut page = Page {
        look,
        text: String::new(),
    };
    if report.sandbox {
        page.line(0, Tone::Bad, words::sample(lang));
        page.text.push('\n');
    }
    page.hanging(0, 2, Tone::Strong, report.subject.name.as_str());
    if let Some(person) = &report.subject.person {
        let person = format!("{} {}", words::person(lang), person.as_str());
        page.hanging(0, 2, Tone::Plain, &person);
    }
    if report.subject.id_number.is_some() {
        let number = format!(
            "{} ({})",
            words::id_number(lang),
            words::id_number_hidden(lang)
        );
        page.hanging(0, 2, Tone::Plain, &number);
    }
    for warning in &report.warnings {
        let warning = format!(
            "{}{colon}{}",
            words::warning(lang),
            crate::lang::advice(lang, warning)
        );
        page.hanging(0, 2, Tone::Warn, &warning);
    }
    page.text.push('\n');
    let verdict = verdict(report, lang);
    page.line(0, Tone::Strong, verdict.headline);
    page.line(2, Tone::Plain, &verdict.meaning);
    for gap in verdict.gaps {
        page.hanging(
            2,
            2,
            Tone::Warn,
            &format!("• {}{colon}{}", gap.source, gap.lacks),
        );
        if let Some(next_step) = gap.next_step {
            page.hanging(4, 2, Tone::Dim, &format!("→ {next_step}"));
        }
    }
    if let Some(caution) = verdict.caution {
        page.line(2, Tone::Plain, caution);
    }
    page.text.push('\n');
    page.text.push_str(&sources::sources(report, look));
    page.text
}

/// Lines of prose.
struct Page<'a> {
    look: &'a Look,
    text: String,
}

impl Page<'_> {
    /// A paragraph, wrapped and indented.
    fn line(&mut self, indent: usize, tone: Tone, text: &str) {
        self.hanging(indent, 0, tone, text);
    }

    /// The same, its further lines indented by `hang` more: so that no text from outside can begin a
    /// line where only a heading of ours begins.
    fn hanging(&mut self, indent: usize, hang: usize, tone: Tone, text: &str) {
        let columns = self.look.columns();
        let columns = columns.map(|columns| columns.saturating_sub(indent + hang));
        for (number, line) in wrap(&clean(text), columns).iter().enumerate() {
            let indent = if number == 0 { indent } else { indent + hang };
            self.text.push_str(&" ".repeat(indent));
            self.text.push_str(&tone.paint(self.look.colour, line));
            self.text.push('\n');
        }
    }
}

/// A table without walls.
pub(crate) fn plain() -> Table {
    let mut table = Table::new();
    table
        .load_style(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic);
    table
}

#[cfg(test)]
mod tests {
    use super::coloured;

    #[test]
    fn colours_are_for_terminals_whose_user_has_not_refused_them() {
        let with = |name: &'static str, value: &'static str| {
            move |asked: &str| (asked == name).then(|| value.into())
        };
        assert!(coloured(true, |_| None));
        assert!(!coloured(false, |_| None));
        assert!(!coloured(true, with("NO_COLOR", "1")));
        // no-color.org: "when present and not an empty string".
        assert!(coloured(true, with("NO_COLOR", "")));
        assert!(!coloured(true, with("TERM", "dumb")));
        assert!(coloured(true, with("TERM", "xterm")));
    }
}
