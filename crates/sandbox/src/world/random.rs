//! Repeatable randomness: the same seed and question give the same records, in every process and on every machine.

/// SplitMix64 (Steele, Lea, Flood 2014): eight lines that never change, where a library's generator may.
#[derive(Debug, Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice for one record: of this seed, subject and place in the subject's list.
    pub(crate) fn new(seed: u64, subject: &str, index: u64) -> Self {
        // FNV-1a spreads the subject's bytes; the standard library's hasher may change between versions.
        let hash = subject
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        let mut dice = Self(seed ^ hash ^ index.wrapping_mul(0xd6e8_feb8_6659_fd93));
        dice.roll();
        dice
    }

    /// 64 random bits.
    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below `bound`; 0 if that is 0.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.roll().checked_rem(bound).unwrap_or(0)
    }

    /// A number below `bound`, for counting days.
    pub(crate) fn days(&mut self, bound: u16) -> i64 {
        i64::try_from(self.below(u64::from(bound))).unwrap_or(0)
    }

    /// One of these; the first if the list has no other.
    pub(crate) fn pick<T: Copy>(&mut self, first: T, others: &[T]) -> T {
        let count = u64::try_from(others.len()).unwrap_or(0);
        let index = usize::try_from(self.below(count.saturating_add(1))).unwrap_or(0);
        index
            .checked_sub(1)
            .and_then(|index| others.get(index))
            .copied()
            .unwrap_or(first)
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn the_generator_is_splitmix64() {
        // The first outputs for the state 1234567 as published with the reference code (prng.di.unimi.it, splitmix64.c)
        // and on Rosetta Code.
        let mut dice = Dice(1_234_567);
        assert_eq!(dice.roll(), 6_457_827_717_110_365_317);
        assert_eq!(dice.roll(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn picks_reach_every_value_and_nothing_else() {
        let mut dice = Dice::new(1, "x", 0);
        let picks: std::collections::BTreeSet<u8> =
            (0..200).map(|_| dice.pick(1, &[2, 3])).collect();
        assert_eq!(picks.into_iter().collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(dice.below(0), 0);
    }
}
