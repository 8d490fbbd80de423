//! Consent (R 1.5; PIPL 13–17, 29): what, when, witnessed by whom, withdrawn when.

use super::oneself::ONESELF;
use super::{Refused, Visitor, acts, register, store};
use crate::ground::refusal::Wrong;
use crate::ground::{names, text};
use crate::{ConsentId, Day, Moment, Reading, Reason, Result, StaffId, VisitorId, Writing};

crate::codes! {
    /// What a consent covers.
    Scope {
        /// Personal data for reception.
        Personal = "personal",
        /// Health information: needs a consent of its own.
        Health = "health",
    }

    /// How it was given.
    Manner {
        /// Said to the receptionist.
        Spoken = "spoken",
        /// Signed on paper.
        Signed = "signed",
        /// By a guardian, for somebody under 14 (PIPL 31).
        Guardian = "guardian",
    }
}

/// A version of the privacy notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// `v1`, `v2`, …
    pub version: String,
    /// Chinese text.
    pub text_zh: String,
    /// English text.
    pub text_en: String,
}

/// Under this age a guardian consents (PIPL 31).
pub const GUARDED_UNDER: u32 = 14;

/// Who consented for somebody else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guardian {
    /// What they are to the person: 母亲.
    pub relation: String,
    /// A phone at which they are reached, as typed.
    pub phone: String,
}

/// How a consent is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// How.
    pub manner: Manner,
    /// Who gave it, where a guardian did; `None`: whoever gave the one that stands.
    pub guardian: Option<Guardian>,
}

impl Given {
    /// Given in this manner, by whoever it is asked of.
    pub const fn by(manner: Manner) -> Self {
        Self {
            manner,
            guardian: None,
        }
    }
}

/// A consent that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Id.
    pub id: ConsentId,
    /// What it covers.
    pub scope: Scope,
    /// Version of the notice that was shown.
    pub version: String,
    /// How.
    pub manner: Manner,
    /// Who gave it for them; `None`: they themselves.
    pub guardian: Option<Guardian>,
    /// When.
    pub given_at: Moment,
    /// Witnessed by.
    pub witnessed_by: StaffId,
    /// Withdrawn when.
    pub withdrawn_at: Option<Moment>,
}

/// Records a consent to the notice in force.
///
/// # Errors
/// `NotFound` when the visitor or any notice is missing; `GuardianNeeded` for somebody under
/// fourteen who would consent alone (PIPL 31); `Empty` relation or phone of the guardian,
/// `PhoneShape`.
pub fn give(w: &Writing<'_>, visitor: VisitorId, scope: Scope, given: &Given) -> Result<Consent> {
    let r = w.reading();
    super::standing::refuse_unless_open(&r, visitor)?;
    let guarded = is_guarded(&super::of(&r, visitor)?, w.today());
    let guardian = match given.manner {
        Manner::Guardian => Some(guardian(&r, visitor, given)?),
        Manner::Spoken | Manner::Signed if guarded => {
            let under = i64::from(GUARDED_UNDER);
            return Err(Refused::GuardianNeeded { under }.at("manner").into());
        }
        Manner::Spoken | Manner::Signed => None,
    };
    let notice = current(&r)?;
    let consent = Consent {
        id: ConsentId(0),
        scope,
        version: notice.version,
        manner: given.manner,
        guardian,
        given_at: w.at,
        witnessed_by: w.by.staff,
        withdrawn_at: None,
    };
    let id = store::insert_consent(w, visitor, &consent)?;
    let detail = format!(
        "{} {} {}",
        scope.code(),
        consent.version,
        consent.manner.code()
    );
    w.note(acts::CONSENT, (acts::VISITOR, visitor.0), &detail)?;
    Ok(Consent { id, ..consent })
}

/// Whether a guardian consents for them on a day: as long as they may be under fourteen.
pub(super) fn is_guarded(visitor: &Visitor, day: Day) -> bool {
    let ages = visitor.ages_on(day);
    ages.is_some_and(|ages| ages.least < GUARDED_UNDER)
}

fn guardian(r: &Reading<'_>, visitor: VisitorId, given: &Given) -> Result<Guardian> {
    let before = || -> Result<Option<Guardian>> {
        let all = store::consents(r.tx, visitor)?.into_iter();
        let mut standing = all.filter(|c| c.withdrawn_at.is_none());
        Ok(standing.find_map(|c| c.guardian))
    };
    let said = match &given.guardian {
        Some(said) => said.clone(),
        None => before()?.unwrap_or_default(),
    };
    let mut wrong = Wrong::default();
    let relation = said.relation.trim();
    let own = ONESELF.contains(&names::fold(relation).as_str());
    let relation = wrong.or(text::required("guardianRelation", relation, text::NAME));
    if own {
        let under = i64::from(GUARDED_UNDER);
        wrong.note(Refused::GuardianNeeded { under }.at("guardianRelation"));
    }
    let phone = text::required("guardianPhone", &said.phone, 60);
    let phone = wrong.or(phone.and_then(|phone| register::checked_phone("guardianPhone", &phone)));
    wrong.done()?;
    Ok(Guardian { relation, phone })
}

/// Withdraws the consents of a scope that stand; withdrawing the personal one
/// withdraws the health one too.
///
/// # Errors
/// `NotFound`.
pub fn withdraw(w: &Writing<'_>, visitor: VisitorId, scope: Scope) -> Result<()> {
    super::of(&w.reading(), visitor)?;
    store::withdraw_consents(w, visitor, scope)?;
    if scope == Scope::Personal {
        store::withdraw_consents(w, visitor, Scope::Health)?;
    }
    w.note(
        acts::WITHDRAW_CONSENT,
        (acts::VISITOR, visitor.0),
        scope.code(),
    )
}

/// All consents of a visitor, the newest first.
///
/// # Errors
/// Of the store.
pub fn list(r: &Reading<'_>, visitor: VisitorId) -> Result<Vec<Consent>> {
    store::consents(r.tx, visitor)
}

/// Whether a consent of that scope stands: for somebody under fourteen a guardian's.
///
/// # Errors
/// `NotFound`.
pub fn stands(r: &Reading<'_>, visitor: VisitorId, scope: Scope) -> Result<bool> {
    stands_at(r, visitor, scope, None)
}

/// The same where they said how old they are, and nothing else is known of it.
///
/// # Errors
/// `NotFound`.
pub(crate) fn stands_at(
    r: &Reading<'_>,
    visitor: VisitorId,
    scope: Scope,
    said: Option<u32>,
) -> Result<bool> {
    let record = super::of(r, visitor)?;
    let child = record.born_on.is_none() && said.is_some_and(|age| age < GUARDED_UNDER);
    let guarded = child || is_guarded(&record, r.today());
    let all = store::consents(r.tx, visitor)?;
    Ok(all.iter().any(|c| {
        c.scope == scope && c.withdrawn_at.is_none() && (!guarded || c.manner == Manner::Guardian)
    }))
}

/// The notice in force.
///
/// # Errors
/// `NotFound` before set-up.
pub fn current(r: &Reading<'_>) -> Result<Notice> {
    Ok(store::current_notice(r.tx)?.ok_or_else(|| Reason::NotFound {}.at("notice"))?)
}

/// Publishes a new version of the notice.
///
/// # Errors
/// Those of the texts.
pub fn publish(w: &Writing<'_>, notice: &Notice) -> Result<()> {
    let checked = Notice {
        version: text::required("version", &notice.version, 20)?,
        text_zh: text::required("textZh", &notice.text_zh, text::NOTE)?,
        text_en: text::required("textEn", &notice.text_en, text::NOTE)?,
    };
    store::insert_notice(w, &checked)?;
    w.note(acts::PUBLISH_NOTICE, (acts::NOTICE, 0), &checked.version)
}
