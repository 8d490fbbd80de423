//! Proposals (推荐方案, R 4.3–4.5): what was offered with the prices of that
//! moment, and what the person decided. A declined one is not pushed again.

pub mod acts;
mod cover;
mod points;
mod recommend;
mod refusals;
mod store;

pub use refusals::Refused;

use crate::advice::assessments::{self, Assessment};
use crate::advice::catalogue;
use crate::ground::subject::Subject;
use crate::ground::text;
use crate::people::visitors::standing;
use crate::reception::encounters;
use crate::{
    AssessmentId, EncounterId, Fen, Moment, PackageId, ProposalId, Reading, Reason, Result,
    StaffId, Writing,
};
pub use points::{Remark, Say, Side};
pub use recommend::{
    Advice, Aim, Item, Likeness, MOST, Proposed, RuledOut, Thing, Verdict, Way, recommend,
};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    keeps: store::KEEPS,
    ..Subject::NOTHING
};

crate::codes! {
    /// What the person decided (R 4.5).
    Choice {
        /// 选这个: booking starts from it.
        Accepted = "accepted",
        /// 再考虑.
        Considering = "considering",
        /// 不需要: not proposed again in this encounter.
        Declined = "declined",
    }
}

/// A proposal as it was offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Id.
    pub id: ProposalId,
    /// Its encounter.
    pub encounter: EncounterId,
    /// The needs it answers.
    pub assessment: AssessmentId,
    /// The package in it and its price that day.
    pub package: Option<(PackageId, Fen)>,
    /// Every service, those of the package first, with its price that day.
    pub items: Vec<Item>,
    /// Price of everything, that day.
    pub price: Fen,
    /// Minutes of everything.
    pub minutes: u32,
    /// Whether the person comes fasting.
    pub fasting: bool,
    /// Reasons, drawbacks, what is covered and what is not.
    pub points: Vec<Remark>,
    /// When it was made.
    pub made_at: Moment,
    /// What was decided last.
    pub choice: Option<Chosen>,
}

impl Proposal {
    fn likeness(&self) -> Likeness {
        let services = self.items.iter().map(|i| i.service).collect();
        (self.package.map(|(id, _)| id), services)
    }
}

/// What somebody decided about a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// What.
    pub choice: Choice,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
    /// Recorded by.
    pub by: StaffId,
}

/// Weighs the catalogue against the newest needs and keeps what is proposed.
/// The same needs, catalogue and decisions give the proposals kept before.
///
/// # Errors
/// `EncounterClosed`; `NotFound` without an assessment.
pub fn make(w: &Writing<'_>, encounter: EncounterId) -> Result<(Assessment, Advice)> {
    let open = encounters::open(w, encounter)?;
    let r = w.reading();
    if let Some(visitor) = open.visitor {
        standing::refuse_unless_open(&r, visitor)?;
    }
    let (assessment, advice) = weigh(&r, encounter)?;
    let kept = store::of_assessment(w.tx, assessment.id)?;
    let undecided = kept.iter().filter(|p| !is_declined(p));
    let same = undecided
        .map(as_kept)
        .eq(advice.drafts.iter().map(as_drafted));
    if !same {
        store::insert(w, &assessment, &advice.drafts)?;
        let detail = format!(
            "encounter {} proposals {}",
            encounter.0,
            advice.drafts.len()
        );
        w.note(
            acts::MAKE,
            (
                crate::advice::assessments::acts::ASSESSMENT,
                assessment.id.0,
            ),
            &detail,
        )?;
    } else {
        w.note(
            acts::LOOK,
            (
                crate::advice::assessments::acts::ASSESSMENT,
                assessment.id.0,
            ),
            "",
        )?;
    }
    Ok((assessment, advice))
}

fn as_kept(p: &Proposal) -> (Likeness, Fen, u32) {
    (p.likeness(), p.price, p.minutes)
}

fn as_drafted(d: &Proposed) -> (Likeness, Fen, u32) {
    (d.likeness(), d.price, d.minutes)
}

fn is_declined(p: &Proposal) -> bool {
    p.choice
        .as_ref()
        .is_some_and(|c| c.choice == Choice::Declined)
}

/// What the rule says now about the newest needs; nothing is kept.
///
/// # Errors
/// `NotFound` without an assessment.
pub fn weigh(r: &Reading<'_>, encounter: EncounterId) -> Result<(Assessment, Advice)> {
    let assessment =
        assessments::latest(r, encounter)?.ok_or_else(|| Reason::NotFound {}.at("assessmentId"))?;
    let assessment = assessments::record::weighed(r, assessment)?;
    let declined: Vec<Likeness> = store::of_encounter(r.tx, encounter)?
        .iter()
        .filter(|p| is_declined(p))
        .map(Proposal::likeness)
        .collect();
    let catalogue = catalogue::whole(r)?;
    let advice = recommend(&assessment.needs, &catalogue, &declined, r.today());
    Ok((assessment, advice))
}

/// The proposals that were kept to the needs as they are weighed now, in the order they are
/// shown; those declined are left out, and those that hold no more.
///
/// # Errors
/// Of the store.
pub fn current(
    r: &Reading<'_>,
    (assessment, advice): &(Assessment, Advice),
) -> Result<Vec<Proposal>> {
    let mut kept = store::of_assessment(r.tx, assessment.id)?;
    kept.retain(|p| !is_declined(p) && (p.choice.is_some() || holds(p, advice)));
    Ok(kept)
}

/// Whether it is proposed still, at the same price: the record, the catalogue or the day may
/// have changed since.
fn holds(proposal: &Proposal, advice: &Advice) -> bool {
    let kept = as_kept(proposal);
    advice.drafts.iter().any(|draft| as_drafted(draft) == kept)
}

/// One proposal.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: ProposalId) -> Result<Proposal> {
    Ok(store::by_id(r.tx, id)?.ok_or_else(|| Reason::NotFound {}.at("proposalId"))?)
}

/// The proposal booking starts from: the one accepted last.
///
/// # Errors
/// Of the store.
pub fn accepted(r: &Reading<'_>, encounter: EncounterId) -> Result<Option<Proposal>> {
    let found = store::of_encounter(r.tx, encounter)?.into_iter();
    Ok(found
        .filter(|p| {
            p.choice
                .as_ref()
                .is_some_and(|c| c.choice == Choice::Accepted)
        })
        .max_by_key(|p| p.choice.as_ref().map(|c| c.at)))
}

/// Records what the person decided. A reason is due for declining only.
///
/// # Errors
/// `EncounterClosed`, `NotFound`, `ReasonNeeded`; `ProposalStale` when one is accepted that
/// answers older needs, or is not proposed any more.
pub fn choose(w: &Writing<'_>, id: ProposalId, choice: Choice, reason: &str) -> Result<Proposal> {
    let proposal = of(&w.reading(), id)?;
    encounters::open(w, proposal.encounter)?;
    let reason = match choice {
        Choice::Declined => text::reason(reason)?,
        Choice::Accepted | Choice::Considering => text::optional("reason", reason, text::LINE)?,
    };
    if choice == Choice::Accepted {
        let (newest, advice) = weigh(&w.reading(), proposal.encounter)?;
        if newest.id != proposal.assessment || !holds(&proposal, &advice) {
            return Err(Refused::ProposalStale {}.refuse().into());
        }
        // Booking starts from one: what was accepted before is being considered.
        for other in store::of_encounter(w.tx, proposal.encounter)? {
            let accepted = other.choice.is_some_and(|c| c.choice == Choice::Accepted);
            if accepted && other.id != id {
                store::insert_choice(w, other.id, Choice::Considering, "")?;
            }
        }
    }
    store::insert_choice(w, id, choice, &reason)?;
    w.note_because(acts::CHOOSE, (acts::PROPOSAL, id.0), choice.code(), &reason)?;
    of(&w.reading(), id)
}

/// Notes that the person thinks about each of these.
///
/// # Errors
/// As `choose`.
pub fn consider(w: &Writing<'_>, ids: &[ProposalId]) -> Result<()> {
    for id in ids {
        choose(w, *id, Choice::Considering, "")?;
    }
    Ok(())
}

/// Declines every proposal that is still shown: 都不需要.
///
/// # Errors
/// `EncounterClosed`, `ReasonNeeded`, `NotFound` without an assessment.
pub fn decline_all(w: &Writing<'_>, encounter: EncounterId, reason: &str) -> Result<()> {
    let weighed = weigh(&w.reading(), encounter)?;
    for proposal in current(&w.reading(), &weighed)? {
        choose(w, proposal.id, Choice::Declined, reason)?;
    }
    w.note_because(
        acts::DECLINE_ALL,
        (crate::reception::encounters::acts::ENCOUNTER, encounter.0),
        "",
        &text::reason(reason)?,
    )
}
