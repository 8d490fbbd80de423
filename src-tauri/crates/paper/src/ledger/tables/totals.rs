//! The rows of the last table: of what, what, how many.

use super::Cell;
use super::rows::text;
use crate::ledger::{LedgerSheet, TicketTotals};
use crate::vocabulary::TICKET_STATE;
use crate::words::Language;

/// Encounters by what they were, the queue, bookings, visits, feedback and promises.
pub(super) fn totals(sheet: &LedgerSheet, l: Language) -> Vec<Vec<Cell>> {
    let totals = &sheet.totals;
    let all = u32::try_from(sheet.encounters.len()).unwrap_or(u32::MAX);
    let encounters = l.pick("接待", "Encounters");
    let mut rows = vec![row(encounters, l.pick("全部", "All"), all)];
    let of = l.pick("渠道", "Channel");
    rows.extend(counted(of, &totals.channels, |channel| channel.say(l)));
    let of = l.pick("事项", "Matter");
    rows.extend(counted(of, &totals.categories, String::as_str));
    let of = l.pick("紧急程度", "Urgency");
    rows.extend(counted(of, &totals.urgencies, |urgency| urgency.say(l)));
    let of = l.pick("结果", "Outcome");
    rows.extend(counted(of, &totals.outcomes, |outcome| outcome.say(l)));
    rows.extend(queue(&totals.tickets, l));
    let of = l.pick("预约", "Bookings");
    rows.extend(counted(of, &totals.bookings, |state| state.say(l)));
    let of = l.pick("到访", "Visits");
    rows.extend(counted(of, &totals.visits, |state| state.say(l)));
    let of = l.pick("反馈", "Feedback");
    rows.extend(totals.feedback.iter().map(|(kind, state, n)| {
        let what = format!("{} · {}", kind.say(l), state.say(l));
        row(of, &what, *n)
    }));
    let of = l.pick("承诺", "Promises");
    rows.extend(counted(of, &totals.promises, |state| state.say(l)));
    rows
}

fn row(of: &str, what: &str, count: u32) -> Vec<Cell> {
    vec![text(of), text(what), Cell::Count(count.into())]
}

/// A row for each of what was counted.
fn counted<T>(of: &str, counts: &[(T, u32)], say: impl Fn(&T) -> &str) -> Vec<Vec<Cell>> {
    let rows = counts.iter().map(|(what, n)| row(of, say(what), *n));
    rows.collect()
}

fn queue(tickets: &TicketTotals, l: Language) -> [Vec<Cell>; 4] {
    let of = l.pick("排队", "Queue");
    let minutes = |what: &str, minutes: Option<u32>| {
        let cell = minutes.map_or_else(|| text("–"), |minutes| Cell::Count(minutes.into()));
        vec![text(of), text(what), cell]
    };
    let no_show = TICKET_STATE.say("no_show", l).unwrap_or_default();
    let median = l.pick("等候中位数（分钟）", "Median wait (min)");
    let bound = l.pick("九成等候不超过（分钟）", "90 % waited at most (min)");
    [
        row(of, l.pick("已接待", "Served"), tickets.served),
        row(of, no_show, tickets.no_show),
        minutes(median, tickets.median_wait),
        minutes(bound, tickets.bound_wait),
    ]
}
