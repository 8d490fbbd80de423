//! A person's request about their own data (个人权利请求, PIPL 44–48): see, copy,
//! correct, delete, restrict, withdraw, explain. Everything done on one is a step.

pub mod acts;
mod due;
mod erase;
mod holdings;
mod refusals;
mod steps;
mod store;

pub use refusals::Refused;

use crate::ground::subject::Subject;
use crate::ground::{sequence, text};
use crate::people::visitors;
use crate::{Day, Moment, Reading, Reason, RequestId, Result, StaffId, VisitorId, Writing};
pub(crate) use due::follow;
pub use due::{LimitMoved, WORKING_DAYS};
pub use erase::{Kept, Plan, erase, plan};
pub use holdings::{Fact, Field, Group, HealthFact, Item, Part, holdings};
pub use steps::{Copied, close, copied, corrected, lift, printed, restrict, see, withdraw};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    keeps: store::KEEPS,
    ..Subject::NOTHING
};

crate::codes! {
    /// What the person wishes.
    Wish {
        /// 查阅 (PIPL 45).
        See = "see",
        /// 复制 (PIPL 45).
        Copy = "copy",
        /// 更正、补充 (PIPL 46).
        Correct = "correct",
        /// 删除 (PIPL 47).
        Delete = "delete",
        /// 限制处理 (PIPL 44, 47).
        Restrict = "restrict",
        /// 撤回同意 (PIPL 15).
        Withdraw = "withdraw",
        /// 解释说明 (PIPL 48).
        Explain = "explain",
    }

    /// How we know that it is them.
    Verified {
        /// A document was shown.
        Document = "document",
        /// Known in person.
        Known = "known",
        /// The guardian, with papers (PIPL 31).
        Guardian = "guardian",
        /// Called back on the number on record.
        CalledBack = "called_back",
        /// An authority, with papers.
        Authority = "authority",
    }

    /// What came of it.
    RequestOutcome {
        /// Done as wished.
        Done = "done",
        /// Done in part; the answer says why.
        Partly = "partly",
        /// Not done; the answer says why (PIPL 50).
        Refused = "refused",
    }

    /// What was done on a request.
    Step {
        /// Taken down.
        Recorded = "recorded",
        /// Everything was shown.
        Seen = "seen",
        /// A copy was handed out.
        Copied = "copied",
        /// The record was corrected.
        Corrected = "corrected",
        /// The person was erased.
        Erased = "erased",
        /// The record was restricted.
        Restricted = "restricted",
        /// The restriction was lifted.
        Lifted = "lifted",
        /// A consent was withdrawn.
        Withdrawn = "withdrawn",
        /// Answered and closed.
        Closed = "closed",
        /// The answer was printed.
        Printed = "printed",
    }
}

/// A request to take down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRequest {
    /// Whose data.
    pub visitor: VisitorId,
    /// What they wish.
    pub wish: Wish,
    /// Their words; may be empty.
    pub words: String,
    /// How we know that it is them.
    pub verified: Verified,
    /// Which document, which guardian; may be empty.
    pub verified_note: String,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Id.
    pub id: RequestId,
    /// Its number.
    pub no: String,
    /// Whose data; `None`: their record was destroyed since.
    pub visitor: Option<VisitorId>,
    /// What they wish.
    pub wish: Wish,
    /// Their words.
    pub words: String,
    /// How we know that it is them.
    pub verified: Verified,
    /// Which document, which guardian.
    pub verified_note: String,
    /// When it came in.
    pub received_at: Moment,
    /// Who took it down.
    pub received_by: StaffId,
    /// The last day for the answer.
    pub due_on: Day,
    /// What came of it; `None`: open.
    pub outcome: Option<RequestOutcome>,
    /// What the person was told.
    pub answer: String,
    /// When it was answered.
    pub closed_at: Option<Moment>,
    /// By whom.
    pub closed_by: Option<StaffId>,
}

/// A step of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepTaken {
    /// What.
    pub step: Step,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
    /// Codes and counts.
    pub detail: String,
}

/// Takes a request down; its last day is counted in working days of the house.
///
/// # Errors
/// `NotFound` at `visitorId`, `VisitorErased`, those of the texts; `Empty` at
/// `verifiedNote` where the kind alone does not say how.
pub fn record(w: &Writing<'_>, new: &NewRequest) -> Result<RequestId> {
    let words = text::optional("words", &new.words, text::NOTE)?;
    let note = match new.verified {
        Verified::Guardian | Verified::Authority => {
            text::required("verifiedNote", &new.verified_note, text::LINE)?
        }
        Verified::Document | Verified::Known | Verified::CalledBack => {
            text::optional("verifiedNote", &new.verified_note, text::LINE)?
        }
    };
    let visitor = visitors::of(&w.reading(), new.visitor)?;
    if visitor.standing == visitors::Standing::Erased {
        return Err(visitors::Refused::VisitorErased {}.at("visitorId").into());
    }
    let today = w.today();
    let due_on = due::last_day(&w.reading(), today)?;
    let running = sequence::next(w, "request", &today.to_string())?;
    let no = format!("Q{}-{running:03}", today.to_string().replace('-', ""));
    let checked = NewRequest {
        words,
        verified_note: note,
        ..new.clone()
    };
    let id = store::insert(w, &no, &checked, due_on)?;
    steps::take(w, id, Step::Recorded, new.wish.code())?;
    let detail = format!(
        "{} {} visitor {}",
        new.wish.code(),
        new.verified.code(),
        new.visitor.0
    );
    w.note(acts::RECORD, (acts::REQUEST, id.0), &detail)?;
    Ok(id)
}

/// One request.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: RequestId) -> Result<Request> {
    Ok(store::by_id(r.tx, id)?.ok_or_else(|| Reason::NotFound {}.refuse())?)
}

/// The steps of a request, in order.
///
/// # Errors
/// Of the store.
pub fn steps_of(r: &Reading<'_>, id: RequestId) -> Result<Vec<StepTaken>> {
    store::steps(r.tx, id)
}

/// Open requests by their last day, then the newest closed ones.
///
/// # Errors
/// Of the store.
pub fn list(r: &Reading<'_>) -> Result<Vec<Request>> {
    store::list(r.tx)
}

/// How many are open, and how many of them are late.
///
/// # Errors
/// Of the store.
pub fn waiting(r: &Reading<'_>) -> Result<(u32, u32)> {
    store::waiting(r.tx, r.today())
}
