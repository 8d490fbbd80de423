//! From the desk's ledger to the sheet that is printed: names of closed sets
//! meet here, exhaustively.

use crate::codes::PaperLanguage;
use crate::commands::record::disclosures::{purpose_on_paper, receiver_on_paper};
use crate::listing;
use crate::outward::{letterhead, stamp};
use desk::booking::bookings::BookingState;
use desk::ground::lists::Cell;
use desk::house::institution::Institution;
use desk::people::visitors::Standing;
use desk::quality::feedback::{Kind, State};
use desk::reception::categories::{Complexity, Urgency};
use desk::reception::encounters::{Channel, Outcome};
use desk::record::disclosures::{Purpose, Receiver};
use desk::record::ledger::{
    BookingRow, EncounterRow, FeedbackRow, Ledger, Named, OwnTable, PromiseRow, PromiseState,
    Totals,
};
use desk::{Moment, local_text};

/// By whom, when, and the journal's line about it.
pub(super) struct Made<'a> {
    pub by: &'a str,
    pub at: Moment,
    pub line: String,
    pub because: Option<Because>,
}

/// What a full sheet left for, and who receives it.
pub(super) struct Because {
    pub purpose: Option<Purpose>,
    pub words: String,
    pub receiver: Option<Receiver>,
    pub name: String,
}

pub(super) fn sheet(
    ledger: Ledger,
    house: &Institution,
    made: Made<'_>,
    language: PaperLanguage,
) -> paper::LedgerSheet {
    let said = |name: &Named| say(name, language);
    let ledger = persons_said(ledger, language.paper());
    let tables = ledger.own_tables();
    paper::LedgerSheet {
        institution: letterhead(house),
        from: ledger.period.from.to_string(),
        to: ledger.period.to.to_string(),
        detail: made.because.map_or(paper::Detail::Masked, full),
        made_by: made.by.to_owned(),
        made_at: stamp(made.at),
        training: house.training,
        journal_line: made.line,
        closed: ledger.closed.is_some(),
        encounters: ledger
            .encounters
            .into_iter()
            .map(|row| encounter(row, &said))
            .collect(),
        bookings: ledger
            .bookings
            .into_iter()
            .map(|row| booking(row, &said))
            .collect(),
        visits: ledger
            .visits
            .into_iter()
            .map(|row| booking(row, &said))
            .collect(),
        feedback: ledger.feedback.into_iter().map(feedback).collect(),
        promises: ledger.promises.into_iter().map(promise).collect(),
        chapters: tables.into_iter().map(|c| chapter(c, language)).collect(),
        totals: totals(ledger.totals, &said),
    }
}

fn chapter(filled: OwnTable, language: PaperLanguage) -> paper::Chapter {
    let row = |row: Vec<Cell>| {
        let cells = row.into_iter();
        cells
            .map(|cell| listing::on_paper(cell, language.paper()))
            .collect()
    };
    paper::Chapter {
        code: filled.list.code,
        columns: listing::columns(filled.list),
        rows: filled.rows.into_iter().map(row).collect(),
    }
}

/// What stands in place of a name: erased and restricted people have none on paper.
fn persons_said(mut ledger: Ledger, language: paper::Language) -> Ledger {
    let say = |name: &mut String, standing: Standing| match standing {
        Standing::Open => {}
        Standing::Restricted => paper::restricted_person(language).clone_into(name),
        Standing::Erased => paper::erased_person(language).clone_into(name),
    };
    for row in &mut ledger.encounters {
        say(&mut row.name, row.standing);
    }
    for row in ledger.bookings.iter_mut().chain(&mut ledger.visits) {
        say(&mut row.name, row.standing);
    }
    for row in &mut ledger.feedback {
        say(&mut row.name, row.standing);
    }
    for row in &mut ledger.promises {
        say(&mut row.name, row.standing);
    }
    ledger
}

fn full(because: Because) -> paper::Detail {
    let Because {
        purpose,
        words,
        receiver,
        name,
    } = because;
    paper::Detail::Full {
        purpose: purpose.map_or(paper::Purpose::Other, purpose_on_paper),
        words,
        receiver: receiver.map_or(paper::Receiver::Other, receiver_on_paper),
        name,
    }
}

fn say(name: &Named, language: PaperLanguage) -> String {
    match language {
        PaperLanguage::Zh => name.zh.clone(),
        PaperLanguage::En => name.en.clone(),
    }
}

fn clock(at: Moment) -> String {
    at.minute().to_string()
}

fn encounter(row: EncounterRow, said: &dyn Fn(&Named) -> String) -> paper::EncounterRow {
    let parts = [said(&row.top), said(&row.leaf)];
    let path: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    paper::EncounterRow {
        no: row.no,
        day: row.day.to_string(),
        started: clock(row.started_at),
        channel: channel(row.channel),
        visitor: row.name,
        phone: row.phone,
        category: path.join(" › "),
        matter: row.matter,
        urgency: urgency(row.urgency),
        complexity: complexity(row.complexity),
        triaged_to: said(&row.point),
        ticket: row.ticket,
        outcome: outcome(row.outcome),
        answer: row.answer,
        first_asked: row.first_asked,
        ended: row.ended_at.map(clock).unwrap_or_default(),
    }
}

fn booking(row: BookingRow, said: &dyn Fn(&Named) -> String) -> paper::BookingRow {
    paper::BookingRow {
        voucher: row.voucher,
        visitor: row.name,
        phone: row.phone,
        service: said(&row.title),
        day: row.day.to_string(),
        time: row.starts.to_string(),
        state: booking_state(row.state),
        price: paper::Fen(row.price.0),
    }
}

fn feedback(row: FeedbackRow) -> paper::FeedbackRow {
    paper::FeedbackRow {
        no: row.no,
        kind: kind(row.kind),
        visitor: row.name,
        phone: row.phone,
        received: row.received.to_string(),
        summary: row.what,
        state: state(row.state),
        handler: row.handler,
        told: row
            .told_at
            .map(|at| at.day().to_string())
            .unwrap_or_default(),
        rating: row.rating,
    }
}

fn promise(row: PromiseRow) -> paper::PromiseRow {
    paper::PromiseRow {
        encounter: row.encounter,
        visitor: row.name,
        phone: row.phone,
        matter: row.what,
        due: local_text(row.due_at),
        state: promise_state(row.state),
    }
}

fn totals(t: Totals, said: &dyn Fn(&Named) -> String) -> paper::Totals {
    paper::Totals {
        channels: t
            .channels
            .into_iter()
            .map(|(c, n)| (channel(c), n))
            .collect(),
        categories: t
            .categories
            .iter()
            .map(|(name, n)| (unclassified(said(name)), *n))
            .collect(),
        urgencies: t
            .urgencies
            .into_iter()
            .map(|(u, n)| (urgency(u), n))
            .collect(),
        outcomes: t
            .outcomes
            .into_iter()
            .map(|(o, n)| (outcome(o), n))
            .collect(),
        tickets: paper::TicketTotals {
            served: t.tickets.served,
            no_show: t.tickets.no_show,
            median_wait: t.tickets.median_wait,
            bound_wait: t.tickets.bound_wait,
        },
        bookings: t
            .bookings
            .into_iter()
            .map(|(s, n)| (booking_state(s), n))
            .collect(),
        visits: t
            .visits
            .into_iter()
            .map(|(s, n)| (booking_state(s), n))
            .collect(),
        promises: t
            .promises
            .into_iter()
            .map(|(s, n)| (promise_state(s), n))
            .collect(),
        feedback: t
            .feedback
            .into_iter()
            .map(|(k, s, n)| (kind(k), state(s), n))
            .collect(),
    }
}

/// What has no class yet stands as a dash.
fn unclassified(name: String) -> String {
    if name.is_empty() {
        "–".to_owned()
    } else {
        name
    }
}

const fn channel(channel: Channel) -> paper::Channel {
    match channel {
        Channel::WalkIn => paper::Channel::WalkIn,
        Channel::Phone => paper::Channel::Phone,
        Channel::Voicemail => paper::Channel::Voicemail,
        Channel::Website => paper::Channel::Website,
        Channel::Email => paper::Channel::Email,
        Channel::Letter => paper::Channel::Letter,
    }
}

const fn urgency(urgency: Urgency) -> paper::Urgency {
    match urgency {
        Urgency::Immediate => paper::Urgency::Immediate,
        Urgency::Urgent => paper::Urgency::Urgent,
        Urgency::Routine => paper::Urgency::Routine,
    }
}

const fn complexity(complexity: Complexity) -> paper::Complexity {
    match complexity {
        Complexity::OnTheSpot => paper::Complexity::OnTheSpot,
        Complexity::Specialist => paper::Complexity::Specialist,
        Complexity::SeveralDepartments => paper::Complexity::SeveralDepartments,
    }
}

const fn outcome(outcome: Option<Outcome>) -> paper::Outcome {
    match outcome {
        None => paper::Outcome::Open,
        Some(Outcome::Answered) => paper::Outcome::Answered,
        Some(Outcome::Referred) => paper::Outcome::Referred,
        Some(Outcome::Booked) => paper::Outcome::Booked,
        Some(Outcome::Promised) => paper::Outcome::Promised,
        Some(Outcome::Declined) => paper::Outcome::Declined,
        Some(Outcome::Left) => paper::Outcome::Left,
    }
}

const fn booking_state(state: BookingState) -> paper::BookingState {
    match state {
        BookingState::Booked => paper::BookingState::Booked,
        BookingState::CheckedIn => paper::BookingState::CheckedIn,
        BookingState::Completed => paper::BookingState::Completed,
        BookingState::NoShow => paper::BookingState::NoShow,
        BookingState::Cancelled => paper::BookingState::Cancelled,
        BookingState::Rescheduled => paper::BookingState::Rescheduled,
    }
}

const fn promise_state(state: PromiseState) -> paper::PromiseState {
    match state {
        PromiseState::Open => paper::PromiseState::Open,
        PromiseState::Kept => paper::PromiseState::Kept,
        PromiseState::Late => paper::PromiseState::Late,
        PromiseState::Overdue => paper::PromiseState::Overdue,
    }
}

const fn kind(kind: Kind) -> paper::FeedbackKind {
    match kind {
        Kind::Praise => paper::FeedbackKind::Praise,
        Kind::Suggestion => paper::FeedbackKind::Suggestion,
        Kind::Complaint => paper::FeedbackKind::Complaint,
    }
}

const fn state(state: State) -> paper::FeedbackState {
    match state {
        State::Received => paper::FeedbackState::Received,
        State::Handling => paper::FeedbackState::Handling,
        State::Handled => paper::FeedbackState::Handled,
        State::Told => paper::FeedbackState::Told,
        State::Closed => paper::FeedbackState::Closed,
    }
}
