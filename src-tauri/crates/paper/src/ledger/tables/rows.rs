//! The rows of the tables, cell by cell.

use chrono::NaiveTime;

use super::Cell;
use crate::grouped;
use crate::ledger::{BookingRow, EncounterRow, FeedbackRow, PromiseRow};
use crate::words::Language;

pub(super) fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// A day where it is one; what it says where it is not.
fn day(iso: &str) -> Cell {
    crate::words::date(iso).map_or_else(|_| text(iso), Cell::Day)
}

fn time(clock: &str) -> Cell {
    NaiveTime::parse_from_str(clock, "%H:%M").map_or_else(|_| text(clock), Cell::Time)
}

pub(super) fn encounter(row: &EncounterRow, l: Language) -> Vec<Cell> {
    vec![
        text(&row.no),
        day(&row.day),
        time(&row.started),
        text(row.channel.say(l)),
        text(&row.visitor),
        text(&row.phone),
        text(&row.category),
        text(&row.matter),
        text(row.urgency.say(l)),
        text(row.complexity.say(l)),
        text(&row.triaged_to),
        text(&row.ticket),
        text(row.outcome.say(l)),
        text(&row.answer),
        text(&row.first_asked),
        time(&row.ended),
    ]
}

/// In groups it stays a text: a spreadsheet would show 13 digits as 2.02611E+12.
fn voucher(row: &BookingRow) -> Cell {
    Cell::Text(grouped(&row.voucher).unwrap_or_else(|_| row.voucher.clone()))
}

pub(super) fn visit(row: &BookingRow, l: Language) -> Vec<Cell> {
    vec![
        day(&row.day),
        time(&row.time),
        text(&row.visitor),
        text(&row.phone),
        text(&row.service),
        text(row.state.say(l)),
        voucher(row),
        Cell::Money(row.price),
    ]
}

pub(super) fn booking(row: &BookingRow, l: Language) -> Vec<Cell> {
    vec![
        voucher(row),
        text(&row.visitor),
        text(&row.phone),
        text(&row.service),
        day(&row.day),
        time(&row.time),
        text(row.state.say(l)),
        Cell::Money(row.price),
    ]
}

pub(super) fn feedback(row: &FeedbackRow, l: Language) -> Vec<Cell> {
    vec![
        text(&row.no),
        text(row.kind.say(l)),
        text(&row.visitor),
        text(&row.phone),
        day(&row.received),
        text(&row.summary),
        text(row.state.say(l)),
        text(&row.handler),
        day(&row.told),
        row.rating
            .map_or_else(|| text(""), |rating| Cell::Count(rating.into())),
    ]
}

pub(super) fn promise(row: &PromiseRow, l: Language) -> Vec<Cell> {
    vec![
        text(&row.encounter),
        text(&row.visitor),
        text(&row.phone),
        text(&row.matter),
        day(&row.due),
        text(row.state.say(l)),
    ]
}
