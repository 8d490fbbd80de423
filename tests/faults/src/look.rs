//! What a folder holds once it is opened without faults: the operations, what they
//! made, how many rows each table has, and whether everything checks.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use vault::{ReadTx, Vault, Verdict};

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Why it could not be opened or read to the end; empty when it could.
    pub refused: String,
    /// Kept answers by operation id, as prints.
    pub operations: BTreeMap<String, u64>,
    /// `effect marker`, as often as it is there.
    pub effects: BTreeMap<String, i64>,
    /// Rows by table.
    pub rows: BTreeMap<String, i64>,
    /// What is wrong in the file itself; empty when nothing is.
    pub faults: Vec<String>,
    /// What the program says is missing at opening.
    pub alarm: Option<String>,
    /// Pages of the file that hold the journal and its indices.
    pub journal_pages: Vec<i64>,
    /// Number of the last entry of the journal.
    pub journal: i64,
}

impl Found {
    /// Whether both hold the same, whatever is said about it. The journal's rows are
    /// among the rows; its last number also counts what opening noted.
    pub fn same_content(&self, other: &Self) -> bool {
        let content = |found: &Self| Self {
            alarm: None,
            journal_pages: Vec::new(),
            journal: 0,
            ..found.clone()
        };
        content(self) == content(other)
    }
}

/// What each step leaves behind, with the marker of its round. A step that ends
/// half-way would leave one of its rows without the others.
const EFFECTS: [(&str, &str); 8] = [
    (
        "visitors.register",
        "SELECT address AS mark FROM visitors v WHERE
            EXISTS (SELECT 1 FROM consents c WHERE c.visitor_id = v.id)",
    ),
    ("visitors.correct", "SELECT note AS mark FROM visitors"),
    (
        "encounters.start",
        "SELECT v.address AS mark FROM encounters e JOIN visitors v ON v.id = e.visitor_id",
    ),
    (
        "encounters.describe",
        "SELECT handoff AS mark FROM encounters",
    ),
    (
        "tickets.issue",
        "SELECT e.handoff AS mark FROM tickets t JOIN encounters e ON e.id = t.encounter_id
            JOIN ticket_steps s ON s.ticket_id = t.id",
    ),
    (
        "bookings.book",
        "SELECT b.note AS mark FROM bookings b JOIN booking_items i ON i.booking_id = b.id
            JOIN vouchers v ON v.booking_id = b.id",
    ),
    (
        "feedback.receive",
        "SELECT f.about AS mark FROM feedback f JOIN feedback_points p ON p.feedback_id = f.id
            JOIN feedback_steps s ON s.feedback_id = f.id",
    ),
    (
        "bookings.cancel",
        "SELECT b.reason AS mark FROM bookings b JOIN vouchers v ON v.booking_id = b.id
            WHERE b.state = 'cancelled' AND v.void_cause = 'cancelled'",
    ),
];

/// Looks at an opened vault, or says why it did not open.
pub fn look(opened: vault::Result<Vault>) -> Found {
    let looked = opened.and_then(|vault| {
        let mut found: Found = vault.read(read)?;
        found.alarm = vault.alarm().map(|alarm| format!("{alarm:?}"));
        // A page torn while the log was folded back is still whole in the log, and this
        // check reads past the log: so the log is folded back first, as before a backup.
        vault.checkpoint()?;
        found.faults.extend(vault.read(check)?);
        found.journal_pages = vault.read(journal_pages)?;
        Ok(found)
    });
    looked.unwrap_or_else(refused)
}

#[allow(
    clippy::needless_pass_by_value,
    reason = "what a failed result hands over"
)]
fn refused(error: vault::Error) -> Found {
    Found {
        refused: error.to_string(),
        ..Found::default()
    }
}

fn read(tx: &ReadTx<'_>) -> vault::Result<Found> {
    let mut found = Found::default();
    let kept = tx.all("SELECT op_id, answer FROM operations", &[], |row| {
        Ok((row.get::<String>("op_id")?, row.get::<String>("answer")?))
    })?;
    for (op_id, answer) in kept {
        let answer: Value = serde_json::from_str(&answer).unwrap_or(Value::Null);
        found.operations.insert(op_id, crate::work::print(&answer));
    }
    for (effect, sql) in EFFECTS {
        for mark in tx.all(sql, &[], |row| row.get::<String>("mark"))? {
            if !mark.is_empty() {
                *found.effects.entry(format!("{effect} {mark}")).or_default() += 1;
            }
        }
    }
    let tables = tx.all(
        "SELECT name AS value FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
        &[],
        |row| row.get::<String>("value"),
    )?;
    for table in tables {
        // Signing in and what opening made good are noted too, and are no step of the work.
        let which = if table == "journal" {
            " WHERE action NOT LIKE 'session.%' AND action <> 'keys.repair'"
        } else {
            ""
        };
        let sql = format!("SELECT count(*) AS value FROM \"{table}\"{which}");
        let rows = tx.value::<i64>(&sql, &[])?.unwrap_or(-1);
        found.rows.insert(table, rows);
    }
    match tx.verify_journal()? {
        Verdict::Whole(last) => found.journal = last,
        Verdict::Broken(at) => found.faults.push(format!("journal broken at {at}")),
    }
    Ok(found)
}

fn journal_pages(tx: &ReadTx<'_>) -> vault::Result<Vec<i64>> {
    tx.all(
        "SELECT pageno FROM dbstat WHERE name IN ('journal', 'journal_at', 'journal_object')",
        &[],
        |row| row.get::<i64>("pageno"),
    )
}

/// The file's own checks.
fn check(tx: &ReadTx<'_>) -> vault::Result<Vec<String>> {
    let mut faults = Vec::new();
    for (pragma, column) in [
        ("integrity_check", "integrity_check"),
        ("cipher_integrity_check", "cipher_integrity_check"),
        ("foreign_key_check", "table"),
    ] {
        let lines = tx.all(&format!("PRAGMA {pragma}"), &[], |row| {
            row.get::<String>(column)
        })?;
        let bad = lines.into_iter().filter(|line| line != "ok").take(3);
        faults.extend(bad.map(|line| format!("{pragma}: {line}")));
    }
    Ok(faults)
}
