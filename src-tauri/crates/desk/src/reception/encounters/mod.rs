//! Encounters (接待): one contact from greeting to outcome, whatever the channel
//! (R 1.6). The first person asked stays its owner.

pub mod acts;
mod consult;
mod escort;
mod promise;
mod refusals;
mod store;
mod times;

pub use refusals::Refused;

use crate::ground::refusal::Wrong;
use crate::ground::sequence;
use crate::ground::subject::Subject;
use crate::ground::text;
use crate::people::visitors;
use crate::reception::categories::{Complexity, Urgency};
use crate::{
    CategoryId, Day, EncounterId, Moment, Reading, Reason, Result, StaffId, VisitorId, Writing,
};
pub use consult::{Consultation, Nature, NewConsultation, answer, consultations};
pub use escort::{ask_escort, escorts, finish_escort};
pub use promise::{
    NewPromise, Promise, keep, open_promises, promise, promises_of, promises_stranded,
};
use std::collections::BTreeMap;
pub use times::{PromiseTime, offered, promise_times};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    keeps: store::KEEPS,
    ..Subject::NOTHING
};
pub(crate) use store::{set_closed, set_open};

crate::codes! {
    /// How somebody reached us.
    Channel {
        /// 来访.
        WalkIn = "walk_in",
        /// 来电.
        Phone = "phone",
        /// 语音留言.
        Voicemail = "voicemail",
        /// 网站.
        Website = "website",
        /// 电子邮件.
        Email = "email",
        /// 信函.
        Letter = "letter",
    }

    /// How an encounter ended.
    Outcome {
        /// 当场答复.
        Answered = "answered",
        /// 转介.
        Referred = "referred",
        /// 已预约.
        Booked = "booked",
        /// 承诺回告.
        Promised = "promised",
        /// 不需要.
        Declined = "declined",
        /// 自行离开.
        Left = "left",
    }
}

/// An encounter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encounter {
    /// Id.
    pub id: EncounterId,
    /// Day and running number.
    pub no: String,
    /// The local day.
    pub day: Day,
    /// How they reached us.
    pub channel: Channel,
    /// Who; `None` is anonymous.
    pub visitor: Option<VisitorId>,
    /// For whom, when it is not the visitor.
    pub on_behalf: String,
    /// The matter as told.
    pub matter: String,
    /// Its class.
    pub category: Option<CategoryId>,
    /// Urgency.
    pub urgency: Urgency,
    /// Complexity.
    pub complexity: Complexity,
    /// When name and phone were read back and confirmed (R 1.2).
    pub read_back_at: Option<Moment>,
    /// The one note that travels with the ticket (R 2.8).
    pub handoff: String,
    /// The first person asked; never changes.
    pub first_asked: StaffId,
    /// Start.
    pub started_at: Moment,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// A word on the outcome.
    pub outcome_note: String,
    /// End; `None` while open.
    pub ended_at: Option<Moment>,
    /// Satisfaction 1 to 5, when asked.
    pub rating: Option<u8>,
    /// When an escort was asked for (R 1.4).
    pub escort_asked_at: Option<Moment>,
    /// When somebody had gone along.
    pub escort_done_at: Option<Moment>,
}

/// What is known of the matter; everything may still change while it is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// The matter as told.
    pub matter: String,
    /// For whom.
    pub on_behalf: String,
    /// Its class.
    pub category: Option<CategoryId>,
    /// Urgency.
    pub urgency: Urgency,
    /// Complexity.
    pub complexity: Complexity,
    /// The handoff note.
    pub handoff: String,
}

/// Starts an encounter; the actor is the first person asked.
///
/// # Errors
/// `NotFound` for the visitor, `ConsentMissing` when theirs does not stand.
pub fn start(w: &Writing<'_>, channel: Channel, visitor: Option<VisitorId>) -> Result<Encounter> {
    if let Some(id) = visitor {
        visitors::received(w, id)?;
    }
    let day = w.today();
    let number = sequence::next(w, "encounter", &day.to_string())?;
    let no = format!("{}-{number:04}", day.to_string().replace('-', ""));
    let id = store::insert(w, &no, channel, visitor)?;
    w.note(acts::START, (acts::ENCOUNTER, id.0), channel.code())?;
    of(&w.reading(), id)
}

/// Says whom an open encounter is with.
///
/// # Errors
/// `EncounterClosed`, `NotFound`, `ConsentMissing`.
pub(crate) fn identify(w: &Writing<'_>, id: EncounterId, visitor: VisitorId) -> Result<Encounter> {
    let encounter = open(w, id)?;
    visitors::received(w, visitor)?;
    if encounter.visitor != Some(visitor) {
        keep_before(w, &encounter)?;
        // What was read back was read back to somebody else.
        store::set_visitor(w, id, visitor)?;
    }
    w.note(
        acts::IDENTIFY,
        (acts::ENCOUNTER, id.0),
        &format!("visitor {}", visitor.0),
    )?;
    of(&w.reading(), id)
}

/// Describes the matter.
///
/// # Errors
/// `EncounterClosed`, those of the texts; `AnonymousNotAllowed` when the class
/// needs a name (R 1.5); `NotFound` for the category.
pub(crate) fn describe(w: &Writing<'_>, id: EncounterId, matter: &Matter) -> Result<Encounter> {
    let encounter = open(w, id)?;
    let mut wrong = Wrong::default();
    let checked = Matter {
        matter: wrong.or(text::optional("matter", &matter.matter, text::NOTE)),
        on_behalf: wrong.or(text::optional("onBehalf", &matter.on_behalf, text::LINE)),
        handoff: wrong.or(text::optional("handoff", &matter.handoff, text::NOTE)),
        ..matter.clone()
    };
    wrong.done()?;
    if let Some(category) = checked.category {
        let anonymous = store::category_allows_anonymous(w.tx, category)?
            .ok_or_else(|| Reason::NotFound {}.at("categoryId"))?;
        if encounter.visitor.is_none() && !anonymous {
            return Err(Refused::AnonymousNotAllowed {}.at("categoryId").into());
        }
    }
    keep_before(w, &encounter)?;
    store::set_matter(w, id, &checked)?;
    let detail = format!("{} {}", checked.urgency.code(), checked.complexity.code());
    w.note(acts::DESCRIBE, (acts::ENCOUNTER, id.0), &detail)?;
    of(&w.reading(), id)
}

/// What the ledger of its day said of it stays known, once that day is over (R 12.1).
fn keep_before(w: &Writing<'_>, encounter: &Encounter) -> Result<()> {
    if encounter.day < w.today() {
        store::keep_before(w, encounter.id)?;
    }
    Ok(())
}

/// Records that name and phone were read back and confirmed (R 1.2).
///
/// # Errors
/// `EncounterClosed`; `NotFound` when nobody is named.
pub fn read_back(w: &Writing<'_>, id: EncounterId) -> Result<Encounter> {
    let encounter = open(w, id)?;
    if encounter.visitor.is_none() {
        return Err(Reason::NotFound {}.at("visitorId").into());
    }
    store::set_read_back(w, id)?;
    w.note(acts::READ_BACK, (acts::ENCOUNTER, id.0), "")?;
    of(&w.reading(), id)
}

/// Several encounters at once, for lists.
///
/// # Errors
/// Of the store.
pub fn several(r: &Reading<'_>, ids: &[EncounterId]) -> Result<BTreeMap<EncounterId, Encounter>> {
    store::several(r.tx, ids)
}

/// One encounter.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: EncounterId) -> Result<Encounter> {
    Ok(store::by_id(r.tx, id)?.ok_or_else(|| Reason::NotFound {}.refuse())?)
}

/// Whether whoever looks has a part in it: they were asked first, answered, promised or
/// ended it.
///
/// # Errors
/// Of the store.
pub(crate) fn wrote(r: &Reading<'_>, id: EncounterId) -> Result<bool> {
    store::wrote(r.tx, id, r.by.staff)
}

/// The encounters that are open, the oldest first; of one person, or of all.
///
/// # Errors
/// Of the store.
pub fn still_open(r: &Reading<'_>, first_asked: Option<StaffId>) -> Result<Vec<Encounter>> {
    store::still_open(r.tx, first_asked)
}

/// What somebody came for before, the newest first.
///
/// # Errors
/// Of the store.
pub fn of_visitor(r: &Reading<'_>, visitor: VisitorId, limit: u16) -> Result<Vec<Encounter>> {
    store::of_visitor(r.tx, visitor, limit)
}

/// The encounter, if it is still open.
pub(crate) fn open(w: &Writing<'_>, id: EncounterId) -> Result<Encounter> {
    let encounter = of(&w.reading(), id)?;
    if encounter.ended_at.is_some() {
        return Err(Refused::EncounterClosed {}.refuse().into());
    }
    Ok(encounter)
}
