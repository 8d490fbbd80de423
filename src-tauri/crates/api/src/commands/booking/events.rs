//! Lectures and events: the list, one with its guests, signing up, the list on paper.

use crate::codes::{PaperLanguage, wire_codes};
use crate::keeper::Context;
use crate::listing::{self, ListContents};
use crate::outward;
use crate::problem::Fault;
use crate::table::{Command, Topic, gate, read, write};
use crate::wire::{IdBecause, OneId, day, minute};
use desk::booking::events::{
    self, Event, EventDetails, EventId, SignUp, SignUpId, SignUpState as State, acts,
};
use desk::ground::leaving;
use desk::ground::lists::Cell;
use desk::ground::roles::Right;
use desk::house::institution;
use desk::people::mask;
use desk::people::visitors::Visitor;
use desk::{Reading, VisitorId, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire_codes! {
    /// Kind of event.
    EventKind = events::EventKind,
    /// Where an event stands.
    EventState = events::EventState,
    /// Where a sign-up stands.
    SignUpState = events::SignUpState,
}

const EVENTS: Topic = Topic("events");
/// Seats are counted, so the list changes with the records of those who hold them.
const SHOWS: &[Topic] = &[EVENTS, Topic::VISITORS];
const TOUCHES: &[Topic] = &[EVENTS, Topic::LEDGER];
/// Whoever signs up is here: they become the first that is found.
const RECEIVES: &[Topic] = &[EVENTS, Topic::LEDGER, Topic::VISITORS];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("events.list", None, SHOWS, list),
        read("events.read", Right::Serve, SHOWS, show),
        write("events.save", Right::EditContent, TOUCHES, save),
        write("events.call_off", Right::EditContent, TOUCHES, call_off),
        write("events.sign_up", Right::Receive, RECEIVES, sign_up),
        write("events.withdraw", Right::Receive, TOUCHES, withdraw),
        write("events.mark", Right::Serve, TOUCHES, mark),
        gate("events.print", Right::Receive, &[Topic::JOURNAL], print),
    ]
}

fn list(r: &Reading<'_>, input: ListEvents) -> Result<EventList, Fault> {
    let from = day("from", &input.from)?;
    let rows = events::between(r, from, from.plus_days(events::AHEAD))?;
    Ok(EventList {
        rows: rows.into_iter().map(|e| line(e, r)).collect(),
    })
}

fn show(r: &Reading<'_>, input: OneId) -> Result<EventView, Fault> {
    whole(r, EventId(input.id))
}

fn save(w: &Writing<'_>, input: SaveEvent) -> Result<EventView, Fault> {
    let draft = EventDetails {
        kind: input.kind.0,
        title: (input.title_zh, input.title_en),
        speaker: input.speaker,
        day: day("day", &input.day)?,
        starts: minute("starts", &input.starts)?,
        ends: minute("ends", &input.ends)?,
        place: (input.place_zh, input.place_en),
        seats: input.seats,
        note: input.note,
    };
    let event = events::put(w, input.id.map(EventId), &draft)?;
    whole(&w.reading(), event.id)
}

fn call_off(w: &Writing<'_>, input: IdBecause) -> Result<EventView, Fault> {
    let event = events::call_off(w, EventId(input.id), &input.reason)?;
    whole(&w.reading(), event.id)
}

fn sign_up(w: &Writing<'_>, input: SignUpFor) -> Result<EventView, Fault> {
    let one = events::sign_up(w, EventId(input.id), VisitorId(input.visitor_id))?;
    whole(&w.reading(), one.event)
}

fn withdraw(w: &Writing<'_>, input: OneId) -> Result<EventView, Fault> {
    let one = events::withdraw(w, SignUpId(input.id))?;
    whole(&w.reading(), one.event)
}

fn mark(w: &Writing<'_>, input: MarkSignUp) -> Result<EventView, Fault> {
    let one = events::mark(w, SignUpId(input.id), input.state.0)?;
    whole(&w.reading(), one.event)
}

fn print(c: &Context<'_>, input: PrintEvent) -> Result<PrintedEvent, Fault> {
    let id = EventId(input.id);
    let sent = outward::send(
        c,
        |w| {
            let r = w.reading();
            let event = events::of(&r, id)?;
            let noted = leaving::note(w, acts::PRINT, (acts::EVENT, id.0), "")?;
            let guests = events::guests(&r, id)?;
            Ok((noted, (event, guests, institution::read(&r)?)))
        },
        |(event, guests, house)| {
            let filled = roster(event, guests);
            let list = &events::ROSTER;
            Ok([listing::parcel(c, list, filled, &house, input.language)?])
        },
    )?;
    let [job] = sent.places;
    Ok(PrintedEvent {
        job,
        missing: sent.missing,
    })
}

fn roster(event: Event, guests: Vec<(SignUp, Visitor)>) -> ListContents {
    let taken = format!("{} / {}", event.taken, event.seats);
    let when = format!("{} {}–{}", event.day, event.starts, event.ends);
    let row = |(at, (one, who)): (i64, (SignUp, Visitor))| {
        let (name, phone) = seen(who);
        let came = match one.state {
            State::Came => Cell::Code("SignUpState", one.state.code()),
            State::SignedUp | State::Withdrawn => Cell::text(""),
        };
        vec![Cell::Count(at), Cell::text(name), Cell::text(phone), came]
    };
    ListContents {
        about: Cell::both(event.title),
        facts: vec![
            Cell::text(when),
            Cell::both(event.place),
            Cell::text(event.speaker),
            Cell::text(taken),
        ],
        rows: (1..).zip(guests).map(row).collect(),
    }
}

/// Name and masked telephone, as they may be shown.
fn seen(who: Visitor) -> (String, String) {
    let who = who.seen();
    (who.name, mask::phone(&who.phone))
}

fn whole(r: &Reading<'_>, id: EventId) -> Result<EventView, Fault> {
    let guests = events::guests(r, id)?.into_iter().map(guest).collect();
    Ok(EventView {
        event: line(events::of(r, id)?, r),
        guests,
    })
}

fn guest((one, who): (SignUp, Visitor)) -> GuestView {
    let (name, phone_masked) = seen(who);
    GuestView {
        id: one.id.0,
        visitor_id: one.visitor.0,
        name,
        phone_masked,
        state: SignUpState(one.state),
        at: one.at.0,
    }
}

fn line(e: Event, r: &Reading<'_>) -> EventLine {
    EventLine {
        over: e.over(r.at),
        open: e.open(r.at),
        marking: e.marking(r.today()),
        full: e.taken >= e.seats,
        id: e.id.0,
        kind: EventKind(e.kind),
        title_zh: e.title.0,
        title_en: e.title.1,
        speaker: e.speaker,
        day: e.day.to_string(),
        starts: e.starts.to_string(),
        ends: e.ends.to_string(),
        place_zh: e.place.0,
        place_en: e.place.1,
        seats: e.seats,
        taken: e.taken,
        came: e.came,
        note: e.note,
        state: EventState(e.state),
        reason: e.reason,
    }
}

/// From which day on.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListEvents {
    /// First day; a year from there is listed.
    pub from: String,
}

/// Lectures and events.
#[derive(Debug, Serialize, TS)]
pub struct EventList {
    /// In time.
    pub rows: Vec<EventLine>,
}

/// A lecture or an event.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventLine {
    /// Id.
    pub id: i64,
    /// Kind.
    pub kind: EventKind,
    /// Chinese title.
    pub title_zh: String,
    /// English title; may be empty.
    pub title_en: String,
    /// Who gives it; may be empty.
    pub speaker: String,
    /// Day.
    pub day: String,
    /// `14:00`.
    pub starts: String,
    /// `15:30`.
    pub ends: String,
    /// Where, in Chinese.
    pub place_zh: String,
    /// Where, in English; may be empty.
    pub place_en: String,
    /// How many may come.
    pub seats: u16,
    /// Seats that are taken.
    pub taken: u16,
    /// Who came.
    pub came: u16,
    /// What to bring, for whom it is.
    pub note: String,
    /// Where it stands.
    pub state: EventState,
    /// Why it was called off.
    pub reason: String,
    /// Whether it is over.
    pub over: bool,
    /// Whether it can be changed, and seats be taken and given back.
    pub open: bool,
    /// Whether people can be marked as come.
    pub marking: bool,
    /// Whether every seat is taken.
    pub full: bool,
}

/// An event with its guests.
#[derive(Debug, Serialize, TS)]
pub struct EventView {
    /// The event.
    pub event: EventLine,
    /// Who has a seat, in the order in which they signed up.
    pub guests: Vec<GuestView>,
}

/// Somebody's seat.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuestView {
    /// Id of the sign-up.
    pub id: i64,
    /// Who.
    pub visitor_id: i64,
    /// Name; empty when the record is restricted or erased.
    pub name: String,
    /// Telephone, masked.
    pub phone_masked: String,
    /// Where the sign-up stands.
    pub state: SignUpState,
    /// When they signed up, UTC milliseconds.
    pub at: i64,
}

/// An event to add (without id) or change.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveEvent {
    /// Which; none adds one.
    pub id: Option<i64>,
    /// Kind.
    pub kind: EventKind,
    /// Chinese title.
    pub title_zh: String,
    /// English title; may be empty.
    pub title_en: String,
    /// Who gives it; may be empty.
    pub speaker: String,
    /// Day.
    pub day: String,
    /// `14:00`.
    pub starts: String,
    /// `15:30`.
    pub ends: String,
    /// Where, in Chinese.
    pub place_zh: String,
    /// Where, in English; may be empty.
    pub place_en: String,
    /// How many may come.
    pub seats: i64,
    /// What to bring, for whom it is.
    pub note: String,
}

/// Somebody who wants a seat.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignUpFor {
    /// Which event.
    pub id: i64,
    /// Who.
    pub visitor_id: i64,
}

/// Whether somebody came.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarkSignUp {
    /// Which sign-up.
    pub id: i64,
    /// `came`, or `signed_up` to take it back.
    pub state: SignUpState,
}

/// A list to print.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintEvent {
    /// Which event.
    pub id: i64,
    /// In which language.
    pub language: PaperLanguage,
}

/// A list on its way.
#[derive(Debug, Serialize, TS)]
pub struct PrintedEvent {
    /// Name of the print job.
    pub job: String,
    /// Characters the print has no font for; empty: none.
    pub missing: String,
}
