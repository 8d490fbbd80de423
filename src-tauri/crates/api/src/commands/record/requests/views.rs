//! What requests look like on the wire.

use crate::codes::{
    HeldField, KeptAfter, KeptWhy, RequestOutcome, RequestStepKind, RequestVerified, RequestWish,
    RestrictionHold, Scope, Standing,
};
use crate::problem::Fault;
use desk::house::staff::{self, Staff};
use desk::people::mask;
use desk::people::visitors::{self, consent, standing};
use desk::record::requests::{self, Group, Plan, Request};
use desk::{Reading, RequestId, VisitorId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

pub(super) fn lines(r: &Reading<'_>, found: &[Request]) -> Result<Vec<RequestLine>, Fault> {
    let ids: Vec<VisitorId> = found.iter().filter_map(|q| q.visitor).collect();
    let (names, people) = (visitors::names(r, &ids)?, staff::list(r)?);
    Ok(found
        .iter()
        .map(|request| line(r, request, &names, &people))
        .collect())
}

fn line(
    r: &Reading<'_>,
    request: &Request,
    names: &BTreeMap<VisitorId, (visitors::Standing, String)>,
    people: &[Staff],
) -> RequestLine {
    let visitor = request.visitor.and_then(|id| names.get(&id));
    let open = request.closed_at.is_none();
    RequestLine {
        id: request.id.0,
        no: request.no.clone(),
        visitor_id: request.visitor.map(|id| id.0),
        standing: visitor.map(|(standing, _)| Standing(*standing)),
        name: visitor.map_or_else(String::new, |(_, name)| mask::name(name)),
        wish: RequestWish(request.wish),
        received_at: request.received_at.0,
        received_by: staff::no_of(people, request.received_by),
        due_on: request.due_on.to_string(),
        days_left: request.due_on.days_since(r.today()),
        late: open && r.today() > request.due_on,
        outcome: request.outcome.map(RequestOutcome),
        closed_at: request.closed_at.map(|at| at.0),
    }
}

pub(super) fn full(r: &Reading<'_>, id: RequestId) -> Result<RequestView, Fault> {
    let request = requests::of(r, id)?;
    let visitor: Vec<VisitorId> = request.visitor.into_iter().collect();
    let (names, people) = (visitors::names(r, &visitor)?, staff::list(r)?);
    let steps = requests::steps_of(r, id)?
        .into_iter()
        .map(|step| RequestStepView {
            step: RequestStepKind(step.step),
            at: step.at.0,
            by: staff::no_of(&people, step.by),
            detail: step.detail,
        })
        .collect();
    let held = match request.visitor {
        Some(visitor) => standing::in_force(r, visitor)?,
        None => None,
    };
    let stands = |scope| match request.visitor {
        Some(visitor) => consent::stands(r, visitor, scope),
        None => Ok(false),
    };
    Ok(RequestView {
        personal: stands(visitors::Scope::Personal)?,
        health: stands(visitors::Scope::Health)?,
        hold: held.as_ref().map(|h| RestrictionHold(h.hold)),
        hold_reason: held.map(|h| h.reason).unwrap_or_default(),
        words: request.words.clone(),
        verified: RequestVerified(request.verified),
        verified_note: request.verified_note.clone(),
        answer: request.answer.clone(),
        line: line(r, &request, &names, &people),
        steps,
    })
}

/// Requests: open ones by their last day, then the newest closed ones.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestList {
    /// The rows.
    pub rows: Vec<RequestLine>,
    /// How many are open.
    pub open: u32,
    /// How many of them are late.
    pub late: u32,
    /// Working days for an answer.
    pub working_days: u16,
}

/// How many wait.
#[derive(Debug, Serialize, TS)]
pub struct RequestsWaiting {
    /// Open.
    pub open: u32,
    /// Late.
    pub late: u32,
}

/// A request in a list, masked.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestLine {
    /// Id.
    pub id: i64,
    /// Its number.
    pub no: String,
    /// Whose data; null: their record was destroyed since.
    pub visitor_id: Option<i64>,
    /// What may be done with their record.
    pub standing: Option<Standing>,
    /// Masked name; empty unless the record is open.
    pub name: String,
    /// What they wish.
    pub wish: RequestWish,
    /// When it came in.
    pub received_at: i64,
    /// Staff number of who took it down.
    pub received_by: String,
    /// The last day for the answer.
    pub due_on: String,
    /// Calendar days until then; negative: past.
    pub days_left: i64,
    /// Open and past its day.
    pub late: bool,
    /// What came of it; null: open.
    pub outcome: Option<RequestOutcome>,
    /// When it was answered.
    pub closed_at: Option<i64>,
}

/// A request on its page.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestView {
    /// Its line.
    pub line: RequestLine,
    /// What the person said.
    pub words: String,
    /// How we know that it is them.
    pub verified: RequestVerified,
    /// Which document, which guardian.
    pub verified_note: String,
    /// What the person was told.
    pub answer: String,
    /// Whether the consent to personal data stands.
    pub personal: bool,
    /// Whether the consent to health information stands.
    pub health: bool,
    /// The restriction in force.
    pub hold: Option<RestrictionHold>,
    /// Why it is in force.
    pub hold_reason: String,
    /// Everything that was done, in order.
    pub steps: Vec<RequestStepView>,
}

/// A step of a request.
#[derive(Debug, Serialize, TS)]
pub struct RequestStepView {
    /// What.
    pub step: RequestStepKind,
    /// When.
    pub at: i64,
    /// Staff number.
    pub by: String,
    /// Codes and counts.
    pub detail: String,
}

/// A request to take down.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordRequest {
    /// Whose data.
    pub visitor_id: i64,
    /// What they wish.
    pub wish: RequestWish,
    /// What they said; may be empty.
    pub words: String,
    /// How we know that it is them.
    pub verified: RequestVerified,
    /// Which document, which guardian.
    pub verified_note: String,
}

/// An act on a request and its reason.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActOnRequest {
    /// Which request.
    pub id: i64,
    /// Why.
    pub reason: String,
}

/// Restricting the person's record.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestrictPerson {
    /// Which request.
    pub id: i64,
    /// What it holds.
    pub hold: RestrictionHold,
    /// Why.
    pub reason: String,
}

/// Withdrawing a consent.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WithdrawScope {
    /// Which request.
    pub id: i64,
    /// Which consent.
    pub scope: Scope,
}

/// The answer to a request.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseRequest {
    /// Which request.
    pub id: i64,
    /// What came of it.
    pub outcome: RequestOutcome,
    /// What the person is told.
    pub answer: String,
}

/// What erasing would do.
#[derive(Debug, Serialize, TS)]
pub struct ErasurePlan {
    /// What is still open; while anything is, the record can only be restricted.
    pub open: Vec<OpenMatter>,
    /// What goes.
    pub gone: Vec<GonePart>,
    /// What stays, none of it with a name.
    pub kept: Vec<KeptAfter>,
}

/// Something open.
#[derive(Debug, Serialize, TS)]
pub struct OpenMatter {
    /// What.
    pub why: KeptWhy,
    /// How many.
    pub count: u32,
}

/// A part that goes.
#[derive(Debug, Serialize, TS)]
pub struct GonePart {
    /// Which.
    #[ts(type = "HeldPart")]
    pub part: &'static str,
    /// How many records.
    pub count: u32,
}

impl From<Plan> for ErasurePlan {
    fn from(plan: Plan) -> Self {
        let open = plan.open.into_iter().map(|(why, count)| OpenMatter {
            why: KeptWhy(why),
            count,
        });
        let gone = plan.gone.into_iter().map(|(part, count)| GonePart {
            part: part.0,
            count,
        });
        Self {
            open: open.collect(),
            gone: gone.collect(),
            kept: plan.kept.into_iter().map(KeptAfter).collect(),
        }
    }
}

/// Everything that is held about a person.
#[derive(Debug, Serialize, TS)]
pub struct HeldView {
    /// Part by part.
    pub groups: Vec<HeldGroupView>,
}

/// The records of one part.
#[derive(Debug, Serialize, TS)]
pub struct HeldGroupView {
    /// Which part.
    #[ts(type = "HeldPart")]
    pub part: &'static str,
    /// The records, the oldest first.
    pub items: Vec<HeldItemView>,
}

/// One record.
#[derive(Debug, Serialize, TS)]
pub struct HeldItemView {
    /// When it was made.
    pub at: Option<i64>,
    /// Its number; may be empty.
    pub no: String,
    /// What stands in it.
    pub facts: Vec<HeldFactView>,
}

/// One fact.
#[derive(Debug, Serialize, TS)]
pub struct HeldFactView {
    /// What it says.
    pub field: HeldField,
    /// Its value.
    pub value: String,
    /// The closed set its value is a code of; null: text as it is.
    pub set: Option<&'static str>,
}

impl From<Group> for HeldGroupView {
    fn from(group: Group) -> Self {
        let items = group.items.into_iter().map(|item| HeldItemView {
            at: item.at.map(|at| at.0),
            no: item.no,
            facts: item
                .facts
                .into_iter()
                .map(|fact| HeldFactView {
                    set: fact.set,
                    field: HeldField(fact.field),
                    value: fact.value,
                })
                .collect(),
        });
        Self {
            part: group.part.0,
            items: items.collect(),
        }
    }
}
