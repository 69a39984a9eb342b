//! The tables of `docs/performance.md`, as data.
//!
//! A table is added by an entry here and by the two lines `<!-- performance:NAME -->` and `<!-- /performance:NAME -->` in the
//! page. A row is named as criterion names it, `group/function`; the goals are those of the project's issues, each as a
//! ratio to a row of the same part.

use super::{Bound, Goal, Part, Row, Scale, Table};

/// All of them, in the order in which they are measured.
pub const TABLES: &[Table] = &[VERIFY, CLIENT, UNSIGNED, THREADS, GENERATOR];

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
            title: "A signed reply of qixin, 20 records, 48 kB",
            scale: Scale::Time,
            unit: "verify 20 records/md5 alone",
            rows: verify_rows!("verify 20 records"),
        },
        Part {
            title: "The same with 2,000 records, 4.9 MB",
            scale: Scale::Time,
            unit: "verify 2,000 records/md5 alone",
            rows: verify_rows!("verify 2,000 records"),
        },
    ],
};

/// The ways of calling, with so many calls in flight.
macro_rules! client_rows {
    ($group:literal, $goals:expr) => {
        &[
            row(concat!($group, "/reqwest"), "reqwest, the body read"),
            row(
                concat!($group, "/reqwest + typed decode"),
                "reqwest and types by serde_json, nothing checked",
            ),
            row(concat!($group, "/naive"), "reqwest, the naive check, types"),
            Row {
                goals: $goals,
                ..row(concat!($group, "/ours"), "**ours**")
            },
            row(
                concat!($group, "/ours without verification"),
                "ours, of a vendor that does not sign",
            ),
        ]
    };
}

const CLIENT: Table = Table {
    name: "client",
    package: "qixin",
    bench: "client",
    parts: &[
        Part {
            title: "Calls of qixin, one after the other",
            scale: Scale::Rate,
            unit: "client 1 in flight/reqwest + typed decode",
            rows: client_rows!("client 1 in flight", &[]),
        },
        Part {
            title: "16 in flight",
            scale: Scale::Rate,
            unit: "client 16 in flight/reqwest + typed decode",
            rows: client_rows!(
                "client 16 in flight",
                &[
                    at_least(0.6, "client 16 in flight/reqwest + typed decode"),
                    at_least(2.2, "client 16 in flight/naive"),
                ]
            ),
        },
        Part {
            title: "64 in flight",
            scale: Scale::Rate,
            unit: "client 64 in flight/reqwest + typed decode",
            rows: client_rows!("client 64 in flight", &[]),
        },
    ],
};

/// A vendor that does not sign, 16 calls in flight.
macro_rules! unsigned {
    ($group:literal, $title:literal) => {
        Part {
            title: $title,
            scale: Scale::Rate,
            unit: concat!($group, "/reqwest + typed decode"),
            rows: &[
                row(
                    concat!($group, "/reqwest + typed decode"),
                    "reqwest and types by serde_json",
                ),
                Row {
                    goals: &[at_least(0.95, concat!($group, "/reqwest + typed decode"))],
                    ..row(concat!($group, "/ours"), "**ours**")
                },
            ],
        }
    };
}

const UNSIGNED: Table = Table {
    name: "unsigned",
    package: "zhixing",
    bench: "client",
    parts: &[
        unsigned!("xinshu 16 in flight", "xinshu, 16 in flight"),
        unsigned!("qcc 16 in flight", "qcc, 16 in flight"),
        unsigned!("juhe 16 in flight", "juhe, 16 in flight"),
        unsigned!("cloudmarket 16 in flight", "cloudmarket, 16 in flight"),
    ],
};

const THREADS: Table = Table {
    name: "threads",
    package: "qixin",
    bench: "threads",
    parts: &[
        Part {
            title: "256 replies of qixin from memory, checked and typed",
            scale: Scale::Rate,
            unit: "threads/from memory, 1 threads",
            rows: &[
                row("threads/from memory, 1 threads", "on one thread"),
                row("threads/from memory, 2 threads", "on two"),
            ],
        },
        Part {
            title: "Calls of qixin, 64 in flight; the server takes a part of the second core",
            scale: Scale::Rate,
            unit: "threads/ours, 1 workers",
            rows: &[
                row("threads/ours, 1 workers", "ours, one worker"),
                row("threads/ours, 2 workers", "ours, two workers"),
                row(
                    "threads/reqwest + typed decode, 1 workers",
                    "reqwest and types, one worker",
                ),
                row(
                    "threads/reqwest + typed decode, 2 workers",
                    "reqwest and types, two workers",
                ),
            ],
        },
        Part {
            title: "One reply from memory, checked and typed",
            scale: Scale::Time,
            unit: "large reply/20 records",
            rows: &[
                row("large reply/20 records", "20 records, 48 kB"),
                row("large reply/200 records", "200 records, 0.5 MB"),
                row("large reply/2000 records", "2,000 records, 4.9 MB"),
            ],
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

const fn at_least(ratio: f64, of: &'static str) -> Goal {
    Goal {
        bound: Bound::AtLeast,
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
