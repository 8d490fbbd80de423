//! SQL of proposals and decisions.

mod keeping;

use super::{Choice, Chosen, Item, Proposal, Proposed, Remark};
use crate::advice::assessments::Assessment;
use crate::ground::batch::{MANY, of_many};
use crate::{AssessmentId, EncounterId, Fen, PackageId, ProposalId, Result, Writing};
pub(super) use keeping::KEEPS;
use std::collections::BTreeMap;
use vault::{ReadTx, Row, Value, args};

const COLUMNS: &str = "SELECT id, encounter_id, assessment_id, package_id, package_price, price, \
     minutes, fasting, made_at FROM proposals";

fn row(row: &Row<'_>) -> vault::Result<Proposal> {
    let package: Option<PackageId> = row.get("package_id")?;
    let price: Option<Fen> = row.get("package_price")?;
    Ok(Proposal {
        id: row.get("id")?,
        encounter: row.get("encounter_id")?,
        assessment: row.get("assessment_id")?,
        package: package.zip(price),
        items: Vec::new(),
        price: row.get("price")?,
        minutes: row.get("minutes")?,
        fasting: row.get("fasting")?,
        points: Vec::new(),
        made_at: row.get("made_at")?,
        choice: None,
    })
}

fn find(tx: &ReadTx<'_>, clause: &str, values: &[Value]) -> Result<Vec<Proposal>> {
    let sql = format!("{COLUMNS} WHERE {clause} ORDER BY position, id");
    let mut found = tx.all(&sql, values, row)?;
    let ids: Vec<ProposalId> = found.iter().map(|proposal| proposal.id).collect();
    let (mut items, mut points) = (items(tx, &ids)?, points(tx, &ids)?);
    let mut choices = choices(tx, &ids)?;
    for proposal in &mut found {
        proposal.items = items.remove(&proposal.id).unwrap_or_default();
        proposal.points = points.remove(&proposal.id).unwrap_or_default();
        proposal.choice = choices.remove(&proposal.id).and_then(|mut all| all.pop());
    }
    Ok(found)
}

type Each<T> = BTreeMap<ProposalId, Vec<T>>;

fn items(tx: &ReadTx<'_>, ids: &[ProposalId]) -> Result<Each<Item>> {
    let sql = format!(
        "SELECT proposal_id, service_id, in_package, price FROM proposal_items
         WHERE proposal_id IN ({MANY}) ORDER BY position"
    );
    of_many(tx, ids, &sql, |row| {
        let item = Item {
            service: row.get("service_id")?,
            in_package: row.get("in_package")?,
            price: row.get("price")?,
        };
        Ok((row.get("proposal_id")?, item))
    })
}

fn points(tx: &ReadTx<'_>, ids: &[ProposalId]) -> Result<Each<Remark>> {
    let sql = format!(
        "SELECT proposal_id, side, code, about, service_id, amount FROM proposal_points
         WHERE proposal_id IN ({MANY}) ORDER BY position"
    );
    of_many(tx, ids, &sql, |row| {
        let point = Remark {
            side: row.get("side")?,
            say: row.get("code")?,
            about: row.get("about")?,
            service: row.get("service_id")?,
            amount: row.get("amount")?,
        };
        Ok((row.get("proposal_id")?, point))
    })
}

/// What was chosen, the last at the end.
fn choices(tx: &ReadTx<'_>, ids: &[ProposalId]) -> Result<Each<Chosen>> {
    let sql = format!(
        "SELECT proposal_id, choice, reason, chosen_at, chosen_by FROM proposal_choices
         WHERE proposal_id IN ({MANY}) ORDER BY id"
    );
    of_many(tx, ids, &sql, |row| {
        let chosen = Chosen {
            choice: row.get("choice")?,
            reason: row.get("reason")?,
            at: row.get("chosen_at")?,
            by: row.get("chosen_by")?,
        };
        Ok((row.get("proposal_id")?, chosen))
    })
}

pub(super) fn by_id(tx: &ReadTx<'_>, id: ProposalId) -> Result<Option<Proposal>> {
    Ok(find(tx, "id = ?1", args![id])?.pop())
}

/// The last batch made for an assessment.
pub(super) fn of_assessment(tx: &ReadTx<'_>, id: AssessmentId) -> Result<Vec<Proposal>> {
    find(
        tx,
        "assessment_id = ?1
         AND batch = (SELECT max(batch) FROM proposals WHERE assessment_id = ?1)",
        args![id],
    )
}

pub(super) fn of_encounter(tx: &ReadTx<'_>, id: EncounterId) -> Result<Vec<Proposal>> {
    find(tx, "encounter_id = ?1", args![id])
}

pub(super) fn insert(w: &Writing<'_>, assessment: &Assessment, drafts: &[Proposed]) -> Result<()> {
    let last: Option<i64> = w.tx.value(
        "SELECT coalesce(max(batch), 0) AS value FROM proposals WHERE assessment_id = ?1",
        args![assessment.id],
    )?;
    let batch = last.unwrap_or(0) + 1;
    for (position, draft) in (1_i64..).zip(drafts) {
        let (package, package_price) = draft.package.unzip();
        let id = ProposalId(w.tx.insert(
            "INSERT INTO proposals (encounter_id, assessment_id, batch, position, package_id, package_price,
                 price, minutes, fasting, made_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING id",
            args![
                assessment.encounter, assessment.id, batch, position, package, package_price,
                draft.price, draft.minutes, draft.fasting, w.at
            ],
        )?);
        for (position, item) in (1_i64..).zip(&draft.items) {
            w.tx.execute(
                "INSERT INTO proposal_items (proposal_id, service_id, position, in_package, price)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                args![id, item.service, position, item.in_package, item.price],
            )?;
        }
        for (position, point) in (1_i64..).zip(&draft.points) {
            w.tx.execute(
                "INSERT INTO proposal_points (proposal_id, position, side, code, about, service_id, amount)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                args![id, position, point.side, point.say, &point.about, point.service, point.amount],
            )?;
        }
    }
    Ok(())
}

pub(super) fn insert_choice(
    w: &Writing<'_>,
    id: ProposalId,
    choice: Choice,
    reason: &str,
) -> Result<()> {
    w.tx.execute(
        "INSERT INTO proposal_choices (proposal_id, choice, reason, chosen_at, chosen_by)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        args![id, choice, reason, w.at, w.by.staff],
    )?;
    Ok(())
}
