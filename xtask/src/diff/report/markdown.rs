//! As Markdown, for people.

use std::fmt::Write as _;

use super::{CrateReport, Fate, Report};
use crate::diff::change::{Change, Effect, code};
use crate::diff::version::RULE;

impl Report {
    /// The comparison as Markdown, which also reads in a terminal.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut text = format!("# Schemas: {} → {}\n\n", self.from, self.to);
        if self.crates.is_empty() {
            text.push_str("No change.\n");
            return text;
        }
        text.push_str("| crate | effect | changes | version |\n|---|---|---|---|\n");
        for report in &self.crates {
            // Writing to a String cannot fail.
            let _ = writeln!(
                text,
                "| `{}` | {} | {} | {} |",
                report.name,
                emphasised(report.effect()),
                counts(report),
                version(report)
            );
        }
        let _ = writeln!(text, "\n{RULE}");
        if let ([Some(old), _], Some(next)) = (&self.workspace, self.next_of_workspace()) {
            let _ = writeln!(
                text,
                "Crates that share the workspace's version: {old} → {next}."
            );
        }
        for report in &self.crates {
            section(report, &mut text);
        }
        text
    }
}

fn emphasised(effect: Effect) -> String {
    match effect {
        Effect::Breaking | Effect::Unknown => format!("**{effect}**"),
        _ => effect.to_string(),
    }
}

fn counts(report: &CrateReport) -> String {
    let counts: Vec<String> = Effect::ALL
        .iter()
        .rev()
        .map(|effect| (report.count(*effect), effect))
        .filter(|(count, _)| *count > 0)
        .map(|(count, effect)| effect.counted(count))
        .collect();
    counts.join(", ")
}

fn version(report: &CrateReport) -> String {
    match (report.fate, &report.version, report.next()) {
        (Fate::Added, ..) => "new".into(),
        (Fate::Removed, ..) => "gone".into(),
        (Fate::Changed, Some(old), Some(next)) => match (&report.now, report.is_enough()) {
            (Some(now), Some(true)) => format!("{old} → {next}; is {now}, which is enough"),
            (Some(now), _) if now != old => format!("{old} → {next}; is {now}, which is too low"),
            _ => format!("{old} → {next}"),
        },
        (Fate::Changed, _, None) if report.effect() == Effect::Unknown => "cannot be told".into(),
        (Fate::Changed, Some(old), None) => format!("stays {old}"),
        (Fate::Changed, None, _) => crate::diff::version::step(report.effect()).map_or_else(
            || "cannot be told".into(),
            |step| format!("{step} (as from 1.0.0 on)"),
        ),
    }
}

fn section(report: &CrateReport, text: &mut String) {
    let _ = writeln!(text, "\n## `{}`", report.name);
    let mut operation = None;
    for change in &report.changes {
        if operation != Some(&change.operation) {
            operation = Some(&change.operation);
            let title = change
                .operation
                .as_deref()
                .map_or("All operations".into(), code);
            let _ = writeln!(text, "\n### {title}\n");
        }
        item(change, text);
    }
    if !report.faults.is_empty() {
        text.push_str(
            "\n### Faults\n\nWhere a side has faults, the text of its schema was compared.\n\n",
        );
        for (side, fault) in &report.faults {
            let line = fault
                .line
                .map(|line| format!(":{line}"))
                .unwrap_or_default();
            let place = if fault.pointer.is_empty() {
                String::new()
            } else {
                format!(" {}", code(&fault.pointer))
            };
            let _ = writeln!(
                text,
                "- {side}, `{}{line}`{place}: {}\n  Hint: {}",
                fault.file, fault.reason, fault.hint
            );
        }
    }
}

fn item(change: &Change, text: &mut String) {
    let place = if change.path.is_empty() {
        String::new()
    } else {
        format!(" {}", code(&change.path))
    };
    let _ = writeln!(
        text,
        "- {}{place}: {}.\n  {}",
        emphasised(change.effect()),
        change.what.trim_end_matches('.'),
        change.rule.why()
    );
    if let Some(by_hand) = &change.by_hand {
        let _ = writeln!(text, "  By hand: {by_hand}.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::rule::Rule;

    /// A report with so many changes of each effect.
    fn with(each: usize) -> CrateReport {
        let rule_of = |effect: &Effect| {
            let mut rules = Rule::ALL.iter().copied();
            rules.find(|rule| rule.effect() == *effect).expect("a rule")
        };
        let changes = Effect::ALL.iter().flat_map(|effect| {
            let change = Change {
                operation: None,
                path: String::new(),
                rule: rule_of(effect),
                what: "it changed".into(),
                by_hand: None,
            };
            std::iter::repeat_n(change, each)
        });
        CrateReport::new(
            "acme".into(),
            Fate::Changed,
            changes.collect(),
            Vec::new(),
            [None, None],
        )
    }

    /// Each reads as English after its number, whatever the number.
    #[test]
    fn one_change_and_two_are_counted_in_their_own_forms() {
        assert_eq!(
            counts(&with(1)),
            "1 unknown, 1 breaking, 1 addition, 1 in behaviour, 1 in docs, 1 without effect"
        );
        assert_eq!(
            counts(&with(2)),
            "2 unknown, 2 breaking, 2 additions, 2 in behaviour, 2 in docs, 2 without effect"
        );
        assert_eq!(counts(&with(0)), "");
    }
}
