//! Feedback (反馈): praise, suggestions and complaints, followed until the
//! person was told and asked (R 6.1, 6.3). Every step is a row of its own.

pub mod acts;
mod due;
mod receive;
mod refusals;
mod rules;
mod steps;
mod store;

pub use refusals::Refused;

use crate::ground::subject::Subject;
use crate::people::openings::{self, For, Purpose};
use crate::people::reveals::{self, Because};
use crate::{
    Day, EncounterId, FeedbackId, Moment, Reading, Reason, Result, StaffId, VisitorId, Writing,
};
pub(crate) use due::follow;
pub use due::{Due, LimitMoved, WORKING_DAYS, days_for};
pub use receive::{NewFeedback, receive};
pub use rules::{Asking, after, may};
pub use steps::{Telling, close, handle, rate, take, tell};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    keeps: store::KEEPS,
    ..Subject::NOTHING
};

crate::codes! {
    /// What a feedback is.
    Kind {
        /// 表扬.
        Praise = "praise",
        /// 建议.
        Suggestion = "suggestion",
        /// 投诉.
        Complaint = "complaint",
    }

    /// Where it stands.
    State {
        /// 已受理.
        Received = "received",
        /// 处理中.
        Handling = "handling",
        /// 已处理.
        Handled = "handled",
        /// 已告知.
        Told = "told",
        /// 已办结.
        Closed = "closed",
    }

    /// A step on its way.
    Step {
        /// It came in.
        Receive = "receive",
        /// Somebody handles it, or handles it again.
        Take = "take",
        /// What was done about each point.
        Handle = "handle",
        /// The person was told.
        Tell = "tell",
        /// The person was asked how satisfied they are.
        Rate = "rate",
        /// Done.
        Close = "close",
    }

    /// How the person was told.
    How {
        /// Face to face.
        InPerson = "in_person",
        /// By phone.
        Phone = "phone",
        /// By text message.
        Message = "message",
        /// By e-mail.
        Email = "email",
        /// By letter.
        Letter = "letter",
        /// 公示: put up where everybody reads it, when nobody can be reached.
        Posted = "posted",
    }

    /// What becomes of a suggestion.
    Adoption {
        /// Adopted.
        Adopted = "adopted",
        /// In part.
        Partly = "partly",
        /// Not adopted, and why.
        NotAdopted = "not_adopted",
    }

    /// What came of asking for satisfaction.
    Asked {
        /// They gave one to five.
        Rated = "rated",
        /// They were not reached.
        NotReached = "not_reached",
        /// They did not want to.
        Declined = "declined",
    }

    /// How the limit stands.
    DueMark {
        /// There is time.
        Fine = "fine",
        /// Today or on the next working day.
        Soon = "soon",
        /// Past, and the person was not told.
        Late = "late",
        /// The person was told; the limit no longer runs.
        Met = "met",
    }

    /// Which part of the list.
    Filter {
        /// Not closed.
        Open = "open",
        /// Past their limit.
        Late = "late",
        /// Closed.
        Closed = "closed",
        /// All.
        All = "all",
    }
}

/// A feedback as it came in, with where it stands. Masking is done where a view is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Id.
    pub id: FeedbackId,
    /// Number.
    pub no: String,
    /// Kind.
    pub kind: Kind,
    /// The encounter it came in.
    pub encounter: Option<EncounterId>,
    /// The person's record.
    pub visitor: Option<VisitorId>,
    /// Name, of the record or as given.
    pub name: String,
    /// Phone, of the record or as given.
    pub phone: String,
    /// When it happened.
    pub happened_on: Option<Day>,
    /// About whom or what.
    pub about: String,
    /// What happened.
    pub what: String,
    /// When the person must have been told.
    pub due_at: Moment,
    /// When it came in.
    pub received_at: Moment,
    /// Who took it down.
    pub received_by: StaffId,
    /// Where it stands.
    pub state: State,
    /// Who handles it.
    pub handler: Option<StaffId>,
    /// How often they said how satisfied they are, or that they won't, since they were told.
    pub asked: u32,
    /// How often nobody was reached for that.
    pub missed: u32,
}

/// A step that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepTaken {
    /// Which.
    pub step: Step,
    /// Where it led.
    pub state: State,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
    /// Note.
    pub note: String,
    /// What was told, of a `Tell`.
    pub telling: Option<Telling>,
    /// What came of asking, of a `Rate`, with the rating.
    pub asked: Option<(Asked, Option<u8>)>,
    /// What was done, point by point, of a `Handle`.
    pub done: Vec<String>,
}

/// One feedback whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// As it came in.
    pub feedback: Feedback,
    /// Its points.
    pub points: Vec<String>,
    /// Its steps, the first first.
    pub steps: Vec<StepTaken>,
}

/// How many a list shows.
pub const SHOWN: usize = 200;

/// One feedback, whole.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: FeedbackId) -> Result<Whole> {
    let feedback = store::by_id(r.tx, id)?.ok_or_else(|| Reason::NotFound {}.refuse())?;
    Ok(Whole {
        points: store::points(r.tx, id)?,
        steps: store::steps(r.tx, id)?,
        feedback,
    })
}

/// The list: the most pressing first, closed ones the last first; and how many in all.
///
/// # Errors
/// Of the store.
pub fn list(r: &Reading<'_>, filter: Filter, kind: Option<Kind>) -> Result<(Vec<Feedback>, u32)> {
    let rows = store::list(r, filter, kind, SHOWN)?;
    let total = store::count(r, filter, kind)?;
    Ok((rows, total))
}

/// What somebody gave in an encounter today is given by whoever it was really with; what stands
/// in the ledger of a day that is over stays there as it was signed.
///
/// # Errors
/// Of the store.
pub(crate) fn given_by(
    w: &Writing<'_>,
    encounter: EncounterId,
    before: VisitorId,
    now: VisitorId,
) -> Result<()> {
    for feedback in store::of_encounter(w.tx, encounter)? {
        if feedback.visitor == Some(before) && feedback.received_at.day() == w.today() {
            store::set_visitor(w, feedback.id, now)?;
            w.note(acts::FOLLOW, (acts::FEEDBACK, feedback.id.0), &feedback.no)?;
        }
    }
    Ok(())
}

/// What came in during one encounter, in order.
///
/// # Errors
/// Of the store.
pub fn of_encounter(r: &Reading<'_>, id: EncounterId) -> Result<Vec<Feedback>> {
    store::of_encounter(r.tx, id)
}

/// How many are open, and how many of them are late.
///
/// # Errors
/// Of the store.
pub fn waiting(r: &Reading<'_>) -> Result<(u32, u32)> {
    Ok((
        store::count(r, Filter::Open, None)?,
        store::count(r, Filter::Late, None)?,
    ))
}

/// How the limits stand at the moment of the reading.
///
/// # Errors
/// Of the store.
pub fn due(r: &Reading<'_>) -> Result<Due> {
    Due::read(r)
}

/// Notes that the phone is shown in full and why; answers it.
///
/// # Errors
/// `NotFound`, those of the reason.
pub fn reveal(w: &Writing<'_>, id: FeedbackId, because: Because<'_>) -> Result<String> {
    let whole = of(&w.reading(), id)?;
    steps::refuse_own(w, &whole.feedback)?;
    if let Some(visitor) = whole.feedback.visitor {
        openings::open(w, visitor, For(Purpose::Feedback, id.0))?;
    }
    reveals::note(w, acts::REVEAL, (acts::FEEDBACK, id.0), "phone", because)?;
    Ok(whole.feedback.phone)
}
