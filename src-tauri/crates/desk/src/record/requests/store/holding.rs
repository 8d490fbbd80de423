//! SQL of what is held about a person: a statement a part, whose columns are called
//! as the fields are.

use super::super::holdings::{Fact, Field, Item, Part};
use crate::record::disclosures::acts::EXPORT_LEDGER;
use crate::record::disclosures::said::Said;
use crate::{Day, Moment, Result, VisitorId};
use vault::{ReadTx, Value, args};

const OWN: &str = "SELECT id FROM encounters WHERE visitor_id = ?1";

/// The statement of a part and its fields in the order they are shown.
fn statement(part: Part) -> (String, &'static [Field]) {
    match part {
        Part::Identity => (
            "SELECT registered_at AS at, '' AS no, * FROM visitors WHERE id = ?1".to_owned(),
            &[
                Field::Name,
                Field::Phone,
                Field::Phone2,
                Field::IdKind,
                Field::IdNumber,
                Field::Sex,
                Field::BornOn,
                Field::Address,
                Field::Note,
                Field::RegisteredAt,
                Field::SeenAt,
                Field::Standing,
            ],
        ),
        Part::Health => (
            "SELECT NULL AS at, '' AS no, kind, term FROM (
                 SELECT 0 AS place, 'group' AS kind, COALESCE(s.name_zh || ' / ' || s.name_en, g.group_code) AS term
                 FROM visitor_groups g LEFT JOIN special_groups s ON s.code = g.group_code WHERE g.visitor_id = ?1
                 UNION ALL
                 SELECT 1, h.kind, COALESCE(t.name_zh || ' / ' || t.name_en, h.code)
                 FROM visitor_health h LEFT JOIN terms t ON t.kind = h.kind AND t.code = h.code WHERE h.visitor_id = ?1
             ) told ORDER BY place, kind, term"
                .to_owned(),
            &[Field::Kind, Field::Term],
        ),
        Part::Consents => (
            "SELECT c.given_at AS at, '' AS no, c.scope, c.version, c.manner, c.withdrawn_at, s.no AS staff
             FROM consents c JOIN staff s ON s.id = c.witnessed_by WHERE c.visitor_id = ?1 ORDER BY c.id"
                .to_owned(),
            &[
                Field::Scope,
                Field::Version,
                Field::Manner,
                Field::WithdrawnAt,
                Field::Staff,
            ],
        ),
        Part::Encounters => (
            "SELECT e.started_at AS at, e.no, e.channel, e.matter, c.name_zh || ' / ' || c.name_en AS category, e.urgency,
                    e.on_behalf, e.handoff AS note, e.outcome, e.outcome_note AS result, e.ended_at, e.rating, s.no AS staff
             FROM encounters e JOIN staff s ON s.id = e.first_asked LEFT JOIN categories c ON c.id = e.category_id
             WHERE e.visitor_id = ?1 ORDER BY e.id"
                .to_owned(),
            &[
                Field::Channel,
                Field::Matter,
                Field::Category,
                Field::Urgency,
                Field::OnBehalf,
                Field::Note,
                Field::Outcome,
                Field::Result,
                Field::EndedAt,
                Field::Rating,
                Field::Staff,
            ],
        ),
        Part::Consultations => (
            format!(
                "SELECT a.answered_at AS at, e.no, a.question, a.analysis, a.answer, s.no AS staff
                 FROM consultations a JOIN encounters e ON e.id = a.encounter_id JOIN staff s ON s.id = a.answered_by
                 WHERE a.encounter_id IN ({OWN}) ORDER BY a.id"
            ),
            &[
                Field::Question,
                Field::Analysis,
                Field::Answer,
                Field::Staff,
            ],
        ),
        Part::Promises => (
            format!(
                "SELECT m.made_at AS at, e.no, m.what, m.due_at, m.kept_at, m.result, s.no AS staff
                 FROM promises m JOIN encounters e ON e.id = m.encounter_id JOIN staff s ON s.id = m.owner
                 WHERE m.encounter_id IN ({OWN}) ORDER BY m.id"
            ),
            &[
                Field::What,
                Field::DueAt,
                Field::KeptAt,
                Field::Result,
                Field::Staff,
            ],
        ),
        Part::Tickets => (
            format!(
                "SELECT t.issued_at AS at, t.no, t.day, t.state, t.note FROM tickets t
                 WHERE t.encounter_id IN ({OWN}) ORDER BY t.id"
            ),
            &[Field::Day, Field::State, Field::Note],
        ),
        Part::Assessments => (
            format!(
                "SELECT a.made_at AS at, e.no, a.relation, a.sex, a.goal, a.budget, a.days, s.no AS staff,
                        (SELECT string_agg(COALESCE(t.name_zh || ' / ' || t.name_en, c.kind || ' ' || c.code), '; '
                                    ORDER BY c.kind, c.position)
                         FROM assessment_codes c LEFT JOIN terms t ON t.kind = c.kind AND t.code = c.code
                         WHERE c.assessment_id = a.id) AS told
                 FROM assessments a JOIN encounters e ON e.id = a.encounter_id JOIN staff s ON s.id = a.made_by
                 WHERE a.encounter_id IN ({OWN}) ORDER BY a.id"
            ),
            &[
                Field::Relation,
                Field::Sex,
                Field::Goal,
                Field::Told,
                Field::Budget,
                Field::Days,
                Field::Staff,
            ],
        ),
        Part::Proposals => (
            format!(
                "SELECT p.made_at AS at, e.no, k.name_zh || ' / ' || k.name_en AS title, p.price,
                        (SELECT c.choice FROM proposal_choices c WHERE c.proposal_id = p.id ORDER BY c.id DESC LIMIT 1) AS state,
                        (SELECT c.reason FROM proposal_choices c WHERE c.proposal_id = p.id ORDER BY c.id DESC LIMIT 1) AS reason
                 FROM proposals p JOIN encounters e ON e.id = p.encounter_id LEFT JOIN packages k ON k.id = p.package_id
                 WHERE p.encounter_id IN ({OWN}) ORDER BY p.id"
            ),
            &[Field::Title, Field::Price, Field::State, Field::Reason],
        ),
        Part::Bookings => (
            "SELECT b.booked_at AS at, COALESCE(o.no, '') AS no, b.title_zh || ' / ' || b.title_en AS title, b.day, b.starts AS time,
                    b.price, b.needs, b.note, b.state, b.reason, o.name, o.phone, s.no AS staff
             FROM bookings b LEFT JOIN vouchers o ON o.booking_id = b.id JOIN staff s ON s.id = b.booked_by
             WHERE b.visitor_id = ?1 ORDER BY b.id"
                .to_owned(),
            &[
                Field::Title,
                Field::Day,
                Field::Time,
                Field::Price,
                Field::Needs,
                Field::Note,
                Field::State,
                Field::Reason,
                Field::Name,
                Field::Phone,
                Field::Staff,
            ],
        ),
        Part::Feedback => (
            format!(
                "SELECT f.received_at AS at, f.no, f.kind, f.name, f.phone, f.happened_on, f.about, f.what, f.due_at, s.no AS staff,
                        (SELECT z.state FROM feedback_steps z WHERE z.feedback_id = f.id ORDER BY z.id DESC LIMIT 1) AS state,
                        (SELECT string_agg(h.done, '; ' ORDER BY h.step_id, h.position) FROM feedback_handled h JOIN feedback_steps z ON z.id = h.step_id
                         WHERE z.feedback_id = f.id) AS answer,
                        (SELECT string_agg(NULLIF(z.note, ''), '; ' ORDER BY z.id) FROM feedback_steps z WHERE z.feedback_id = f.id) AS note,
                        (SELECT string_agg(NULLIF(trim(z.apology || ' ' || z.measure || ' ' || z.result || ' ' || z.why), ''), '; ' ORDER BY z.id)
                         FROM feedback_steps z WHERE z.feedback_id = f.id) AS result,
                        (SELECT string_agg(NULLIF(z.reply, ''), '; ' ORDER BY z.id) FROM feedback_steps z WHERE z.feedback_id = f.id) AS reply
                 FROM feedback f JOIN staff s ON s.id = f.received_by
                 WHERE f.visitor_id = ?1 OR f.encounter_id IN ({OWN}) ORDER BY f.id"
            ),
            &[
                Field::Kind,
                Field::Name,
                Field::Phone,
                Field::HappenedOn,
                Field::About,
                Field::What,
                Field::DueAt,
                Field::State,
                Field::Answer,
                Field::Result,
                Field::Reply,
                Field::Note,
                Field::Staff,
            ],
        ),
        Part::Restrictions => (
            "SELECT x.set_at AS at, '' AS no, x.hold AS kind, x.reason, x.lifted_at AS ended_at, x.lift_reason AS result, s.no AS staff
             FROM restrictions x JOIN staff s ON s.id = x.set_by WHERE x.visitor_id = ?1 ORDER BY x.id"
                .to_owned(),
            &[
                Field::Kind,
                Field::Reason,
                Field::EndedAt,
                Field::Result,
                Field::Staff,
            ],
        ),
        Part::Requests => (
            "SELECT q.received_at AS at, q.no, q.wish AS kind, q.words AS what, q.verified_note AS note, q.outcome, q.answer, s.no AS staff
             FROM requests q JOIN staff s ON s.id = q.received_by WHERE q.visitor_id = ?1 ORDER BY q.id"
                .to_owned(),
            &[
                Field::Kind,
                Field::What,
                Field::Note,
                Field::Outcome,
                Field::Answer,
                Field::Staff,
            ],
        ),
        Part::Disclosures | Part::Looks => (
            "SELECT d.at, '' AS no, d.kind, d.receiver, d.receiver_name AS name, d.purpose_note AS reason, s.no AS staff
             FROM disclosures d JOIN staff s ON s.id = d.staff_id WHERE d.visitor_id = ?1 ORDER BY d.id"
                .to_owned(),
            &[
                Field::Kind,
                Field::Receiver,
                Field::Name,
                Field::Reason,
                Field::Staff,
            ],
        ),
    }
}

pub(in super::super) fn rows(tx: &ReadTx<'_>, part: Part, visitor: VisitorId) -> Result<Vec<Item>> {
    let (sql, fields) = statement(part);
    Ok(tx.all(&sql, args![visitor], |row| {
        let mut facts = Vec::with_capacity(fields.len());
        for field in fields {
            let value = field.write(row.get::<Value>(field.code())?);
            facts.extend(value.map(|value| Fact {
                field: *field,
                value,
            }));
        }
        Ok(Item {
            at: row.get("at")?,
            no: row.get("no")?,
            facts,
        })
    })?)
}

/// Most entries that are listed; the newest count.
const LOOKS: usize = 500;

/// Entries of the journal about the person: by their record, their encounters, their
/// bookings and vouchers, their feedback; and exports of days they were here on.
pub(in super::super) fn looks(tx: &ReadTx<'_>, visitor: VisitorId) -> Result<Vec<Item>> {
    let mut days: Vec<Day> = tx.all(
        "SELECT day FROM encounters WHERE visitor_id = ?1 UNION SELECT day FROM feedback WHERE visitor_id = ?1",
        args![visitor],
        |row| row.get("day"),
    )?;
    let booked: Vec<Moment> = tx.all(
        "SELECT booked_at FROM bookings WHERE visitor_id = ?1",
        args![visitor],
        |row| row.get("booked_at"),
    )?;
    days.extend(booked.into_iter().map(Moment::day));
    let about = format!(
        "SELECT j.seq, j.at, j.action, j.detail, COALESCE(s.no, '') AS staff FROM journal j LEFT JOIN staff s ON s.id = j.actor
         WHERE (j.object = 'visitor' AND j.object_id = ?1)
            OR (j.object = 'encounter' AND j.object_id IN ({OWN}))
            OR (j.object = 'ticket' AND j.object_id IN (SELECT id FROM tickets WHERE encounter_id IN ({OWN})))
            OR (j.object = 'booking' AND j.object_id IN (SELECT id FROM bookings WHERE visitor_id = ?1))
            OR (j.object = 'voucher' AND j.object_id IN
                (SELECT o.id FROM vouchers o JOIN bookings b ON b.id = o.booking_id WHERE b.visitor_id = ?1))
            OR (j.object = 'feedback' AND j.object_id IN (SELECT id FROM feedback WHERE visitor_id = ?1))
            OR (j.object = 'request' AND j.object_id IN (SELECT id FROM requests WHERE visitor_id = ?1))
            OR (j.object = 'ledger' AND j.action = 'ledger.export')
         ORDER BY j.seq DESC"
    );
    let found: Vec<(Moment, String, String, String)> = tx.all(&about, args![visitor], |row| {
        Ok((
            row.get("at")?,
            row.get("action")?,
            row.get("detail")?,
            row.get("staff")?,
        ))
    })?;
    let touches = |detail: &str| {
        let period = Said::read(detail).and_then(|said| said.period);
        period.is_some_and(|span| days.iter().any(|day| (span.from..=span.to).contains(day)))
    };
    let mut items: Vec<Item> = found
        .into_iter()
        .filter(|(_, action, detail, _)| action != EXPORT_LEDGER.code() || touches(detail))
        .take(LOOKS)
        .map(|(at, action, detail, staff)| {
            let facts = [
                (Field::Action, action),
                (Field::Detail, detail),
                (Field::Staff, staff),
            ];
            Item {
                at: Some(at),
                no: String::new(),
                facts: facts
                    .into_iter()
                    .filter(|(_, value)| !value.is_empty())
                    .map(|(field, value)| Fact { field, value })
                    .collect(),
            }
        })
        .collect();
    items.reverse();
    Ok(items)
}
