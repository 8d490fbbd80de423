//! The catalogue (服务目录, R 4.2): services, packages, departments and the words
//! needs are told in. Retired, never deleted; every price is kept.
//!
//! Knows nothing of who asks: what suits whom is the proposals' rule.

pub mod acts;
mod find;
mod refusals;
mod save;
mod store;

pub use refusals::Refused;

use crate::ground::subject::Subject;
use crate::people::visitors::Sex;
use crate::{Fen, Moment, PackageId, Reading, Reason, Result, ServiceId, StaffId};
pub use find::{Line, find};
pub use save::{
    put_department, put_term, retire_package, retire_service, return_package, return_service,
    save_package, save_service,
};
use std::collections::BTreeMap;

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    ..Subject::NOTHING
};

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bilingual {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

crate::codes! {
    /// What kind of word a term is.
    TermKind {
        /// 关注: what a person worries about.
        Concern = "concern",
        /// 既往: a condition that may limit the choice.
        Condition = "condition",
        /// 过敏.
        Allergy = "allergy",
    }
}

/// A word needs are told in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What kind of word.
    pub kind: TermKind,
    /// Code, unique in its kind.
    pub code: String,
    /// Name.
    pub name: Bilingual,
    /// Everyday words people say instead.
    pub words: Vec<String>,
    /// A concern that a check-up as a whole answers: 一般健康状况.
    pub broad: bool,
    /// Whether it is still offered.
    pub active: bool,
}

/// A department (科室).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Code.
    pub code: String,
    /// Name.
    pub name: Bilingual,
    /// Floor, area, room.
    pub place: Bilingual,
    /// Its services are done together, as with one blood draw: the longest
    /// of them counts, not the sum.
    pub one_sitting: bool,
}

/// For whom by sex and age; ages in completed years, inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whom {
    /// One sex only.
    pub sex: Option<Sex>,
    /// Youngest.
    pub min_age: u32,
    /// Oldest; 150 is no limit.
    pub max_age: u32,
}

/// Everything the institution says about a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceSheet {
    /// Kebab-case code, never changed.
    pub code: String,
    /// Code of its department.
    pub department: String,
    /// Name.
    pub name: Bilingual,
    /// What is done.
    pub content: Bilingual,
    /// How it goes.
    pub process: Bilingual,
    /// What speaks for it.
    pub advantages: Bilingual,
    /// What it cannot do.
    pub limits: Bilingual,
    /// For whom, in words.
    pub for_whom: Bilingual,
    /// Not for whom, in words.
    pub not_for: Bilingual,
    /// Price in force.
    pub price: Fen,
    /// Duration in minutes.
    pub minutes: u32,
    /// Minutes to come before the booked time.
    pub arrive_early: u32,
    /// Hours it is booked ahead at least.
    pub lead_hours: u32,
    /// Whether the person comes fasting.
    pub fasting: bool,
    /// Whether a device is brought back the next day.
    pub return_next_day: bool,
    /// Codes of concerns; empty: booked, but never proposed by itself.
    pub covers: Vec<String>,
    /// For whom.
    pub whom: Whom,
    /// Conditions that rule it out.
    pub not_conditions: Vec<String>,
    /// Allergies that rule it out.
    pub not_allergies: Vec<String>,
    /// Conditions that ask for care.
    pub caution_conditions: Vec<String>,
    /// What to prepare.
    pub prepare: Vec<Bilingual>,
    /// What to bring.
    pub bring: Vec<Bilingual>,
    /// Months after which it makes sense again; 0: at any time.
    pub repeat_months: u32,
    /// Whether it has slots of its own; otherwise it is done along with others.
    pub bookable: bool,
}

/// A service (服务项目).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Id.
    pub id: ServiceId,
    /// Whether it is still offered.
    pub active: bool,
    /// What is said about it.
    pub sheet: ServiceSheet,
}

/// Everything the institution says about a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageSheet {
    /// Kebab-case code, never changed.
    pub code: String,
    /// Name.
    pub name: Bilingual,
    /// What is in it, in words.
    pub content: Bilingual,
    /// For whom, in words.
    pub for_whom: Bilingual,
    /// Not for whom, in words.
    pub not_for: Bilingual,
    /// What it leaves out.
    pub limits: Bilingual,
    /// Price in force.
    pub price: Fen,
    /// Its services in order.
    pub services: Vec<ServiceId>,
    /// For whom.
    pub whom: Whom,
}

/// A package (套餐).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// Id.
    pub id: PackageId,
    /// Whether it is still offered.
    pub active: bool,
    /// What is said about it.
    pub sheet: PackageSheet,
}

/// A price that is or was in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PriceVersion {
    /// How much.
    pub price: Fen,
    /// From when.
    pub valid_from: Moment,
    /// Set by.
    pub set_by: StaffId,
}

/// The words needs are told in and the places they lead to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    /// Concerns, conditions, allergies, each in the institution's order.
    pub terms: Vec<Term>,
    /// Departments in the order of a walk through the house.
    pub departments: Vec<Department>,
}

impl Vocabulary {
    /// Whether there is such a term.
    pub fn has(&self, kind: TermKind, code: &str) -> bool {
        self.terms.iter().any(|t| t.kind == kind && t.code == code)
    }
}

/// The whole catalogue as values, for rules that choose from it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// Services by id, retired ones too.
    pub services: BTreeMap<ServiceId, Service>,
    /// Packages by id, retired ones too.
    pub packages: BTreeMap<PackageId, Package>,
    /// Departments whose services are done in one sitting.
    pub one_sitting: Vec<String>,
    /// Concerns that a check-up as a whole answers.
    pub broad: Vec<String>,
}

impl Catalogue {
    /// Minutes of services done one after another; those of a one-sitting
    /// department count once, with the longest of them.
    pub fn minutes_of<'a>(&self, services: impl IntoIterator<Item = &'a Service>) -> u32 {
        let mut sum = 0_u32;
        let mut sittings: BTreeMap<&str, u32> = BTreeMap::new();
        for Service { sheet, .. } in services {
            if self.one_sitting.contains(&sheet.department) {
                let longest = sittings.entry(sheet.department.as_str()).or_default();
                *longest = (*longest).max(sheet.minutes);
            } else {
                sum = sum.saturating_add(sheet.minutes);
            }
        }
        sittings.values().fold(sum, |sum, m| sum.saturating_add(*m))
    }

    /// The services of a package, in its order.
    pub fn contents<'a>(&'a self, package: &'a Package) -> impl Iterator<Item = &'a Service> {
        let ids = package.sheet.services.iter();
        ids.filter_map(|id| self.services.get(id))
    }
}

/// The whole catalogue.
///
/// # Errors
/// Of the store.
pub fn whole(r: &Reading<'_>) -> Result<Catalogue> {
    let services = store::services(r.tx)?;
    let packages = store::packages(r.tx)?;
    let departments = store::departments(r.tx)?.into_iter();
    Ok(Catalogue {
        services: services.into_iter().map(|s| (s.id, s)).collect(),
        packages: packages.into_iter().map(|p| (p.id, p)).collect(),
        one_sitting: departments
            .filter(|d| d.one_sitting)
            .map(|d| d.code)
            .collect(),
        broad: store::terms(r.tx)?
            .into_iter()
            .filter(|t| t.kind == TermKind::Concern && t.broad)
            .map(|t| t.code)
            .collect(),
    })
}

/// One service.
///
/// # Errors
/// `NotFound`.
pub fn service(r: &Reading<'_>, id: ServiceId) -> Result<Service> {
    Ok(store::service(r.tx, id)?.ok_or_else(|| Reason::NotFound {}.at("serviceId"))?)
}

/// The service with a code, for loading schedules and starter content.
///
/// # Errors
/// Of the store.
pub fn service_by_code(r: &Reading<'_>, code: &str) -> Result<Option<Service>> {
    let id = store::service_id(r.tx, code)?;
    id.map(|id| service(r, id)).transpose()
}

/// One package.
///
/// # Errors
/// `NotFound`.
pub fn package(r: &Reading<'_>, id: PackageId) -> Result<Package> {
    Ok(store::package(r.tx, id)?.ok_or_else(|| Reason::NotFound {}.at("packageId"))?)
}

/// Every price a service had, the newest first.
///
/// # Errors
/// Of the store.
pub fn service_prices(r: &Reading<'_>, id: ServiceId) -> Result<Vec<PriceVersion>> {
    store::prices(r.tx, Some(id), None)
}

/// Every price a package had, the newest first.
///
/// # Errors
/// Of the store.
pub fn package_prices(r: &Reading<'_>, id: PackageId) -> Result<Vec<PriceVersion>> {
    store::prices(r.tx, None, Some(id))
}

/// The words needs are told in.
///
/// # Errors
/// Of the store.
pub fn vocabulary(r: &Reading<'_>) -> Result<Vocabulary> {
    Ok(Vocabulary {
        terms: store::terms(r.tx)?,
        departments: store::departments(r.tx)?,
    })
}
