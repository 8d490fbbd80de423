//! Visitors (来访者): who they are, what they agreed to, how they are found.

pub mod acts;
pub mod basis;
pub mod born;
pub mod consent;
mod doubts;
mod find;
pub mod identity;
mod oneself;
pub mod possible;
mod refusals;
mod register;
pub mod standing;
mod store;

pub use refusals::Refused;

use crate::ground::subject::Subject;
use crate::people::reveals::{self, Because};
use crate::{Day, Moment, Reading, Reason, Result, StaffId, VisitorId, Writing};
pub use basis::{Basis, Grounds};
pub use born::{Ages, Born};
pub use consent::{Consent, Given, Guardian, Manner, Notice, Scope};
pub use doubts::Doubt;
pub use find::{ENDING, Finds, Found, Why, find, likely_numbers, likely_same, numbers};
pub use register::{VisitorDetails, correct, register};
pub use standing::{Hold, Restriction, Standing};
use std::collections::BTreeMap;
use vault::Migration;

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    keeps: store::KEEPS,
    migrations: &[
        Migration {
            number: 16,
            name: "guardians",
            sql: include_str!("../../../migrations/0016_guardians.sql"),
        },
        Migration {
            number: 23,
            name: "typed",
            sql: include_str!("../../../migrations/0023_typed.sql"),
        },
    ],
    ..Subject::NOTHING
};

crate::codes! {
    /// Sex, as it matters to what may be offered.
    Sex {
        /// 女.
        Female = "female",
        /// 男.
        Male = "male",
    }

    /// Why somebody gave no phone.
    NoPhone {
        /// 没有手机.
        None = "none",
        /// 不愿提供.
        Declined = "declined",
        /// 记不清号码.
        Forgotten = "forgotten",
        /// Any other.
        Other = "other",
    }

    /// Kind of identity document.
    IdKind {
        /// None shown.
        None = "none",
        /// 居民身份证, and residence permits of the same form.
        Resident = "resident",
        /// 护照.
        Passport = "passport",
        /// 港澳居民来往内地通行证.
        HkMacau = "hk_macau",
        /// 台湾居民来往大陆通行证.
        Taiwan = "taiwan",
        /// 外国人永久居留身份证.
        ForeignResident = "foreign_resident",
        /// Any other.
        Other = "other",
    }
}

/// A visitor, in full. Masking is done where a view is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    /// Id.
    pub id: VisitorId,
    /// Name exactly as typed.
    pub name: String,
    /// Phone as typed.
    pub phone: String,
    /// Why there is none; `None` where there is one, or nobody asked yet.
    pub no_phone: Option<NoPhone>,
    /// Second phone.
    pub phone_2: String,
    /// Kind of document.
    pub id_kind: IdKind,
    /// Its number; empty when none was shown.
    pub id_number: String,
    /// Sex, when known.
    pub sex: Option<Sex>,
    /// Birth date, when known, as precisely as it is.
    pub born_on: Option<Born>,
    /// Address.
    pub address: String,
    /// Note for colleagues.
    pub note: String,
    /// Codes of special groups (R 1.4).
    pub groups: Vec<String>,
    /// Codes of conditions a department must know.
    pub conditions: Vec<String>,
    /// Codes of allergies.
    pub allergies: Vec<String>,
    /// When registered.
    pub registered_at: Moment,
    /// By whom.
    pub registered_by: StaffId,
    /// Last encounter.
    pub seen_at: Moment,
    /// What may be done with the record.
    pub standing: Standing,
}

impl Visitor {
    /// What may be seen of it: of a record that may not be used only its number (PIPL 47).
    #[must_use]
    pub fn seen(self) -> Self {
        if self.standing == Standing::Open {
            return self;
        }
        Self {
            name: String::new(),
            phone: String::new(),
            no_phone: None,
            phone_2: String::new(),
            id_kind: IdKind::None,
            id_number: String::new(),
            sex: None,
            born_on: None,
            address: String::new(),
            note: String::new(),
            groups: Vec::new(),
            conditions: Vec::new(),
            allergies: Vec::new(),
            ..self
        }
    }

    /// Age in completed years on a day, where it is certain.
    pub fn age_on(&self, day: Day) -> Option<u32> {
        self.ages_on(day).and_then(Ages::certain)
    }

    /// The ages they may have on a day.
    pub fn ages_on(&self, day: Day) -> Option<Ages> {
        self.born_on.and_then(|born| born.ages_on(day))
    }
}

/// A special group of the institution's list (R 1.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialGroup {
    /// Code.
    pub code: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// How it lifts a person in the queue.
    pub lifts: Lift,
    /// Whether an escort is offered.
    pub escort: bool,
    /// Offered from this age on.
    pub min_age: Option<u32>,
}

crate::codes! {
    /// How membership of a special group lifts a person in the queue.
    Lift {
        /// Counts as urgent.
        Urgent = "urgent",
        /// First among those of equal need.
        FirstAmongEquals = "first_among_equals",
    }
}

/// One visitor.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: VisitorId) -> Result<Visitor> {
    Ok(store::by_id(r.tx, id)?.ok_or_else(|| Reason::NotFound {}.refuse())?)
}

/// Several visitors at once, for lists.
///
/// # Errors
/// Of the store.
pub fn several(r: &Reading<'_>, ids: &[VisitorId]) -> Result<BTreeMap<VisitorId, Visitor>> {
    store::several(r.tx, ids)
}

/// Standing and name of several visitors at once, for lists; only an open record tells
/// its name.
///
/// # Errors
/// Of the store.
pub fn names(
    r: &Reading<'_>,
    ids: &[VisitorId],
) -> Result<BTreeMap<VisitorId, (Standing, String)>> {
    store::names(r.tx, ids)
}

/// Notes that one hidden value is shown in full, to whom and why.
///
/// # Errors
/// `NotFound`, `VisitorRestricted`, `VisitorErased`, those of the reason.
pub fn reveal(w: &Writing<'_>, id: VisitorId, what: &str, because: Because<'_>) -> Result<Visitor> {
    standing::refuse_unless_open(&w.reading(), id)?;
    let visitor = of(&w.reading(), id)?;
    reveals::note(w, acts::REVEAL, (acts::VISITOR, id.0), what, because)?;
    Ok(visitor)
}

/// The special groups.
///
/// # Errors
/// Of the store.
pub fn groups(r: &Reading<'_>) -> Result<Vec<SpecialGroup>> {
    store::groups(r.tx)
}

/// Adds or changes a special group.
///
/// # Errors
/// Of the store.
pub fn put_group(w: &Writing<'_>, group: &SpecialGroup) -> Result<()> {
    store::put_group(w, group)?;
    w.note(acts::PUT_GROUP, (acts::SPECIAL_GROUP, 0), &group.code)
}

/// Somebody who is here, in person or on the phone: only with their consent (R 1.5), or where
/// the law asks for none (PIPL 13). Moves them to the top of what is found.
///
/// # Errors
/// `VisitorRestricted`, `VisitorErased`, `ConsentMissing`, `NotFound`.
pub(crate) fn received(w: &Writing<'_>, id: VisitorId) -> Result<Visitor> {
    let r = w.reading();
    standing::refuse_unless_open(&r, id)?;
    let visitor = of(&r, id)?;
    if !basis::covered(&r, id)? {
        return Err(Refused::ConsentMissing {}.at("consent").into());
    }
    store::set_seen(w, id)?;
    Ok(visitor)
}
