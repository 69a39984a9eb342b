//! Calls to a server on the same machine: our client, beside reqwest and beside what one writes by hand.

use super::super::{Part, Row, Scale, Source, Table};
use super::{at_least, of, row};

/// The rows for so many calls in flight, of which an iteration makes eight times as many; goals are set for 16.
macro_rules! signed_rows {
    ($group:literal, $calls:literal, $ours:expr) => {
        &[
            of(
                $calls,
                row(concat!($group, "/reqwest"), "reqwest, the body read"),
            ),
            of(
                $calls,
                row(
                    concat!($group, "/reqwest + typed decode"),
                    "reqwest and types",
                ),
            ),
            of(
                $calls,
                row(concat!($group, "/naive"), "reqwest, the naive check, types"),
            ),
            Row {
                goals: $ours,
                ..of($calls, row(concat!($group, "/ours"), "**the client**"))
            },
            of(
                $calls,
                row(
                    concat!($group, "/ours without verification"),
                    "the client, where a vendor does not sign",
                ),
            ),
        ]
    };
}

/// The signed vendor.
pub(super) const CLIENT: Table = Table {
    name: "client",
    source: Source::Bench {
        package: "qixin",
        bench: "client",
    },
    parts: &[
        Part {
            title: "Calls a second, one at a time",
            scale: Scale::Rate,
            unit: "client 1 in flight/reqwest + typed decode",
            rows: signed_rows!("client 1 in flight", 8.0, &[]),
        },
        Part {
            title: "16 in flight",
            scale: Scale::Rate,
            unit: "client 16 in flight/reqwest + typed decode",
            rows: signed_rows!(
                "client 16 in flight",
                128.0,
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
            rows: signed_rows!("client 64 in flight", 512.0, &[]),
        },
    ],
};

macro_rules! unsigned {
    ($vendor:literal) => {
        Part {
            title: concat!($vendor, ", 16 in flight"),
            scale: Scale::Rate,
            unit: concat!($vendor, " 16 in flight/reqwest + typed decode"),
            rows: &[
                of(
                    128.0,
                    row(
                        concat!($vendor, " 16 in flight/reqwest + typed decode"),
                        "reqwest and types",
                    ),
                ),
                Row {
                    goals: &[at_least(
                        0.95,
                        concat!($vendor, " 16 in flight/reqwest + typed decode"),
                    )],
                    ..of(
                        128.0,
                        row(concat!($vendor, " 16 in flight/ours"), "**the client**"),
                    )
                },
            ],
        }
    };
}

/// The four that do not sign.
pub(super) const UNSIGNED: Table = Table {
    name: "unsigned",
    source: Source::Bench {
        package: "zhixing",
        bench: "client",
    },
    parts: &[
        unsigned!("xinshu"),
        unsigned!("qcc"),
        unsigned!("juhe"),
        unsigned!("cloudmarket"),
    ],
};

/// Two processors for many replies.
pub(super) const THREADS: Table = Table {
    name: "threads",
    source: Source::Bench {
        package: "qixin",
        bench: "threads",
    },
    parts: &[
        Part {
            title: "Stored replies, checked and typed",
            scale: Scale::Rate,
            unit: "threads/from memory, 1 threads",
            rows: &[
                of(256.0, row("threads/from memory, 1 threads", "one thread")),
                of(256.0, row("threads/from memory, 2 threads", "two threads")),
            ],
        },
        Part {
            title: "Calls, 16 in flight",
            scale: Scale::Rate,
            unit: "threads/reqwest + typed decode, 1 workers",
            rows: &[
                of(
                    128.0,
                    row(
                        "threads/reqwest + typed decode, 1 workers",
                        "reqwest and types, one worker",
                    ),
                ),
                of(
                    128.0,
                    row(
                        "threads/reqwest + typed decode, 2 workers",
                        "the same, two workers",
                    ),
                ),
                of(
                    128.0,
                    row("threads/ours, 1 workers", "the client, one worker"),
                ),
                of(
                    128.0,
                    row("threads/ours, 2 workers", "**the client, two workers**"),
                ),
            ],
        },
        Part {
            title: "One stored reply, checked and typed",
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
