//! Issuing a ticket: its number, its need, its point, and the wait that is told.

use super::Refused;
use super::acts;
use super::board::Queues;
use super::estimate::{Expected, Wait};
use super::outlook::Outlook;
use super::retriage::refuse_unless_here;
use super::{Lifted, Standing, State, StepKind, Ticket, lift, of, of_encounter, store};
use crate::ground::language::Language;
use crate::ground::sequence;
use crate::people::visitors::{self, SpecialGroup};
use crate::reception::categories;
use crate::reception::categories::Category;
use crate::reception::encounters;
use crate::reception::points::route::{Route, Seeker, best};
use crate::reception::points::{Audience, Point};
use crate::{EncounterId, PointId, Reason, Result, TicketId, VisitorId, Writing};

/// A ticket to be issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewTicket {
    /// For which encounter; its class, urgency and handoff note are taken over (R 2.8).
    pub encounter: EncounterId,
    /// A point somebody chose; `None` routes by the rules.
    pub point: Option<PointId>,
    /// The language of the conversation.
    pub language: Language,
}

/// A ticket as it was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// The ticket.
    pub ticket: Ticket,
    /// Where it goes, and what is missing there.
    pub route: Route,
    /// The wait told; `None` when too little is known.
    pub wait: Option<Wait>,
}

/// Issues a ticket. Its number is the letter of the top category and a running
/// number of the day from the one sequence: never twice, never used again.
///
/// # Errors
/// `EncounterClosed`; `NotHere` for a call or a letter; `Empty` at `categoryId` when it is not classified; `TicketLive`
/// when it has one; `NoPointCan`, `PointCannot`; `PointClosed` for a point that was chosen
/// though nobody sits there, while another one that can do it is open.
pub fn issue(w: &Writing<'_>, new: &NewTicket) -> Result<Issued> {
    let r = w.reading();
    let encounter = encounters::open(w, new.encounter)?;
    refuse_unless_here(&encounter)?;
    if let Some(before) = of_encounter(&r, new.encounter)?
        && before.standing.is_live()
        && before.day == w.today()
    {
        return Err(Refused::TicketLive { number: before.no }.refuse().into());
    }
    lapse_yesterdays(w)?;
    let class = encounter
        .category
        .ok_or_else(|| Reason::Empty {}.at("categoryId"))?;
    let category = categories::of(&r, class)?;
    let groups = groups_of(w, encounter.visitor)?;
    let Lifted { need, first, by } = lift(encounter.urgency, &groups);
    let queues = Queues::read(&r)?;
    let route = route(&queues, &category, new, !groups.is_empty())?;

    let no = number(w, &category)?;
    let ticket = Ticket {
        id: TicketId(0),
        no,
        day: w.today(),
        encounter: encounter.id,
        visitor: encounter.visitor,
        category: category.id,
        language: new.language,
        need,
        first,
        lifted_by: by,
        issued_at: w.at,
        issued_by: w.by.staff,
        standing: Standing::new(route.point, &encounter.handoff),
    };
    let id = store::insert(w, &ticket)?;
    let told = told(w, id)?;
    store::set_told(w, id, told)?;
    w.note(
        acts::ISSUE,
        (acts::TICKET, id.0),
        &format!("{} {}", ticket.no, need.code()),
    )?;
    Ok(Issued {
        ticket: of(&w.reading(), id)?,
        route,
        wait: told.map(|t| t.wait),
    })
}

/// `A023`; a day with a thousand of one letter goes on with four digits.
fn number(w: &Writing<'_>, category: &Category) -> Result<String> {
    let prefix = match category.parent {
        Some(parent) => categories::of(&w.reading(), parent)?.says.prefix,
        None => category.says.prefix.clone(),
    };
    let running = sequence::next(w, &format!("ticket:{prefix}"), &w.today().to_string())?;
    Ok(format!("{prefix}{running:03}"))
}

pub(super) fn route(
    queues: &Queues,
    category: &Category,
    new: &NewTicket,
    special: bool,
) -> Result<Route> {
    if let Some(id) = new.point {
        let point = queues.point(id).filter(|p| p.active);
        let point = point.ok_or_else(|| Reason::NotFound {}.at("pointId"))?;
        if !point.can(category) {
            return Err(Refused::PointCannot {}.at("pointId").into());
        }
        let elsewhere = |p: &&Point| p.is_open() && p.can(category);
        if !point.is_open() && queues.points.iter().any(|p| elsewhere(&p)) {
            return Err(Refused::PointClosed {}.at("pointId").into());
        }
        return Ok(Route {
            point: id,
            open: point.is_open(),
            speaks: point.speaks(new.language),
        });
    }
    let comes = if special {
        Audience::SpecialGroups
    } else {
        Audience::Everyone
    };
    let wanted = Seeker {
        category,
        language: new.language,
        comes,
    };
    let load = |id| {
        let line = queues
            .point(id)
            .map_or(0, |p| queues.waiting_at(p).len() + queues.in_hand_at(id));
        u32::try_from(line).unwrap_or(u32::MAX)
    };
    let found = best(&queues.points, &wanted, load);
    Ok(found.ok_or_else(|| Refused::NoPointCan {}.at("pointId"))?)
}

/// The wait of a ticket that has just joined a queue: what the board says of it in this moment,
/// so that whoever asks twice hears the same.
fn told(w: &Writing<'_>, id: TicketId) -> Result<Option<Expected>> {
    let r = w.reading();
    let (queues, ticket) = (Queues::read(&r)?, of(&r, id)?);
    let Some(point) = queues.point(ticket.standing.point) else {
        return Ok(None);
    };
    let mut positions = queues.order_at(&r, point).into_iter();
    let Some(position) = positions.find(|position| position.id == id) else {
        return Ok(None);
    };
    let place = ticket.waiting().place();
    let outlook = Outlook::read(&r, point)?;
    Ok(outlook.expected(&queues, point, &place, position.ahead, w.at))
}

pub(super) fn groups_of(w: &Writing<'_>, visitor: Option<VisitorId>) -> Result<Vec<SpecialGroup>> {
    let Some(visitor) = visitor else {
        return Ok(Vec::new());
    };
    let r = w.reading();
    let codes = visitors::of(&r, visitor)?.groups;
    let all = visitors::groups(&r)?;
    Ok(all
        .into_iter()
        .filter(|g| codes.contains(&g.code))
        .collect())
}

/// What was still open when its day ended is closed: nobody is in the house any more.
fn lapse_yesterdays(w: &Writing<'_>) -> Result<()> {
    for ticket in store::left_over(w.tx, w.today())? {
        let standing = Standing {
            state: State::Left,
            ended_at: Some(w.at),
            ..ticket.standing
        };
        store::take(w, ticket.id, StepKind::Lapsed, "", &standing)?;
        w.note(acts::LAPSE, (acts::TICKET, ticket.id.0), &ticket.no)?;
    }
    Ok(())
}
