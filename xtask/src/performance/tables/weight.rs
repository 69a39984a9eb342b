//! What a program builds that depends on one vendor's crate, beside the packages that were asked for.

use super::super::{Part, Row, Scale, Source, Table};
use super::{at_most, row};

pub(super) const WEIGHT: Table = Table {
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
        Part {
            title: "The same, release, seconds on the wall",
            scale: Scale::Time,
            unit: "release wall/typify",
            rows: &[
                row("release wall/typify", "typify's types"),
                Row {
                    goals: &[at_most(1.0, "release wall/typify")],
                    ..row("release wall/synthetic", "a vendor's crate")
                },
            ],
        },
    ],
};
