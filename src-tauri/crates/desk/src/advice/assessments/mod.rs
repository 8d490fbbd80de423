//! Needs assessments (需求评估, R 4.1): for whom, what they worry about, what
//! limits the choice. Every version is kept.
//!
//! Knows the catalogue; knows nothing of proposals.

pub mod acts;
mod ask;
mod line;
mod month;
pub(crate) mod record;
mod refusals;
mod store;
pub mod suit;

pub use refusals::Refused;

use crate::advice::catalogue;
use crate::advice::catalogue::{TermKind, Vocabulary};
use crate::ground::subject::Subject;
use crate::ground::text;
use crate::people::visitors;
use crate::people::visitors::{Scope, Sex, consent, standing};
use crate::reception::encounters;
use crate::{
    AssessmentId, EncounterId, Fen, Moment, Reading, Reason, Refusal, Result, ServiceId, StaffId,
    Writing,
};
pub use ask::{Asking, next_question};
pub(crate) use ask::{contenders, relevant};
pub use line::{ReadLine, Suggestion, read_line};
pub use month::Month;
use std::collections::{BTreeMap, BTreeSet};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    keeps: store::KEEPS,
    ..Subject::NOTHING
};

/// Most concerns that are weighed against each other at once.
pub const MOST_CONCERNS: usize = 10;

crate::codes! {
    /// What may have to be asked, in the usual order.
    Question {
        /// Sex.
        Sex = "sex",
        /// Age.
        Age = "age",
        /// What the person worries about.
        Concerns = "concerns",
        /// Pregnancy, possible pregnancy, breastfeeding.
        Pregnancy = "pregnancy",
        /// Pacemaker, metal.
        Implants = "implants",
        /// Other conditions that would rule something out.
        Conditions = "conditions",
        /// Allergies that would rule something out.
        Allergies = "allergies",
        /// What was done lately.
        LastDone = "last_done",
        /// Budget.
        Budget = "budget",
        /// Available time.
        Time = "time",
    }
}

/// The person something is looked for, as far as it decides what suits them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// Sex.
    pub sex: Option<Sex>,
    /// Age in completed years.
    pub age: Option<u32>,
    /// The highest it may be, where only a span from `age` on is known.
    pub age_to: Option<u32>,
    /// Conditions they have.
    pub conditions: BTreeSet<String>,
    /// Allergies they have.
    pub allergies: BTreeSet<String>,
    /// Conditions they said they do not have.
    pub denied_conditions: BTreeSet<String>,
    /// Allergies they said they do not have.
    pub denied_allergies: BTreeSet<String>,
    /// What was done before, and when last.
    pub done: BTreeMap<ServiceId, Month>,
}

/// What is known of the needs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Needs {
    /// Who needs it.
    pub person: Person,
    /// For whom, when it is not the visitor: 母亲.
    pub relation: String,
    /// The goal in their own words.
    pub goal: String,
    /// Concerns in the order they were told.
    pub concerns: Vec<String>,
    /// Most they want to spend.
    pub budget: Option<Fen>,
    /// Most minutes they have.
    pub minutes: Option<u32>,
    /// When they can come, as told.
    pub days: String,
    /// Questions answered with "no limit" or "none".
    pub asked: BTreeSet<Question>,
}

/// A version of an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Id.
    pub id: AssessmentId,
    /// Its encounter.
    pub encounter: EncounterId,
    /// 1, 2, … within the encounter.
    pub version: u32,
    /// What was told.
    pub needs: Needs,
    /// When.
    pub made_at: Moment,
    /// By whom.
    pub made_by: StaffId,
}

/// Keeps a version of what was told.
///
/// # Errors
/// `EncounterClosed`, `NotFound`, `TooMany`, `UnknownCode`, `OutOfRange`, those of the texts;
/// `ConsentMissing` when a named visitor told of their health without agreeing (PIPL 29);
/// `ToldBoth`, `CannotBe`, `AgainstRecord` for what contradicts itself or the record.
pub fn save(w: &Writing<'_>, encounter: EncounterId, needs: &Needs) -> Result<Assessment> {
    let open = encounters::open(w, encounter)?;
    let r = w.reading();
    if let Some(visitor) = open.visitor {
        standing::refuse_unless_open(&r, visitor)?;
    }
    check(needs, &catalogue::vocabulary(&r)?)?;
    record::refuse_contradictions(&r, needs, open.visitor)?;
    for service in needs.person.done.keys() {
        catalogue::service(&r, *service)?;
    }
    let health = !needs.person.conditions.is_empty() || !needs.person.allergies.is_empty();
    if let Some(visitor) = record::own(needs, open.visitor)
        && health
        && !consent::stands_at(&r, visitor, Scope::Health, needs.person.age)?
    {
        return Err(visitors::Refused::ConsentMissing {}
            .at("healthConsent")
            .into());
    }
    let version = store::last_version(w.tx, encounter)? + 1;
    let id = store::insert(w, encounter, version, needs)?;
    let detail = format!("encounter {} version {version}", encounter.0);
    w.note(acts::SAVE, (acts::ASSESSMENT, id.0), &detail)?;
    of(&w.reading(), id)
}

/// What was told of one person does not count for another: whoever the encounter turns out to
/// be with is asked anew. What they came for stays.
///
/// # Errors
/// Of the store.
pub(crate) fn ask_anew(w: &Writing<'_>, encounter: EncounterId) -> Result<()> {
    let Some(before) = latest(&w.reading(), encounter)? else {
        return Ok(());
    };
    if !before.needs.relation.trim().is_empty() || before.needs.person == Person::default() {
        return Ok(());
    }
    let needs = Needs {
        person: Person::default(),
        asked: BTreeSet::new(),
        ..before.needs
    };
    let id = store::insert(w, encounter, before.version + 1, &needs)?;
    let detail = format!("encounter {} asked anew", encounter.0);
    w.note(acts::SAVE, (acts::ASSESSMENT, id.0), &detail)
}

/// Whether what was told in an encounter goes with the record of whoever it is with.
///
/// # Errors
/// Of the store.
pub(crate) fn contradicts(r: &Reading<'_>, encounter: EncounterId) -> Result<bool> {
    let Some(told) = latest(r, encounter)? else {
        return Ok(false);
    };
    let visitor = encounters::of(r, encounter)?.visitor;
    match record::refuse_contradictions(r, &told.needs, visitor) {
        Err(crate::Error::Refused(_)) => Ok(true),
        other => other.map(|()| false),
    }
}

/// One version.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: AssessmentId) -> Result<Assessment> {
    Ok(store::by_id(r.tx, id)?.ok_or_else(|| Reason::NotFound {}.at("assessmentId"))?)
}

/// The newest version of an encounter.
///
/// # Errors
/// Of the store.
pub fn latest(r: &Reading<'_>, encounter: EncounterId) -> Result<Option<Assessment>> {
    let id = store::latest(r.tx, encounter)?;
    id.map(|id| of(r, id)).transpose()
}

/// Whether needs can be weighed and kept.
///
/// # Errors
/// `TooMany`, `UnknownCode`, `OutOfRange`, those of the texts.
pub fn check(needs: &Needs, vocabulary: &Vocabulary) -> Result<(), Refusal> {
    text::optional("relation", &needs.relation, text::NAME)?;
    text::optional("goal", &needs.goal, text::NOTE)?;
    text::optional("days", &needs.days, text::LINE)?;
    if needs.concerns.len() > MOST_CONCERNS {
        let max = i64::try_from(MOST_CONCERNS).unwrap_or(0);
        return Err(Refused::TooMany { max }.at("concerns"));
    }
    if needs.person.age.is_some_and(|age| age > 150) {
        return Err(Reason::OutOfRange { min: 0, max: 150 }.at("age"));
    }
    if needs
        .budget
        .is_some_and(|b| !(0..=100_000_000).contains(&b.0))
    {
        return Err(Reason::OutOfRange {
            min: 0,
            max: 100_000_000,
        }
        .at("budget"));
    }
    if needs.minutes.is_some_and(|m| !(1..=1440).contains(&m)) {
        return Err(Reason::OutOfRange { min: 1, max: 1440 }.at("minutes"));
    }
    check_codes(needs, vocabulary)
}

/// Whether every code that was told is in the vocabulary.
fn check_codes(needs: &Needs, vocabulary: &Vocabulary) -> Result<(), Refusal> {
    let Person {
        conditions,
        allergies,
        denied_conditions,
        denied_allergies,
        ..
    } = &needs.person;
    let sets: [(&str, TermKind, Vec<&String>); 5] = [
        (
            "concerns",
            TermKind::Concern,
            needs.concerns.iter().collect(),
        ),
        (
            "conditions",
            TermKind::Condition,
            conditions.iter().collect(),
        ),
        ("allergies", TermKind::Allergy, allergies.iter().collect()),
        (
            "deniedConditions",
            TermKind::Condition,
            denied_conditions.iter().collect(),
        ),
        (
            "deniedAllergies",
            TermKind::Allergy,
            denied_allergies.iter().collect(),
        ),
    ];
    for (field, kind, codes) in sets {
        if let Some(code) = codes.into_iter().find(|code| !vocabulary.has(kind, code)) {
            let got = code.chars().take(40).collect();
            return Err(Reason::UnknownCode { got }.at(field));
        }
    }
    Ok(())
}
