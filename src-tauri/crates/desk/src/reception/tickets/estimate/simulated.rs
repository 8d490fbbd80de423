//! Whether the bound holds: made-up days with the real order and the real forecast.
//! The days know what the forecast does not: how long each conversation will be.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "tests"
)]

use super::super::order::{Leads, Place, Waiting, order};
use super::super::passing::{Lately, passing, since};
use super::*;
use crate::reception::categories::Urgency;
use crate::{Moment, TicketId};

/// A fixed sequence of numbers from 0 to 1.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 += 1;
        (chance(self.0, 7, 7) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn within(&mut self, least: f64, most: f64) -> f64 {
        least + (most - least) * self.roll()
    }

    /// Seconds to the next of so many an hour.
    fn gap(&mut self, per_hour: f64) -> i64 {
        (-(1.0 - self.roll()).ln() * 3600.0 / per_hour) as i64
    }

    /// How long a conversation is: most are short, some need four times as long, a few an hour.
    fn length(&mut self) -> i64 {
        let kind = self.roll();
        let (least, most) = match kind {
            k if k < 0.03 => (1.0, 2.0),
            k if k < 0.40 => (3.0, 6.0),
            k if k < 0.75 => (6.0, 12.0),
            k if k < 0.95 => (12.0, 25.0),
            _ => (25.0, 50.0),
        };
        (self.within(least, most) * 60.0) as i64
    }
}
/// Minutes of a conversation and of the way to it, on average.
const MEAN: f64 = 10.4 + 1.0;

#[derive(Clone, Copy)]
struct Visit {
    waiting: Waiting,
    /// What was told, in minutes, and what it came from.
    told: Option<Expected>,
}

/// What came of what was told to those who had to wait: of routine, urgent, all. Who found a
/// free seat was called at once, and makes nothing better here.
#[derive(Default, Clone, Copy)]
struct Kept {
    /// How many were called in time, of how many.
    of: [(u32, u32); 3],
}

impl Kept {
    fn count(&mut self, need: Urgency, told: Expected, came: i64) {
        let inside = u32::from(came <= i64::from(told.wait.bound) * 60);
        let kind = usize::from(need != Urgency::Routine);
        if told.model > 0 {
            for row in [kind, 2] {
                self.of[row].0 += inside;
                self.of[row].1 += 1;
            }
        }
    }

    fn share(&self, row: usize) -> f64 {
        f64::from(self.of[row].0) / f64::from(self.of[row].1.max(1))
    }
}

/// So many days of eight hours with so many seats at so much load.
struct House {
    dice: Dice,
    seats: usize,
    per_hour: f64,
    spans: Vec<i64>,
    told: Vec<Told>,
    came: Vec<Place>,
    kept: Kept,
}

impl House {
    fn new(seed: u64, seats: usize, load: f64) -> Self {
        Self {
            dice: Dice(seed << 32),
            seats,
            per_hour: load * seats as f64 * 60.0 / MEAN,
            spans: Vec::new(),
            told: Vec::new(),
            came: Vec::new(),
            kept: Kept::default(),
        }
    }

    fn arrive(&mut self, id: i64, at: i64) -> Visit {
        let need = match self.dice.roll() {
            r if r < 0.015 => Urgency::Immediate,
            r if r < 0.135 => Urgency::Urgent,
            _ => Urgency::Routine,
        };
        let own = Place {
            need,
            first: self.dice.roll() < 0.15,
            arrival: Moment(at * 1000),
        };
        Visit {
            waiting: Waiting {
                id: TicketId(id),
                arrival: own.arrival,
                own,
                moved: None,
            },
            told: None,
        }
    }

    fn tell(
        &self,
        visit: &Visit,
        queue: &[Visit],
        seats: &[(i64, i64)],
        now: i64,
    ) -> Option<Expected> {
        let last = |n: usize, all: usize| all.saturating_sub(n);
        let spans = &self.spans[last(usize::from(RECENT), self.spans.len())..];
        let told = &self.told[last(usize::from(LOOKED_AT), self.told.len())..];
        let forecast = Forecast::of(spans, told)?;
        let mut all: Vec<Waiting> = queue.iter().map(|v| v.waiting).collect();
        all.push(visit.waiting);
        let at = Moment(now * 1000);
        let ahead = order(&all, Leads::default(), at)
            .iter()
            .position(|p| p.id == visit.waiting.id)
            .unwrap();
        let opened = since(Moment(now / 86400 * 86_400_000), at);
        let today = self.came.iter().filter(|c| c.arrival >= opened);
        let kinds: Vec<(Urgency, bool, u64)> =
            self.came.iter().map(|c| (c.need, c.first, 1)).collect();
        let lately = Lately {
            kinds: &kinds,
            seen: today.count() as u64,
            since: opened,
            service: forecast.mean(),
            seats: self.seats,
        };
        let load = Load {
            ahead,
            seats: seats
                .iter()
                .map(|(free, since)| (*free > now).then(|| now - since))
                .collect(),
            passing: passing(&lately, &visit.waiting.own, Leads::default(), at),
        };
        forecast.wait(&load)
    }

    fn day(&mut self, day: i64, counts: bool) {
        let open = day * 86400;
        let close = open + 8 * 3600;
        let mut seats = vec![(open, open); self.seats];
        let mut queue: Vec<Visit> = Vec::new();
        let mut next = open + self.dice.gap(self.per_hour);
        let mut id = day * 10_000;
        loop {
            let free = seats
                .iter()
                .enumerate()
                .min_by_key(|(_, s)| s.0)
                .map(|(n, s)| (n, s.0))
                .unwrap();
            let serve = queue
                .iter()
                .map(|v| v.waiting.arrival.0 / 1000)
                .min()
                .map(|first| free.1.max(first));
            let comes = (next < close).then_some(next);
            match (comes, serve) {
                (None, None) => break,
                (Some(at), served) if served.is_none_or(|s| at <= s) => {
                    id += 1;
                    let mut visit = self.arrive(id, at);
                    visit.told = self.tell(&visit, &queue, &seats, at);
                    let own = visit.waiting.own;
                    self.came.push(own);
                    queue.push(visit);
                    next = at + self.dice.gap(self.per_hour);
                }
                (_, Some(at)) => {
                    let all: Vec<Waiting> = queue.iter().map(|v| v.waiting).collect();
                    let first = order(&all, Leads::default(), Moment(at * 1000))[0].id;
                    let n = queue.iter().position(|v| v.waiting.id == first).unwrap();
                    let visit = queue.remove(n);
                    let came = at - visit.waiting.arrival.0 / 1000;
                    if let Some(told) = visit.told {
                        self.told.push(Told {
                            model: told.model,
                            came,
                        });
                        if counts {
                            self.kept.count(visit.waiting.own.need, told, came);
                        }
                    }
                    let span = self.dice.length() + self.dice.within(30.0, 90.0) as i64;
                    self.spans.push(span);
                    seats[free.0] = (at + span, at);
                }
                (Some(_), None) => unreachable!("an arrival is never later than no call"),
            }
        }
    }

    fn days(mut self, days: i64) -> Kept {
        for day in 0..days {
            self.day(day, day >= 3);
        }
        self.kept
    }
}

/// What of 100 told waits was kept: routine, urgent, all who had to wait.
fn kept(seats: usize, load: u32) -> [f64; 3] {
    let seed = u64::from(load) * 10 + seats as u64;
    let days = 60 / i64::try_from(seats).unwrap() + 3;
    let house = House::new(seed, seats, f64::from(load) / 10.0);
    let kept = house.days(days);
    assert!(
        kept.of[1].1 > 100,
        "too few urgent ones to tell: {:?}",
        kept.of
    );
    [0, 1, 2].map(|row| kept.share(row) * 100.0)
}

#[test]
fn nine_of_ten_of_each_kind_stay_within_the_bound_at_every_load() {
    for load in 7..=10 {
        for seats in 1..=3 {
            let kept = kept(seats, load);
            let holds = |share: &f64| (87.0..=95.0).contains(share);
            assert!(
                kept.iter().all(holds),
                "load {load}/10, {seats} seats: {kept:?}"
            );
        }
    }
}
