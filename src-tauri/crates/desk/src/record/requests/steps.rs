//! What is done on an open request. Each act is the subject's own; here it gets
//! its row on the request.

use super::Refused;
use super::acts;
use super::{Request, RequestOutcome, Step, holdings, of, store};
use crate::ground::leaving::{self, Noted};
use crate::ground::text;
use crate::people::visitors;
use crate::people::visitors::{Hold, Scope, Standing, consent, standing};
use crate::record::disclosures::{
    self, Detail, Format, Kind, NewDisclosure, Purpose, Receiver, Recorded,
};
use crate::{Reason, RequestId, Result, VisitorId, Writing};

pub(super) fn take(w: &Writing<'_>, id: RequestId, step: Step, detail: &str) -> Result<()> {
    store::insert_step(w, id, step, detail)
}

/// The request while it is open, and whose data it is about.
pub(super) fn open(w: &Writing<'_>, id: RequestId) -> Result<(Request, VisitorId)> {
    let request = of(&w.reading(), id)?;
    if request.closed_at.is_some() {
        return Err(Refused::RequestClosed {}.refuse().into());
    }
    let visitor = request
        .visitor
        .ok_or_else(|| Reason::NotFound {}.at("visitorId"))?;
    Ok((request, visitor))
}

/// Shows everything the desk holds about the person, and notes that it did.
///
/// # Errors
/// `NotFound`, `RequestClosed`.
pub fn see(w: &Writing<'_>, id: RequestId) -> Result<Vec<holdings::Group>> {
    let (_, visitor) = open(w, id)?;
    let groups = holdings::holdings(&w.reading(), visitor)?;
    take(w, id, Step::Seen, &facts(&groups))?;
    w.note(
        acts::SEE,
        (crate::people::visitors::acts::VISITOR, visitor.0),
        &facts(&groups),
    )?;
    Ok(groups)
}

/// What is handed out as a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// The request it is for.
    pub request: Request,
    /// Everything that is held.
    pub groups: Vec<holdings::Group>,
}

/// Enters a copy in the register of what leaves, before it does.
///
/// # Errors
/// `NotFound`, `RequestClosed`, those of the register.
pub fn copied(w: &Writing<'_>, id: RequestId, file_name: &str) -> Result<(Recorded, Copied)> {
    let (request, visitor) = open(w, id)?;
    let groups = holdings::holdings(&w.reading(), visitor)?;
    let left = NewDisclosure {
        kind: Kind::PersonCopy,
        detail: Detail::Full,
        format: Format::Pdf,
        period: None,
        rows: groups.iter().map(|group| group.items.len()).sum(),
        visitor: Some(visitor),
        purpose: Some(Purpose::PersonRequest),
        purpose_note: &request.no,
        receiver: Some(Receiver::Person),
        receiver_name: "",
        file_name,
    };
    let recorded = disclosures::record(w, &left)?;
    take(w, id, Step::Copied, &facts(&groups))?;
    Ok((recorded, Copied { request, groups }))
}

/// How much is held, for the journal: `3 parts 12 rows`.
fn facts(groups: &[holdings::Group]) -> String {
    let rows: usize = groups.iter().map(|group| group.items.len()).sum();
    format!("{} parts {rows} rows", groups.len())
}

/// Notes that the record was corrected for this request.
///
/// # Errors
/// `NotFound`, `RequestClosed`; `WrongState` when nothing was corrected since it came in.
pub fn corrected(w: &Writing<'_>, id: RequestId) -> Result<()> {
    let (request, visitor) = open(w, id)?;
    if !store::corrected_since(w.tx, visitor, request.received_at)? {
        return Err(Reason::WrongState {
            state: Step::Recorded.code().to_owned(),
        }
        .refuse()
        .into());
    }
    take(w, id, Step::Corrected, "")?;
    w.note(acts::CORRECT, (acts::REQUEST, id.0), "")
}

/// Restricts the person's record to storage.
///
/// # Errors
/// Those of `visitors::standing::restrict`; `RequestClosed`.
pub fn restrict(w: &Writing<'_>, id: RequestId, hold: Hold, reason: &str) -> Result<()> {
    let (_, visitor) = open(w, id)?;
    standing::restrict(w, visitor, hold, reason)?;
    take(w, id, Step::Restricted, hold.code())
}

/// Lifts the restriction of the person's record.
///
/// # Errors
/// Those of `visitors::standing::lift`; `RequestClosed`.
pub fn lift(w: &Writing<'_>, id: RequestId, reason: &str) -> Result<()> {
    let (_, visitor) = open(w, id)?;
    standing::lift(w, visitor, reason)?;
    take(w, id, Step::Lifted, "")
}

/// Withdraws the consent of a scope.
///
/// # Errors
/// `RequestClosed`; `WrongState` when none stands.
pub fn withdraw(w: &Writing<'_>, id: RequestId, scope: Scope) -> Result<()> {
    let (_, visitor) = open(w, id)?;
    if !consent::stands(&w.reading(), visitor, scope)? {
        return Err(Reason::WrongState {
            state: Step::Withdrawn.code().to_owned(),
        }
        .refuse()
        .into());
    }
    consent::withdraw(w, visitor, scope)?;
    take(w, id, Step::Withdrawn, scope.code())
}

/// Answers a request and closes it. What was refused or done in part says why.
///
/// # Errors
/// `RequestClosed`, `Empty` at `answer`, those of the text; `WrongState` when
/// erasing was wished and said to be done but the person is still on record.
pub fn close(w: &Writing<'_>, id: RequestId, outcome: RequestOutcome, answer: &str) -> Result<()> {
    let request = of(&w.reading(), id)?;
    if request.closed_at.is_some() {
        return Err(Refused::RequestClosed {}.refuse().into());
    }
    let answer = text::required("answer", answer, text::NOTE)?;
    if request.wish == super::Wish::Delete
        && outcome == RequestOutcome::Done
        && let Some(visitor) = request.visitor
        && visitors::of(&w.reading(), visitor)?.standing != Standing::Erased
    {
        return Err(Reason::WrongState {
            state: Standing::Open.code().to_owned(),
        }
        .at("outcome")
        .into());
    }
    store::set_closed(w, id, outcome, &answer)?;
    take(w, id, Step::Closed, outcome.code())?;
    let late = w.today() > request.due_on;
    let detail = format!(
        "{} {}",
        outcome.code(),
        if late { "late" } else { "in_time" }
    );
    w.note(acts::CLOSE, (acts::REQUEST, id.0), &detail)
}

/// Notes that the answer was printed or filed for the person.
///
/// # Errors
/// `NotFound`; `WrongState` before there is an answer.
pub fn printed(w: &Writing<'_>, id: RequestId, way: &str) -> Result<(Noted, Request)> {
    let request = of(&w.reading(), id)?;
    if request.closed_at.is_none() {
        return Err(Reason::WrongState {
            state: Step::Recorded.code().to_owned(),
        }
        .refuse()
        .into());
    }
    take(w, id, Step::Printed, way)?;
    let noted = leaving::note(w, acts::PRINT, (acts::REQUEST, id.0), way)?;
    Ok((noted, request))
}
