//! One mutant: a base and a few operators, each with a seed of its own; how it is made smaller, and told.

use serde_json::Value;
use similar::TextDiff;
use xtask::read::Texts;

use super::operators::{ALL, Operator};
use super::rng::Rng;
use super::source::{Base, pretty};

pub(crate) struct Mutant<'a> {
    pub(crate) base: &'a Base,
    steps: Vec<(&'static Operator, u64)>,
}

impl<'a> Mutant<'a> {
    /// The mutant of that seed.
    pub(crate) fn new(bases: &'a [Base], seed: u64) -> Self {
        let mut rng = Rng::new(seed);
        let base = rng.pick(bases).expect("there are bases");
        // One step shows what it does; several show what no one step does.
        let count = [1, 1, 1, 2, 3, 5][rng.below(6)];
        let steps = (0..count)
            .map(|_| (&ALL[rng.below(ALL.len())], rng.next()))
            .collect();
        Self { base, steps }
    }

    pub(crate) fn texts(&self) -> Texts {
        let mut texts = self.base.texts.clone();
        for (operator, seed) in &self.steps {
            (operator.change)(&mut Rng::new(*seed), &mut texts);
        }
        texts
    }

    pub(crate) fn operators(&self) -> impl Iterator<Item = &'static str> {
        self.steps.iter().map(|(operator, _)| operator.name)
    }

    /// The same with as few steps as still fail.
    pub(crate) fn smallest(&self, fails: impl Fn(&Texts) -> bool) -> Self {
        let mut steps = self.steps.clone();
        let mut index = 0;
        while index < steps.len() {
            let mut fewer = Self {
                base: self.base,
                steps: steps.clone(),
            };
            fewer.steps.remove(index);
            if fails(&fewer.texts()) {
                steps = fewer.steps;
            } else {
                index += 1;
            }
        }
        Self {
            base: self.base,
            steps,
        }
    }

    /// How to make it again, what is wrong, and what differs from the base.
    pub(crate) fn told(&self, seed: u64, reason: &str) -> String {
        let operators: Vec<&str> = self.operators().collect();
        let mut told = format!(
            "MUTATION_SEED={seed} MUTATION_MUTANTS=1: {} of {}\n{}\n",
            operators.join(", "),
            self.base.name,
            brief(reason, 2_000)
        );
        let (before, after) = (&self.base.texts, self.texts());
        for (file, text) in before {
            match after.get(file) {
                None => told.push_str(&format!("{file} is gone\n")),
                Some(changed) if changed != text => {
                    told.push_str(&brief(&diff(file, text, changed), 3_000))
                }
                Some(_) => {}
            }
        }
        for file in after.keys().filter(|file| !before.contains_key(*file)) {
            told.push_str(&format!("{file} is new\n"));
        }
        told
    }
}

/// Lines that differ, laid out alike, with a line around each.
fn diff(file: &str, before: &[u8], after: &[u8]) -> String {
    let laid_out = |text: &[u8]| match serde_json::from_slice::<Value>(text) {
        Ok(value) => String::from_utf8_lossy(&pretty(&value)).into_owned(),
        Err(_) => String::from_utf8_lossy(text).into_owned(),
    };
    let (before, after) = (laid_out(before), laid_out(after));
    let diff = TextDiff::from_lines(&before, &after);
    diff.unified_diff()
        .context_radius(1)
        .header(file, file)
        .to_string()
}

fn brief(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        Some((end, _)) => format!("{} …\n", &text[..end]),
        None => text.to_owned(),
    }
}
