//! A ticket follows what it was issued for (R 2.2, 2.8): its need, its class, the group that
//! lifts it, its note and its language, with a step of its own on its way.

use super::board::Queues;
use super::issue::{groups_of, route};
use super::{Lifted, NewTicket, Refused, StepKind, Ticket, acts, lift, of, of_encounter, store};
use crate::ground::language::Language;
use crate::reception::{categories, encounters};
use crate::{EncounterId, Reason, Result, TicketId, VisitorId, Writing};

/// Whether the handoff note of the encounter is a new one, or the ticket keeps its own: it may
/// have got another when it was passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Note {
    /// The encounter's.
    New,
    /// The ticket's own.
    Kept,
}

/// Lets the live ticket of an encounter follow what is known of it now.
///
/// # Errors
/// `Empty` at `categoryId` when the class was taken away; `NoPointCan`.
pub(crate) fn retriage(w: &Writing<'_>, encounter: EncounterId, note: Note) -> Result<()> {
    match of_encounter(&w.reading(), encounter)? {
        Some(ticket) if is_live(w, &ticket) => renew(w, &ticket, ticket.language, note),
        Some(_) | None => Ok(()),
    }
}

/// The same for all live tickets of somebody whose record was corrected.
///
/// # Errors
/// As `retriage`.
pub(crate) fn person_corrected(w: &Writing<'_>, visitor: VisitorId) -> Result<()> {
    let live = store::live(w.tx, w.today())?.into_iter();
    for ticket in live.filter(|ticket| ticket.visitor == Some(visitor)) {
        renew(w, &ticket, ticket.language, Note::Kept)?;
    }
    Ok(())
}

/// Sets the language of the conversation; whoever waits where nobody speaks it goes on.
///
/// # Errors
/// `NotFound`, `NoPointCan`; `WrongState` when its way is at its end.
pub fn speak(w: &Writing<'_>, id: TicketId, language: Language) -> Result<Ticket> {
    let ticket = of(&w.reading(), id)?;
    if !is_live(w, &ticket) {
        let state = ticket.standing.state.code().to_owned();
        return Err(Reason::WrongState { state }.refuse().into());
    }
    renew(w, &ticket, language, Note::Kept)?;
    of(&w.reading(), id)
}

fn is_live(w: &Writing<'_>, ticket: &Ticket) -> bool {
    ticket.standing.is_live() && ticket.day == w.today()
}

fn renew(w: &Writing<'_>, before: &Ticket, language: Language, note: Note) -> Result<()> {
    let r = w.reading();
    let encounter = encounters::of(&r, before.encounter)?;
    let class = encounter
        .category
        .ok_or_else(|| Reason::Empty {}.at("categoryId"))?;
    let groups = groups_of(w, encounter.visitor)?;
    let Lifted { need, first, by } = lift(encounter.urgency, &groups);
    let mut after = Ticket {
        category: class,
        language,
        need,
        first,
        lifted_by: by,
        ..before.clone()
    };
    if note == Note::New {
        after.standing.note = encounter.handoff;
    }
    // Whoever was put in the order by hand does not stand behind their own need.
    if after.standing.place.is_some_and(|place| need < place.need) {
        after.standing.place = None;
    }
    let moved = (after.category, after.language) != (before.category, before.language);
    if moved && after.standing.state == super::State::Waiting {
        let category = categories::of(&r, class)?;
        let queues = Queues::read(&r)?;
        let here = queues.point(after.standing.point);
        let stays = here.is_some_and(|p| p.active && p.can(&category) && p.speaks(language));
        if !stays {
            let new = NewTicket {
                encounter: encounter.id,
                point: None,
                language,
            };
            after.standing.point = route(&queues, &category, &new, !groups.is_empty())?.point;
        }
    }
    if after == *before {
        return Ok(());
    }
    store::set_triage(w, &after)?;
    store::take(w, after.id, StepKind::Retriaged, "", &after.standing)?;
    let detail = match before.need == need {
        true => after.no,
        false => format!("{} {} → {}", after.no, before.need.code(), need.code()),
    };
    w.note(acts::RETRIAGE, (acts::TICKET, after.id.0), &detail)
}

/// Only whoever is in the house gets a number.
pub(super) fn refuse_unless_here(encounter: &encounters::Encounter) -> Result<()> {
    match encounter.channel {
        encounters::Channel::WalkIn => Ok(()),
        _ => Err(Refused::NotHere {}.at("encounterId").into()),
    }
}
