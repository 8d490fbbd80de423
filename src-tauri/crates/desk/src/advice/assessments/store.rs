//! SQL of assessments.

mod keeping;

use super::{Assessment, Month, Needs, Person, Question};
use crate::{AssessmentId, EncounterId, Reading, Result, ServiceId, VisitorId, Writing};
pub(super) use keeping::KEEPS;
use vault::{ReadTx, args};

pub(super) fn last_version(tx: &ReadTx<'_>, encounter: EncounterId) -> Result<u32> {
    let last: Option<u32> = tx.value(
        "SELECT coalesce(max(version), 0) AS value FROM assessments WHERE encounter_id = ?1",
        args![encounter],
    )?;
    Ok(last.unwrap_or(0))
}

pub(super) fn latest(tx: &ReadTx<'_>, encounter: EncounterId) -> Result<Option<AssessmentId>> {
    Ok(tx.value(
        "SELECT id AS value FROM assessments WHERE encounter_id = ?1 ORDER BY version DESC LIMIT 1",
        args![encounter],
    )?)
}

/// The last version about the visitor themselves in each encounter with them that is open, of
/// today or the one that is asked about; the first said first.
pub(super) fn own_of(
    r: &Reading<'_>,
    visitor: VisitorId,
    encounter: Option<EncounterId>,
) -> Result<Vec<AssessmentId>> {
    Ok(r.tx.all(
        "SELECT MAX(a.id) AS id FROM assessments a JOIN encounters e ON e.id = a.encounter_id
         WHERE e.visitor_id = ?1 AND (e.ended_at IS NULL OR e.day = ?2 OR e.id = ?3) AND trim(a.relation) = ''
         GROUP BY a.encounter_id ORDER BY MAX(a.id)",
        args![visitor, r.today(), encounter],
        |row| row.get("id"),
    )?)
}

pub(super) fn insert(
    w: &Writing<'_>,
    encounter: EncounterId,
    version: u32,
    needs: &Needs,
) -> Result<AssessmentId> {
    let Needs {
        person,
        relation,
        goal,
        concerns,
        budget,
        minutes,
        days,
        asked,
    } = needs;
    let id = AssessmentId(w.tx.insert(
        "INSERT INTO assessments (encounter_id, version, relation, sex, age, goal, budget, minutes, days, made_at, made_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) RETURNING id",
        args![
            encounter, version, relation, person.sex, person.age, goal, *budget, *minutes, days, w.at,
            w.by.staff
        ],
    )?);
    let asked: Vec<String> = asked.iter().map(|q| q.code().to_owned()).collect();
    let codes: [(&str, Vec<&String>); 6] = [
        ("concern", concerns.iter().collect()),
        ("condition", person.conditions.iter().collect()),
        ("allergy", person.allergies.iter().collect()),
        (
            "denied_condition",
            person.denied_conditions.iter().collect(),
        ),
        ("denied_allergy", person.denied_allergies.iter().collect()),
        ("asked", asked.iter().collect()),
    ];
    for (kind, codes) in codes {
        for (position, code) in (0_i64..).zip(codes) {
            w.tx.execute(
                "INSERT INTO assessment_codes (assessment_id, kind, position, code) VALUES (?1, ?2, ?3, ?4)",
                args![id, kind, position, code],
            )?;
        }
    }
    for (service, month) in &person.done {
        w.tx.execute(
            "INSERT INTO assessment_done (assessment_id, service_id, month) VALUES (?1, ?2, ?3)",
            args![id, *service, *month],
        )?;
    }
    Ok(id)
}

pub(super) fn by_id(tx: &ReadTx<'_>, id: AssessmentId) -> Result<Option<Assessment>> {
    let found = tx.one(
        "SELECT id, encounter_id, version, relation, sex, age, goal, budget, minutes, days, made_at, made_by
         FROM assessments WHERE id = ?1",
        args![id],
        |row| {
            let person = Person { sex: row.get("sex")?, age: row.get("age")?, ..Person::default() };
            Ok(Assessment {
                id: row.get("id")?,
                encounter: row.get("encounter_id")?,
                version: row.get("version")?,
                needs: Needs {
                    person,
                    relation: row.get("relation")?,
                    goal: row.get("goal")?,
                    budget: row.get("budget")?,
                    minutes: row.get("minutes")?,
                    days: row.get("days")?,
                    ..Needs::default()
                },
                made_at: row.get("made_at")?,
                made_by: row.get("made_by")?,
            })
        },
    )?;
    let Some(mut assessment) = found else {
        return Ok(None);
    };
    let codes: Vec<(String, String)> = tx.all(
        "SELECT kind, code FROM assessment_codes WHERE assessment_id = ?1 ORDER BY kind, position",
        args![id],
        |row| Ok((row.get("kind")?, row.get("code")?)),
    )?;
    let needs = &mut assessment.needs;
    for (kind, code) in codes {
        match kind.as_str() {
            "concern" => needs.concerns.push(code),
            "condition" => {
                needs.person.conditions.insert(code);
            }
            "allergy" => {
                needs.person.allergies.insert(code);
            }
            "denied_condition" => {
                needs.person.denied_conditions.insert(code);
            }
            "denied_allergy" => {
                needs.person.denied_allergies.insert(code);
            }
            _ => needs.asked.extend(Question::parse(&code)),
        }
    }
    let done: Vec<(ServiceId, Month)> = tx.all(
        "SELECT service_id, month FROM assessment_done WHERE assessment_id = ?1",
        args![id],
        |row| Ok((row.get("service_id")?, row.get("month")?)),
    )?;
    needs.person.done = done.into_iter().collect();
    Ok(Some(assessment))
}
