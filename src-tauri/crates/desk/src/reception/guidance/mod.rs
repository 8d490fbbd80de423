//! Guidance at hand: what to say now (R 1.1, 3.4) and where to send what is not
//! ours (R 2.5).

pub mod acts;
mod store;

use crate::ground::names;
use crate::ground::refusal::Wrong;
use crate::ground::subject::Subject;
use crate::ground::text;
use crate::house::institution::{Calendar, DayKind};
use crate::reception::encounters::Channel;
use crate::{Moment, PhraseId, Reading, ReferralId, Result, Writing};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    ..Subject::NOTHING
};

crate::codes! {
    /// A step of an encounter that has its phrases.
    Step {
        /// 开场.
        Opening = "opening",
        /// 了解需求.
        Probing = "probing",
        /// 复述确认.
        ReadBack = "read_back",
        /// 介绍方案.
        Introduce = "introduce",
        /// 请稍候.
        Hold = "hold",
        /// 转接.
        Transfer = "transfer",
        /// 转接不成.
        TransferFailed = "transfer_failed",
        /// 承诺回告.
        Promise = "promise",
        /// 预约.
        Booking = "booking",
        /// 受理表扬.
        FeedbackPraise = "feedback_praise",
        /// 受理建议.
        FeedbackSuggestion = "feedback_suggestion",
        /// 受理投诉.
        FeedbackComplaint = "feedback_complaint",
        /// 结束.
        Closing = "closing",
    }

    /// Part of the working time a phrase fits.
    Hour {
        /// Always.
        Any = "any",
        /// Open, before noon.
        Morning = "morning",
        /// Open, after noon.
        Afternoon = "afternoon",
        /// Lunch break.
        Lunch = "lunch",
        /// Outside the opening hours.
        AfterHours = "after_hours",
        /// A public holiday.
        Holiday = "holiday",
    }

    /// Which channel a phrase fits.
    Voice {
        /// Every channel.
        Any = "any",
        /// Face to face.
        WalkIn = "walk_in",
        /// On the phone.
        Phone = "phone",
    }
}

/// A phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Id; 0 before it is stored.
    pub id: PhraseId,
    /// For which step.
    pub step: Step,
    /// For which channel.
    pub voice: Voice,
    /// For which part of the working time.
    pub hour: Hour,
    /// Chinese.
    pub text_zh: String,
    /// English.
    pub text_en: String,
}

/// A referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referral {
    /// Id; 0 before it is stored.
    pub id: ReferralId,
    /// Code.
    pub code: String,
    /// What is out of our scope, zh and en.
    pub matter: (String, String),
    /// Where to, zh and en.
    pub to: (String, String),
    /// What to tell the person, zh and en.
    pub how: (String, String),
    /// Everyday words it is found by.
    pub words: Vec<String>,
}

/// The part of the working time of a moment.
pub fn hour_of(calendar: &Calendar, at: Moment) -> Hour {
    let mark = calendar.mark(at.day());
    if mark.is_some_and(|mark| mark.kind == DayKind::Closed) {
        return Hour::Holiday;
    }
    let minute = at.minute();
    match calendar.hours_on(at.day()) {
        None => Hour::AfterHours,
        Some(h) if minute < h.opens || minute >= h.closes => Hour::AfterHours,
        Some(h)
            if h.lunch
                .is_some_and(|(from, to)| minute >= from && minute < to) =>
        {
            Hour::Lunch
        }
        Some(_) if minute.0 < 12 * 60 => Hour::Morning,
        Some(_) => Hour::Afternoon,
    }
}

/// The phrases of a step that fit channel and hour, the most fitting first.
pub fn fitting(phrases: &[Phrase], step: Step, channel: Channel, hour: Hour) -> Vec<Phrase> {
    let voice = if channel == Channel::WalkIn {
        Voice::WalkIn
    } else {
        Voice::Phone
    };
    let mut fit: Vec<(u8, &Phrase)> = phrases
        .iter()
        .filter(|p| p.step == step)
        .filter(|p| p.voice == Voice::Any || p.voice == voice)
        .filter(|p| p.hour == Hour::Any || p.hour == hour)
        .map(|p| {
            (
                u8::from(p.hour == Hour::Any) * 2 + u8::from(p.voice == Voice::Any),
                p,
            )
        })
        .collect();
    fit.sort_by_key(|(general, p)| (*general, p.id));
    fit.into_iter().map(|(_, p)| p.clone()).collect()
}

/// The phrases for a step right now.
///
/// # Errors
/// Of the store.
pub fn phrases(r: &Reading<'_>, step: Step, channel: Channel) -> Result<Vec<Phrase>> {
    let calendar = Calendar::read(r)?;
    Ok(fitting(
        &store::phrases(r.tx)?,
        step,
        channel,
        hour_of(&calendar, r.at),
    ))
}

/// The referrals whose words, matter or place fit what was typed; all when nothing was typed, or
/// nothing fits: what is life-threatening comes first there, however it was put.
///
/// # Errors
/// Of the store.
pub fn referrals(r: &Reading<'_>, typed: &str) -> Result<Vec<Referral>> {
    let all = store::referrals(r.tx)?;
    let wanted = names::fold(typed);
    if wanted.is_empty() {
        return Ok(all);
    }
    let fits = |referral: &Referral| {
        let folded = |text: &str| names::fold(text);
        let named = [
            &referral.matter.0,
            &referral.matter.1,
            &referral.to.0,
            &referral.to.1,
        ];
        named.iter().any(|text| folded(text).contains(&wanted))
            || referral.words.iter().any(|word| {
                let word = folded(word);
                wanted.contains(&word) || word.contains(&wanted)
            })
    };
    let fitting: Vec<Referral> = all.iter().filter(|one| fits(one)).cloned().collect();
    Ok(if fitting.is_empty() { all } else { fitting })
}

/// Adds a phrase.
///
/// # Errors
/// Those of the texts.
pub fn add_phrase(w: &Writing<'_>, phrase: &Phrase) -> Result<()> {
    let mut wrong = Wrong::default();
    wrong.or(text::required("textZh", &phrase.text_zh, text::NOTE));
    wrong.or(text::optional("textEn", &phrase.text_en, text::NOTE));
    wrong.done()?;
    let id = store::insert_phrase(w, phrase)?;
    w.note(acts::ADD_PHRASE, (acts::PHRASE, id.0), phrase.step.code())
}

/// Adds a referral.
///
/// # Errors
/// Those of the texts; `Conflict` of the store when the code is taken.
pub fn add_referral(w: &Writing<'_>, referral: &Referral) -> Result<()> {
    let mut wrong = Wrong::default();
    wrong.or(text::required("matterZh", &referral.matter.0, text::LINE));
    wrong.or(text::required("toZh", &referral.to.0, text::LINE));
    wrong.or(text::required("howZh", &referral.how.0, text::NOTE));
    wrong.done()?;
    let id = store::insert_referral(w, referral)?;
    w.note(acts::ADD_REFERRAL, (acts::REFERRAL, id.0), &referral.code)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::house::institution::Hours;
    use crate::{Day, Minute};

    fn phrase(id: i64, voice: Voice, hour: Hour) -> Phrase {
        let text = String::new();
        Phrase {
            id: PhraseId(id),
            step: Step::Opening,
            voice,
            hour,
            text_zh: text.clone(),
            text_en: text,
        }
    }

    #[test]
    fn the_opening_fits_channel_and_hour_and_the_special_comes_first() {
        let all = [
            phrase(1, Voice::Any, Hour::Any),
            phrase(2, Voice::WalkIn, Hour::Morning),
            phrase(3, Voice::Phone, Hour::Morning),
            phrase(4, Voice::WalkIn, Hour::Holiday),
        ];
        let ids = |hour| -> Vec<i64> {
            fitting(&all, Step::Opening, Channel::WalkIn, hour)
                .iter()
                .map(|p| p.id.0)
                .collect()
        };
        assert_eq!(ids(Hour::Morning), vec![2, 1]);
        assert_eq!(ids(Hour::Holiday), vec![4, 1]);
        assert_eq!(ids(Hour::Lunch), vec![1]);
    }

    #[test]
    fn hours_of_a_day_are_told_apart() {
        let day = Day::parse("2026-11-23").unwrap();
        let hours = vec![Hours {
            weekday: 1,
            opens: Minute(480),
            closes: Minute(1050),
            lunch: Some((Minute(720), Minute(810))),
        }];
        let calendar = Calendar::new(hours, []);
        let at = |m| hour_of(&calendar, day.at(Minute(m)));
        assert_eq!(
            [at(479), at(500), at(730), at(900), at(1050)].map(Hour::code),
            [
                "after_hours",
                "morning",
                "lunch",
                "afternoon",
                "after_hours"
            ]
        );
        let national = Day::parse("2026-10-05").unwrap();
        let holiday = hour_of(&calendar, national.at(Minute(600)));
        assert_eq!(holiday, Hour::Holiday);
    }
}
