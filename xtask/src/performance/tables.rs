//! The tables of `docs/performance.md`, as data.
//!
//! A table is added by an entry here and by the two lines `<!-- performance:NAME -->` and `<!-- /performance:NAME -->` in the
//! page. A row is named as criterion names it, `group/function`; the goals are those of the project's issues, each as a
//! ratio to a row of the same part.

use super::{Bound, Goal, Part, Row, Scale, Table};

/// All of them, in the order in which they are measured.
pub const TABLES: &[Table] = &[VERIFY, GENERATOR];

/// The same rows for replies of two sizes.
macro_rules! verify_rows {
    ($group:literal) => {
        &[
            row(concat!($group, "/md5 alone"), "md5 alone"),
            row(concat!($group, "/UTF-8 by std"), "UTF-8 by std"),
            row(concat!($group, "/UTF-8 by simdutf8"), "UTF-8 by simdutf8"),
            row(
                concat!($group, "/scan by serde_json"),
                "one scan by serde_json (`&RawValue`), text given",
            ),
            row(
                concat!($group, "/types, from bytes"),
                "types by serde_json, from bytes",
            ),
            row(
                concat!($group, "/types, from text"),
                "types by serde_json, text given",
            ),
            Row {
                goals: &[
                    at_most(1.20, concat!($group, "/md5 alone")),
                    at_most(1.0 / 2.9, concat!($group, "/naive verify")),
                ],
                ..row(concat!($group, "/verify"), "**verify**")
            },
            Row {
                goals: &[at_most(1.35, concat!($group, "/md5 alone"))],
                ..row(
                    concat!($group, "/verify and types"),
                    "**verify and types, in one reading**",
                )
            },
            row(
                concat!($group, "/naive verify"),
                "the naive way: `Value`, map of paths, join, md5",
            ),
            row(
                concat!($group, "/naive verify, then types"),
                "the naive way, then types from bytes",
            ),
        ]
    };
}

const VERIFY: Table = Table {
    name: "verify",
    package: "qixin",
    bench: "verify",
    parts: &[
        Part {
            title: "A signed reply of qixin, 20 records, 46 kB",
            scale: Scale::Time,
            unit: "verify 20 records/md5 alone",
            rows: verify_rows!("verify 20 records"),
        },
        Part {
            title: "The same with 2,000 records, 4.6 MB",
            scale: Scale::Time,
            unit: "verify 2,000 records/md5 alone",
            rows: verify_rows!("verify 2,000 records"),
        },
    ],
};

const GENERATOR: Table = Table {
    name: "generator",
    package: "xtask",
    bench: "generator",
    parts: &[Part {
        title: "An operation of 20 fields, from text to formatted Rust, among so many",
        scale: Scale::Time,
        unit: "generator 100 operations/zhixing",
        rows: &[
            Row {
                work: 1.0,
                ..row("generator 1 operation/zhixing", "zhixing, of 1")
            },
            Row {
                work: 100.0,
                ..row("generator 100 operations/zhixing", "zhixing, of 100")
            },
            Row {
                work: 1_000.0,
                goals: &[at_most(1.10, "generator 100 operations/zhixing")],
                ..row("generator 1,000 operations/zhixing", "zhixing, of 1,000")
            },
        ],
    }],
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
