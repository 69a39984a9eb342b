//! The generator, beside typify.

use super::super::{Part, Row, Scale, Source, Table};
use super::{at_most, row};

pub(super) const GENERATOR: Table = Table {
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
                goals: &[at_most(0.5, "generator 1 operation/typify")],
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
