//! What the catalogue's commands take and answer.

use super::fields::{BothLanguages, PackageFields, ServiceFields};
use crate::codes::{Sex, TermKind};
use desk::advice::catalogue::{Department, Line, Package, PriceVersion, Service, Term};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is typed to narrow the list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListCatalogue {
    /// Words, pinyin, initials or everyday words of a concern; empty: everything.
    pub text: String,
}

/// The catalogue, compact.
#[derive(Debug, Serialize, TS)]
pub struct CatalogueList {
    /// Services by department, then packages.
    pub rows: Vec<CatalogueLine>,
}

/// Service or package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CatalogueKind {
    /// A service.
    Service,
    /// A package.
    Package,
}

/// One line of the catalogue.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CatalogueLine {
    /// Service or package.
    pub kind: CatalogueKind,
    /// Id.
    pub id: i64,
    /// Code.
    pub code: String,
    /// Name.
    pub name: BothLanguages,
    /// Code of the department; empty for a package.
    pub department: String,
    /// Price in fen.
    pub price: i64,
    /// Prices of its services one by one, in fen; a package only.
    pub sum: Option<i64>,
    /// How many services are in it.
    pub parts: usize,
    /// Minutes.
    pub minutes: u32,
    /// Whether one comes fasting; a service only.
    pub fasting: bool,
    /// Whether it can be booked.
    pub bookable: bool,
    /// Whether it is still offered.
    pub active: bool,
    /// One sex only.
    pub sex: Option<Sex>,
    /// Youngest.
    pub min_age: u32,
    /// Oldest.
    pub max_age: u32,
}

impl From<&Line> for CatalogueLine {
    fn from(line: &Line) -> Self {
        match line {
            Line::Service(service) => {
                let Service { id, active, sheet } = &**service;
                Self {
                    kind: CatalogueKind::Service,
                    id: id.0,
                    code: sheet.code.clone(),
                    name: sheet.name.clone().into(),
                    department: sheet.department.clone(),
                    price: sheet.price.0,
                    sum: None,
                    parts: 1,
                    minutes: sheet.minutes,
                    fasting: sheet.fasting,
                    bookable: sheet.bookable,
                    active: *active,
                    sex: sheet.whom.sex.map(Sex),
                    min_age: sheet.whom.min_age,
                    max_age: sheet.whom.max_age,
                }
            }
            Line::Package(package, sum, minutes) => {
                let Package { id, active, sheet } = &**package;
                Self {
                    kind: CatalogueKind::Package,
                    id: id.0,
                    code: sheet.code.clone(),
                    name: sheet.name.clone().into(),
                    department: String::new(),
                    price: sheet.price.0,
                    sum: Some(sum.0),
                    parts: sheet.services.len(),
                    minutes: *minutes,
                    fasting: false,
                    bookable: true,
                    active: *active,
                    sex: sheet.whom.sex.map(Sex),
                    min_age: sheet.whom.min_age,
                    max_age: sheet.whom.max_age,
                }
            }
        }
    }
}

/// A service to add or change.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveService {
    /// Which; left out: a new one.
    pub id: Option<i64>,
    /// Everything said about it.
    pub sheet: ServiceFields,
}

/// A service in full.
#[derive(Debug, Serialize, TS)]
pub struct ServiceView {
    /// Id.
    pub id: i64,
    /// Whether it is still offered.
    pub active: bool,
    /// Everything said about it.
    pub sheet: ServiceFields,
    /// Prices, the newest first.
    pub prices: Vec<PriceView>,
}

/// A price and from when it holds.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PriceView {
    /// Fen.
    pub price: i64,
    /// From when.
    pub valid_from: i64,
    /// Set by (staff id).
    pub set_by: i64,
}

impl From<PriceVersion> for PriceView {
    fn from(
        PriceVersion {
            price,
            valid_from,
            set_by,
        }: PriceVersion,
    ) -> Self {
        Self {
            price: price.0,
            valid_from: valid_from.0,
            set_by: set_by.0,
        }
    }
}

/// A package to add or change.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SavePackage {
    /// Which; left out: a new one.
    pub id: Option<i64>,
    /// Everything said about it.
    pub sheet: PackageFields,
}

/// A package in full.
#[derive(Debug, Serialize, TS)]
pub struct PackageView {
    /// Id.
    pub id: i64,
    /// Whether it is still offered.
    pub active: bool,
    /// Prices of its services one by one, in fen.
    pub sum: i64,
    /// Minutes of everything.
    pub minutes: u32,
    /// Its services.
    pub parts: Vec<PartView>,
    /// Prices, the newest first.
    pub prices: Vec<PriceView>,
    /// Everything said about it.
    pub sheet: PackageFields,
}

/// A service of a package.
#[derive(Debug, Serialize, TS)]
pub struct PartView {
    /// Id.
    pub id: i64,
    /// Name.
    pub name: BothLanguages,
    /// Price by itself, in fen.
    pub price: i64,
    /// Minutes.
    pub minutes: u32,
    /// Fasting.
    pub fasting: bool,
    /// Whether it is still offered.
    pub active: bool,
}

impl From<&Service> for PartView {
    fn from(Service { id, active, sheet }: &Service) -> Self {
        Self {
            id: id.0,
            name: sheet.name.clone().into(),
            price: sheet.price.0,
            minutes: sheet.minutes,
            fasting: sheet.fasting,
            active: *active,
        }
    }
}

/// What to retire, and why.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetireThing {
    /// Service or package.
    pub kind: CatalogueKind,
    /// Which.
    pub id: i64,
    /// Why.
    pub reason: String,
}

/// What to offer again.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReturnThing {
    /// Service or package.
    pub kind: CatalogueKind,
    /// Which.
    pub id: i64,
}

/// The words needs are told in.
#[derive(Debug, Serialize, TS)]
pub struct VocabularyView {
    /// Concerns, conditions, allergies.
    pub terms: Vec<TermView>,
    /// Departments.
    pub departments: Vec<DepartmentView>,
}

/// A word needs are told in.
#[derive(Debug, Serialize, TS)]
pub struct TermView {
    /// Kind.
    pub kind: TermKind,
    /// Code.
    pub code: String,
    /// Name.
    pub name: BothLanguages,
    /// Everyday words.
    pub words: Vec<String>,
    /// A concern that a check-up as a whole answers.
    pub broad: bool,
    /// Whether it is still offered.
    pub active: bool,
}

impl From<Term> for TermView {
    fn from(
        Term {
            kind,
            code,
            name,
            words,
            broad,
            active,
        }: Term,
    ) -> Self {
        Self {
            kind: TermKind(kind),
            code,
            name: name.into(),
            words,
            broad,
            active,
        }
    }
}

/// A department.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DepartmentView {
    /// Code.
    pub code: String,
    /// Name.
    pub name: BothLanguages,
    /// Floor, area, room.
    pub place: BothLanguages,
    /// Its services are done together.
    pub one_sitting: bool,
}

impl From<Department> for DepartmentView {
    fn from(
        Department {
            code,
            name,
            place,
            one_sitting,
        }: Department,
    ) -> Self {
        Self {
            code,
            name: name.into(),
            place: place.into(),
            one_sitting,
        }
    }
}
