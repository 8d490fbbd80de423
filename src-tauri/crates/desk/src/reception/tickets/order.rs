//! The order of a queue (R 2.2), pure: need first, then first come first served
//! among equals, with ageing. It reads no state but what it is handed, so who
//! asks twice gets the same answer, and each position says why.
//!
//! Waiting lifts a ticket one level at a time; it then stands in the higher level
//! as if it had come at the moment it was lifted. A special group stands a fixed
//! time earlier among its equals. So nobody who comes later than the sum of these
//! times can ever pass.

use crate::reception::categories::Urgency;
use crate::{Moment, TicketId};

crate::codes! {
    /// Why a ticket stands where it stands.
    Why {
        /// A person moved it, with a reason (R 2.3).
        Moved = "moved",
        /// It has waited long enough to be lifted.
        Aged = "aged",
        /// Its need is greater than that of others.
        Need = "need",
        /// A special group is first among equals (R 1.4).
        Group = "group",
        /// It came first.
        Arrival = "arrival",
    }
}

/// The times of the order, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ageing {
    /// A routine ticket that waited this long stands among the urgent.
    pub to_urgent: i64,
    /// An urgent ticket that waited this long stands among the immediate.
    pub to_immediate: i64,
    /// How much earlier a special group stands among its equals. Not longer than
    /// `to_urgent`, or a group could hold back those who were lifted.
    pub first_lead: i64,
}

impl Default for Ageing {
    fn default() -> Self {
        Self {
            to_urgent: 45,
            to_immediate: 195,
            first_lead: 45,
        }
    }
}

/// What the order knows of a waiting ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub id: TicketId,
    /// When it was issued.
    pub arrival: Moment,
    /// Where it stands by itself.
    pub own: Place,
    /// Where a person put it.
    pub moved: Option<Place>,
}

/// What a ticket is ordered by. One moved by hand gets the place of a ticket that never
/// existed: with this need, come at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Need.
    pub need: Urgency,
    /// First among equals.
    pub first: bool,
    /// When it came.
    pub arrival: Moment,
}

/// A position with its reason and the facts of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Which ticket.
    pub id: TicketId,
    /// How many stand before it.
    pub ahead: usize,
    /// Why it stands there.
    pub why: Why,
    /// The level it stands in, lifted by waiting.
    pub level: Urgency,
    /// Whole minutes since it was issued.
    pub waited: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    level: Urgency,
    stands_since: Moment,
    id: TicketId,
}

/// Where a place stands now: its level, since when, and whether waiting lifted it.
fn stand(place: &Place, ageing: &Ageing, now: Moment) -> (Urgency, Moment, bool) {
    let (mut level, mut since, mut lifted) = (place.need, place.arrival, false);
    if level == Urgency::Routine && now >= since.plus_minutes(ageing.to_urgent) {
        (level, since, lifted) = (Urgency::Urgent, since.plus_minutes(ageing.to_urgent), true);
    }
    if level == Urgency::Urgent && now >= since.plus_minutes(ageing.to_immediate) {
        (level, since, lifted) = (
            Urgency::Immediate,
            since.plus_minutes(ageing.to_immediate),
            true,
        );
    }
    if place.first && !lifted {
        since = since.plus_minutes(-ageing.first_lead);
    }
    (level, since, lifted)
}

/// The tickets in the order they are to be called.
pub fn order(waiting: &[Waiting], ageing: &Ageing, now: Moment) -> Vec<Position> {
    let mut rows: Vec<(Key, &Waiting, bool)> = waiting
        .iter()
        .map(|ticket| {
            let place = ticket.moved.as_ref().unwrap_or(&ticket.own);
            let (level, stands_since, lifted) = stand(place, ageing, now);
            (
                Key {
                    level,
                    stands_since,
                    id: ticket.id,
                },
                ticket,
                lifted,
            )
        })
        .collect();
    rows.sort_by_key(|(key, _, _)| *key);
    let positions = rows
        .iter()
        .enumerate()
        .map(|(ahead, (key, ticket, lifted))| {
            let behind = rows.get(ahead + 1..).unwrap_or_default();
            Position {
                id: ticket.id,
                ahead,
                why: why(key, ticket, *lifted, behind),
                level: key.level,
                waited: now.minutes_since(ticket.arrival),
            }
        });
    positions.collect()
}

/// The strongest reason that tells this ticket from those behind it.
fn why(key: &Key, ticket: &Waiting, lifted: bool, behind: &[(Key, &Waiting, bool)]) -> Why {
    let passes_earlier = behind
        .iter()
        .any(|(other, earlier, _)| other.level == key.level && earlier.arrival < ticket.arrival);
    if ticket.moved.is_some() {
        Why::Moved
    } else if lifted {
        Why::Aged
    } else if behind.iter().any(|(other, _, _)| other.level > key.level) {
        Why::Need
    } else if ticket.own.first && passes_earlier {
        Why::Group
    } else {
        Why::Arrival
    }
}

#[cfg(test)]
mod tests;
