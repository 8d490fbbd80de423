//! Editing the catalogue: checked, priced by version, retired instead of deleted.

use super::Refused;
use super::acts;
use super::{
    Bilingual, Department, PackageSheet, ServiceSheet, Term, TermKind, Vocabulary, Whom, store,
};
use crate::ground::acts::{Action, Object};
use crate::ground::refusal::Wrong;
use crate::ground::text;
use crate::{Fen, PackageId, Reason, Refusal, Result, ServiceId, Writing};

/// Adds a service, or changes one; its code stays what it is.
///
/// # Errors
/// `CodeTaken`, `CodeShape`, `OutOfRange`, `UnknownCode`, those of the texts, `NotFound`.
pub fn save_service(
    w: &Writing<'_>,
    id: Option<ServiceId>,
    sheet: &ServiceSheet,
) -> Result<ServiceId> {
    let vocabulary = super::vocabulary(&w.reading())?;
    check_service(sheet, &vocabulary)?;
    let before = match id {
        Some(id) => Some(super::service(&w.reading(), id)?),
        None if store::service_id(w.tx, &sheet.code)?.is_some() => {
            return Err(Refused::CodeTaken {}.at("code").into());
        }
        None => None,
    };
    let saved = store::put_service(w, id, sheet)?;
    let old_price = before.map(|s| s.sheet.price);
    if old_price != Some(sheet.price) {
        store::insert_price(w, Some(saved), None, sheet.price)?;
    }
    note(
        w,
        acts::SAVE_SERVICE,
        (acts::SERVICE, saved.0),
        &sheet.code,
        old_price,
        sheet.price,
    )?;
    Ok(saved)
}

/// Adds a package, or changes one; its code stays what it is.
///
/// # Errors
/// As for services; `Empty` without services, `NotFound` for a service that is not there.
pub fn save_package(
    w: &Writing<'_>,
    id: Option<PackageId>,
    sheet: &PackageSheet,
) -> Result<PackageId> {
    check_package(sheet)?;
    for service in &sheet.services {
        if store::service(w.tx, *service)?.is_none() {
            return Err(Reason::NotFound {}.at("services").into());
        }
    }
    let before = match id {
        Some(id) => Some(super::package(&w.reading(), id)?),
        None if store::package_id(w.tx, &sheet.code)?.is_some() => {
            return Err(Refused::CodeTaken {}.at("code").into());
        }
        None => None,
    };
    let saved = store::put_package(w, id, sheet)?;
    let old_price = before.map(|p| p.sheet.price);
    if old_price != Some(sheet.price) {
        store::insert_price(w, None, Some(saved), sheet.price)?;
    }
    note(
        w,
        acts::SAVE_PACKAGE,
        (acts::PACKAGE, saved.0),
        &sheet.code,
        old_price,
        sheet.price,
    )?;
    Ok(saved)
}

fn note(
    w: &Writing<'_>,
    action: Action,
    object: (Object, i64),
    code: &str,
    old: Option<Fen>,
    new: Fen,
) -> Result<()> {
    let detail = match old {
        Some(old) if old != new => format!("{code} price {} -> {}", old.0, new.0),
        Some(_) => code.to_owned(),
        None => format!("{code} new, price {}", new.0),
    };
    w.note(action, object, &detail)
}

/// Takes a service out of what is offered.
///
/// # Errors
/// `NotFound`, `ReasonNeeded`.
pub fn retire_service(w: &Writing<'_>, id: ServiceId, reason: &str) -> Result<()> {
    let reason = text::reason(reason)?;
    let code = super::service(&w.reading(), id)?.sheet.code;
    store::set_service_active(w, id, false)?;
    w.note_because(acts::RETIRE_SERVICE, (acts::SERVICE, id.0), &code, &reason)
}

/// Offers a retired service again.
///
/// # Errors
/// `NotFound`.
pub fn return_service(w: &Writing<'_>, id: ServiceId) -> Result<()> {
    let code = super::service(&w.reading(), id)?.sheet.code;
    store::set_service_active(w, id, true)?;
    w.note(acts::RETURN_SERVICE, (acts::SERVICE, id.0), &code)
}

/// Takes a package out of what is offered.
///
/// # Errors
/// `NotFound`, `ReasonNeeded`.
pub fn retire_package(w: &Writing<'_>, id: PackageId, reason: &str) -> Result<()> {
    let reason = text::reason(reason)?;
    let code = super::package(&w.reading(), id)?.sheet.code;
    store::set_package_active(w, id, false)?;
    w.note_because(acts::RETIRE_PACKAGE, (acts::PACKAGE, id.0), &code, &reason)
}

/// Offers a retired package again.
///
/// # Errors
/// `NotFound`.
pub fn return_package(w: &Writing<'_>, id: PackageId) -> Result<()> {
    let code = super::package(&w.reading(), id)?.sheet.code;
    store::set_package_active(w, id, true)?;
    w.note(acts::RETURN_PACKAGE, (acts::PACKAGE, id.0), &code)
}

/// Adds or changes a word needs are told in.
///
/// # Errors
/// Those of the texts.
pub fn put_term(w: &Writing<'_>, term: &Term) -> Result<()> {
    let mut wrong = Wrong::default();
    wrong.or(text::required("code", &term.code, 40));
    name(&mut wrong, &term.name);
    wrong.done()?;
    store::put_term(w, term)?;
    let detail = format!("{} {}", term.kind.code(), term.code);
    w.note(acts::PUT_TERM, (acts::TERM, 0), &detail)
}

/// Adds or changes a department.
///
/// # Errors
/// Those of the texts.
pub fn put_department(w: &Writing<'_>, department: &Department) -> Result<()> {
    let mut wrong = Wrong::default();
    wrong.or(text::required("code", &department.code, 40));
    name(&mut wrong, &department.name);
    wrong.done()?;
    store::put_department(w, department)?;
    w.note(
        acts::PUT_DEPARTMENT,
        (acts::DEPARTMENT, 0),
        &department.code,
    )
}

fn check_service(s: &ServiceSheet, vocabulary: &Vocabulary) -> Result<(), Refusal> {
    let mut wrong = Wrong::default();
    wrong.or(code(&s.code));
    name(&mut wrong, &s.name);
    if !vocabulary
        .departments
        .iter()
        .any(|d| d.code == s.department)
    {
        wrong.note(unknown("department", &s.department));
    }
    for (field, pair) in [
        ("content", &s.content),
        ("process", &s.process),
        ("advantages", &s.advantages),
        ("limits", &s.limits),
        ("forWhom", &s.for_whom),
        ("notFor", &s.not_for),
    ] {
        wrong.or(words(field, pair));
    }
    for (field, lines) in [("prepare", &s.prepare), ("bring", &s.bring)] {
        for line in lines {
            wrong.or(text::required(field, &line.zh, text::LINE));
            wrong.or(text::optional(field, &line.en, text::LINE));
        }
    }
    wrong.or(price(s.price));
    wrong.or(within("minutes", s.minutes, 1, 1440));
    wrong.or(within("arriveEarly", s.arrive_early, 0, 240));
    wrong.or(within("leadHours", s.lead_hours, 0, 2160));
    wrong.or(within("repeatMonths", s.repeat_months, 0, 240));
    wrong.or(whom(s.whom));
    for (field, kind, codes) in [
        ("covers", TermKind::Concern, &s.covers),
        ("notConditions", TermKind::Condition, &s.not_conditions),
        ("notAllergies", TermKind::Allergy, &s.not_allergies),
        (
            "cautionConditions",
            TermKind::Condition,
            &s.caution_conditions,
        ),
    ] {
        if let Some(code) = codes.iter().find(|code| !vocabulary.has(kind, code)) {
            wrong.note(unknown(field, code));
        }
    }
    wrong.done()
}

fn check_package(p: &PackageSheet) -> Result<(), Refusal> {
    let mut wrong = Wrong::default();
    wrong.or(code(&p.code));
    name(&mut wrong, &p.name);
    for (field, pair) in [
        ("content", &p.content),
        ("forWhom", &p.for_whom),
        ("notFor", &p.not_for),
        ("limits", &p.limits),
    ] {
        wrong.or(words(field, pair));
    }
    wrong.or(price(p.price));
    wrong.or(whom(p.whom));
    if p.services.is_empty() {
        wrong.note(Reason::Empty {}.at("services"));
    }
    let mut seen = p.services.clone();
    seen.sort_unstable();
    seen.dedup();
    if seen.len() != p.services.len() {
        wrong.note(Refused::CodeTaken {}.at("services"));
    }
    wrong.done()
}

fn unknown(field: &str, code: &str) -> Refusal {
    Reason::UnknownCode {
        got: code.chars().take(40).collect(),
    }
    .at(field)
}

fn code(code: &str) -> Result<(), Refusal> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if (2..=40).contains(&code.len()) && code.chars().all(fits) {
        Ok(())
    } else {
        Err(Reason::CodeShape {}.at("code"))
    }
}

fn name(wrong: &mut Wrong, name: &Bilingual) {
    wrong.or(text::required("nameZh", &name.zh, text::NAME));
    wrong.or(text::required("nameEn", &name.en, text::NAME));
}

fn words(field: &str, pair: &Bilingual) -> Result<(), Refusal> {
    text::optional(field, &pair.zh, text::NOTE)?;
    text::optional(field, &pair.en, text::NOTE)?;
    Ok(())
}

fn price(price: Fen) -> Result<(), Refusal> {
    // A million yuan: beyond it somebody typed fen for yuan.
    const MOST: i64 = 100_000_000;
    if (0..=MOST).contains(&price.0) {
        Ok(())
    } else {
        Err(Reason::OutOfRange { min: 0, max: MOST }.at("price"))
    }
}

fn within(field: &str, value: u32, min: u32, max: u32) -> Result<(), Refusal> {
    if (min..=max).contains(&value) {
        Ok(())
    } else {
        let (min, max) = (i64::from(min), i64::from(max));
        Err(Reason::OutOfRange { min, max }.at(field))
    }
}

fn whom(whom: Whom) -> Result<(), Refusal> {
    within("maxAge", whom.max_age, 0, 150)?;
    within("minAge", whom.min_age, 0, whom.max_age)
}
