//! The tables of `docs/performance.md`, as data.
//!
//! A table is added by an entry here and by the two lines `<!-- performance:NAME -->` and `<!-- /performance:NAME -->` in the
//! page. A row is named as criterion names it, `group/function`; the goals are those of the project's issues, each as a
//! ratio to a row of the same part.

use super::{Bound, Goal, Part, Row, Scale, Source, Table};

/// All of them, in the order in which they are measured.
pub const TABLES: &[Table] = &[GENERATOR, WEIGHT];

const GENERATOR: Table = Table {
    name: "generator",
    source: Source::Bench {
        package: "xtask",
        bench: "generator",
    },
    parts: &[Part {
        title: "An operation of 20 fields among so many, from text to formatted Rust",
        scale: Scale::Time,
        unit: "generator 100 operations/typify",
        rows: &[
            Row {
                work: 1.0,
                ..row("generator 1 operation/typify", "typify, of 1")
            },
            Row {
                work: 100.0,
                ..row("generator 100 operations/typify", "typify, of 100")
            },
            Row {
                work: 1_000.0,
                ..row("generator 1,000 operations/typify", "typify, of 1,000")
            },
            Row {
                work: 1.0,
                ..row("generator 1 operation/zhixing", "zhixing, of 1")
            },
            Row {
                work: 100.0,
                goals: &[at_most(0.5, "generator 100 operations/typify")],
                ..row("generator 100 operations/zhixing", "zhixing, of 100")
            },
            Row {
                work: 1_000.0,
                goals: &[
                    at_most(0.5, "generator 1,000 operations/typify"),
                    at_most(1.10, "generator 100 operations/zhixing"),
                ],
                ..row("generator 1,000 operations/zhixing", "zhixing, of 1,000")
            },
        ],
    }],
};

const WEIGHT: Table = Table {
    name: "weight",
    source: Source::Builds,
    parts: &[
        Part {
            title: "A clean debug build, seconds of the processor",
            scale: Scale::Time,
            unit: "debug cpu/packages",
            rows: &[
                row("debug cpu/packages", "the packages asked for alone"),
                Row {
                    goals: &[at_most(1.15, "debug cpu/packages")],
                    ..row("debug cpu/vendor", "a vendor's crate")
                },
                row("debug cpu/no-reqwest", "… without `reqwest`"),
                row("debug cpu/gzip", "… with `gzip`"),
                row("debug cpu/schemars", "… with `schemars`"),
            ],
        },
        Part {
            title: "A clean debug build, seconds on the wall",
            scale: Scale::Time,
            unit: "debug wall/packages",
            rows: &[
                row("debug wall/packages", "the packages asked for alone"),
                Row {
                    goals: &[at_most(1.15, "debug wall/packages")],
                    ..row("debug wall/vendor", "a vendor's crate")
                },
            ],
        },
        Part {
            title: "A clean release build, seconds of the processor",
            scale: Scale::Time,
            unit: "release cpu/packages",
            rows: &[
                row("release cpu/packages", "the packages asked for alone"),
                Row {
                    goals: &[at_most(1.15, "release cpu/packages")],
                    ..row("release cpu/vendor", "a vendor's crate")
                },
            ],
        },
        Part {
            title: "A clean release build, seconds on the wall",
            scale: Scale::Time,
            unit: "release wall/packages",
            rows: &[
                row("release wall/packages", "the packages asked for alone"),
                Row {
                    goals: &[at_most(1.15, "release wall/packages")],
                    ..row("release wall/vendor", "a vendor's crate")
                },
            ],
        },
        Part {
            title: "200 operations of 20 fields, their crate alone, debug, seconds of the processor",
            scale: Scale::Time,
            unit: "debug cpu/typify",
            rows: &[
                row("debug cpu/typify", "typify's types"),
                Row {
                    goals: &[at_most(1.0, "debug cpu/typify")],
                    ..row("debug cpu/synthetic", "a vendor's crate")
                },
            ],
        },
        Part {
            title: "The same, release",
            scale: Scale::Time,
            unit: "release cpu/typify",
            rows: &[
                row("release cpu/typify", "typify's types"),
                Row {
                    goals: &[at_most(1.0, "release cpu/typify")],
                    ..row("release cpu/synthetic", "a vendor's crate")
                },
            ],
        },
    ],
};

/// A row without a goal, whose iteration does its work once.
const fn row(id: &'static str, words: &'static str) -> Row {
    Row {
        id,
        words,
        work: 1.0,
        goals: &[],
    }
}

const fn at_most(ratio: f64, of: &'static str) -> Goal {
    Goal {
        bound: Bound::AtMost,
        ratio,
        of,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// What a typing mistake would make: a goal or a unit that names no row, and a row that is there twice.
    #[test]
    fn every_unit_and_every_goal_names_a_row_of_its_part() {
        let mut names = BTreeSet::new();
        for table in TABLES {
            assert!(names.insert(table.name), "{} twice", table.name);
            for part in table.parts {
                let ids: BTreeSet<&str> = part.rows.iter().map(|row| row.id).collect();
                assert_eq!(ids.len(), part.rows.len(), "{}: a row twice", part.title);
                assert!(ids.contains(part.unit), "{}", part.unit);
                for goal in part.rows.iter().flat_map(|row| row.goals) {
                    assert!(ids.contains(goal.of), "{}", goal.of);
                }
            }
        }
    }

    #[test]
    fn the_page_has_a_place_for_every_table() {
        let page = include_str!("../../../docs/performance.md");
        for table in TABLES {
            assert!(
                crate::performance::page::replace(page, table.name, None).is_ok(),
                "{}",
                table.name
            );
        }
    }
}
