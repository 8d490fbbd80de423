//! What a period adds up to, and the day in four figures.

use super::views::LedgerName;
use crate::codes::{
    BookingState, Channel, FeedbackKind, FeedbackState, Outcome, PromiseState, Urgency,
};
use desk::record::ledger::{Today, Totals};
use serde::Serialize;
use ts_rs::TS;

/// What a period adds up to.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LedgerTotals {
    /// Encounters per channel.
    pub channels: Vec<(Channel, u32)>,
    /// Encounters per top category, the most frequent first.
    pub categories: Vec<(LedgerName, u32)>,
    /// Encounters per urgency.
    pub urgencies: Vec<(Urgency, u32)>,
    /// Encounters per outcome; null: open.
    pub outcomes: Vec<(Option<Outcome>, u32)>,
    /// Tickets served.
    pub served: u32,
    /// Tickets called in vain.
    pub no_show: u32,
    /// Half waited no longer, minutes.
    pub median_wait: Option<u32>,
    /// Nine of ten waited no longer, minutes.
    pub bound_wait: Option<u32>,
    /// Bookings per state.
    pub bookings: Vec<(BookingState, u32)>,
    /// Visits of the days per state: who came, who did not.
    pub visits: Vec<(BookingState, u32)>,
    /// Feedback per kind and state.
    pub feedback: Vec<(FeedbackKind, FeedbackState, u32)>,
    /// Promises per state.
    pub promises: Vec<(PromiseState, u32)>,
}

impl From<Totals> for LedgerTotals {
    fn from(t: Totals) -> Self {
        Self {
            channels: t
                .channels
                .into_iter()
                .map(|(c, n)| (Channel(c), n))
                .collect(),
            categories: t
                .categories
                .into_iter()
                .map(|(c, n)| (c.into(), n))
                .collect(),
            urgencies: t
                .urgencies
                .into_iter()
                .map(|(u, n)| (Urgency(u), n))
                .collect(),
            outcomes: t
                .outcomes
                .into_iter()
                .map(|(o, n)| (o.map(Outcome), n))
                .collect(),
            served: t.tickets.served,
            no_show: t.tickets.no_show,
            median_wait: t.tickets.median_wait,
            bound_wait: t.tickets.bound_wait,
            bookings: t
                .bookings
                .into_iter()
                .map(|(s, n)| (BookingState(s), n))
                .collect(),
            visits: t
                .visits
                .into_iter()
                .map(|(s, n)| (BookingState(s), n))
                .collect(),
            feedback: t
                .feedback
                .into_iter()
                .map(|(k, s, n)| (FeedbackKind(k), FeedbackState(s), n))
                .collect(),
            promises: t
                .promises
                .into_iter()
                .map(|(s, n)| (PromiseState(s), n))
                .collect(),
        }
    }
}

/// The day in four figures.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TodayView {
    /// Tickets that wait.
    pub waiting: u32,
    /// Those of them whom no open point can help.
    pub unattended: u32,
    /// Minutes the longest of them has waited; null: none waits.
    pub longest: Option<u32>,
    /// Encounters of the day.
    pub encounters: u32,
    /// Per channel, the most frequent first.
    pub channels: Vec<(Channel, u32)>,
    /// Promises to keep today, with those that are late.
    pub promises_due: u32,
    /// Those that are late.
    pub promises_late: u32,
    /// Visits booked for the day.
    pub bookings: u32,
    /// Those who came.
    pub arrived: u32,
    /// Those who did not.
    pub no_show: u32,
}

impl From<Today> for TodayView {
    fn from(t: Today) -> Self {
        Self {
            waiting: t.waiting,
            unattended: t.unattended,
            longest: t.longest,
            encounters: t.channels.iter().map(|c| c.1).sum(),
            channels: t
                .channels
                .into_iter()
                .map(|(c, n)| (Channel(c), n))
                .collect(),
            promises_due: t.promises_due,
            promises_late: t.promises_late,
            bookings: t.bookings,
            arrived: t.arrived,
            no_show: t.no_show,
        }
    }
}
