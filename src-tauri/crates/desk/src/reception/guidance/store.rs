//! SQL of phrases and referrals.

use super::{Phrase, Referral};
use crate::{PhraseId, ReferralId, Result, Writing};
use vault::{ReadTx, args};

pub(super) fn phrases(tx: &ReadTx<'_>) -> Result<Vec<Phrase>> {
    Ok(tx.all(
        "SELECT id, step, channel, hours, text_zh, text_en FROM phrases WHERE active = 1 ORDER BY id",
        args![],
        |row| {
            Ok(Phrase {
                id: row.get("id")?,
                step: row.get("step")?,
                voice: row.get("channel")?,
                hour: row.get("hours")?,
                text_zh: row.get("text_zh")?,
                text_en: row.get("text_en")?,
            })
        },
    )?)
}

pub(super) fn insert_phrase(w: &Writing<'_>, p: &Phrase) -> Result<PhraseId> {
    let id = w.tx.insert(
        "INSERT INTO phrases (step, channel, hours, text_zh, text_en, active) VALUES (?1, ?2, ?3, ?4, ?5, 1) RETURNING id",
        args![p.step, p.voice, p.hour, &p.text_zh, &p.text_en],
    )?;
    Ok(PhraseId(id))
}

pub(super) fn referrals(tx: &ReadTx<'_>) -> Result<Vec<Referral>> {
    Ok(tx.all(
        "SELECT id, code, matter_zh, matter_en, to_zh, to_en, how_zh, how_en, words FROM referrals
         WHERE active = 1 ORDER BY id",
        args![],
        |row| {
            let words: String = row.get("words")?;
            Ok(Referral {
                id: row.get("id")?,
                code: row.get("code")?,
                matter: (row.get("matter_zh")?, row.get("matter_en")?),
                to: (row.get("to_zh")?, row.get("to_en")?),
                how: (row.get("how_zh")?, row.get("how_en")?),
                words: words.split_whitespace().map(str::to_owned).collect(),
            })
        },
    )?)
}

pub(super) fn insert_referral(w: &Writing<'_>, r: &Referral) -> Result<ReferralId> {
    let words = r.words.join(" ");
    let id = w.tx.insert(
        "INSERT INTO referrals (code, matter_zh, matter_en, to_zh, to_en, how_zh, how_en, words, active)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1) RETURNING id",
        args![
            &r.code, &r.matter.0, &r.matter.1, &r.to.0, &r.to.1, &r.how.0, &r.how.1, words
        ],
    )?;
    Ok(ReferralId(id))
}
