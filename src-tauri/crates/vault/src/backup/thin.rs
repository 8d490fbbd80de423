//! Which backups may go: all of two days stay, then one a day for 14 days, one a week
//! for 8 weeks, one a month for a year. Pure.

use std::collections::BTreeSet;

/// A backup as thinning sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// When it was made, UTC ms.
    pub at: i64,
    /// Whether it reads and its seal fits.
    pub verified: bool,
}

const DAY: i64 = 86_400_000;
/// Verified backups that always stay, whatever their age.
const LEAST: usize = 3;

/// Positions of those that may be removed. Days, weeks and months are counted from a
/// fixed day, so that what stands for one keeps standing for it. What is dated in the
/// future stays: a clock that was wrong must not cost a backup.
pub fn thin(all: &[Kept], now: i64) -> Vec<usize> {
    let mut newest_first: Vec<(usize, &Kept)> = all.iter().enumerate().collect();
    newest_first.sort_by_key(|(_, kept)| std::cmp::Reverse(kept.at));
    let safe: BTreeSet<usize> = newest_first
        .iter()
        .filter(|(_, kept)| kept.verified)
        .take(LEAST)
        .map(|(index, _)| *index)
        .collect();
    let mut taken = BTreeSet::new();
    let mut gone = Vec::new();
    for (index, kept) in newest_first {
        let age = now.saturating_sub(kept.at);
        let place = match age {
            // Young, or dated in the future.
            age if age < 2 * DAY => continue,
            age if age < 14 * DAY => (1, kept.at.div_euclid(DAY)),
            age if age < 56 * DAY => (2, kept.at.div_euclid(7 * DAY)),
            age if age < 365 * DAY => (3, kept.at.div_euclid(30 * DAY)),
            _ => (4, 0),
        };
        // An unverified one stands for nothing.
        let stands = kept.verified && place.0 < 4 && taken.insert(place);
        if !stands && !safe.contains(&index) {
            gone.push(index);
        }
    }
    gone.sort_unstable();
    gone
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
    use super::*;

    const NOW: i64 = 1_800_000_000_000;
    const HALF_HOUR: i64 = 30 * 60_000;

    fn made(at: i64) -> Kept {
        Kept { at, verified: true }
    }

    /// Backups every half hour for that many days, thinned as each is made.
    fn lived(days: i64) -> Vec<Kept> {
        let mut all: Vec<Kept> = Vec::new();
        for n in 0..days * 48 {
            let at = NOW + n * HALF_HOUR;
            all.push(made(at));
            for index in thin(&all, at).into_iter().rev() {
                all.remove(index);
            }
        }
        all
    }

    #[test]
    fn two_days_stay_whole_and_a_year_fits_in_little_room() {
        let all = lived(400);
        let now = all.last().unwrap().at;
        let younger = |days: i64| all.iter().filter(|k| now - k.at < days * DAY).count();
        assert_eq!(younger(2), 96);
        assert!(
            (10..=14).contains(&(younger(14) - younger(2))),
            "{}",
            younger(14) - younger(2)
        );
        assert!((5..=8).contains(&(younger(56) - younger(14))));
        assert!((9..=12).contains(&(all.len() - younger(56))));
        // The oldest is nearly a year old: what stands for a month keeps standing.
        assert!(now - all[0].at > 330 * DAY);
    }

    #[test]
    fn the_last_verified_ones_never_go_however_old() {
        let old: Vec<Kept> = (0..5).map(|n| made(NOW - (800 + n) * DAY)).collect();
        assert_eq!(thin(&old, NOW), [3, 4]);
        let mixed = [
            Kept {
                at: NOW - 700 * DAY,
                verified: true,
            },
            Kept {
                at: NOW - 600 * DAY,
                verified: false,
            },
        ];
        assert_eq!(thin(&mixed, NOW), [1]);
    }

    #[test]
    fn a_clock_that_was_wrong_costs_no_backup() {
        let all: Vec<Kept> = (0..10).map(|n| made(NOW + n * HALF_HOUR)).collect();
        assert!(thin(&all, NOW - 4_000 * DAY).is_empty());
    }

    #[test]
    fn within_a_day_the_newest_verified_one_stands_for_it() {
        let day = (NOW - 5 * DAY).div_euclid(DAY) * DAY;
        let mut all: Vec<Kept> = (0..4).map(|n| made(day + n * HALF_HOUR)).collect();
        all[3].verified = false;
        all.extend((0..3).map(|n| made(NOW - n * HALF_HOUR)));
        assert_eq!(thin(&all, NOW), [0, 1, 3]);
    }

    #[test]
    fn each_span_ends_at_its_hour() {
        // In the middle of a day, a week of 7 and a month of 30 days.
        let now = (210 * 90 + 80) * DAY + DAY / 2;
        let newer: Vec<Kept> = (0..3).map(|n| made(now - n * HALF_HOUR)).collect();
        let thinned = |ages: &[i64]| {
            let older = ages.iter().map(|age| made(now - age));
            let all: Vec<Kept> = newer.iter().copied().chain(older).collect();
            thin(&all, now)
                .into_iter()
                .map(|i| ages[i - 3])
                .collect::<Vec<_>>()
        };
        let hour = 2 * HALF_HOUR;
        // From the hour on one stands for its day, its week, its month; before, each does.
        for (from, other) in [(2 * DAY, hour), (14 * DAY, DAY), (56 * DAY, 10 * DAY)] {
            assert_eq!(thinned(&[from, from + other]), [from + other], "{from}");
            assert!(thinned(&[from - hour, from + other]).is_empty(), "{from}");
        }
        assert_eq!(thinned(&[365 * DAY]), [365 * DAY]);
        assert!(thinned(&[365 * DAY - hour]).is_empty());
    }
}
