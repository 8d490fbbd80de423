//! Numbers that look like chance and are the same for the same seed on every machine
//! (SplitMix64). For made-up data only.

pub(super) struct Dice(u64);

impl Dice {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 to one less than `end`; 0 when there is nothing below.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.roll() % end).unwrap_or(0)
    }

    /// From `least` to `most`, both included.
    pub(super) fn within(&mut self, least: i64, most: i64) -> i64 {
        let width = usize::try_from(most.saturating_sub(least)).unwrap_or(0);
        least + i64::try_from(self.below(width + 1)).unwrap_or(0)
    }

    /// Whether something that happens so many times in a thousand happens now.
    pub(super) fn happens(&mut self, in_a_thousand: usize) -> bool {
        self.below(1000) < in_a_thousand
    }

    /// One of a table that is not empty.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    /// One of a table of words; empty when the table is.
    pub(super) fn word(&mut self, from: &[&'static str]) -> &'static str {
        self.pick(from).copied().unwrap_or_default()
    }

    /// One of a table, the heavier the more often.
    pub(super) fn weighted<'a, T>(
        &mut self,
        from: &'a [T],
        weight: impl Fn(&T) -> usize,
    ) -> Option<&'a T> {
        let mut left = self.below(from.iter().map(&weight).sum());
        from.iter().find(|one| {
            let own = weight(one);
            let here = left < own;
            left = left.saturating_sub(own);
            here
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn the_same_seed_falls_the_same_way() {
        let roll = |seed| {
            let mut dice = Dice::new(seed);
            (0..20).map(|_| dice.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(roll(7), roll(7));
        assert_ne!(roll(7), roll(8));
    }

    #[test]
    fn the_heavier_comes_more_often_and_the_weightless_never() {
        let mut dice = Dice::new(1);
        let table = [("often", 90), ("seldom", 10), ("never", 0)];
        let mut count = [0_usize; 3];
        for _ in 0..10_000 {
            let got = dice.weighted(&table, |t| t.1).unwrap();
            count[table.iter().position(|t| t == got).unwrap()] += 1;
        }
        assert!(
            (8_700..9_300).contains(&count[0]) && count[2] == 0,
            "{count:?}"
        );
    }
}
