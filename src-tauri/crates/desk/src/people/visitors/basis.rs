//! On what a visitor's record rests (PIPL 13), and what has to be there for it.

use super::Refused;
use super::acts;
use super::{Given, Scope, VisitorDetails, consent, standing, store};
use crate::ground::refusal::Wrong;
use crate::ground::text;
use crate::{Reading, Reason, Result, VisitorId, Writing};

crate::codes! {
    /// On what a record rests (PIPL 13). Only the first needs a consent.
    Basis {
        /// 个人同意.
        Consent = "consent",
        /// 订立、履行合同所必需.
        Contract = "contract",
        /// 履行法定职责或者法定义务所必需.
        LegalDuty = "legal_duty",
        /// 紧急情况下为保护生命健康所必需.
        Emergency = "emergency",
    }
}

/// On what a new record rests, and what the person agreed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grounds<'a> {
    /// On what it rests.
    pub basis: Basis,
    /// Why it rests on something else than the consent.
    pub reason: &'a str,
    /// How the consent to the notice in force was given.
    pub consent: Option<Given>,
    /// How the separate consent to health information was given.
    pub health: Option<Given>,
}

impl Grounds<'_> {
    /// Notes which consents a registration misses.
    pub(super) fn check(&self, wrong: &mut Wrong, draft: &VisitorDetails) {
        if self.basis == Basis::Consent && self.consent.is_none() {
            wrong.note(Refused::ConsentMissing {}.at("consent"));
        }
        if draft.holds_health() && self.health.is_none() {
            wrong.note(Refused::ConsentMissing {}.at("healthConsent"));
        }
    }

    /// Stores basis and consents of a visitor who was just registered.
    pub(super) fn record(&self, w: &Writing<'_>, id: VisitorId) -> Result<()> {
        if self.basis != Basis::Consent {
            set_basis(w, id, self.basis, self.reason)?;
        }
        for (scope, given) in [
            (Scope::Personal, &self.consent),
            (Scope::Health, &self.health),
        ] {
            if let Some(given) = given {
                consent::give(w, id, scope, given)?;
            }
        }
        Ok(())
    }
}

/// On what a visitor's record rests.
///
/// # Errors
/// `NotFound`.
pub fn basis_of(r: &Reading<'_>, id: VisitorId) -> Result<Basis> {
    Ok(store::basis(r.tx, id)?.ok_or_else(|| Reason::NotFound {}.refuse())?)
}

/// Whether something may be done with a visitor: a consent stands, or their record
/// rests on something that needs none.
///
/// # Errors
/// `NotFound`.
pub fn covered(r: &Reading<'_>, id: VisitorId) -> Result<bool> {
    Ok(basis_of(r, id)? != Basis::Consent || consent::stands(r, id, Scope::Personal)?)
}

/// Sets on what a visitor's record rests.
///
/// # Errors
/// `NotFound`, `VisitorRestricted`, `ReasonNeeded` for anything but the consent.
pub fn set_basis(w: &Writing<'_>, id: VisitorId, basis: Basis, reason: &str) -> Result<()> {
    standing::refuse_unless_open(&w.reading(), id)?;
    let reason = match basis {
        Basis::Consent => text::optional("reason", reason, text::LINE)?,
        Basis::Contract | Basis::LegalDuty | Basis::Emergency => text::reason(reason)?,
    };
    store::set_basis(w, id, basis)?;
    w.note_because(
        acts::SET_BASIS,
        (acts::VISITOR, id.0),
        basis.code(),
        &reason,
    )
}
