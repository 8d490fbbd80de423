//! Privacy notices by version (PIPL 14, 17), and the yearly count of minors (PIPL 31).

mod refusals;
mod store;

pub use refusals::Refused;

use crate::ground::refusal::Wrong;
use crate::ground::subject::Subject;
use crate::ground::text;
use crate::people::visitors::consent::GUARDED_UNDER;
use crate::people::visitors::{Notice, Scope, consent};
use crate::{Day, Moment, Reading, Reason, Result, VisitorId, Writing};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    refusals: Refused::CODES,
    ..Subject::NOTHING
};

/// A version of the notice with what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The texts.
    pub notice: Notice,
    /// Since when it is in force.
    pub since: Moment,
    /// Consents that were given to it.
    pub given: i64,
    /// Of those, how many stand.
    pub standing: i64,
}

/// What the yearly report on minors counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Minors {
    /// Visitors under fourteen on the last day.
    pub visitors: i64,
    /// Of them, with a guardian's consent that stands.
    pub guarded: i64,
    /// Requests about them in the year.
    pub requests: i64,
}

/// All versions, the newest first.
///
/// # Errors
/// Of the store.
pub fn list(r: &Reading<'_>) -> Result<Vec<Version>> {
    store::list(r.tx)
}

/// One version.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, version: &str) -> Result<Version> {
    let all = store::list(r.tx)?;
    let found = all.into_iter().find(|v| v.notice.version == version);
    Ok(found.ok_or_else(|| Reason::NotFound {}.refuse())?)
}

/// Publishes the texts as the next version; everybody is asked again by and by.
///
/// # Errors
/// `NothingNew` when they are those in force, `Empty`, those of the texts.
pub fn publish(w: &Writing<'_>, text_zh: &str, text_en: &str) -> Result<Notice> {
    let mut wrong = Wrong::default();
    let all = store::list(w.tx)?;
    let (text_zh, text_en) = (
        wrong.or(text::required("textZh", text_zh, text::NOTE)),
        wrong.or(text::required("textEn", text_en, text::NOTE)),
    );
    wrong.done()?;
    if let Some(Version { notice, .. }) = all.first()
        && notice.text_zh == text_zh
        && notice.text_en == text_en
    {
        return Err(Refused::NothingNew {}.at("textZh").into());
    }
    let taken = |version: &str| all.iter().any(|v| v.notice.version == version);
    let version = (all.len() + 1..)
        .map(|n| format!("v{n}"))
        .find(|version| !taken(version))
        .unwrap_or_default();
    let notice = Notice {
        version,
        text_zh,
        text_en,
    };
    consent::publish(w, &notice)?;
    Ok(notice)
}

/// Whether the consent of a visitor is to an older version than the one in force,
/// so that they are to be asked again.
///
/// # Errors
/// Of the store; `NotFound` before set-up.
pub fn ask_again(r: &Reading<'_>, id: VisitorId) -> Result<bool> {
    let current = consent::current(r)?.version;
    let all = consent::list(r, id)?;
    let mut standing = all
        .iter()
        .filter(|c| c.scope == Scope::Personal && c.withdrawn_at.is_none());
    Ok(standing.next().is_some_and(|c| c.version != current))
}

/// What there is to report about minors for a year (未成年人网络保护条例 37).
///
/// # Errors
/// `NoSuchTime` at `year`.
pub fn minors(r: &Reading<'_>, year: i32) -> Result<Minors> {
    let days = Day::new(year, 1, 1).zip(Day::new(year, 12, 31));
    let (first, last) = days.ok_or_else(|| Reason::NoSuchTime {}.at("year"))?;
    let years = i32::try_from(GUARDED_UNDER).unwrap_or(14);
    // Whoever was born after this day was younger than fourteen on the last one.
    let born_after = Day::new(year - years, 12, 31).unwrap_or(first);
    store::minors(r.tx, first, last, born_after)
}
