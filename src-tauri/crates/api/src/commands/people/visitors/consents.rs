//! What somebody agreed to, on the wire.

use crate::codes::{Manner, Scope};
use desk::people::visitors::{Consent, Guardian};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who consents for somebody under fourteen.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GuardianFields {
    /// What they are to the person: 母亲.
    pub relation: String,
    /// A phone at which they are reached.
    pub phone: String,
}

impl From<GuardianFields> for Guardian {
    fn from(GuardianFields { relation, phone }: GuardianFields) -> Self {
        Self { relation, phone }
    }
}

/// A consent to record.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GiveConsent {
    /// Whose.
    pub id: i64,
    /// To what.
    pub scope: Scope,
    /// How.
    pub manner: Manner,
    /// Who gave it, where a guardian did; left out: whoever gave the one that stands.
    #[serde(default)]
    pub guardian: Option<GuardianFields>,
}

/// A consent to withdraw.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WithdrawConsent {
    /// Whose.
    pub id: i64,
    /// Which.
    pub scope: Scope,
}

/// A consent.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsentView {
    /// Id.
    pub id: i64,
    /// To what.
    pub scope: Scope,
    /// Version of the notice.
    pub version: String,
    /// How.
    pub manner: Manner,
    /// What the guardian who gave it is to the person; empty: they gave it themselves.
    pub guardian: String,
    /// When.
    pub given_at: i64,
    /// Witnessed by (staff id).
    pub witnessed_by: i64,
    /// Withdrawn when.
    pub withdrawn_at: Option<i64>,
}

impl From<Consent> for ConsentView {
    fn from(consent: Consent) -> Self {
        let Consent {
            id,
            scope,
            version,
            manner,
            guardian,
            given_at,
            witnessed_by,
            withdrawn_at,
        } = consent;
        Self {
            id: id.0,
            scope: Scope(scope),
            version,
            manner: Manner(manner),
            guardian: guardian.map_or_else(String::new, |g| g.relation),
            given_at: given_at.0,
            witnessed_by: witnessed_by.0,
            withdrawn_at: withdrawn_at.map(|at| at.0),
        }
    }
}

/// The privacy notice in force.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoticeView {
    /// Version.
    pub version: String,
    /// Chinese text.
    pub text_zh: String,
    /// English text.
    pub text_en: String,
}
