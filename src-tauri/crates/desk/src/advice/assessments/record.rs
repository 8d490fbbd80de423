//! What the record says beside what was told (R 4.1): answers that contradict it are refused,
//! so that it is corrected on purpose or the answer is; what nobody mentioned counts all the same.

use super::{Assessment, Needs, Person, Refused, store};
use crate::advice::catalogue::{self, TermKind};
use crate::people::visitors::{self, Born, Visitor, possible};
use crate::reception::encounters;
use crate::{Day, EncounterId, Reading, Result, VisitorId};

/// Whoever is meant, by their record and by what was told of them. The record goes before what
/// was told; a condition or an allergy counts wherever it is known from.
///
/// # Errors
/// Of the store.
pub(crate) fn known(r: &Reading<'_>, visitor: &Visitor, told: Person, day: Day) -> Result<Person> {
    let conditions = conditions_of(r, visitor)?;
    let mut person = told;
    person.sex = visitor.sex.or(person.sex);
    aged(&mut person, visitor, (r.today(), day));
    for (known, denied, held) in [
        (
            &mut person.conditions,
            &mut person.denied_conditions,
            &conditions,
        ),
        (
            &mut person.allergies,
            &mut person.denied_allergies,
            &visitor.allergies,
        ),
    ] {
        known.extend(held.iter().cloned());
        denied.retain(|code| !held.contains(code));
    }
    Ok(person)
}

/// The ages of a person on the day they come: of the record, narrowed by what they said of
/// themselves today where it leaves the age open.
fn aged(person: &mut Person, visitor: &Visitor, (today, day): (Day, Day)) {
    let Some(record) = visitor.born_on else {
        return;
    };
    let said = person.age.and_then(|age| Born::aged(age, today));
    let born = said.and_then(|said| record.both(said)).unwrap_or(record);
    if let Some(ages) = born.ages_on(day) {
        (person.age, person.age_to) = (Some(ages.least), Some(ages.most));
    }
}

/// What somebody said of themselves in every encounter with them that is open or of today, and
/// in the one that is asked about; the latest in each. What was said at the next desk counts
/// too, unless it was denied later.
///
/// # Errors
/// Of the store.
pub(crate) fn said_by(
    r: &Reading<'_>,
    visitor: VisitorId,
    encounter: Option<EncounterId>,
) -> Result<Person> {
    let mut all = Person::default();
    for id in store::own_of(r, visitor, encounter)? {
        let said = super::of(r, id)?.needs.person;
        all.sex = said.sex.or(all.sex);
        all.age = said.age.or(all.age);
        for (known, denied, told, told_not) in [
            (
                &mut all.conditions,
                &mut all.denied_conditions,
                said.conditions,
                said.denied_conditions,
            ),
            (
                &mut all.allergies,
                &mut all.denied_allergies,
                said.allergies,
                said.denied_allergies,
            ),
        ] {
            known.retain(|code| !told_not.contains(code));
            denied.retain(|code| !told.contains(code));
            known.extend(told);
            denied.extend(told_not);
        }
        all.done.extend(said.done);
    }
    Ok(all)
}

/// The needs as they are weighed today: those of a named visitor with what their record says.
///
/// # Errors
/// `NotFound`.
pub(crate) fn weighed(r: &Reading<'_>, assessment: Assessment) -> Result<Assessment> {
    let encounter = encounters::of(r, assessment.encounter)?;
    let Some(visitor) = own(&assessment.needs, encounter.visitor) else {
        return Ok(assessment);
    };
    let visitor = visitors::of(r, visitor)?.seen();
    let person = known(r, &visitor, assessment.needs.person.clone(), r.today())?;
    let needs = Needs {
        person,
        ..assessment.needs
    };
    Ok(Assessment {
        needs,
        ..assessment
    })
}

/// The visitor, where the needs are their own.
pub(super) fn own(needs: &Needs, visitor: Option<VisitorId>) -> Option<VisitorId> {
    visitor.filter(|_| needs.relation.trim().is_empty())
}

/// Refuses what cannot be of one person, and what the record of the visitor contradicts.
///
/// # Errors
/// `ToldBoth`, `CannotBe`, `AgainstRecord`.
pub(super) fn refuse_contradictions(
    r: &Reading<'_>,
    needs: &Needs,
    visitor: Option<VisitorId>,
) -> Result<()> {
    let told = &needs.person;
    for (field, has, denied) in [
        ("conditions", &told.conditions, &told.denied_conditions),
        ("allergies", &told.allergies, &told.denied_allergies),
    ] {
        if let Some(code) = has.intersection(denied).next() {
            return Err(Refused::ToldBoth { code: code.clone() }.at(field).into());
        }
    }
    let visitor = own(needs, visitor)
        .map(|id| visitors::of(r, id))
        .transpose()?;
    let sex = visitor.as_ref().and_then(|v| v.sex).or(told.sex);
    if let Some(code) = told
        .conditions
        .iter()
        .find(|code| !possible::by_sex(sex, code))
    {
        return Err(Refused::CannotBe { code: code.clone() }
            .at("conditions")
            .into());
    }
    visitor.map_or(Ok(()), |visitor| against(r, told, &visitor))
}

fn against(r: &Reading<'_>, told: &Person, visitor: &Visitor) -> Result<()> {
    let refused = |what: &str, record: String, field: &str| {
        let what = what.to_owned();
        Err(Refused::AgainstRecord { what, record }.at(field).into())
    };
    if let (Some(held), Some(said)) = (visitor.sex, told.sex)
        && held != said
    {
        return refused("sex", held.code().to_owned(), "sex");
    }
    if let (Some(held), Some(said)) = (visitor.ages_on(r.today()), told.age)
        && !(held.least..=held.most).contains(&said)
    {
        let ages = held.certain().map_or_else(
            || format!("{}–{}", held.least, held.most),
            |age| age.to_string(),
        );
        return refused("age", ages, "age");
    }
    let conditions = conditions_of(r, visitor)?;
    if let Some(code) = conditions
        .iter()
        .find(|c| told.denied_conditions.contains(*c))
    {
        return refused("condition", code.clone(), "deniedConditions");
    }
    let mut allergies = visitor.allergies.iter();
    match allergies.find(|code| told.denied_allergies.contains(*code)) {
        Some(code) => refused("allergy", code.clone(), "deniedAllergies"),
        None => Ok(()),
    }
}

/// What the record says of conditions; a group that is one as well counts: pregnant.
fn conditions_of(r: &Reading<'_>, visitor: &Visitor) -> Result<Vec<String>> {
    let terms = catalogue::vocabulary(r)?;
    let groups = visitor.groups.iter();
    let as_well = groups.filter(|code| terms.has(TermKind::Condition, code));
    Ok(visitor.conditions.iter().chain(as_well).cloned().collect())
}
