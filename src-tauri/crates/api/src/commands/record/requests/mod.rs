//! A person's request about their own data: take down, act, answer.

mod papers;
mod views;

use crate::problem::Fault;
use crate::table::{Command, Topic, gate, read, repeat, write};
use crate::wire::{Nothing, OneId};
use desk::ground::roles::Right;
use desk::record::requests::{self, NewRequest};
use desk::{Reading, RequestId, VisitorId, Writing};
pub use views::*;

const SHOWS: &[Topic] = &[Topic::REQUESTS, Topic::VISITORS];
const STEP: &[Topic] = &[Topic::REQUESTS, Topic::JOURNAL];
/// For commands that hand out a copy: it is entered in the register of what left the desk.
const LEAVES: &[Topic] = &[Topic::REQUESTS, Topic::DISCLOSURES, Topic::JOURNAL];
const PERSON: &[Topic] = &[
    Topic::REQUESTS,
    Topic::VISITORS,
    Topic::LEDGER,
    Topic::JOURNAL,
];

pub(crate) fn commands() -> Vec<Command> {
    let handle = Right::HandleRequests;
    vec![
        read("requests.list", Right::Receive, SHOWS, list),
        read("requests.waiting", Right::Receive, SHOWS, waiting),
        read("requests.read", Right::Receive, SHOWS, show),
        read("requests.plan", handle, Topic::RECORDS, plan),
        write("requests.record", Right::Receive, STEP, record),
        // Its answer is everything that is held: it is shown, and kept nowhere.
        repeat("requests.see", handle, STEP, see),
        write("requests.corrected", handle, STEP, corrected),
        write("requests.erase", handle, Topic::RECORDS, erase),
        write("requests.restrict", handle, PERSON, restrict),
        write("requests.lift", handle, PERSON, lift),
        write("requests.withdraw", handle, PERSON, withdraw),
        write("requests.close", handle, STEP, close),
        gate("requests.copy", handle, LEAVES, papers::copy),
        gate("requests.print", handle, STEP, papers::print),
    ]
}

fn list(r: &Reading<'_>, _: Nothing) -> Result<RequestList, Fault> {
    let rows = lines(r, &requests::list(r)?)?;
    let (open, late) = requests::waiting(r)?;
    Ok(RequestList {
        rows,
        open,
        late,
        working_days: requests::WORKING_DAYS,
    })
}

fn waiting(r: &Reading<'_>, _: Nothing) -> Result<RequestsWaiting, Fault> {
    let (open, late) = requests::waiting(r)?;
    Ok(RequestsWaiting { open, late })
}

fn show(r: &Reading<'_>, input: OneId) -> Result<RequestView, Fault> {
    full(r, RequestId(input.id))
}

fn plan(r: &Reading<'_>, input: OneId) -> Result<ErasurePlan, Fault> {
    let request = requests::of(r, RequestId(input.id))?;
    let visitor = request
        .visitor
        .ok_or_else(|| desk::Reason::NotFound {}.at("visitorId"))?;
    Ok(requests::plan(r, visitor)?.into())
}

fn record(w: &Writing<'_>, input: RecordRequest) -> Result<RequestView, Fault> {
    let new = NewRequest {
        visitor: VisitorId(input.visitor_id),
        wish: input.wish.0,
        words: input.words,
        verified: input.verified.0,
        verified_note: input.verified_note,
    };
    let id = requests::record(w, &new)?;
    full(&w.reading(), id)
}

fn see(w: &Writing<'_>, input: OneId) -> Result<HeldView, Fault> {
    let groups = requests::see(w, RequestId(input.id))?;
    Ok(HeldView {
        groups: groups.into_iter().map(HeldGroupView::from).collect(),
    })
}

fn corrected(w: &Writing<'_>, input: OneId) -> Result<RequestView, Fault> {
    requests::corrected(w, RequestId(input.id))?;
    full(&w.reading(), RequestId(input.id))
}

fn erase(w: &Writing<'_>, input: ActOnRequest) -> Result<RequestView, Fault> {
    requests::erase(w, RequestId(input.id), &input.reason)?;
    full(&w.reading(), RequestId(input.id))
}

fn restrict(w: &Writing<'_>, input: RestrictPerson) -> Result<RequestView, Fault> {
    requests::restrict(w, RequestId(input.id), input.hold.0, &input.reason)?;
    full(&w.reading(), RequestId(input.id))
}

fn lift(w: &Writing<'_>, input: ActOnRequest) -> Result<RequestView, Fault> {
    requests::lift(w, RequestId(input.id), &input.reason)?;
    full(&w.reading(), RequestId(input.id))
}

fn withdraw(w: &Writing<'_>, input: WithdrawScope) -> Result<RequestView, Fault> {
    requests::withdraw(w, RequestId(input.id), input.scope.0)?;
    full(&w.reading(), RequestId(input.id))
}

fn close(w: &Writing<'_>, input: CloseRequest) -> Result<RequestView, Fault> {
    requests::close(w, RequestId(input.id), input.outcome.0, &input.answer)?;
    full(&w.reading(), RequestId(input.id))
}
