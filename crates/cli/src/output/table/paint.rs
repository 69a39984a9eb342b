//! Colours, where they help: what is missing or contradicts itself is seen first.
//!
//! Nothing is green. A report has no good news, only what is known.

use anstyle::{AnsiColor, Style};
use comfy_table::{Attribute, Cell, Color};

use crate::output::text::clean;

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Strong,
    Dim,
    Warn,
    Bad,
}

impl Tone {
    /// The text in its colour, or as it is.
    pub(crate) fn paint(self, colour: bool, text: &str) -> String {
        let style = match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().bold(),
            Self::Dim => Style::new().dimmed(),
            Self::Warn => AnsiColor::Yellow.on_default(),
            Self::Bad => AnsiColor::Red.on_default().bold(),
        };
        if colour {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }

    /// The same as a cell of a table, which decides by itself whether to write colours.
    pub(crate) fn cell(self, text: &str) -> Cell {
        let cell = Cell::new(clean(text));
        match self {
            Self::Plain => cell,
            Self::Strong => cell.add_attribute(Attribute::Bold),
            Self::Dim => cell.add_attribute(Attribute::Dim),
            Self::Warn => cell.fg(Color::DarkYellow),
            Self::Bad => cell.fg(Color::DarkRed).add_attribute(Attribute::Bold),
        }
    }
}
