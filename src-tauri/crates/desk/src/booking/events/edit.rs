//! Adding, changing and calling off an event.

use super::{Event, EventId, EventKind, EventState, Refused, acts, store};
use crate::ground::refusal::Wrong;
use crate::ground::text;
use crate::{Day, Minute, Reason, Result, Writing};

/// Most seats an event may have.
const SEATS: i64 = 2_000;

/// How many days ahead events are planned; the list shows as many.
pub const AHEAD: i64 = 366;

/// An event as somebody wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDetails {
    /// Kind.
    pub kind: EventKind,
    /// Title, Chinese and English; the English may be empty.
    pub title: (String, String),
    /// Who gives it; may be empty.
    pub speaker: String,
    /// Day.
    pub day: Day,
    /// Start.
    pub starts: Minute,
    /// End.
    pub ends: Minute,
    /// Where, Chinese and English; the English may be empty.
    pub place: (String, String),
    /// How many may come.
    pub seats: i64,
    /// What to bring, for whom it is.
    pub note: String,
}

/// Adds an event (`id` none) or changes one. Who signed up keeps their seat.
///
/// # Errors
/// Those of the texts; `NoSuchTime` for what is over, `EndsFirst`, `TooFarAhead`, `OutOfRange`,
/// `SeatsTaken`, `PeopleCame` when they came at another time, `EventOver`, `EventCalledOff`, `NotFound`.
pub fn put(w: &Writing<'_>, id: Option<EventId>, draft: &EventDetails) -> Result<Event> {
    let checked = checked(w, draft)?;
    let id = match id {
        None => store::insert(w, &checked)?,
        Some(id) => {
            let before = standing(w, id)?;
            let was = (before.day, before.starts, before.ends);
            if was != (checked.day, checked.starts, checked.ends) {
                nobody_came(&before, "day")?;
            }
            let taken = before.taken.into();
            if taken > checked.seats {
                return Err(Refused::SeatsTaken { taken }.at("seats").into());
            }
            store::update(w, id, &checked)?;
            id
        }
    };
    let detail = format!("{} {}", checked.day, checked.starts);
    w.note(acts::SAVE, (acts::EVENT, id.0), &detail)?;
    super::of(&w.reading(), id)
}

/// Calls an event off. Seats stay on the list: those people must be told.
///
/// # Errors
/// `ReasonNeeded`, `PeopleCame`, `EventOver`, `EventCalledOff`, `NotFound`.
pub fn call_off(w: &Writing<'_>, id: EventId, reason: &str) -> Result<Event> {
    let reason = text::reason(reason)?;
    let event = standing(w, id)?;
    nobody_came(&event, "reason")?;
    store::set_state(w, id, EventState::CalledOff, &reason)?;
    let detail = event.day.to_string();
    w.note_because(acts::CALL_OFF, (acts::EVENT, id.0), &detail, &reason)?;
    super::of(&w.reading(), id)
}

/// An event that takes place and is not over.
pub(super) fn standing(w: &Writing<'_>, id: EventId) -> Result<Event> {
    let event = super::of(&w.reading(), id)?;
    if event.state == EventState::CalledOff {
        return Err(Refused::EventCalledOff {}.refuse().into());
    }
    if event.over(w.at) {
        return Err(Refused::EventOver {}.refuse().into());
    }
    Ok(event)
}

fn nobody_came(event: &Event, field: &str) -> Result<()> {
    match event.came.into() {
        0 => Ok(()),
        came => Err(Refused::PeopleCame { came }.at(field).into()),
    }
}

fn checked(w: &Writing<'_>, draft: &EventDetails) -> Result<EventDetails> {
    let mut wrong = Wrong::default();
    let checked = EventDetails {
        title: (
            wrong.or(text::required("titleZh", &draft.title.0, text::LINE)),
            wrong.or(text::optional("titleEn", &draft.title.1, text::LINE)),
        ),
        speaker: wrong.or(text::optional("speaker", &draft.speaker, text::LINE)),
        place: (
            wrong.or(text::required("placeZh", &draft.place.0, text::LINE)),
            wrong.or(text::optional("placeEn", &draft.place.1, text::LINE)),
        ),
        note: wrong.or(text::optional("note", &draft.note, text::LINE)),
        ..draft.clone()
    };
    if checked.day < w.today() {
        wrong.note(Reason::NoSuchTime {}.at("day"));
    }
    if checked.ends <= checked.starts {
        wrong.note(Refused::EndsFirst {}.at("ends"));
    }
    if checked.day.at(checked.ends) <= w.at {
        wrong.note(Reason::NoSuchTime {}.at("ends"));
    }
    if checked.day > w.today().plus_days(AHEAD) {
        wrong.note(Refused::TooFarAhead { days: AHEAD }.at("day"));
    }
    if !(1..=SEATS).contains(&checked.seats) {
        wrong.note(Reason::OutOfRange { min: 1, max: SEATS }.at("seats"));
    }
    wrong.done()?;
    Ok(checked)
}
