//! SQL of what is due: one statement finds a kind's old records and says of each
//! why it is kept, if it is. Preview and job ask the same one.

use super::super::{Due, Kind, Rule, Why};
use crate::{Day, Moment, Result, Writing};
use vault::{ReadTx, Row, Value, args};

/// The cut-off day of each kind; kinds that were not asked for have none.
pub(in super::super) struct Cuts {
    days: Vec<(Kind, Option<Day>)>,
}

impl Cuts {
    pub(in super::super) fn new(rules: &[Rule], kinds: &[Kind], today: Day) -> Self {
        let cut = |kind: &Kind| {
            let rule = rules.iter().find(|rule| rule.kind == *kind);
            let asked = kinds.contains(kind);
            (*kind, rule.filter(|_| asked).map(|r| r.cutoff(today)))
        };
        Self {
            days: Kind::DESTROYED.iter().map(cut).collect(),
        }
    }

    fn of(&self, kind: Kind) -> Option<Day> {
        self.days.iter().find(|(k, _)| *k == kind).and_then(|c| c.1)
    }

    /// In the order of `CUT`.
    fn values(&self) -> Vec<Value> {
        let value = |(kind, _): &(Kind, Option<Day>)| self.value(*kind);
        self.days.iter().map(value).collect()
    }

    /// What the column of a kind is compared with; nothing is older than the empty text.
    fn value(&self, kind: Kind) -> Value {
        let day = self.of(kind);
        match place(kind).age {
            Age::Day(_) => Value::from(day.map(|d| d.to_string()).unwrap_or_default()),
            Age::Moment(_) => Value::from(day.map_or(i64::MIN, |d| d.start().0)),
        }
    }
}

const CUT: &str = "WITH cut AS (SELECT ?1 AS drafts, ?2 AS operations, ?3 AS feedback, ?4 AS bookings, ?5 AS proposals,
    ?6 AS tickets, ?7 AS encounters, ?8 AS requests, ?9 AS visitors)";

/// By what a record is as old as it is.
enum Age {
    /// A column of local days.
    Day(&'static str),
    /// A column of moments.
    Moment(&'static str),
}

impl Age {
    const fn column(&self) -> &'static str {
        match self {
            Self::Day(column) | Self::Moment(column) => column,
        }
    }

    fn read(&self, row: &Row<'_>, column: &str) -> vault::Result<Day> {
        match self {
            Self::Day(_) => row.get(column),
            Self::Moment(_) => row.get(column).map(Moment::day),
        }
    }
}

/// Where the records of a kind lie.
struct Place {
    /// The table with its alias.
    table: &'static str,
    age: Age,
}

const fn place(kind: Kind) -> Place {
    let (table, age) = match kind {
        Kind::Feedback => ("feedback f", Age::Day("f.day")),
        Kind::Bookings => ("bookings b", Age::Day("b.day")),
        Kind::Proposals => ("assessments a", Age::Moment("a.made_at")),
        Kind::Tickets => ("tickets t", Age::Day("t.day")),
        Kind::Encounters => ("encounters e", Age::Day("e.day")),
        Kind::Requests => (
            "requests q",
            Age::Moment("COALESCE(q.closed_at, q.received_at)"),
        ),
        Kind::Visitors => ("visitors v", Age::Moment("v.seen_at")),
        Kind::Drafts => ("drafts d", Age::Moment("d.saved_at")),
        Kind::Operations | Kind::Journal => ("operations o", Age::Moment("o.at")),
    };
    Place { table, age }
}

/// Holds that come with the person.
fn person(visitor: &str) -> String {
    format!(
        "WHEN EXISTS (SELECT 1 FROM restrictions x WHERE x.visitor_id = {visitor} AND x.lifted_at IS NULL AND x.hold = 'legal')
             THEN 'legal_hold'
         WHEN EXISTS (SELECT 1 FROM requests x WHERE x.visitor_id = {visitor} AND x.closed_at IS NULL)
             THEN 'open_request'"
    )
}

const VISITOR_OF: &str = "(SELECT z.visitor_id FROM encounters z WHERE z.id = ";

/// Why a record is kept; empty: it is not.
fn hold(kind: Kind) -> String {
    let case = match kind {
        Kind::Feedback => format!(
            "WHEN (SELECT s.state FROM feedback_steps s WHERE s.feedback_id = f.id ORDER BY s.id DESC LIMIT 1) <> 'closed'
                 THEN 'open_feedback' {}",
            person("f.visitor_id")
        ),
        Kind::Bookings => format!(
            "WHEN b.state IN ('booked', 'checked_in') THEN 'open_booking' {}",
            person("b.visitor_id")
        ),
        Kind::Proposals => format!(
            "WHEN EXISTS (SELECT 1 FROM encounters z WHERE z.id = a.encounter_id AND z.ended_at IS NULL) THEN 'open_encounter' {}
             WHEN EXISTS (SELECT 1 FROM proposals p WHERE p.assessment_id = a.id AND p.made_at >= (SELECT proposals FROM cut))
                 THEN 'part_kept'",
            person(&format!("{VISITOR_OF}a.encounter_id)"))
        ),
        Kind::Tickets => format!(
            "WHEN t.state IN ('waiting', 'called', 'serving') THEN 'live_ticket' {}",
            person(&format!("{VISITOR_OF}t.encounter_id)"))
        ),
        Kind::Encounters => format!(
            "WHEN e.ended_at IS NULL THEN 'open_encounter'
             WHEN EXISTS (SELECT 1 FROM promises m WHERE m.encounter_id = e.id AND m.kept_at IS NULL) THEN 'open_promise' {}
             WHEN {} OR {} OR {} OR {} THEN 'part_kept'",
            person("e.visitor_id"),
            stays(Kind::Tickets, "t.encounter_id = e.id"),
            stays(Kind::Proposals, "a.encounter_id = e.id"),
            stays(Kind::Bookings, "b.encounter_id = e.id"),
            stays(Kind::Feedback, "f.encounter_id = e.id"),
        ),
        Kind::Requests => "WHEN q.closed_at IS NULL THEN 'open_request'".to_owned(),
        Kind::Visitors => format!(
            "{} WHEN {} OR {} OR {} THEN 'part_kept'",
            person("v.id"),
            stays(Kind::Encounters, "e.visitor_id = v.id"),
            stays(Kind::Bookings, "b.visitor_id = v.id"),
            stays(Kind::Feedback, "f.visitor_id = v.id"),
        ),
        Kind::Drafts | Kind::Operations | Kind::Journal => return "''".to_owned(),
    };
    format!("CASE {case} ELSE '' END")
}

/// Whether something of another kind that refers to a record would be left.
fn stays(kind: Kind, refers: &str) -> String {
    let Place { table, age } = place(kind);
    format!(
        "EXISTS (SELECT 1 FROM {table} WHERE {refers} AND NOT ({} < (SELECT {} FROM cut) AND {} = ''))",
        age.column(),
        kind.code(),
        hold(kind)
    )
}

/// The old records of a kind: `what` of each, its age, and why it is kept.
fn old(kind: Kind, what: &str) -> String {
    let Place { table, age } = place(kind);
    let age = age.column();
    format!(
        "(SELECT {what}{age} AS age, {} AS hold FROM {table} WHERE {age} < (SELECT {} FROM cut)) old",
        hold(kind),
        kind.code()
    )
}

pub(in super::super) fn due(tx: &ReadTx<'_>, kind: Kind, cuts: &Cuts) -> Result<Due> {
    let sql = format!(
        "{CUT} SELECT hold, COUNT(*) AS n, MIN(age) AS oldest, MAX(age) AS newest FROM {} GROUP BY hold",
        old(kind, "")
    );
    let age = place(kind).age;
    let found: Vec<(String, u32, Day, Day)> = tx.all(&sql, &cuts.values(), |row| {
        Ok((
            row.get("hold")?,
            row.get("n")?,
            age.read(row, "oldest")?,
            age.read(row, "newest")?,
        ))
    })?;
    let free = found.iter().find(|(hold, ..)| hold.is_empty());
    let held = found
        .iter()
        .filter_map(|(hold, n, ..)| Why::parse(hold).map(|why| (why, *n)));
    Ok(Due {
        kind,
        cutoff: cuts.of(kind).unwrap_or_else(|| crate::Moment(0).day()),
        count: free.map_or(0, |f| f.1),
        oldest: free.map(|f| f.2),
        newest: free.map(|f| f.3),
        held: held.collect(),
    })
}

/// What goes with a record of a kind, and before it; `?1` is its id.
fn statements(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Feedback => &[
            "DELETE FROM drafts WHERE key IN ('feedback/' || ?1 || '/handle', 'feedback/' || ?1 || '/tell', 'feedback/' || ?1 || '/rate')",
            "DELETE FROM feedback WHERE id = ?1",
        ],
        Kind::Bookings => &[
            "DELETE FROM voucher_prints WHERE voucher_id IN (SELECT id FROM vouchers WHERE booking_id = ?1)",
            "DELETE FROM voucher_lines WHERE voucher_id IN (SELECT id FROM vouchers WHERE booking_id = ?1)",
            "DELETE FROM vouchers WHERE booking_id = ?1",
            "DELETE FROM booking_items WHERE booking_id = ?1",
            "UPDATE bookings SET moved_to = NULL WHERE moved_to = ?1",
            "DELETE FROM drafts WHERE key = 'book/move/' || ?1",
            "DELETE FROM bookings WHERE id = ?1",
        ],
        Kind::Proposals => &[
            "DELETE FROM proposal_choices WHERE proposal_id IN (SELECT id FROM proposals WHERE assessment_id = ?1)",
            "DELETE FROM proposal_points WHERE proposal_id IN (SELECT id FROM proposals WHERE assessment_id = ?1)",
            "DELETE FROM proposal_items WHERE proposal_id IN (SELECT id FROM proposals WHERE assessment_id = ?1)",
            "DELETE FROM proposals WHERE assessment_id = ?1",
            "DELETE FROM assessment_codes WHERE assessment_id = ?1",
            "DELETE FROM assessment_done WHERE assessment_id = ?1",
            "DELETE FROM assessments WHERE id = ?1",
        ],
        Kind::Tickets => &[
            "DELETE FROM ticket_steps WHERE ticket_id = ?1",
            "DELETE FROM drafts WHERE key = 'transfer/' || ?1",
            "DELETE FROM tickets WHERE id = ?1",
        ],
        Kind::Encounters => &[
            "DELETE FROM consultations WHERE encounter_id = ?1",
            "DELETE FROM promises WHERE encounter_id = ?1",
            "DELETE FROM drafts WHERE key IN ('answer/' || ?1, 'close/' || ?1, 'matter/' || ?1, 'assess/' || ?1, 'book/' || ?1,
                 'triage/' || ?1, 'feedback/new/' || ?1)",
            "DELETE FROM encounters WHERE id = ?1",
        ],
        Kind::Requests => &[
            "DELETE FROM drafts WHERE key = 'request/' || ?1",
            "DELETE FROM requests WHERE id = ?1",
        ],
        Kind::Visitors => &["DELETE FROM visitors WHERE id = ?1"],
        // Nothing hangs on them: they go by their age. From the journal nothing is taken.
        Kind::Drafts | Kind::Operations | Kind::Journal => &[],
    }
}

/// Destroys what is due of a kind; answers how many records went.
pub(in super::super) fn destroy(w: &Writing<'_>, kind: Kind, cuts: &Cuts) -> Result<u32> {
    let by_age = match kind {
        Kind::Drafts => Some("DELETE FROM drafts WHERE saved_at < ?1"),
        Kind::Operations => Some("DELETE FROM operations WHERE at < ?1"),
        _ => None,
    };
    if let Some(sql) = by_age {
        let gone = w.tx.execute(sql, &[cuts.value(kind)])?;
        return Ok(u32::try_from(gone).unwrap_or(u32::MAX));
    }
    let id = format!(
        "{}.id AS id, ",
        place(kind).table.rsplit(' ').next().unwrap_or_default()
    );
    let sql = format!("{CUT} SELECT id FROM {} WHERE hold = ''", old(kind, &id));
    let ids: Vec<i64> = w.tx.all(&sql, &cuts.values(), |row| row.get("id"))?;
    for id in &ids {
        for statement in statements(kind) {
            w.tx.execute(statement, args![*id])?;
        }
    }
    Ok(u32::try_from(ids.len()).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_are_handed_over_in_the_order_of_the_kinds() {
        let named = CUT.split(" AS ").skip(2);
        let named = named.map(|part| part.split([',', ')']).next().unwrap_or_default());
        let kinds = Kind::DESTROYED.iter().map(|kind| kind.code());
        assert!(named.eq(kinds), "{CUT}");
    }
}
