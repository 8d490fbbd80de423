//! Which backups may go: all of two days stay, then one a day for 14 days, one a week
//! for 8 weeks, one a month for a year. Pure. Age is counted in days on which the journal
//! has entries, never by a clock: one that was wrong for a moment ages nothing by years.

use std::collections::BTreeSet;

/// A backup as thinning sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Number of the journal's entry it ends at: what orders it.
    pub seq: i64,
    /// On how many days entries were first made after it.
    pub days: usize,
    /// When it says it was made, UTC ms: which day, week and month it stands for.
    pub at: i64,
    /// Whether it reads and its seal fits.
    pub verified: bool,
}

const DAY: i64 = 86_400_000;
/// Verified backups that always stay, whatever their age.
const LEAST: usize = 3;

/// Positions of those that may be removed. Days, weeks and months are counted from a
/// fixed day, so that what stands for one keeps standing for it.
pub fn thin(all: &[Kept]) -> Vec<usize> {
    let mut newest_first: Vec<(usize, &Kept)> = all.iter().enumerate().collect();
    newest_first.sort_by_key(|(_, kept)| std::cmp::Reverse((kept.seq, kept.at)));
    let safe: BTreeSet<usize> = newest_first
        .iter()
        .filter(|(_, kept)| kept.verified)
        .take(LEAST)
        .map(|(index, _)| *index)
        .collect();
    let mut taken = BTreeSet::new();
    let mut gone = Vec::new();
    for (index, kept) in newest_first {
        let place = match kept.days {
            0 | 1 => continue,
            2..14 => (1, kept.at.div_euclid(DAY)),
            14..56 => (2, kept.at.div_euclid(7 * DAY)),
            56..365 => (3, kept.at.div_euclid(30 * DAY)),
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

    /// The first moment of a day, a week of 7 and a month of 30 days.
    const NOW: i64 = 210 * 100 * DAY;
    const HALF_HOUR: i64 = 30 * 60_000;

    /// Made at a moment by a clock that was right, looked at at another.
    fn made(at: i64, now: i64) -> Kept {
        let days = now.div_euclid(DAY) - at.div_euclid(DAY);
        Kept {
            seq: at,
            days: usize::try_from(days).unwrap(),
            at,
            verified: true,
        }
    }

    /// Backups every half hour for that many days, thinned as each is made.
    fn lived(days: i64) -> Vec<Kept> {
        let mut all: Vec<i64> = Vec::new();
        let seen = |all: &[i64], now: i64| all.iter().map(|at| made(*at, now)).collect::<Vec<_>>();
        let mut now = NOW;
        for n in 0..days * 48 {
            now = NOW + n * HALF_HOUR;
            all.push(now);
            for index in thin(&seen(&all, now)).into_iter().rev() {
                all.remove(index);
            }
        }
        seen(&all, now)
    }

    #[test]
    fn two_days_stay_whole_and_a_year_fits_in_little_room() {
        let all = lived(400);
        let between =
            |from: usize, to: usize| all.iter().filter(|k| (from..to).contains(&k.days)).count();
        assert_eq!(between(0, 2), 96);
        assert_eq!(between(2, 14), 12);
        assert!((5..=8).contains(&between(14, 56)), "{}", between(14, 56));
        assert!((9..=12).contains(&between(56, 999)), "{}", between(56, 999));
        // The oldest is nearly a year old: what stands for a month keeps standing.
        assert!(all[0].days > 330);
    }

    #[test]
    fn the_last_verified_ones_never_go_however_old() {
        let old: Vec<Kept> = (0..5).map(|n| made(NOW - (800 + n) * DAY, NOW)).collect();
        assert_eq!(thin(&old), [3, 4]);
        let mut mixed = [made(NOW - 700 * DAY, NOW), made(NOW - 600 * DAY, NOW)];
        mixed[1].verified = false;
        assert_eq!(thin(&mixed), [1]);
    }

    #[test]
    fn a_backup_dated_years_ahead_is_neither_the_newest_nor_ages_the_others() {
        let mut all: Vec<Kept> = (0..10).map(|n| made(NOW + n * HALF_HOUR, NOW)).collect();
        // Made in between, by a clock that was two years ahead: one more day in the journal.
        all[5].at += 730 * DAY;
        for kept in &mut all[..5] {
            kept.days = 1;
        }
        assert!(thin(&all).is_empty());
    }

    #[test]
    fn within_a_day_the_newest_verified_one_stands_for_it() {
        let mut all: Vec<Kept> = (0..4)
            .map(|n| made(NOW - 5 * DAY + n * HALF_HOUR, NOW))
            .collect();
        all[3].verified = false;
        all.extend((0..3).map(|n| made(NOW + n * HALF_HOUR, NOW)));
        assert_eq!(thin(&all), [0, 1, 3]);
    }

    #[test]
    fn each_span_ends_at_its_day() {
        let newer: Vec<Kept> = (0..3).map(|n| made(NOW + n * HALF_HOUR, NOW)).collect();
        let thinned = |ages: &[(usize, i64)]| {
            let older = ages.iter().map(|(days, at)| Kept {
                days: *days,
                seq: -at,
                ..made(NOW - at, NOW)
            });
            let all: Vec<Kept> = newer.iter().copied().chain(older).collect();
            thin(&all).into_iter().map(|i| i - 3).collect::<Vec<_>>()
        };
        // From the day on one stands for its day, its week, its month; before, each does.
        for (days, span) in [(2, HALF_HOUR), (14, DAY), (56, 7 * DAY)] {
            let (first, second) = (HALF_HOUR, HALF_HOUR + span);
            assert_eq!(thinned(&[(days, first), (days, second)]), [1], "{days}");
            let before = [(days - 1, first), (days, second)];
            assert!(thinned(&before).is_empty(), "{days}");
        }
        assert_eq!(thinned(&[(365, DAY)]), [0]);
        assert!(thinned(&[(364, DAY)]).is_empty());
    }
}
