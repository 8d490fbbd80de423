//! SQL of erasing: what is open, what would go, and taking it out of every table.

use super::super::holdings::Part;
use crate::people::visitors::Visitor;
use crate::record::retention::Why;
use crate::{Result, VisitorId, Writing};
use vault::{ReadTx, Value, args};

const OWN: &str = "SELECT id FROM encounters WHERE visitor_id = ?1";
const FEEDBACK: &str = "SELECT id FROM feedback WHERE visitor_id = ?1
    OR encounter_id IN (SELECT id FROM encounters WHERE visitor_id = ?1)";
const BOOKINGS: &str = "SELECT id FROM bookings WHERE visitor_id = ?1";

/// What is still open of a person.
pub(in super::super) fn matters_open(
    tx: &ReadTx<'_>,
    visitor: VisitorId,
) -> Result<Vec<(Why, u32)>> {
    let counts = [
        (
            Why::OpenEncounter,
            "SELECT COUNT(*) AS value FROM encounters WHERE visitor_id = ?1 AND ended_at IS NULL".to_owned(),
        ),
        (
            Why::LiveTicket,
            format!("SELECT COUNT(*) AS value FROM tickets WHERE encounter_id IN ({OWN}) AND state IN ('waiting', 'called', 'serving')"),
        ),
        (
            Why::OpenPromise,
            format!("SELECT COUNT(*) AS value FROM promises WHERE encounter_id IN ({OWN}) AND kept_at IS NULL"),
        ),
        (
            Why::OpenBooking,
            format!("SELECT COUNT(*) AS value FROM bookings WHERE id IN ({BOOKINGS}) AND state IN ('booked', 'checked_in')"),
        ),
        (
            Why::OpenFeedback,
            format!(
                "SELECT COUNT(*) AS value FROM feedback f WHERE f.id IN ({FEEDBACK})
                 AND (SELECT s.state FROM feedback_steps s WHERE s.feedback_id = f.id ORDER BY s.id DESC LIMIT 1) <> 'closed'"
            ),
        ),
    ];
    let mut open = Vec::new();
    for (why, sql) in counts {
        let count: Option<u32> = tx.value(&sql, args![visitor])?;
        open.extend(count.filter(|n| *n > 0).map(|n| (why, n)));
    }
    Ok(open)
}

/// How many records of each part would lose the person.
pub(in super::super) fn counted(tx: &ReadTx<'_>, visitor: VisitorId) -> Result<Vec<(Part, u32)>> {
    let counts = [
        (Part::Identity, "SELECT 1 AS value".to_owned()),
        (
            Part::Health,
            "SELECT (SELECT COUNT(*) FROM visitor_groups WHERE visitor_id = ?1) + (SELECT COUNT(*) FROM visitor_health WHERE visitor_id = ?1) AS value".to_owned(),
        ),
        (Part::Encounters, format!("SELECT COUNT(*) AS value FROM encounters WHERE id IN ({OWN})")),
        (Part::Consultations, format!("SELECT COUNT(*) AS value FROM consultations WHERE encounter_id IN ({OWN})")),
        (Part::Promises, format!("SELECT COUNT(*) AS value FROM promises WHERE encounter_id IN ({OWN})")),
        (Part::Tickets, format!("SELECT COUNT(*) AS value FROM tickets WHERE encounter_id IN ({OWN})")),
        (Part::Assessments, format!("SELECT COUNT(*) AS value FROM assessments WHERE encounter_id IN ({OWN})")),
        (Part::Proposals, format!("SELECT COUNT(*) AS value FROM proposals WHERE encounter_id IN ({OWN})")),
        (Part::Bookings, format!("SELECT COUNT(*) AS value FROM bookings WHERE id IN ({BOOKINGS})")),
        (Part::Feedback, format!("SELECT COUNT(*) AS value FROM feedback WHERE id IN ({FEEDBACK})")),
    ];
    let mut gone = Vec::new();
    for (part, sql) in counts {
        let values: &[Value] = if sql.contains("?1") {
            args![visitor]
        } else {
            args![]
        };
        let count: Option<u32> = tx.value(&sql, values)?;
        gone.extend(count.filter(|n| *n > 0).map(|n| (part, n)));
    }
    Ok(gone)
}

/// Takes the person out of every table; what was counted stays. `?1` is the visitor.
fn statements() -> Vec<String> {
    let assessed = format!("SELECT id FROM assessments WHERE encounter_id IN ({OWN})");
    let proposed = format!("SELECT id FROM proposals WHERE encounter_id IN ({OWN})");
    let vouchers = format!("SELECT id FROM vouchers WHERE booking_id IN ({BOOKINGS})");
    let steps = format!("SELECT id FROM feedback_steps WHERE feedback_id IN ({FEEDBACK})");
    vec![
        // Health told for a proposal tells more of the person than any count needs.
        format!("DELETE FROM proposal_choices WHERE proposal_id IN ({proposed})"),
        format!("DELETE FROM proposal_points WHERE proposal_id IN ({proposed})"),
        format!("DELETE FROM proposal_items WHERE proposal_id IN ({proposed})"),
        format!("DELETE FROM proposals WHERE encounter_id IN ({OWN})"),
        format!("DELETE FROM assessment_codes WHERE assessment_id IN ({assessed})"),
        format!("DELETE FROM assessment_done WHERE assessment_id IN ({assessed})"),
        format!("DELETE FROM assessments WHERE encounter_id IN ({OWN})"),
        format!("UPDATE consultations SET question = '', analysis = '', answer = '' WHERE encounter_id IN ({OWN})"),
        format!("UPDATE promises SET what = '', result = '' WHERE encounter_id IN ({OWN})"),
        format!("UPDATE ticket_steps SET note = '', reason = '' WHERE ticket_id IN (SELECT id FROM tickets WHERE encounter_id IN ({OWN}))"),
        format!("UPDATE tickets SET note = '', lifted_by = '' WHERE encounter_id IN ({OWN})"),
        format!("DELETE FROM voucher_lines WHERE voucher_id IN ({vouchers})"),
        format!("UPDATE voucher_prints SET job = '' WHERE voucher_id IN ({vouchers})"),
        format!("UPDATE vouchers SET name = '', phone = '' WHERE booking_id IN ({BOOKINGS})"),
        "UPDATE bookings SET needs = '', note = '', reason = '' WHERE visitor_id = ?1".to_owned(),
        format!("UPDATE feedback_handled SET done = '' WHERE step_id IN ({steps})"),
        format!("UPDATE feedback_steps SET note = '', reply = '', why = '', apology = '', measure = '', result = '' WHERE feedback_id IN ({FEEDBACK})"),
        format!("UPDATE feedback_points SET what = '' WHERE feedback_id IN ({FEEDBACK})"),
        format!("UPDATE feedback SET name = '', phone = '', about = '', what = '', happened_on = NULL WHERE id IN ({FEEDBACK})"),
        "UPDATE encounters SET on_behalf = '', matter = '', handoff = '', outcome_note = '' WHERE visitor_id = ?1".to_owned(),
        "UPDATE requests SET words = '', verified_note = '', answer = '' WHERE visitor_id = ?1".to_owned(),
        "UPDATE restrictions SET reason = '', lift_reason = '' WHERE visitor_id = ?1".to_owned(),
        "DELETE FROM visitor_groups WHERE visitor_id = ?1".to_owned(),
        "DELETE FROM visitor_health WHERE visitor_id = ?1".to_owned(),
        "UPDATE visitors SET name = '', phone = '', phone_2 = '', id_kind = 'none', id_number = '', sex = NULL, born_on = NULL,
             address = '', note = '', name_key = '', pinyin_key = '', initial_key = '', digit_key = '', standing = 'erased'
         WHERE id = ?1"
            .to_owned(),
        // What somebody was typing about them, wherever it was begun.
        format!(
            "DELETE FROM drafts WHERE key IN (
                 SELECT k.p || e.id FROM encounters e CROSS JOIN (SELECT 'answer/' AS p UNION ALL SELECT 'close/' UNION ALL SELECT 'matter/'
                     UNION ALL SELECT 'assess/' UNION ALL SELECT 'book/' UNION ALL SELECT 'triage/' UNION ALL SELECT 'feedback/new/') k
                 WHERE e.visitor_id = ?1)
             OR key IN (SELECT 'feedback/' || f.id || k.s FROM ({FEEDBACK}) f
                 CROSS JOIN (SELECT '/handle' AS s UNION ALL SELECT '/tell' UNION ALL SELECT '/rate') k)
             OR key IN (SELECT 'book/move/' || id FROM ({BOOKINGS}) b)
             OR key IN (SELECT 'transfer/' || id FROM tickets WHERE encounter_id IN ({OWN}))
             OR key IN (SELECT 'request/' || id FROM requests WHERE visitor_id = ?1)"
        ),
    ]
}

/// Free texts of others in which a number of the person may stand.
const FREE: &[(&str, &str)] = &[
    ("visitors", "note"),
    ("encounters", "matter"),
    ("encounters", "on_behalf"),
    ("encounters", "handoff"),
    ("encounters", "outcome_note"),
    ("consultations", "question"),
    ("consultations", "analysis"),
    ("consultations", "answer"),
    ("promises", "what"),
    ("promises", "result"),
    ("tickets", "note"),
    ("ticket_steps", "note"),
    ("assessments", "goal"),
    ("bookings", "needs"),
    ("bookings", "note"),
    ("feedback", "phone"),
    ("feedback", "about"),
    ("feedback", "what"),
    ("feedback_points", "what"),
    ("feedback_handled", "done"),
    ("requests", "words"),
    ("requests", "verified_note"),
    ("requests", "answer"),
];

/// A number that is nobody else's; shorter ones may be a price or a room.
const OWN_NUMBER: usize = 7;

pub(in super::super) fn erase(w: &Writing<'_>, before: &Visitor) -> Result<()> {
    for statement in statements() {
        w.tx.execute(&statement, args![before.id])?;
    }
    let typed = [
        &before.name,
        &before.phone,
        &before.phone_2,
        &before.id_number,
    ];
    for value in typed.into_iter().filter(|v| !v.trim().is_empty()) {
        // A draft is the window's own form of text, so quotes stand in it escaped.
        let escaped = value.replace('\\', "\\\\").replace('"', "\\\"");
        w.tx.execute(
            "DELETE FROM drafts WHERE replace(body, ?1, '') <> body OR replace(body, ?2, '') <> body",
            args![value, escaped],
        )?;
    }
    // Another person's record keeps its sense without the number; a name may be anybody's.
    for number in numbers(&typed[1..]) {
        for (table, column) in FREE {
            let sql = format!(
                "UPDATE {table} SET {column} = replace({column}, ?1, '****') WHERE replace({column}, ?1, '') <> {column}"
            );
            w.tx.execute(&sql, args![&number])?;
        }
    }
    Ok(())
}

/// As typed and as bare digits, the longer ones first.
fn numbers(typed: &[&String]) -> Vec<String> {
    let bare =
        |text: &String| -> String { text.chars().filter(char::is_ascii_alphanumeric).collect() };
    let digits = |text: &String| text.chars().filter(char::is_ascii_digit).count();
    let long = typed.iter().filter(|text| digits(text) >= OWN_NUMBER);
    let mut numbers: Vec<String> = long
        .flat_map(|text| [(*text).clone(), bare(text)])
        .collect();
    numbers.sort_by_key(|number| std::cmp::Reverse(number.len()));
    numbers.dedup();
    numbers
}
