//! Consent (R 1.5; PIPL 13–17, 29): what, when, witnessed by whom, withdrawn when.

use super::acts;
use super::store;
use crate::ground::text;
use crate::{ConsentId, Moment, Reading, Reason, Result, StaffId, VisitorId, Writing};

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
/// `NotFound` when the visitor or any notice is missing.
pub fn give(w: &Writing<'_>, visitor: VisitorId, scope: Scope, manner: Manner) -> Result<Consent> {
    super::standing::refuse_unless_open(&w.reading(), visitor)?;
    let notice = current(&w.reading())?;
    let id = store::insert_consent(w, visitor, scope, &notice.version, manner)?;
    let detail = format!("{} {} {}", scope.code(), notice.version, manner.code());
    w.note(acts::CONSENT, (acts::VISITOR, visitor.0), &detail)?;
    Ok(Consent {
        id,
        scope,
        version: notice.version,
        manner,
        given_at: w.at,
        witnessed_by: w.by.staff,
        withdrawn_at: None,
    })
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

/// Whether a consent of that scope stands.
///
/// # Errors
/// Of the store.
pub fn stands(r: &Reading<'_>, visitor: VisitorId, scope: Scope) -> Result<bool> {
    let all = store::consents(r.tx, visitor)?;
    Ok(all
        .iter()
        .any(|c| c.scope == scope && c.withdrawn_at.is_none()))
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
