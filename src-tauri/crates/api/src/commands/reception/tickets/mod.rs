//! Tickets: issued, called in their order, passed on, moved with a reason.

mod print;
mod shapes;
mod views;

use crate::codes::SpokenLanguage;
use crate::problem::Fault;
use crate::table::{Command, Topic, gate, read, write};
use crate::wire::{Nothing, OneId};
use desk::ground::roles::Right;
use desk::reception::tickets::{self, NewTicket, Spot};
use desk::{EncounterId, PointId, Reading, TicketId, Writing};
use serde::Deserialize;
use shapes::{IssuedTicket, TicketBoard, TicketLine, TicketOf, TicketWay, WaitView};
use ts_rs::TS;

const SHOWS: &[Topic] = &[
    Topic::TICKETS,
    Topic::POINTS,
    Topic::CATEGORIES,
    Topic::VISITORS,
    Topic::ENCOUNTERS,
];
const TOUCHES: &[Topic] = &[Topic::TICKETS, Topic::LEDGER];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("tickets.board", Right::Serve, SHOWS, board),
        read("tickets.why", Right::Serve, SHOWS, why),
        read("tickets.of_encounter", Right::Serve, SHOWS, of_encounter),
        write("tickets.issue", Right::Receive, TOUCHES, issue),
        write("tickets.call_next", Right::Serve, TOUCHES, call_next),
        write("tickets.call", Right::Serve, TOUCHES, call),
        write("tickets.start", Right::Serve, TOUCHES, start),
        write("tickets.finish", Right::Serve, TOUCHES, finish),
        write("tickets.no_show", Right::Serve, TOUCHES, no_show),
        write("tickets.leave", Right::Serve, TOUCHES, leave),
        write("tickets.transfer", Right::Serve, TOUCHES, transfer),
        write("tickets.move", Right::MoveTicket, TOUCHES, put),
        write("tickets.speak", Right::Receive, TOUCHES, speak),
        write("tickets.take_alarm", Right::Serve, TOUCHES, take_alarm),
        write("tickets.undo", Right::Serve, TOUCHES, undo),
        gate(
            "tickets.print",
            Right::Serve,
            &[Topic::JOURNAL],
            print::print,
        ),
    ]
}

fn board(r: &Reading<'_>, input: AskBoard) -> Result<TicketBoard, Fault> {
    views::board(r, tickets::board(r, input.point_id.map(PointId))?)
}

fn why(r: &Reading<'_>, input: OneId) -> Result<TicketWay, Fault> {
    views::way(r, TicketId(input.id))
}

fn of_encounter(r: &Reading<'_>, input: AskTicketOf) -> Result<TicketOf, Fault> {
    let found = tickets::of_encounter(r, EncounterId(input.encounter_id))?;
    let ticket = found.map(|ticket| views::one(r, ticket.id)).transpose()?;
    Ok(TicketOf { ticket })
}

fn issue(w: &Writing<'_>, input: IssueTicket) -> Result<IssuedTicket, Fault> {
    let new = NewTicket {
        encounter: EncounterId(input.encounter_id),
        point: input.point_id.map(PointId),
        language: input.language.0,
    };
    let issued = tickets::issue(w, &new)?;
    Ok(IssuedTicket {
        ticket: views::one(&w.reading(), issued.ticket.id)?,
        point_open: issued.route.open,
        language_spoken: issued.route.speaks,
        told: issued.wait.map(WaitView::from),
    })
}

fn speak(w: &Writing<'_>, input: SpeakWith) -> Result<TicketLine, Fault> {
    let ticket = tickets::speak(w, TicketId(input.id), input.language.0)?;
    views::one(&w.reading(), ticket.id)
}

fn call_next(w: &Writing<'_>, _: Nothing) -> Result<TicketLine, Fault> {
    let ticket = tickets::call_next(w)?;
    views::one(&w.reading(), ticket.id)
}

fn call(w: &Writing<'_>, input: OneId) -> Result<TicketLine, Fault> {
    after(w, tickets::call(w, TicketId(input.id))?)
}

fn start(w: &Writing<'_>, input: OneId) -> Result<TicketLine, Fault> {
    after(w, tickets::start(w, TicketId(input.id))?)
}

fn finish(w: &Writing<'_>, input: OneId) -> Result<TicketLine, Fault> {
    after(w, tickets::finish(w, TicketId(input.id))?)
}

fn no_show(w: &Writing<'_>, input: OneId) -> Result<TicketLine, Fault> {
    after(w, tickets::no_show(w, TicketId(input.id))?)
}

fn leave(w: &Writing<'_>, input: LeaveQueue) -> Result<TicketLine, Fault> {
    after(w, tickets::leave(w, TicketId(input.id), &input.reason)?)
}

fn transfer(w: &Writing<'_>, input: TransferTicket) -> Result<TicketLine, Fault> {
    after(
        w,
        tickets::transfer(w, TicketId(input.id), PointId(input.point_id), &input.note)?,
    )
}

fn put(w: &Writing<'_>, input: MoveTicket) -> Result<TicketLine, Fault> {
    let beside = TicketId(input.beside);
    let spot = match input.spot {
        MoveSpot::Before => Spot::Before(beside),
        MoveSpot::Behind => Spot::Behind(beside),
    };
    after(w, tickets::put(w, TicketId(input.id), spot, &input.reason)?)
}

fn take_alarm(w: &Writing<'_>, input: OneId) -> Result<TicketLine, Fault> {
    after(w, tickets::take_alarm(w, TicketId(input.id))?)
}

fn undo(w: &Writing<'_>, _: Nothing) -> Result<TicketLine, Fault> {
    after(w, tickets::undo(w)?)
}

fn after(w: &Writing<'_>, ticket: tickets::Ticket) -> Result<TicketLine, Fault> {
    views::one(&w.reading(), ticket.id)
}

/// Which queue.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskBoard {
    /// Of one point; none for all of them.
    pub point_id: Option<i64>,
}

/// In which language the conversation is.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SpeakWith {
    /// The ticket.
    pub id: i64,
    /// The language.
    pub language: SpokenLanguage,
}

/// Which encounter's ticket.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskTicketOf {
    /// The encounter.
    pub encounter_id: i64,
}

/// A ticket to issue.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IssueTicket {
    /// For which encounter.
    pub encounter_id: i64,
    /// A point somebody chose; none routes by the rules.
    pub point_id: Option<i64>,
    /// The language of the conversation.
    pub language: SpokenLanguage,
}

/// Somebody left the queue.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeaveQueue {
    /// Which ticket.
    pub id: i64,
    /// A word on why; may be empty.
    pub reason: String,
}

/// A ticket to pass to another point.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferTicket {
    /// Which ticket.
    pub id: i64,
    /// To which point.
    pub point_id: i64,
    /// The one handoff note.
    pub note: String,
}

/// A ticket to move in the order.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveTicket {
    /// Which ticket.
    pub id: i64,
    /// Next to which other ticket.
    pub beside: i64,
    /// On which side of it.
    pub spot: MoveSpot,
    /// Why.
    pub reason: String,
}

/// On which side of another ticket.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MoveSpot {
    /// Directly before it.
    Before,
    /// Directly behind it.
    Behind,
}
