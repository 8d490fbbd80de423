//! How often people may be searched for: a hand types some letters a second for a while, a
//! script asks thousands of times, until it has guessed whatever a mask hides. Pure.

use desk::StaffId;
use std::collections::{HashMap, VecDeque};

/// So many searches in so long, ms: ten minutes of typing without a pause.
pub(super) const MOST: usize = 600;
const LONG: i64 = 600_000;

/// When each member of staff searched last, by the counter that nobody can set.
#[derive(Default)]
pub(crate) struct Pace(HashMap<StaffId, VecDeque<i64>>);

impl Pace {
    /// One more search, or in how many seconds there may be one.
    pub(super) fn step(&mut self, staff: StaffId, ticks: i64) -> Result<(), i64> {
        let before = self.0.entry(staff).or_default();
        while before.front().is_some_and(|at| ticks - at >= LONG) {
            before.pop_front();
        }
        match before.front() {
            Some(first) if before.len() >= MOST => {
                Err((first + LONG - ticks + 999).div_euclid(1_000))
            }
            _ => {
                before.push_back(ticks);
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hand_never_meets_it_and_a_script_waits() {
        let mut pace = Pace::default();
        let (hand, script) = (StaffId(1), StaffId(2));
        for second in 0..7_200 {
            assert_eq!(pace.step(hand, second * 1_000), Ok(()));
        }
        for _ in 0..MOST {
            assert_eq!(pace.step(script, 5), Ok(()));
        }
        assert_eq!(pace.step(script, 5), Err(600));
        assert_eq!(pace.step(script, 600_004), Err(1));
        assert_eq!(pace.step(script, 600_005), Ok(()));
    }
}
