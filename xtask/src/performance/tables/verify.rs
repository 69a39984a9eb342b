//! Checking a signed reply, beside the hash and the naive way.

use super::super::{Part, Row, Scale, Source, Table};
use super::{at_most, row};

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

pub(super) const VERIFY: Table = Table {
    name: "verify",
    source: Source::Bench {
        package: "qixin",
        bench: "verify",
    },
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
