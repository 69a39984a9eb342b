//! Whether a text tells something of a reply: a word of it that stands in the reply, and in nothing that the project itself says.

use std::collections::HashSet;

use zhixing_core::spec::Vendor;

/// Where errors and descriptions get their words from. What stands in here is no content.
const SAID: [&str; 15] = [
    include_str!("../../../crates/core/src/error/kind.rs"),
    include_str!("../../../crates/core/src/error/mod.rs"),
    include_str!("../../../crates/core/src/error/step.rs"),
    include_str!("../../../crates/core/src/interpret/outside.rs"),
    include_str!("../../../crates/core/src/interpret/absence.rs"),
    include_str!("../../../crates/core/src/outcome.rs"),
    include_str!("../../../crates/core/src/verify/mod.rs"),
    include_str!("../../../crates/core/src/spec/mod.rs"),
    include_str!("../../../crates/core/src/spec/parameter.rs"),
    include_str!("../../../crates/core/src/spec/reply.rs"),
    include_str!("../../../crates/core/src/spec/status.rs"),
    include_str!("../../../crates/core/src/wire/decode.rs"),
    include_str!("../../../crates/core/src/wire/enumeration.rs"),
    include_str!("../../../crates/zhixing/src/report.rs"),
    // serde's own.
    "duplicate field, invalid type, invalid value, invalid length, expected, application, json",
];

/// The words that may be told.
pub(crate) struct Words(HashSet<String>);

impl Words {
    /// What the project and that vendor's document say.
    pub(crate) fn of(vendor: &'static Vendor) -> Self {
        let mut known = SAID.concat();
        known += &format!("{vendor:?}{:?}", vendor.statuses);
        for operation in vendor.operations {
            let fields = operation.reply.iter().flat_map(|object| object.fields);
            let fields: Vec<&str> = fields.map(|field| field.name).collect();
            known += &format!("{operation:?}{:?}{fields:?}", operation.parameters);
        }
        Self(words(&known).map(str::to_owned).collect())
    }

    /// A finding, if `told` has a word of `reply` that is nobody else's, beside those that are allowed.
    pub(crate) fn leak(&self, told: &str, reply: &str, allowed: &[&str]) -> Result<(), String> {
        for word in words(told).filter(|word| tells(word)) {
            let known = self.0.contains(word) || allowed.iter().any(|it| it.contains(word));
            if !known && reply.contains(word) {
                return Err(format!("{word:?} of the reply is told: {told}"));
            }
        }
        Ok(())
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

/// Short words say nothing: sizes, indices, articles. Two Han characters are a name.
fn tells(word: &str) -> bool {
    let count = word.chars().count();
    count >= if word.is_ascii() { 5 } else { 2 }
}
