//! SQL of the reports, and of counting the journal for them.

use super::facts::{Fact, Facts, Section};
use super::{Listed, Report, Said, Scope};
use crate::ground::acts::Kind;
use crate::house::staff::acts::SIGN_IN_FAILED;
use crate::people::visitors::acts::{REVEAL, VISITOR};
use crate::record::keeping::{owners, tables};
use crate::record::ledger::Period;
use crate::subjects::actions_of;
use crate::{Day, IncidentId, Moment, Result, VisitorId, Writing};
use std::collections::{BTreeMap, BTreeSet};
use vault::{ReadTx, Row, Value, args};

/// The entries a scope speaks of: `?1` from, `?2` until, `?3` who, `?4` object.
const PICKED: &str = "WITH picked AS (
    SELECT j.seq, j.at, j.action, j.object, j.object_id, j.detail, COALESCE(s.no, '') AS staff_no
    FROM journal j LEFT JOIN staff s ON s.id = j.actor
    WHERE j.at >= ?1 AND j.at < ?2 AND (?3 = '' OR s.no = ?3) AND (?4 = '' OR j.object = ?4))";

fn asked(scope: &Scope) -> Vec<Value> {
    vec![
        Value::from(scope.period.from.start()),
        Value::from(scope.period.to.plus_days(1).start()),
        Value::from(&scope.staff_no),
        Value::from(&scope.object),
    ]
}

/// How often each person did what: action, staff number, count.
pub(super) fn actions(tx: &ReadTx<'_>, scope: &Scope) -> Result<Vec<(String, String, i64)>> {
    let failed = SIGN_IN_FAILED.code();
    let sql = format!(
        "{PICKED} SELECT action, staff_no, COUNT(*) AS n FROM picked
         WHERE action <> '{failed}' GROUP BY action, staff_no"
    );
    Ok(tx.all(&sql, &asked(scope), |row| {
        Ok((row.get("action")?, row.get("staff_no")?, row.get("n")?))
    })?)
}

/// What left, by kind, detail and person, with its rows.
pub(super) fn exports(tx: &ReadTx<'_>, scope: &Scope) -> Result<Vec<Fact>> {
    let sql = format!(
        "{PICKED} SELECT d.kind || ' ' || d.detail AS what, p.staff_no, d.day, CAST(SUM(d.row_count) AS BIGINT) AS n
         FROM picked p JOIN disclosures d ON d.seq = p.seq WHERE d.lost_at IS NULL
         GROUP BY d.kind, d.detail, p.staff_no, d.day"
    );
    Ok(tx.all(&sql, &asked(scope), |row| {
        Ok(Fact {
            section: Section::Exported,
            what: row.get("what")?,
            staff_no: row.get("staff_no")?,
            day: row.get("day")?,
            count: row.get("n")?,
        })
    })?)
}

/// Days on which somebody had more than `usual` values shown.
pub(super) fn many_reveals(tx: &ReadTx<'_>, scope: &Scope, usual: i64) -> Result<Vec<Fact>> {
    let revealed: Vec<String> = actions_of(Kind::Revealed)
        .map(|action| format!("'{}'", action.code()))
        .collect();
    let revealed = revealed.join(", ");
    let sql = format!("{PICKED} SELECT staff_no, at FROM picked WHERE action IN ({revealed})");
    let shown: Vec<(String, Moment)> = tx.all(&sql, &asked(scope), |row| {
        Ok((row.get("staff_no")?, row.get("at")?))
    })?;
    let mut days: BTreeMap<(String, Day), i64> = BTreeMap::new();
    for (staff_no, at) in shown {
        *days.entry((staff_no, at.day())).or_default() += 1;
    }
    let many = days.into_iter().filter(|(_, count)| *count > usual);
    Ok(many
        .map(|((staff_no, day), count)| Fact {
            section: Section::ManyReveals,
            what: REVEAL.code().to_owned(),
            staff_no,
            day: Some(day),
            count,
        })
        .collect())
}

/// Failed sign-ins: detail, staff number of the account that was tried, moment. Nobody was
/// signed in, so the person of the scope is looked for among the accounts.
pub(super) fn failures(tx: &ReadTx<'_>, scope: &Scope) -> Result<Vec<(String, String, Moment)>> {
    let failed = SIGN_IN_FAILED.code();
    let sql = format!(
        "SELECT j.detail, COALESCE(s.no, '') AS staff_no, j.at
         FROM journal j LEFT JOIN staff s ON s.id = j.object_id
         WHERE j.at >= ?1 AND j.at < ?2 AND j.action = '{failed}'
           AND (?3 = '' OR s.no = ?3) AND (?4 = '' OR j.object = ?4) ORDER BY j.seq"
    );
    Ok(tx.all(&sql, &asked(scope), |row| {
        Ok((row.get("detail")?, row.get("staff_no")?, row.get("at")?))
    })?)
}

/// The numbers of the first and the last entry of a scope, and how many there are.
pub(super) fn span(tx: &ReadTx<'_>, scope: &Scope) -> Result<(i64, i64, i64)> {
    let sql = format!(
        "{PICKED} SELECT COALESCE(MIN(seq), 0) AS first, COALESCE(MAX(seq), 0) AS last, COUNT(*) AS n FROM picked"
    );
    let found = tx.one(&sql, &asked(scope), |row| {
        Ok((row.get("first")?, row.get("last")?, row.get("n")?))
    })?;
    Ok(found.unwrap_or_default())
}

/// How many visitors the entries concern, and how many of them have health
/// information: whose the objects are, and everybody whom a ledger listed that left in
/// full.
pub(super) fn concerned(tx: &ReadTx<'_>, scope: &Scope) -> Result<(i64, i64)> {
    let mut who = whose_objects(tx, scope)?;
    who.extend(listed_in_full(tx, scope)?);
    let mut health = BTreeSet::new();
    for table in tables() {
        for (condition, owner) in table.health.iter().zip(owners(table)) {
            let name = table.name;
            let sql = format!("SELECT {owner} AS visitor_id FROM {name} WHERE {condition}");
            health.extend(visitors(tx, &sql, args![])?);
        }
    }
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    Ok((count(who.len()), count(who.intersection(&health).count())))
}

fn whose_objects(tx: &ReadTx<'_>, scope: &Scope) -> Result<BTreeSet<VisitorId>> {
    // A destroyed visitor is in no table.
    let mut theirs = vec![format!(
        "SELECT object_id AS visitor_id FROM picked WHERE object = '{}'",
        VISITOR.code()
    )];
    for (table, object) in tables().filter_map(|table| Some((table, table.object?.code()))) {
        let name = table.name;
        theirs.extend(owners(table).into_iter().map(|owner| {
            format!("SELECT {owner} FROM picked JOIN {name} ON object = '{object}' AND {name}.id = object_id")
        }));
    }
    let sql = format!("{PICKED} {}", theirs.join(" UNION "));
    visitors(tx, &sql, &asked(scope))
}

fn listed_in_full(tx: &ReadTx<'_>, scope: &Scope) -> Result<BTreeSet<VisitorId>> {
    let sql = format!(
        "{PICKED} SELECT DISTINCT d.from_day, d.to_day, d.visitor_id FROM picked p JOIN disclosures d ON d.seq = p.seq
         WHERE d.detail = 'full' AND d.lost_at IS NULL"
    );
    type Left = (Option<Day>, Option<Day>, Option<VisitorId>);
    let left: Vec<Left> = tx.all(&sql, &asked(scope), |row| {
        Ok((
            row.get("from_day")?,
            row.get("to_day")?,
            row.get("visitor_id")?,
        ))
    })?;
    let mut who: BTreeSet<VisitorId> = left.iter().filter_map(|(.., visitor)| *visitor).collect();
    for (from, to) in left.iter().filter_map(|(from, to, _)| from.zip(*to)) {
        let listed = tables().flat_map(|table| table.listed.iter().map(move |age| (table, age)));
        for (table, age) in listed {
            let (name, column) = (table.name, age.column());
            for owner in owners(table) {
                let sql = format!(
                    "SELECT DISTINCT {owner} AS visitor_id FROM {name} WHERE {column} >= ?1 AND {column} < ?2"
                );
                let days = [from, to.plus_days(1)].map(|day| age.start_of(Some(day)));
                who.extend(visitors(tx, &sql, &days)?);
            }
        }
    }
    Ok(who)
}

/// The visitors in the rows of a statement; rows that belong to nobody are left out.
fn visitors(tx: &ReadTx<'_>, sql: &str, values: &[Value]) -> Result<BTreeSet<VisitorId>> {
    let found: Vec<Option<VisitorId>> = tx.all(sql, values, |row| row.get("visitor_id"))?;
    Ok(found.into_iter().flatten().filter(|id| id.0 != 0).collect())
}

pub(super) fn insert(w: &Writing<'_>, scope: &Scope) -> Result<IncidentId> {
    let Period { from, to } = scope.period;
    let id = w.tx.insert(
        "INSERT INTO incidents (made_at, made_by, from_day, to_day, staff_no, object) VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id",
        args![w.at, w.by.staff, from, to, &scope.staff_no, &scope.object],
    )?;
    Ok(IncidentId(id))
}

pub(super) fn insert_version(
    w: &Writing<'_>,
    id: IncidentId,
    said: &Said,
    facts: &Facts,
) -> Result<i64> {
    let last: Option<i64> = w.tx.value(
        "SELECT COALESCE(MAX(version), 0) AS value FROM incident_versions WHERE incident_id = ?1",
        args![id],
    )?;
    let version = last.unwrap_or(0) + 1;
    let row = w.tx.insert(
        "INSERT INTO incident_versions (incident_id, version, at, by, cause, harm, remedy, measures, contact,
                                        first_seq, last_seq, entries, visitors, health)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) RETURNING id",
        args![
            id,
            version,
            w.at,
            w.by.staff,
            &said.cause,
            &said.harm,
            &said.remedy,
            &said.measures,
            &said.contact,
            facts.first_seq,
            facts.last_seq,
            facts.entries,
            facts.visitors,
            facts.health
        ],
    )?;
    for (fact, position) in facts.lines.iter().zip(1_i64..) {
        w.tx.execute(
            "INSERT INTO incident_facts (version_id, position, section, what, staff_no, day, count)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            args![
                row,
                position,
                fact.section,
                &fact.what,
                &fact.staff_no,
                fact.day,
                fact.count
            ],
        )?;
    }
    Ok(version)
}

fn scope(row: &Row<'_>) -> vault::Result<Scope> {
    Ok(Scope {
        period: Period {
            from: row.get("from_day")?,
            to: row.get("to_day")?,
        },
        staff_no: row.get("staff_no")?,
        object: row.get("object")?,
    })
}

pub(super) fn list(tx: &ReadTx<'_>) -> Result<Vec<Listed>> {
    Ok(tx.all(
        "SELECT i.id, i.from_day, i.to_day, i.staff_no, i.object, v.version, v.at, s.no AS by_no, v.visitors
         FROM incidents i JOIN incident_versions v ON v.incident_id = i.id JOIN staff s ON s.id = v.by
         WHERE v.version = (SELECT MAX(version) FROM incident_versions WHERE incident_id = i.id)
         ORDER BY i.id DESC",
        args![],
        |row| {
            Ok(Listed {
                id: row.get("id")?,
                scope: scope(row)?,
                at: row.get("at")?,
                by_no: row.get("by_no")?,
                version: row.get("version")?,
                visitors: row.get("visitors")?,
            })
        },
    )?)
}

pub(super) fn report(
    tx: &ReadTx<'_>,
    id: IncidentId,
    version: Option<i64>,
) -> Result<Option<Report>> {
    let found = tx.one(
        "SELECT i.id, i.from_day, i.to_day, i.staff_no, i.object, v.id AS row, v.version, v.at, s.no AS by_no,
                v.cause, v.harm, v.remedy, v.measures, v.contact, v.first_seq, v.last_seq, v.entries, v.visitors, v.health,
                (SELECT MAX(version) FROM incident_versions WHERE incident_id = i.id) AS versions
         FROM incidents i JOIN incident_versions v ON v.incident_id = i.id JOIN staff s ON s.id = v.by
         WHERE i.id = ?1 AND (CAST(?2 AS BIGINT) IS NULL OR v.version = ?2) ORDER BY v.version DESC LIMIT 1",
        args![id, version],
        |row| {
            let report = Report {
                id: row.get("id")?,
                scope: scope(row)?,
                version: row.get("version")?,
                versions: row.get("versions")?,
                at: row.get("at")?,
                by_no: row.get("by_no")?,
                said: Said {
                    cause: row.get("cause")?,
                    harm: row.get("harm")?,
                    remedy: row.get("remedy")?,
                    measures: row.get("measures")?,
                    contact: row.get("contact")?,
                },
                facts: Facts {
                    lines: Vec::new(),
                    first_seq: row.get("first_seq")?,
                    last_seq: row.get("last_seq")?,
                    entries: row.get("entries")?,
                    visitors: row.get("visitors")?,
                    health: row.get("health")?,
                },
            };
            Ok((report, row.get::<i64>("row")?))
        },
    )?;
    let Some((mut report, row)) = found else {
        return Ok(None);
    };
    report.facts.lines = tx.all(
        "SELECT section, what, staff_no, day, count FROM incident_facts WHERE version_id = ?1 ORDER BY position",
        args![row],
        |row| {
            Ok(Fact {
                section: row.get("section")?,
                what: row.get("what")?,
                staff_no: row.get("staff_no")?,
                day: row.get("day")?,
                count: row.get("count")?,
            })
        },
    )?;
    Ok(Some(report))
}
