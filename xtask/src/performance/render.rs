//! How a table looks once it is measured.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::{Bound, Failure, Measured, Part, Scale, Table};

/// Several rounds' ratios: the one in the middle, the lowest and the highest.
struct Ratio {
    middle: f64,
    lowest: f64,
    highest: f64,
}

impl Table {
    /// The table in Markdown; of a quick look, the parts that one measures.
    ///
    /// # Errors
    /// A round has not measured every row.
    pub fn render(&self, measured: &Measured, quick: bool) -> Result<String, Failure> {
        let mut text = String::new();
        for part in self.parts.iter().filter(|part| !quick || part.is_quick()) {
            text.push('\n');
            part.render(measured, &mut text)?;
        }
        Ok(text)
    }
}

impl Part {
    /// Whether a quick look measures it: building for delivery takes longer than anybody looks.
    fn is_quick(&self) -> bool {
        !self.unit.starts_with("release ")
    }

    fn render(&self, measured: &Measured, into: &mut String) -> Result<(), Failure> {
        let times = self.times(self.unit, measured)?;
        let time = times[times.len() / 2];
        let unit = match self.scale {
            Scale::Time => duration(time),
            Scale::Rate => format!("{:.0} in a second", 1e9 / time),
        };
        let what = match self.scale {
            Scale::Time => "time",
            Scale::Rate => "rate",
        };
        // Writing into a text does not fail.
        let _ = writeln!(into, "**{}** (1.00 is {unit})\n", self.title);
        let _ = writeln!(
            into,
            "| work | {what} | rounds | goal | |\n|---|---|---|---|---|"
        );
        for row in self.rows {
            let ratio = self.ratio(row.id, self.unit, measured)?;
            let mut goals = Vec::new();
            let mut verdicts = Vec::new();
            for goal in row.goals {
                let found = self.ratio(row.id, goal.of, measured)?.middle;
                let (words, met) = match goal.bound {
                    Bound::AtMost => ("at most", found <= goal.ratio),
                    Bound::AtLeast => ("at least", found >= goal.ratio),
                };
                let words = format!("{words} {} × {}", figure(goal.ratio), self.words(goal.of));
                // Of the unit the ratio stands in the row already, but two digits may read like the goal that is missed.
                let found = match (figure(found), figure(goal.ratio)) {
                    (shown, asked) if shown == asked && !met => format!(": {found:.3}"),
                    _ if goal.of == self.unit => String::new(),
                    (shown, _) => format!(": {shown}"),
                };
                goals.push(words);
                verdicts.push(format!("{}{found}", if met { "met" } else { "**missed**" }));
            }
            let _ = writeln!(
                into,
                "| {} | {} | {} to {} | {} | {} |",
                row.words,
                figure(ratio.middle),
                figure(ratio.lowest),
                figure(ratio.highest),
                goals.join("; "),
                verdicts.join("; ")
            );
        }
        Ok(())
    }

    /// Nanoseconds of one piece of the row's work in that round, if it was measured then.
    fn time(&self, id: &str, round: &BTreeMap<String, f64>) -> Option<f64> {
        let row = self.rows.iter().find(|row| row.id == id);
        let work = row.map_or(1.0, |row| row.work);
        round.get(id).map(|time| time / work)
    }

    /// Nanoseconds of one piece of the row's work in all rounds, in order.
    fn times(&self, id: &str, measured: &Measured) -> Result<Vec<f64>, Failure> {
        let times = measured.iter().filter_map(|round| self.time(id, round));
        sorted(times.collect(), id, measured)
    }

    /// One row by another, in each round that measured both.
    fn ratio(&self, id: &str, of: &str, measured: &Measured) -> Result<Ratio, Failure> {
        let ratios = measured.iter().filter_map(|round| {
            let (time, other) = (self.time(id, round)?, self.time(of, round)?);
            Some(match self.scale {
                Scale::Time => time / other,
                Scale::Rate => other / time,
            })
        });
        let is_there = measured.iter().any(|round| round.contains_key(id));
        let missing = if is_there { of } else { id };
        let ratios = sorted(ratios.collect(), missing, measured)?;
        Ok(Ratio {
            middle: ratios[ratios.len() / 2],
            lowest: ratios[0],
            highest: ratios[ratios.len() - 1],
        })
    }

    fn words(&self, id: &'static str) -> &'static str {
        let row = self.rows.iter().find(|row| row.id == id);
        row.map_or(id, |row| row.words)
    }
}

/// What was found, from the least to the most. If nothing was, no round measured that row.
fn sorted(mut found: Vec<f64>, id: &str, measured: &Measured) -> Result<Vec<f64>, Failure> {
    if found.is_empty() {
        let known: BTreeSet<&String> = measured.iter().flat_map(BTreeMap::keys).collect();
        let known = known.into_iter().cloned().collect();
        return Err(Failure::Missing(id.to_owned(), known));
    }
    found.sort_by(f64::total_cmp);
    Ok(found)
}

/// Two digits behind the point, as goals have them, and fewer where they would say nothing.
pub(super) fn figure(ratio: f64) -> String {
    if ratio < 10.0 {
        format!("{ratio:.2}")
    } else {
        format!("{ratio:.1}")
    }
}

/// A time with the unit in which people would say it.
pub(super) fn duration(nanoseconds: f64) -> String {
    let units = [(1e9, "s"), (1e6, "ms"), (1e3, "µs")];
    let (of, name) = units
        .into_iter()
        .find(|(of, _)| nanoseconds >= *of)
        .unwrap_or((1.0, "ns"));
    let value = nanoseconds / of;
    if value < 10.0 {
        format!("{value:.2} {name}")
    } else {
        format!("{value:.0} {name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::performance::{Goal, Row};

    const ROWS: &[Row] = &[
        Row {
            id: "g/a",
            words: "alone",
            work: 1.0,
            goals: &[],
        },
        Row {
            id: "g/b",
            words: "ours",
            work: 1.0,
            goals: &[
                Goal {
                    bound: Bound::AtMost,
                    ratio: 1.5,
                    of: "g/a",
                },
                Goal {
                    bound: Bound::AtLeast,
                    ratio: 0.9,
                    of: "g/c",
                },
            ],
        },
        Row {
            id: "g/c",
            words: "tenfold",
            work: 10.0,
            goals: &[],
        },
    ];

    fn part(scale: Scale) -> Part {
        Part {
            title: "Work",
            scale,
            unit: "g/a",
            rows: ROWS,
        }
    }

    fn rounds() -> Measured {
        [
            [1000.0, 1400.0, 40_000.0],
            [2000.0, 3200.0, 60_000.0],
            [1000.0, 1200.0, 20_000.0],
        ]
        .map(|[a, b, c]| {
            [("g/a", a), ("g/b", b), ("g/c", c)]
                .map(|(id, time)| (id.to_owned(), time))
                .into()
        })
        .to_vec()
    }

    /// By hand: b/a is 1.4, 1.6, 1.2; c does ten at once, 4.0, 3.0, 2.0 of a; b/c is 0.35, 0.53, 0.6.
    #[test]
    fn ratios_are_taken_within_a_round_and_the_middle_is_shown() {
        let mut text = String::new();
        part(Scale::Time)
            .render(&rounds(), &mut text)
            .expect("measured");
        assert_eq!(
            text,
            "**Work** (1.00 is 1.00 µs)\n\n\
             | work | time | rounds | goal | |\n|---|---|---|---|---|\n\
             | alone | 1.00 | 1.00 to 1.00 |  |  |\n\
             | ours | 1.40 | 1.20 to 1.60 | at most 1.50 × alone; at least 0.90 × tenfold | met; **missed**: 0.53 |\n\
             | tenfold | 3.00 | 2.00 to 4.00 |  |  |\n"
        );
    }

    /// Rates are the other way round: a/b is 0.71, 0.63, 0.83, and c/b 2.86, 1.88, 1.67.
    #[test]
    fn a_rate_is_the_inverse() {
        let mut text = String::new();
        part(Scale::Rate)
            .render(&rounds(), &mut text)
            .expect("measured");
        assert!(text.contains("(1.00 is 1000000 in a second)"), "{text}");
        assert!(text.contains("| ours | 0.71 | 0.62 to 0.83 |"), "{text}");
        assert!(text.contains("| met; met: 1.88 |"), "{text}");
    }

    /// b/a is 1.504, which two digits would show as the 1.50 that it may be.
    #[test]
    fn what_is_missed_by_a_hair_shows_it() {
        let round = [("g/a", 1000.0), ("g/b", 1504.0), ("g/c", 20_000.0)];
        let round = round.map(|(id, time)| (id.to_owned(), time)).into();
        let mut text = String::new();
        let rendered = part(Scale::Time).render(&vec![round], &mut text);
        rendered.expect("measured");
        assert!(
            text.contains("| **missed**: 1.504; **missed**: 0.75 |"),
            "{text}"
        );
    }

    #[test]
    fn what_was_not_measured_is_named() {
        let mut rounds = rounds();
        for round in &mut rounds {
            round.remove("g/c");
        }
        let failure = part(Scale::Time)
            .render(&rounds, &mut String::new())
            .expect_err("g/c is missing");
        assert_eq!(
            failure.to_string(),
            "No bench measured `g/c`. Measured were: g/a, g/b."
        );
    }

    /// Without the round in which it was 3.00, c/a was 4.00 and 2.00.
    #[test]
    fn a_round_may_leave_a_row_out() {
        let (mut rounds, mut text) = (rounds(), String::new());
        rounds[1].remove("g/c");
        let rendered = part(Scale::Time).render(&rounds, &mut text);
        rendered.expect("measured in the other rounds");
        assert!(text.contains("| tenfold | 4.00 | 2.00 to 4.00 |"), "{text}");
    }

    #[test]
    fn times_are_said_as_people_say_them() {
        let said = [0.5, 12.3, 4_560.0, 78_900_000.0, 1_500_000_000.0].map(duration);
        assert_eq!(said, ["0.50 ns", "12 ns", "4.56 µs", "79 ms", "1.50 s"]);
    }
}
