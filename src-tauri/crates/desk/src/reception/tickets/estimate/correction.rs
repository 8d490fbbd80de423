//! What was told before, held against what came of it.

/// A wait that was told and is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// The bound before it was set right, in seconds.
    pub model: i64,
    /// How long it was until the call, in seconds.
    pub came: i64,
}

/// How many of the latest are looked at.
pub const LOOKED_AT: u16 = 150;
/// So many waits that agree with the play weigh against those that happened: a few odd ones
/// change little.
const PRIOR: i64 = 25;
/// Parts of which the factor is made.
const ONE: i64 = 1000;

/// By what the bound of the play is set right, so that nine of ten of those that were told
/// lately had stayed within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Correction {
    /// Thousandths.
    factor: i64,
    /// Within so many seconds nine of ten were called for whom a seat was free.
    call: i64,
}

impl Correction {
    /// From what was told lately and what came of it.
    pub fn of(told: &[Told]) -> Self {
        let (free, waited): (Vec<&Told>, Vec<&Told>) = told.iter().partition(|t| t.model == 0);
        let enough = |inside: i64, agrees: i64, all: i64| {
            (inside * ONE + PRIOR * agrees) * 10 >= (all + PRIOR) * ONE * 9
        };
        let count = |n: usize| i64::try_from(n).unwrap_or(0);
        let factor = (6..=60).map(|step| step * 50).find(|factor| {
            let inside = waited
                .iter()
                .filter(|t| t.came <= whole(t.model * factor / ONE));
            enough(
                count(inside.count()),
                agreeing(*factor),
                count(waited.len()),
            )
        });
        let call = (0..=10).map(|minute| minute * 60).find(|call| {
            let inside = free.iter().filter(|t| t.came <= *call);
            enough(count(inside.count()), ONE * 9 / 10, count(free.len()))
        });
        Self {
            factor: factor.unwrap_or(3 * ONE),
            call: call.unwrap_or(600),
        }
    }

    /// The bound to tell, in seconds.
    pub fn bound(self, model: i64) -> i64 {
        (model * self.factor / ONE).max(self.call)
    }
}

/// What is told is told in whole minutes.
fn whole(seconds: i64) -> i64 {
    (seconds + 59) / 60 * 60
}

/// How many thousandths stay within this factor where the play is right.
fn agreeing(factor: i64) -> i64 {
    if factor <= ONE {
        factor * 9 / 10
    } else {
        ONE - ONE * ONE * ONE / 10 / (factor * factor)
    }
}
