//! The order of a queue (R 2.2), pure: need first, then first come first served
//! among equals, with ageing. It reads no state but what it is handed, so who
//! asks twice gets the same answer, and each position says why.
//!
//! # The rule
//!
//! Let `a(t)` be the moment ticket `t` came, and `h(t)` its head start:
//!
//! ```text
//! h(t) = (urgent: U, else 0) + (special group: G, else 0)      0 < G < U
//! c(t) = 0 if t is immediate, else 1
//! k(t) = (c(t), a(t) - h(t), id(t))
//! ```
//!
//! `s` stands before `t` exactly if `k(s) < k(t)`, compared from the left. Of this follows:
//!
//! 1. *No time in it.* `k` is fixed when a ticket is issued, so two tickets never change
//!    places, and who leaves changes nothing among those who stay. Waiting lifts nobody past
//!    anybody: it only keeps those behind who come too late.
//! 2. *Immediate goes before everything else*, always: `c` is compared first.
//! 3. *Need keeps its meaning, however long the queue is.* An urgent ticket stands before
//!    every routine one of its kind that came less than `U` before it, whatever time it is;
//!    a special group before its equals that came less than `G` before, and, as `G < U`,
//!    never before greater need that came at the same time.
//! 4. *Nobody starves.* Be `H = U + G`, the greatest head start. If `s` is not immediate and
//!    passes `t`, then `a(s) < a(t) + H - h(t)`: from that moment on (`settled`) no new ticket
//!    but an immediate one stands before `t`. So at most those stand before it who came until
//!    then, which is a finite number that only shrinks.
//!
//! Who is moved by a person stands where the named place stands (R 2.3), also among or behind
//! the immediate: that is the supervisor's decision, and it is written down.

use crate::reception::categories::Urgency;
use crate::{Moment, TicketId};

crate::codes! {
    /// Why a ticket stands where it stands.
    Why {
        /// A person moved it, with a reason (R 2.3).
        Moved = "moved",
        /// It came so much earlier that greater need stands behind it.
        Aged = "aged",
        /// Its need is greater than that of others.
        Need = "need",
        /// A special group is first among equals (R 1.4).
        Group = "group",
        /// It came first.
        Arrival = "arrival",
    }
}

/// The head starts of the order, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leads {
    /// So much earlier an urgent ticket counts as come.
    pub urgent: i64,
    /// So much earlier a special group counts as come. Shorter than `urgent`, or a group
    /// would stand before greater need that came with it.
    pub first: i64,
}

impl Leads {
    /// The greatest head start among those who are not immediate, in minutes.
    pub const fn greatest(self) -> i64 {
        self.urgent + self.first
    }
}

impl Default for Leads {
    fn default() -> Self {
        Self {
            urgent: 45,
            first: 30,
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

impl Waiting {
    /// Where it stands.
    pub fn place(&self) -> Place {
        self.moved.unwrap_or(self.own)
    }
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

impl Place {
    /// Its head start in minutes.
    pub fn lead(&self, leads: Leads) -> i64 {
        let urgent = match self.need {
            Urgency::Immediate | Urgency::Routine => 0,
            Urgency::Urgent => leads.urgent,
        };
        urgent + if self.first { leads.first } else { 0 }
    }

    /// When it counts as come.
    fn stands_since(&self, leads: Leads) -> Moment {
        self.arrival.plus_minutes(-self.lead(leads))
    }

    /// From when on no new ticket but an immediate one stands before it; `None` among the
    /// immediate, before whom nothing else stands.
    pub fn settled(&self, leads: Leads) -> Option<Moment> {
        let routine = self.need != Urgency::Immediate;
        routine.then(|| self.stands_since(leads).plus_minutes(leads.greatest()))
    }
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
    /// The need it stands with.
    pub level: Urgency,
    /// Its head start in minutes.
    pub lead: i64,
    /// From when on no new ticket but an immediate one stands before it.
    pub settled: Option<Moment>,
    /// Whole minutes since it was issued.
    pub waited: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    class: u8,
    stands_since: Moment,
    id: TicketId,
}

fn key(ticket: &Waiting, leads: Leads) -> Key {
    let place = ticket.place();
    Key {
        class: u8::from(place.need != Urgency::Immediate),
        stands_since: place.stands_since(leads),
        id: ticket.id,
    }
}

/// The tickets in the order they are to be called.
pub fn order(waiting: &[Waiting], leads: Leads, now: Moment) -> Vec<Position> {
    let mut rows: Vec<&Waiting> = waiting.iter().collect();
    rows.sort_by_key(|ticket| key(ticket, leads));
    let positions = rows.iter().enumerate().map(|(ahead, ticket)| {
        let place = ticket.place();
        Position {
            id: ticket.id,
            ahead,
            why: why(ticket, rows.get(ahead + 1..).unwrap_or_default()),
            level: place.need,
            lead: place.lead(leads),
            settled: place.settled(leads),
            waited: now.minutes_since(ticket.arrival),
        }
    });
    positions.collect()
}

/// The strongest reason that tells this ticket from those behind it. Whoever a person
/// moved tells nothing of the others: they stand where they do by that person's word.
fn why(ticket: &Waiting, behind: &[&Waiting]) -> Why {
    let rank = |place: &Place| (place.need, !place.first);
    let own = ticket.own;
    let others = behind.iter().filter(|o| o.moved.is_none()).map(|o| o.own);
    let any = |is: &dyn Fn(&Place) -> bool| others.clone().any(|other| is(&other));
    if ticket.moved.is_some() {
        Why::Moved
    } else if any(&|other| rank(other) < rank(&own)) {
        Why::Aged
    } else if any(&|other| other.need > own.need) {
        Why::Need
    } else if any(&|other| rank(other) > rank(&own) && other.arrival < own.arrival) {
        Why::Group
    } else {
        Why::Arrival
    }
}

#[cfg(test)]
mod tests;
