//! Guidance at hand: phrases for this step, referrals for what is not ours.

use crate::codes::{Channel, Hour, Step, Voice};
use crate::problem::Fault;
use crate::table::{Command, Topic, read};
use desk::Reading;
use desk::reception::guidance::{self, Phrase, Referral};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const SHOWS: &[Topic] = &[Topic::GUIDANCE];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("guidance.phrases", None, SHOWS, phrases),
        read("guidance.referrals", None, SHOWS, referrals),
    ]
}

fn phrases(r: &Reading<'_>, input: AskPhrases) -> Result<PhraseList, Fault> {
    let rows = guidance::phrases(r, input.step.0, input.channel.0)?;
    Ok(PhraseList {
        rows: rows.into_iter().map(PhraseView::from).collect(),
    })
}

fn referrals(r: &Reading<'_>, input: AskReferrals) -> Result<ReferralList, Fault> {
    let rows = guidance::referrals(r, &input.text)?;
    Ok(ReferralList {
        rows: rows.into_iter().map(ReferralView::from).collect(),
    })
}

/// Which phrases.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskPhrases {
    /// The step of the encounter.
    pub step: Step,
    /// Its channel.
    pub channel: Channel,
}

/// Phrases that fit now.
#[derive(Debug, Serialize, TS)]
pub struct PhraseList {
    /// The most fitting first.
    pub rows: Vec<PhraseView>,
}

/// A phrase.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhraseView {
    /// Id.
    pub id: i64,
    /// Step.
    pub step: Step,
    /// Channel it is meant for.
    pub voice: Voice,
    /// Part of the working time.
    pub hour: Hour,
    /// Chinese.
    pub text_zh: String,
    /// English.
    pub text_en: String,
}

impl From<Phrase> for PhraseView {
    fn from(phrase: Phrase) -> Self {
        let Phrase {
            id,
            step,
            voice,
            hour,
            text_zh,
            text_en,
        } = phrase;
        Self {
            id: id.0,
            step: Step(step),
            voice: Voice(voice),
            hour: Hour(hour),
            text_zh,
            text_en,
        }
    }
}

/// What the matter is about.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskReferrals {
    /// Words; empty for all.
    pub text: String,
}

/// Referrals that fit.
#[derive(Debug, Serialize, TS)]
pub struct ReferralList {
    /// In the directory's order.
    pub rows: Vec<ReferralView>,
}

/// A referral.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReferralView {
    /// Id.
    pub id: i64,
    /// Code.
    pub code: String,
    /// The matter.
    pub matter_zh: String,
    /// The matter in English.
    pub matter_en: String,
    /// Where to.
    pub to_zh: String,
    /// Where to in English.
    pub to_en: String,
    /// What to tell the person.
    pub how_zh: String,
    /// What to tell the person in English.
    pub how_en: String,
}

impl From<Referral> for ReferralView {
    fn from(referral: Referral) -> Self {
        let Referral {
            id,
            code,
            matter,
            to,
            how,
            words: _,
        } = referral;
        Self {
            id: id.0,
            code,
            matter_zh: matter.0,
            matter_en: matter.1,
            to_zh: to.0,
            to_en: to.1,
            how_zh: how.0,
            how_en: how.1,
        }
    }
}
