//! Services, packages and the words needs are told in.

use super::basics::parse;
use desk::advice::catalogue::{
    self, Bilingual, Department, PackageSheet, ServiceSheet, Term, TermKind, Whom,
};
use desk::people::visitors::Sex;
use desk::{Fen, Result, Writing};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VocabularyFile {
    pub(super) concern: Vec<TermEntry>,
    pub(super) condition: Vec<TermEntry>,
    pub(super) allergy: Vec<TermEntry>,
    pub(super) department: Vec<DepartmentEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TermEntry {
    pub(super) code: String,
    zh: String,
    en: String,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    pub(super) broad: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DepartmentEntry {
    pub(super) code: String,
    zh: String,
    en: String,
    place: String,
    place_en: String,
    pub(super) one_sitting: bool,
}

#[derive(Deserialize)]
pub(super) struct ServicesFile {
    pub(super) service: Vec<ServiceEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineEntry {
    zh: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ServiceEntry {
    code: String,
    department: String,
    zh: String,
    en: String,
    content_zh: String,
    content_en: String,
    process_zh: String,
    process_en: String,
    advantages_zh: String,
    advantages_en: String,
    limits_zh: String,
    limits_en: String,
    for_whom_zh: String,
    for_whom_en: String,
    not_for_zh: String,
    not_for_en: String,
    price: i64,
    minutes: u32,
    arrive_early: u32,
    lead_hours: u32,
    fasting: bool,
    return_next_day: bool,
    covers: Vec<String>,
    sex: String,
    min_age: u32,
    max_age: u32,
    not_conditions: Vec<String>,
    not_allergies: Vec<String>,
    caution_conditions: Vec<String>,
    prepare: Vec<LineEntry>,
    bring: Vec<LineEntry>,
    repeat_months: u32,
    bookable: bool,
}

#[derive(Deserialize)]
pub(super) struct PackagesFile {
    pub(super) package: Vec<PackageEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PackageEntry {
    pub(super) code: String,
    zh: String,
    en: String,
    content_zh: String,
    content_en: String,
    for_whom_zh: String,
    for_whom_en: String,
    not_for_zh: String,
    not_for_en: String,
    limits_zh: String,
    limits_en: String,
    pub(super) price: i64,
    pub(super) services: Vec<String>,
    pub(super) sex: String,
    pub(super) min_age: u32,
    pub(super) max_age: u32,
}

/// Loads the catalogue.
///
/// # Errors
/// Of the desk; a file that does not read is a fault of the program.
pub(super) fn load(w: &Writing<'_>) -> Result<()> {
    let file: VocabularyFile = parse(include_str!("../../starter/vocabulary.toml"))?;
    let VocabularyFile {
        concern,
        condition,
        allergy,
        department,
    } = file;
    for entry in department {
        catalogue::put_department(w, &entry.into())?;
    }
    for (kind, entries) in [
        (TermKind::Concern, concern),
        (TermKind::Condition, condition),
        (TermKind::Allergy, allergy),
    ] {
        for TermEntry {
            code,
            zh,
            en,
            words,
            broad,
        } in entries
        {
            let name = Bilingual { zh, en };
            catalogue::put_term(
                w,
                &Term {
                    kind,
                    code,
                    name,
                    words,
                    broad,
                    active: true,
                },
            )?;
        }
    }
    let services: ServicesFile = parse(include_str!("../../starter/services.toml"))?;
    for entry in services.service {
        catalogue::save_service(w, None, &entry.into())?;
    }
    let packages: PackagesFile = parse(include_str!("../../starter/packages.toml"))?;
    for entry in packages.package {
        let sheet = package(w, entry)?;
        catalogue::save_package(w, None, &sheet)?;
    }
    Ok(())
}

pub(super) fn whom(sex: &str, min_age: u32, max_age: u32) -> Whom {
    Whom {
        sex: Sex::parse(sex),
        min_age,
        max_age,
    }
}

impl From<DepartmentEntry> for Department {
    fn from(entry: DepartmentEntry) -> Self {
        let DepartmentEntry {
            code,
            zh,
            en,
            place,
            place_en,
            one_sitting,
        } = entry;
        let place = Bilingual {
            zh: place,
            en: place_en,
        };
        Self {
            code,
            name: Bilingual { zh, en },
            place,
            one_sitting,
        }
    }
}

impl From<LineEntry> for Bilingual {
    fn from(LineEntry { zh, en }: LineEntry) -> Self {
        Self { zh, en }
    }
}

impl From<ServiceEntry> for ServiceSheet {
    fn from(e: ServiceEntry) -> Self {
        let both = |zh, en| Bilingual { zh, en };
        Self {
            code: e.code,
            department: e.department,
            name: both(e.zh, e.en),
            content: both(e.content_zh, e.content_en),
            process: both(e.process_zh, e.process_en),
            advantages: both(e.advantages_zh, e.advantages_en),
            limits: both(e.limits_zh, e.limits_en),
            for_whom: both(e.for_whom_zh, e.for_whom_en),
            not_for: both(e.not_for_zh, e.not_for_en),
            price: Fen(e.price),
            minutes: e.minutes,
            arrive_early: e.arrive_early,
            lead_hours: e.lead_hours,
            fasting: e.fasting,
            return_next_day: e.return_next_day,
            covers: e.covers,
            whom: whom(&e.sex, e.min_age, e.max_age),
            not_conditions: e.not_conditions,
            not_allergies: e.not_allergies,
            caution_conditions: e.caution_conditions,
            prepare: e.prepare.into_iter().map(Bilingual::from).collect(),
            bring: e.bring.into_iter().map(Bilingual::from).collect(),
            repeat_months: e.repeat_months,
            bookable: e.bookable,
        }
    }
}

fn package(w: &Writing<'_>, e: PackageEntry) -> Result<PackageSheet> {
    let both = |zh, en| Bilingual { zh, en };
    let mut services = Vec::with_capacity(e.services.len());
    for code in &e.services {
        let found = catalogue::service_by_code(&w.reading(), code)?;
        services.push(found.ok_or(vault::Error::Damaged("starter package"))?.id);
    }
    Ok(PackageSheet {
        code: e.code,
        name: both(e.zh, e.en),
        content: both(e.content_zh, e.content_en),
        for_whom: both(e.for_whom_zh, e.for_whom_en),
        not_for: both(e.not_for_zh, e.not_for_en),
        limits: both(e.limits_zh, e.limits_en),
        price: Fen(e.price),
        services,
        whom: whom(&e.sex, e.min_age, e.max_age),
    })
}
