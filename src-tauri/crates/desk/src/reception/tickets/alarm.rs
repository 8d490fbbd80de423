//! Who waits where nobody comes (R 2.4, 2.7): no open point can do their matter. That is an
//! alarm, until somebody takes care of them or a point that can opens.

use super::Refused;
use super::acts;
use super::board::Queues;
use super::order::{Leads, order};
use super::{Ticket, of, store};
use crate::{Moment, Reading, Reason, Result, StaffId, TicketId, Writing};

/// Somebody waits and no open point can help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// Their ticket.
    pub ticket: Ticket,
    /// Who took care of them last, if that is not too long ago.
    pub taken: Option<Taken>,
}

/// Somebody took care.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Who.
    pub by: StaffId,
    /// Their staff number.
    pub by_no: String,
    /// When.
    pub at: Moment,
}

/// Whoever took an alarm has so many minutes; then it stands again.
pub const HELD: i64 = 10;

/// The alarms of now, the greatest need first.
///
/// # Errors
/// Of the store.
pub fn unattended(r: &Reading<'_>) -> Result<Vec<Alarm>> {
    alarms(r, &Queues::read(r)?)
}

pub(super) fn alarms(r: &Reading<'_>, queues: &Queues) -> Result<Vec<Alarm>> {
    let alone: Vec<&Ticket> = queues.waiting().filter(|t| queues.is_alone(t)).collect();
    let waiting: Vec<_> = alone.iter().map(|t| t.waiting()).collect();
    let mut alarms = Vec::new();
    for position in order(&waiting, Leads::default(), r.at) {
        if let Some(ticket) = alone.iter().find(|t| t.id == position.id) {
            alarms.push(Alarm {
                ticket: (*ticket).clone(),
                taken: taken(r, ticket.id)?,
            });
        }
    }
    Ok(alarms)
}

fn taken(r: &Reading<'_>, id: TicketId) -> Result<Option<Taken>> {
    let last = store::taken(r.tx, id)?;
    Ok(last.filter(|t| r.at < t.at.plus_minutes(HELD)))
}

/// Takes care of somebody whom no open point can help, also while somebody else is in hand.
/// They go on waiting until they are called, passed on or have left; whoever took the alarm
/// sees to that.
///
/// # Errors
/// `NotFound`; `WrongState` when it does not wait or a point can help; `AlarmTaken`.
pub fn take_alarm(w: &Writing<'_>, id: TicketId) -> Result<Ticket> {
    let r = w.reading();
    let ticket = of(&r, id)?;
    let queues = Queues::read(&r)?;
    if !queues.waiting().any(|t| t.id == id && queues.is_alone(t)) {
        let state = ticket.standing.state.code().to_owned();
        return Err(Reason::WrongState { state }.refuse().into());
    }
    if let Some(taken) = taken(&r, id)?.filter(|t| t.by != w.by.staff) {
        return Err(Refused::AlarmTaken { no: taken.by_no }.refuse().into());
    }
    store::take_alarm(w, id)?;
    w.note(acts::TAKE_ALARM, (acts::TICKET, id.0), &ticket.no)?;
    Ok(ticket)
}
