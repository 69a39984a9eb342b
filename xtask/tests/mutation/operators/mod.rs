//! The ways to damage a vendor's schemas, one idea a file.

mod corrupt;
mod deepen;
mod delete;
mod duplicate;
mod enlarge;
mod grow;
mod nest;
mod point;
mod rename;
mod renumber;
mod retype;
mod reword;
mod swap;
mod tree;

use xtask::read::Texts;

use super::rng::Rng;

/// One way.
pub(crate) struct Operator {
    pub(crate) name: &'static str,
    pub(crate) change: fn(&mut Rng, &mut Texts),
}

pub(crate) const ALL: &[Operator] = &[
    Operator {
        name: "delete",
        change: delete::change,
    },
    Operator {
        name: "duplicate",
        change: duplicate::change,
    },
    Operator {
        name: "retype",
        change: retype::change,
    },
    Operator {
        name: "rename",
        change: rename::one,
    },
    Operator {
        name: "rename all",
        change: rename::everywhere,
    },
    Operator {
        name: "nest",
        change: nest::change,
    },
    Operator {
        name: "corrupt",
        change: corrupt::change,
    },
    Operator {
        name: "swap",
        change: swap::values,
    },
    Operator {
        name: "swap files",
        change: swap::files,
    },
    Operator {
        name: "renumber",
        change: renumber::change,
    },
    Operator {
        name: "reword",
        change: reword::change,
    },
    Operator {
        name: "enlarge",
        change: enlarge::change,
    },
    Operator {
        name: "deepen",
        change: deepen::change,
    },
    Operator {
        name: "point",
        change: point::change,
    },
    Operator {
        name: "grow",
        change: grow::change,
    },
    Operator {
        name: "grow names",
        change: grow::names,
    },
];
