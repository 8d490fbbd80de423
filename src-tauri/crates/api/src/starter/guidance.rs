//! Phrases and the referral directory.

use super::basics::parse;
use desk::ground::text;
use desk::reception::guidance::{self, Hour, Phrase, Referral, Step, Voice};
use desk::{PhraseId, ReferralId, Result, Writing};
use serde::Deserialize;

#[derive(Deserialize)]
struct PhraseFile {
    phrase: Vec<PhraseRow>,
}

#[derive(Deserialize)]
struct PhraseRow {
    step: String,
    channel: String,
    hours: String,
    zh: String,
    en: String,
}

#[derive(Deserialize)]
struct ReferralFile {
    referral: Vec<ReferralRow>,
}

#[derive(Deserialize)]
struct ReferralRow {
    code: String,
    matter_zh: String,
    matter_en: String,
    to_zh: String,
    to_en: String,
    how_zh: String,
    how_en: String,
    words: Vec<String>,
}

/// Loads the phrases and the referrals.
///
/// # Errors
/// Of the desk.
pub(super) fn load(w: &Writing<'_>) -> Result<()> {
    let phrases: PhraseFile = parse(include_str!("../../starter/phrases.toml"))?;
    for row in phrases.phrase {
        let phrase = Phrase {
            id: PhraseId(0),
            step: text::code("step", &row.step, Step::parse)?,
            voice: text::code("channel", &row.channel, Voice::parse)?,
            hour: text::code("hours", &row.hours, Hour::parse)?,
            text_zh: row.zh,
            text_en: row.en,
        };
        guidance::add_phrase(w, &phrase)?;
    }
    let referrals: ReferralFile = parse(include_str!("../../starter/referrals.toml"))?;
    for row in referrals.referral {
        let referral = Referral {
            id: ReferralId(0),
            code: row.code,
            matter: (row.matter_zh, row.matter_en),
            to: (row.to_zh, row.to_en),
            how: (row.how_zh, row.how_en),
            words: row.words,
        };
        guidance::add_referral(w, &referral)?;
    }
    Ok(())
}
