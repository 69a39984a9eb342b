//! The tables of `docs/performance.md`, as data.
//!
//! A table is added by an entry here and by the two lines `<!-- performance:NAME -->` and `<!-- /performance:NAME -->` in the
//! page. A row is named as criterion names it, `group/function`; the goals are those of the project's issues, each as a
//! ratio to a row of the same part.

use super::{Bound, Goal, Row, Table};

mod client;
mod generator;
mod verify;
mod weight;

/// All of them, in the order in which they are measured.
pub const TABLES: &[Table] = &[
    verify::VERIFY,
    client::CLIENT,
    client::UNSIGNED,
    client::THREADS,
    generator::GENERATOR,
    weight::WEIGHT,
];

/// A row without a goal, whose iteration does its work once.
const fn row(id: &'static str, words: &'static str) -> Row {
    Row {
        id,
        words,
        work: 1.0,
        goals: &[],
    }
}

/// A row whose iteration does so much of its work.
const fn of(work: f64, row: Row) -> Row {
    Row { work, ..row }
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
