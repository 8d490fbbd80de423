//! The catalogue: listed, read in full, edited, retired.

use crate::codes::{Sex, TermKind};
use crate::problem::Fault;
use crate::table::{Command, Subject, read, write};
use crate::wire::{Done, Nothing, OneId};
use desk::catalogue::{
    self, Bilingual, Department, Line, Package, PackageSheet, PriceVersion, Service, ServiceSheet,
    Term, Whom,
};
use desk::roles::Right;
use desk::{Fen, PackageId, Reading, ServiceId, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const SHOWS: &[Subject] = &[Subject::Catalogue];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("catalogue.list", None, SHOWS, list),
        read("catalogue.service", None, SHOWS, service),
        read("catalogue.package", None, SHOWS, package),
        read("catalogue.vocabulary", None, SHOWS, vocabulary),
        write(
            "catalogue.save_service",
            Right::EditContent,
            SHOWS,
            save_service,
        ),
        write(
            "catalogue.save_package",
            Right::EditContent,
            SHOWS,
            save_package,
        ),
        write("catalogue.retire", Right::EditContent, SHOWS, retire),
        write("catalogue.return", Right::EditContent, SHOWS, give_back),
    ]
}

fn list(r: &Reading<'_>, input: ListCatalogue) -> Result<CatalogueList, Fault> {
    let rows = catalogue::find(r, &input.text)?
        .iter()
        .map(CatalogueLine::from)
        .collect();
    Ok(CatalogueList { rows })
}

fn service(r: &Reading<'_>, input: OneId) -> Result<ServiceView, Fault> {
    service_view(r, ServiceId(input.id))
}

fn package(r: &Reading<'_>, input: OneId) -> Result<PackageView, Fault> {
    package_view(r, PackageId(input.id))
}

fn vocabulary(r: &Reading<'_>, _: Nothing) -> Result<VocabularyView, Fault> {
    let catalogue::Vocabulary { terms, departments } = catalogue::vocabulary(r)?;
    Ok(VocabularyView {
        terms: terms.into_iter().map(TermView::from).collect(),
        departments: departments.into_iter().map(DepartmentView::from).collect(),
    })
}

fn save_service(w: &Writing<'_>, input: SaveService) -> Result<ServiceView, Fault> {
    let id = catalogue::save_service(w, input.id.map(ServiceId), &input.sheet.into())?;
    service_view(&w.reading(), id)
}

fn save_package(w: &Writing<'_>, input: SavePackage) -> Result<PackageView, Fault> {
    let id = catalogue::save_package(w, input.id.map(PackageId), &input.sheet.into())?;
    package_view(&w.reading(), id)
}

fn retire(w: &Writing<'_>, input: RetireThing) -> Result<Done, Fault> {
    match input.kind {
        CatalogueKind::Service => catalogue::retire_service(w, ServiceId(input.id), &input.reason)?,
        CatalogueKind::Package => catalogue::retire_package(w, PackageId(input.id), &input.reason)?,
    }
    Ok(Done {})
}

fn give_back(w: &Writing<'_>, input: ReturnThing) -> Result<Done, Fault> {
    match input.kind {
        CatalogueKind::Service => catalogue::return_service(w, ServiceId(input.id))?,
        CatalogueKind::Package => catalogue::return_package(w, PackageId(input.id))?,
    }
    Ok(Done {})
}

fn service_view(r: &Reading<'_>, id: ServiceId) -> Result<ServiceView, Fault> {
    let Service { id, active, sheet } = catalogue::service(r, id)?;
    let prices = catalogue::service_prices(r, id)?
        .into_iter()
        .map(PriceView::from)
        .collect();
    Ok(ServiceView {
        id: id.0,
        active,
        sheet: sheet.into(),
        prices,
    })
}

fn package_view(r: &Reading<'_>, id: PackageId) -> Result<PackageView, Fault> {
    let Package { id, active, sheet } = catalogue::package(r, id)?;
    let whole = catalogue::whole(r)?;
    let parts: Vec<&Service> = sheet
        .services
        .iter()
        .filter_map(|id| whole.services.get(id))
        .collect();
    let view = PackageView {
        id: id.0,
        active,
        sum: parts.iter().map(|s| s.sheet.price).sum::<Fen>().0,
        minutes: whole.minutes_of(parts.iter().copied()),
        parts: parts.iter().map(|s| PartView::from(*s)).collect(),
        prices: catalogue::package_prices(r, id)?
            .into_iter()
            .map(PriceView::from)
            .collect(),
        sheet: sheet.into(),
    };
    Ok(view)
}

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
            Line::Service(Service { id, active, sheet }) => Self {
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
            },
            Line::Package(Package { id, active, sheet }, sum, minutes) => Self {
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
            },
        }
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
