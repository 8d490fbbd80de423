//! Services and packages as they are typed and read in full.

use crate::codes::Sex;
use desk::advice::catalogue::{Bilingual, PackageSheet, ServiceSheet, Whom};
use desk::{Fen, ServiceId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A text in both languages.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BothLanguages {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl From<Bilingual> for BothLanguages {
    fn from(Bilingual { zh, en }: Bilingual) -> Self {
        Self { zh, en }
    }
}
impl From<BothLanguages> for Bilingual {
    fn from(BothLanguages { zh, en }: BothLanguages) -> Self {
        Self { zh, en }
    }
}

/// Everything said about a service.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceFields {
    /// Code, never changed.
    pub code: String,
    /// Code of the department.
    pub department: String,
    /// Name.
    pub name: BothLanguages,
    /// What is done.
    pub content: BothLanguages,
    /// How it goes.
    pub process: BothLanguages,
    /// What speaks for it.
    pub advantages: BothLanguages,
    /// What it cannot do.
    pub limits: BothLanguages,
    /// For whom.
    pub for_whom: BothLanguages,
    /// Not for whom.
    pub not_for: BothLanguages,
    /// Price in fen.
    pub price: i64,
    /// Minutes.
    pub minutes: u32,
    /// Minutes to come early.
    pub arrive_early: u32,
    /// Hours to book ahead.
    pub lead_hours: u32,
    /// Fasting.
    pub fasting: bool,
    /// A device is brought back the next day.
    pub return_next_day: bool,
    /// Codes of concerns.
    pub covers: Vec<String>,
    /// One sex only.
    pub sex: Option<Sex>,
    /// Youngest.
    pub min_age: u32,
    /// Oldest.
    pub max_age: u32,
    /// Conditions that rule it out.
    pub not_conditions: Vec<String>,
    /// Allergies that rule it out.
    pub not_allergies: Vec<String>,
    /// Conditions that ask for care.
    pub caution_conditions: Vec<String>,
    /// What to prepare.
    pub prepare: Vec<BothLanguages>,
    /// What to bring.
    pub bring: Vec<BothLanguages>,
    /// Months until it makes sense again; 0: any time.
    pub repeat_months: u32,
    /// Whether it has slots of its own.
    pub bookable: bool,
}

impl From<ServiceSheet> for ServiceFields {
    fn from(s: ServiceSheet) -> Self {
        Self {
            code: s.code,
            department: s.department,
            name: s.name.into(),
            content: s.content.into(),
            process: s.process.into(),
            advantages: s.advantages.into(),
            limits: s.limits.into(),
            for_whom: s.for_whom.into(),
            not_for: s.not_for.into(),
            price: s.price.0,
            minutes: s.minutes,
            arrive_early: s.arrive_early,
            lead_hours: s.lead_hours,
            fasting: s.fasting,
            return_next_day: s.return_next_day,
            covers: s.covers,
            sex: s.whom.sex.map(Sex),
            min_age: s.whom.min_age,
            max_age: s.whom.max_age,
            not_conditions: s.not_conditions,
            not_allergies: s.not_allergies,
            caution_conditions: s.caution_conditions,
            prepare: s.prepare.into_iter().map(BothLanguages::from).collect(),
            bring: s.bring.into_iter().map(BothLanguages::from).collect(),
            repeat_months: s.repeat_months,
            bookable: s.bookable,
        }
    }
}

impl From<ServiceFields> for ServiceSheet {
    fn from(f: ServiceFields) -> Self {
        let whom = Whom {
            sex: f.sex.map(|s| s.0),
            min_age: f.min_age,
            max_age: f.max_age,
        };
        Self {
            code: f.code,
            department: f.department,
            name: f.name.into(),
            content: f.content.into(),
            process: f.process.into(),
            advantages: f.advantages.into(),
            limits: f.limits.into(),
            for_whom: f.for_whom.into(),
            not_for: f.not_for.into(),
            price: Fen(f.price),
            minutes: f.minutes,
            arrive_early: f.arrive_early,
            lead_hours: f.lead_hours,
            fasting: f.fasting,
            return_next_day: f.return_next_day,
            covers: f.covers,
            whom,
            not_conditions: f.not_conditions,
            not_allergies: f.not_allergies,
            caution_conditions: f.caution_conditions,
            prepare: f.prepare.into_iter().map(Bilingual::from).collect(),
            bring: f.bring.into_iter().map(Bilingual::from).collect(),
            repeat_months: f.repeat_months,
            bookable: f.bookable,
        }
    }
}

/// Everything said about a package.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackageFields {
    /// Code, never changed.
    pub code: String,
    /// Name.
    pub name: BothLanguages,
    /// What is in it, in words.
    pub content: BothLanguages,
    /// For whom.
    pub for_whom: BothLanguages,
    /// Not for whom.
    pub not_for: BothLanguages,
    /// What it leaves out.
    pub limits: BothLanguages,
    /// Price in fen.
    pub price: i64,
    /// Ids of its services, in order.
    pub services: Vec<i64>,
    /// One sex only.
    pub sex: Option<Sex>,
    /// Youngest.
    pub min_age: u32,
    /// Oldest.
    pub max_age: u32,
}

impl From<PackageSheet> for PackageFields {
    fn from(p: PackageSheet) -> Self {
        Self {
            code: p.code,
            name: p.name.into(),
            content: p.content.into(),
            for_whom: p.for_whom.into(),
            not_for: p.not_for.into(),
            limits: p.limits.into(),
            price: p.price.0,
            services: p.services.into_iter().map(|id| id.0).collect(),
            sex: p.whom.sex.map(Sex),
            min_age: p.whom.min_age,
            max_age: p.whom.max_age,
        }
    }
}

impl From<PackageFields> for PackageSheet {
    fn from(f: PackageFields) -> Self {
        Self {
            code: f.code,
            name: f.name.into(),
            content: f.content.into(),
            for_whom: f.for_whom.into(),
            not_for: f.not_for.into(),
            limits: f.limits.into(),
            price: Fen(f.price),
            services: f.services.into_iter().map(ServiceId).collect(),
            whom: Whom {
                sex: f.sex.map(|s| s.0),
                min_age: f.min_age,
                max_age: f.max_age,
            },
        }
    }
}
