//! How long the wait may be (R 2.6), pure: recent service times at a point and
//! the people before → a median and a bound that nine of ten stay within. Says
//! nothing when too little is known.
//!
//! The sum of the services before is taken from what was measured (the exact
//! distribution of drawing that many times), not from an average: averages grow
//! wrong where a few conversations are very long.

/// Fewer finished services than this are no ground for a promise.
pub const ENOUGH: usize = 8;
/// How many of the latest services are looked at.
pub const RECENT: u16 = 40;
/// One service counts at most this long, in minutes: longer ones are left-open tickets.
const LONGEST: usize = 120;
/// Sums are told up to here, in minutes.
const HORIZON: usize = 720;
/// Sums of more services than this are continued in a straight line.
const JOBS: usize = 40;

/// How long people wait, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    /// Half wait no longer.
    pub median: u32,
    /// Nine of ten wait no longer.
    pub bound: u32,
}

/// What lies before a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// Tickets that stand before it.
    pub ahead: usize,
    /// Tickets that are called or in conversation.
    pub in_hand: usize,
    /// People who sit at the point.
    pub seats: usize,
}

/// What a point's recent service times say.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// By number of services: minutes that half, and nine of ten, of such sums stay within.
    sums: Vec<(usize, usize)>,
}

impl Forecast {
    /// From the durations of recent services in minutes; nothing when they are too few.
    pub fn of(minutes: &[i64]) -> Option<Self> {
        if minutes.len() < ENOUGH {
            return None;
        }
        let share = 1.0 / f64::from(u32::try_from(minutes.len()).ok()?);
        let mut single = vec![0.0; LONGEST + 1];
        for length in minutes {
            let length = usize::try_from(*length).unwrap_or(0).min(LONGEST);
            if let Some(bin) = single.get_mut(length) {
                *bin += share;
            }
        }
        let mut sum = vec![1.0];
        let mut sums = vec![(0, 0)];
        for _ in 0..JOBS {
            sum = add(&sum, &single);
            sums.push((quantile(&sum, 0.5), quantile(&sum, 0.9)));
        }
        Some(Self { sums })
    }

    /// The wait with this much before it; nothing where nobody sits.
    pub fn wait(&self, load: &Load) -> Option<Wait> {
        if load.seats == 0 {
            return None;
        }
        // With a free seat there is nothing to wait for; otherwise so many have to finish.
        let jobs = (load.ahead + load.in_hand + 1).saturating_sub(load.seats);
        let (median, bound) = self.sum(jobs);
        let shared =
            |minutes: usize| u32::try_from(minutes.div_ceil(load.seats)).unwrap_or(u32::MAX);
        Some(Wait {
            median: shared(median),
            bound: shared(bound),
        })
    }

    fn sum(&self, jobs: usize) -> (usize, usize) {
        if let Some(found) = self.sums.get(jobs) {
            return *found;
        }
        let (median, bound) = self.sums.last().copied().unwrap_or((0, 0));
        (median * jobs / JOBS, bound * jobs / JOBS)
    }
}

/// The distribution of a sum with one more service; what passes the horizon stays at it.
fn add(sum: &[f64], single: &[f64]) -> Vec<f64> {
    let length = (sum.len() + single.len() - 1).min(HORIZON + 1);
    let mut next = vec![0.0; length];
    for (minutes, more) in single.iter().enumerate().filter(|(_, share)| **share > 0.0) {
        for (so_far, share) in sum.iter().enumerate() {
            if let Some(bin) = next.get_mut((so_far + minutes).min(length - 1)) {
                *bin += share * more;
            }
        }
    }
    next
}

fn quantile(sum: &[f64], share: f64) -> usize {
    let mut reached = 0.0;
    // Rounding must not push an exact half to the next minute.
    let found = sum.iter().position(|p| {
        reached += p;
        reached >= share - 1e-9
    });
    found.unwrap_or(sum.len().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use proptest::prelude::*;

    fn load(ahead: usize, in_hand: usize, seats: usize) -> Load {
        Load {
            ahead,
            in_hand,
            seats,
        }
    }

    #[test]
    fn too_few_services_promise_nothing() {
        assert_eq!(Forecast::of(&[5; ENOUGH - 1]), None);
        assert!(Forecast::of(&[5; ENOUGH]).is_some());
    }

    #[test]
    fn equal_services_add_up_exactly() {
        let forecast = Forecast::of(&[5; 10]).unwrap();
        assert_eq!(
            forecast.wait(&load(2, 1, 1)),
            Some(Wait {
                median: 15,
                bound: 15
            })
        );
        assert_eq!(
            forecast.wait(&load(0, 0, 1)),
            Some(Wait {
                median: 0,
                bound: 0
            })
        );
        assert_eq!(
            forecast.wait(&load(0, 1, 2)),
            Some(Wait {
                median: 0,
                bound: 0
            }),
            "a seat is free"
        );
        assert_eq!(
            forecast.wait(&load(1, 2, 2)),
            Some(Wait {
                median: 5,
                bound: 5
            })
        );
        assert_eq!(forecast.wait(&load(3, 0, 0)), None, "nobody sits there");
    }

    #[test]
    fn a_long_conversation_widens_the_bound_and_not_the_median() {
        let forecast = Forecast::of(&[4, 4, 4, 4, 4, 4, 4, 4, 40, 4]).unwrap();
        let wait = forecast.wait(&load(1, 1, 1)).unwrap();
        assert_eq!(
            wait,
            Wait {
                median: 8,
                bound: 44
            }
        );
    }

    proptest! {
        #[test]
        fn more_people_before_never_shorten_the_wait(
            minutes in proptest::collection::vec(0_i64..60, ENOUGH..30),
            ahead in 0_usize..60, in_hand in 0_usize..4, seats in 1_usize..4,
        ) {
            let forecast = Forecast::of(&minutes).unwrap();
            let now = forecast.wait(&load(ahead, in_hand, seats)).unwrap();
            let one_more = forecast.wait(&load(ahead + 1, in_hand, seats)).unwrap();
            prop_assert!(now.median <= now.bound);
            prop_assert!(now.median <= one_more.median && now.bound <= one_more.bound);
            let one_more_seat = forecast.wait(&load(ahead, in_hand, seats + 1)).unwrap();
            prop_assert!(one_more_seat.median <= now.median && one_more_seat.bound <= now.bound);
        }
    }
}
