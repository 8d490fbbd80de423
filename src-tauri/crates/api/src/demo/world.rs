//! The made-up world: everything that happens, in the order it happens, each through
//! the desk's own operations with its own person and moment.

use super::calendar::Calendar;
use super::dice::Dice;
use super::matters::Matter;
use super::people::Person;
use super::roster::Roster;
use desk::advice::catalogue::Catalogue;
use desk::booking::bookings::Booking;
use desk::booking::schedules::Schedule;
use desk::quality::feedback::Step;
use desk::reception::categories::Category;
use desk::{
    Actor, BookingId, EncounterId, Error, FeedbackId, Moment, PointId, PromiseId, Result, TicketId,
    Writing,
};
use std::collections::BTreeMap;

/// Something that will happen.
pub(super) enum Event {
    /// Colleagues sit down.
    Open,
    /// And go home.
    Shut,
    /// Somebody comes, calls or writes.
    Arrive(Arrival),
    /// The conversation is over.
    Talked(Talk),
    /// A colleague calls whoever is next.
    Call(PointId, Actor),
    /// Who was called sits down, or nobody comes.
    Sit(TicketId, PointId, Actor),
    CheckIn(BookingId),
    Complete(BookingId),
    Missed(BookingId),
    Cancel(BookingId),
    Move(Box<Booking>),
    Keep(PromiseId, Actor),
    Follow(FeedbackId, Step, Actor),
}

/// Who comes and what for.
#[derive(Clone, Copy)]
pub(super) struct Arrival {
    /// Index of the person; none: anonymous.
    pub who: Option<usize>,
    pub matter: &'static Matter,
    pub channel: desk::reception::encounters::Channel,
}

/// A conversation that is going on.
#[derive(Clone, Copy)]
pub(super) struct Talk {
    pub encounter: EncounterId,
    pub arrival: Arrival,
    pub by: Actor,
    pub ticket: Option<TicketId>,
}

pub(super) struct World {
    pub dice: Dice,
    pub calendar: Calendar,
    pub people: Vec<Person>,
    pub roster: Roster,
    pub catalogue: Catalogue,
    pub schedules: Vec<Schedule>,
    pub categories: BTreeMap<String, Category>,
    /// Tickets that were issued and whose they are.
    pub talks: BTreeMap<TicketId, Talk>,
    /// Colleagues with nobody before them.
    pub idle: BTreeMap<PointId, Vec<Actor>>,
    pub done: Counts,
    coming: BTreeMap<(Moment, u64), Event>,
    serial: u64,
}

/// What was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Visitors registered.
    pub visitors: u32,
    /// Encounters started.
    pub encounters: u32,
    /// Tickets issued.
    pub tickets: u32,
    /// Bookings made, with their vouchers.
    pub bookings: u32,
    /// Needs assessed.
    pub assessments: u32,
    /// Promises made.
    pub promises: u32,
    /// Feedback taken down.
    pub feedback: u32,
}

impl World {
    pub(super) fn new(seed: u64, calendar: Calendar, roster: Roster) -> Self {
        Self {
            dice: Dice::new(seed),
            calendar,
            people: Vec::new(),
            roster,
            catalogue: Catalogue::default(),
            schedules: Vec::new(),
            categories: BTreeMap::new(),
            talks: BTreeMap::new(),
            idle: BTreeMap::new(),
            done: Counts::default(),
            coming: BTreeMap::new(),
            serial: 0,
        }
    }

    /// Something will happen then.
    pub(super) fn later(&mut self, at: Moment, event: Event) {
        self.serial += 1;
        self.coming.insert((at, self.serial), event);
    }

    /// Lets everything happen up to a moment.
    pub(super) fn run(&mut self, w: &Writing<'_>, until: Moment) -> Result<()> {
        while let Some(entry) = self.coming.first_entry() {
            let at = entry.key().0;
            if at > until {
                break;
            }
            let event = entry.remove();
            self.happen(w, at, event)?;
        }
        Ok(())
    }

    fn happen(&mut self, w: &Writing<'_>, at: Moment, event: Event) -> Result<()> {
        let supervisor = self.roster.supervisor();
        match event {
            Event::Open => self.sit_down(w, at),
            Event::Shut => self.go_home(w, at),
            Event::Arrive(arrival) => self.arrive(w, at, arrival),
            Event::Talked(talk) => self.talked(w, at, talk),
            Event::Call(point, by) => self.call(&acting(w, by, at), point),
            Event::Sit(ticket, point, by) => self.sit(&acting(w, by, at), ticket, point),
            Event::CheckIn(id) => {
                let by = self.roster.front(&mut self.dice);
                self.check_in(&acting(w, by, at), id)
            }
            Event::Complete(id) => self.unless_refused(desk::booking::bookings::complete(
                &acting(w, supervisor, at),
                id,
            )),
            Event::Missed(id) => self.unless_refused(desk::booking::bookings::no_show(
                &acting(w, supervisor, at),
                id,
            )),
            Event::Cancel(id) => {
                let by = self.roster.front(&mut self.dice);
                self.unless_refused(desk::booking::bookings::cancel(
                    &acting(w, by, at),
                    id,
                    "来电说临时有事",
                    None,
                ))
            }
            Event::Move(booking) => {
                let by = self.roster.front(&mut self.dice);
                self.move_booking(&acting(w, by, at), &booking)
            }
            Event::Keep(promise, by) => {
                let told = "已电话告知办理结果，对方表示清楚";
                self.unless_refused(desk::reception::encounters::keep(
                    &acting(w, by, at),
                    promise,
                    told,
                ))
            }
            Event::Follow(id, step, by) => self.follow(&acting(w, by, at), id, step),
        }
    }

    /// The world goes on when the desk says no: people cancel too late, rooms fill up.
    /// Every operation asked here says no before it changes anything.
    pub(super) fn unless_refused<T>(&self, done: Result<T>) -> Result<()> {
        match done {
            Ok(_) | Err(Error::Refused(_)) => Ok(()),
            Err(error @ Error::Store(_)) => Err(error),
        }
    }
}

/// The same transaction, with somebody else at another moment.
pub(super) fn acting<'a>(w: &Writing<'a>, by: Actor, at: Moment) -> Writing<'a> {
    Writing { tx: w.tx, by, at }
}
