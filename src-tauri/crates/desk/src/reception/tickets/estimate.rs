//! How long the wait may be (R 2.6), pure: what happened lately at a point and what lies
//! before a ticket → a median and a bound that nine of ten stay within. Says nothing when
//! too little is known.
//!
//! What lies before a ticket is played through some hundred times, with the lengths that were
//! measured and not with an average: averages grow wrong where a few conversations are very
//! long. Into each play go
//!
//! - what is left of the conversations that run: a measured length that is longer than what has
//!   run already, so that one that runs long is expected to run on;
//! - the tickets before it, each to the seat that is free first;
//! - those who are still to come and pass it, as often as they came lately and for as long
//!   as the order lets them (`order`, point 4);
//! - that few measurements may be chance: each play draws its own sample of them.
//!
//! What was told before is then held against what came of it ([`Correction`]): breaks,
//! people who come from other points and whatever else the play does not know.
//! Chance is a fixed sequence: who asks twice gets the same answer.

mod correction;

pub use correction::{Correction, LOOKED_AT, Told};

/// Fewer finished services than this are no ground for a promise.
pub const ENOUGH: usize = 8;
/// How many of the latest services are looked at.
pub const RECENT: u16 = 40;
/// One service counts at most this long, in seconds: longer ones are left-open tickets.
const LONGEST: i64 = 120 * 60;
/// So many times a queue is played through.
const PLAYS: u64 = 200;
/// Longer queues are continued in a straight line.
const AHEAD: usize = 60;
/// Nobody is told more than this, in seconds.
const HORIZON: i64 = 12 * 3600;
/// In parts of this a chance is told.
const WHOLE: u64 = 1_000_000;

/// How long people wait, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    /// Half wait no longer.
    pub median: u32,
    /// Nine of ten wait no longer.
    pub bound: u32,
}

/// What is told, and what it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    /// What is told.
    pub wait: Wait,
    /// The bound before it was set right by what had happened, in seconds.
    pub model: i64,
}

/// What lies before a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Load {
    /// Tickets that stand before it.
    pub ahead: usize,
    /// The people who sit at the point: for how many seconds each has had somebody called or
    /// in conversation; `None` is free.
    pub seats: Vec<Option<i64>>,
    /// Who may still come and pass it.
    pub passing: Vec<Passing>,
}

/// People who may come and pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passing {
    /// How probably one comes in a minute, in millionths.
    pub per_minute: u64,
    /// For how many minutes from now who comes still passes.
    pub minutes: i64,
}

/// What a point's recent services say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast {
    /// How long each of them kept a seat, in seconds.
    spans: Vec<i64>,
    correction: Correction,
}

impl Forecast {
    /// From how long recent services kept a seat, in seconds, and what was told before;
    /// nothing when they are too few.
    pub fn of(spans: &[i64], told: &[Told]) -> Option<Self> {
        (spans.len() >= ENOUGH).then(|| Self {
            spans: spans.iter().map(|s| (*s).clamp(0, LONGEST)).collect(),
            correction: Correction::of(told),
        })
    }

    /// How long one service takes on average, in seconds; at least one.
    pub fn mean(&self) -> u64 {
        let sum: i64 = self.spans.iter().sum();
        let mean = u64::try_from(sum).unwrap_or(0) / self.spans.len().max(1) as u64;
        mean.max(1)
    }

    /// The wait with this much before it; nothing where nobody sits.
    pub fn wait(&self, load: &Load) -> Option<Expected> {
        if load.seats.is_empty() {
            return None;
        }
        let ahead = load.ahead.min(AHEAD);
        let mut waits: Vec<i64> = (0..PLAYS)
            .map(|play| self.play(play, ahead, load))
            .collect();
        waits.sort_unstable();
        let part = |share: usize| {
            let at = (waits.len() * share).div_ceil(100).saturating_sub(1);
            let wait = waits.get(at).copied().unwrap_or(0);
            // What is more than was played goes on in a straight line.
            wait * load.ahead.max(1) as i64 / ahead.max(1) as i64
        };
        let (middle, model) = (part(50), part(90));
        let bound = minutes(self.correction.bound(model));
        let wait = Wait {
            median: minutes(middle).min(bound),
            bound,
        };
        Some(Expected { wait, model })
    }

    /// One play: after how many seconds a seat is free for it.
    fn play(&self, play: u64, ahead: usize, load: &Load) -> i64 {
        let seats = load.seats.iter().zip(0_u64..);
        let mut free: Vec<i64> = seats
            .map(|(seat, n)| seat.map_or(0, |run| self.left(play, n, run)))
            .collect();
        let (mut passed, mut minute) = (0, 0);
        for served in 0_usize.. {
            let Some(seat) = free.iter_mut().min() else {
                return 0;
            };
            while minute * 60 <= *seat {
                passed += arrivals(play, minute, &load.passing);
                minute += 1;
            }
            if served >= ahead + passed || *seat >= HORIZON {
                return *seat;
            }
            *seat += self.length(play, 0, served as u64);
        }
        HORIZON
    }

    /// What is left of a conversation that has run so long.
    fn left(&self, play: u64, seat: u64, run: i64) -> i64 {
        let tries = (0..12).map(|n| self.length(play, 1 + seat, n));
        let longer = tries.into_iter().find(|length| *length > run);
        // Longer than all that was measured: nothing is known of its end but that it is not near.
        longer.map_or_else(|| self.length(play, 1 + seat, 99), |length| length - run)
    }

    /// A measured length, drawn from this play's own sample of what was measured.
    fn length(&self, play: u64, stream: u64, n: u64) -> i64 {
        let among = self.spans.len().max(1) as u64;
        let slot = chance(play, 100 + stream, n) % among;
        let drawn = chance(play, 99, slot) % among;
        let drawn = usize::try_from(drawn).unwrap_or(0);
        self.spans.get(drawn).copied().unwrap_or(0)
    }
}

/// How many come in one minute of a play and pass.
fn arrivals(play: u64, minute: i64, passing: &[Passing]) -> usize {
    let come = |(class, kind): &(u64, &Passing)| {
        let lot = chance(play, 50 + class, minute.unsigned_abs()) % WHOLE;
        minute < kind.minutes && lot < kind.per_minute
    };
    (0..).zip(passing).filter(come).count()
}

/// Whole minutes, rounded up.
fn minutes(seconds: i64) -> u32 {
    u32::try_from((seconds.max(0) + 59) / 60).unwrap_or(u32::MAX)
}

/// A fixed number without pattern for three numbers (the mixing of `SplitMix64`).
fn chance(play: u64, stream: u64, n: u64) -> u64 {
    let mut z = (play << 40) ^ (stream << 28) ^ n;
    for _ in 0..2 {
        z = z.wrapping_add(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
    }
    z
}

#[cfg(test)]
mod simulated;
#[cfg(test)]
mod tests;
