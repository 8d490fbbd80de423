//! What changed after a day was over: each change with what it was, when and by whom. The
//! tables of the day do not take it in (R 12.1).

use super::rules::{promise_state, short};
use super::{Named, Period, store};
use crate::booking::bookings::BookingState;
use crate::ground::lists::{Cell, Column, Line, List};
use crate::people::visitors::Standing;
use crate::quality::feedback;
use crate::reception::categories::{Complexity, Urgency};
use crate::reception::encounters::Outcome;
use crate::{Moment, Reading, Result, local_text};

/// The table they stand in.
pub(super) const LIST: List = List {
    code: "corrections",
    facts: &[],
    columns: &[
        Column::of("changed_at", 30),
        Column::of("by", 16),
        Column::of("of_no", 34),
        Column::of("change", 24),
        Column::of("before", 80),
        Column::of("after", 80),
    ],
};

crate::codes! {
    /// What of a row changed after its day.
    Change {
        /// With whom an encounter was.
        Visitor = "visitor",
        /// How the person is called.
        Name = "name",
        /// Where they are called.
        Phone = "phone",
        /// The matter as told.
        Matter = "matter",
        /// Its class.
        Class = "class",
        /// How urgent it is.
        Urgency = "urgency",
        /// Who can answer it.
        Complexity = "complexity",
        /// The answer.
        Answer = "answer",
        /// How the encounter ended.
        Outcome = "outcome",
        /// The last ticket.
        Ticket = "ticket",
        /// Where a booking stands.
        Booking = "booking",
        /// How a promise stands.
        Promise = "promise",
        /// Where a feedback stands.
        Feedback = "feedback",
    }
}

impl Change {
    /// Whether what it was and is tells of a person.
    pub(super) const fn is_personal(self) -> bool {
        matches!(
            self,
            Self::Visitor | Self::Name | Self::Phone | Self::Matter | Self::Answer
        )
    }
}

/// One change after the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// When.
    pub at: Moment,
    /// Staff number of who did it.
    pub by: String,
    /// The number of the row: of its encounter, voucher or feedback.
    pub no: String,
    /// The number is that of a voucher.
    pub of_booking: bool,
    /// What of it changed.
    pub change: Change,
    /// What it was.
    pub before: Cell,
    /// What it is since.
    pub after: Cell,
    /// What the person of the row was and is called: hidden in texts.
    pub names: Vec<String>,
    /// What may be done with the person's record.
    pub standing: Standing,
}

impl Correction {
    /// As a row of the table.
    pub(super) fn line(&self) -> Line {
        vec![
            Cell::text(local_text(self.at)),
            Cell::text(&self.by),
            Cell::text(&self.no),
            Cell::Code("LedgerChange", self.change.code()),
            self.before.clone(),
            self.after.clone(),
        ]
    }
}

/// What the store knows of every change: of what row, when and by whom.
#[derive(Debug, Clone)]
pub(super) struct Made {
    pub at: Moment,
    pub by: String,
    pub no: String,
    pub of_booking: bool,
    /// Whose row it is.
    pub visitor: Option<i64>,
    /// How they are called.
    pub names: Vec<String>,
    pub standing: Standing,
}

impl Made {
    fn of(self, change: Change, before: Cell, after: Cell) -> Correction {
        Correction {
            at: self.at,
            by: self.by,
            no: self.no,
            of_booking: self.of_booking,
            change,
            before,
            after,
            names: self.names,
            standing: self.standing,
        }
    }
}

/// What was known of an encounter until a change; the last one is what is known now and has
/// no `made`.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub encounter: i64,
    pub made: Option<Made>,
    pub visitor: Option<i64>,
    pub visitor_name: String,
    pub matter: String,
    pub class: Named,
    pub urgency: Urgency,
    pub complexity: Complexity,
}

/// What a person was called until a change; the last one is what they are called now.
#[derive(Debug, Clone)]
pub(super) struct Called {
    pub visitor: i64,
    /// When and by whom it was changed.
    pub until: Option<(Moment, String)>,
    pub name: String,
    pub phone: String,
    pub standing: Standing,
}

/// A row of the period that names a person.
pub(super) struct Listed {
    pub visitor: i64,
    pub no: String,
    pub of_booking: bool,
}

/// A thing that was done late: what stood before it, and what since.
pub(super) struct Moved<T> {
    pub made: Made,
    pub before: T,
    pub after: T,
}

/// A promise that was kept after the day.
pub(super) struct Kept {
    pub made: Made,
    pub due_at: Moment,
}

/// Every change to rows of the period after it was over, in order.
pub(super) fn of(r: &Reading<'_>, period: Period, closed: Moment) -> Result<Vec<Correction>> {
    let (tx, p) = (r.tx, period);
    let called = store::called(tx, closed)?;
    let with_names = |mut made: Made| {
        made.names.extend(names_of(&called, made.visitor));
        made
    };
    let mut all = Vec::new();
    let known = store::known(tx, p, closed)?;
    let changed = pairs(&known, |known| known.encounter);
    all.extend(changed.flat_map(|(a, b)| retold(a, b, &called)));
    if !called.is_empty() {
        let listed = store::listed(tx, p, closed)?;
        let renamed = pairs(&called, |called| called.visitor);
        all.extend(renamed.flat_map(|(a, b)| renamed_in(a, b, &listed)));
    }
    for Moved {
        made,
        before,
        after,
    } in store::answered(tx, p, closed)?
    {
        let text = |text: String| Cell::text(short(&text));
        let made = with_names(made);
        all.push(made.of(Change::Answer, text(before), text(after)));
    }
    for Moved {
        made,
        before,
        after,
    } in store::ticketed(tx, p, closed)?
    {
        all.push(made.of(Change::Ticket, Cell::text(before), Cell::text(after)));
    }
    for (made, outcome) in store::ended(tx, p, closed)? {
        let code = Cell::Code("Outcome", Outcome::code(outcome));
        all.push(made.of(Change::Outcome, Cell::text(""), code));
    }
    for moved in store::booking_steps(tx, p, closed)? {
        let code = |state: BookingState| Cell::Code("BookingState", state.code());
        let (before, after) = (code(moved.before), code(moved.after));
        all.push(moved.made.of(Change::Booking, before, after));
    }
    for Kept { made, due_at } in store::kept(tx, p, closed)? {
        let code = |kept, at| Cell::Code("PromiseState", promise_state(due_at, kept, at).code());
        let (before, after) = (code(None, closed), code(Some(made.at), made.at));
        all.push(made.of(Change::Promise, before, after));
    }
    for moved in store::feedback_steps(tx, p, closed)? {
        let code = |state: feedback::State| Cell::Code("FeedbackState", state.code());
        let (before, after) = (code(moved.before), code(moved.after));
        all.push(moved.made.of(Change::Feedback, before, after));
    }
    all.sort_by(|a, b| (a.at, &a.no, a.change).cmp(&(b.at, &b.no, b.change)));
    Ok(all)
}

/// Neighbours of the same thing, in rows that are ordered by thing and then by time.
fn pairs<T>(rows: &[T], thing: fn(&T) -> i64) -> impl Iterator<Item = (&T, &T)> {
    let next = rows.iter().zip(rows.iter().skip(1));
    next.filter(move |(a, b)| thing(a) == thing(b))
}

/// What somebody was called otherwise: their texts may call them so.
fn names_of(called: &[Called], visitor: Option<i64>) -> impl Iterator<Item = String> {
    let theirs = called
        .iter()
        .filter(move |one| Some(one.visitor) == visitor);
    theirs.map(|one| one.name.clone())
}

/// What of an encounter one change changed.
fn retold(before: &Known, after: &Known, called: &[Called]) -> Vec<Correction> {
    let Some(mut made) = before.made.clone() else {
        return Vec::new();
    };
    for known in [before, after] {
        made.names.push(known.visitor_name.clone());
        made.names.extend(names_of(called, known.visitor));
    }
    let class = |name: &Named| Cell::Both(name.zh.clone(), name.en.clone());
    let mut changed = Vec::new();
    let mut differ = |change, differs: bool, cells: (Cell, Cell)| {
        if differs {
            changed.push(made.clone().of(change, cells.0, cells.1));
        }
    };
    differ(
        Change::Visitor,
        before.visitor != after.visitor,
        (
            Cell::text(&before.visitor_name),
            Cell::text(&after.visitor_name),
        ),
    );
    differ(
        Change::Matter,
        before.matter != after.matter,
        (
            Cell::text(short(&before.matter)),
            Cell::text(short(&after.matter)),
        ),
    );
    differ(
        Change::Class,
        before.class != after.class,
        (class(&before.class), class(&after.class)),
    );
    differ(
        Change::Urgency,
        before.urgency != after.urgency,
        (
            Cell::Code("Urgency", before.urgency.code()),
            Cell::Code("Urgency", after.urgency.code()),
        ),
    );
    differ(
        Change::Complexity,
        before.complexity != after.complexity,
        (
            Cell::Code("Complexity", before.complexity.code()),
            Cell::Code("Complexity", after.complexity.code()),
        ),
    );
    changed
}

/// One renaming, in each row of the period that names the person.
fn renamed_in(before: &Called, after: &Called, listed: &[Listed]) -> Vec<Correction> {
    let Some((at, by)) = &before.until else {
        return Vec::new();
    };
    let rows = listed.iter().filter(|row| row.visitor == before.visitor);
    rows.flat_map(|row| {
        let made = Made {
            at: *at,
            by: by.clone(),
            no: row.no.clone(),
            of_booking: row.of_booking,
            visitor: Some(row.visitor),
            names: Vec::new(),
            standing: before.standing,
        };
        let values = [
            (Change::Name, &before.name, &after.name),
            (Change::Phone, &before.phone, &after.phone),
        ];
        let differing = values.into_iter().filter(|(_, was, is)| was != is);
        differing
            .map(|(change, was, is)| made.clone().of(change, Cell::text(was), Cell::text(is)))
            .collect::<Vec<_>>()
    })
    .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn known(urgency: Urgency, matter: &str, made_at: Option<i64>) -> Known {
        Known {
            encounter: 1,
            made: made_at.map(|at| Made {
                at: Moment(at),
                by: "1002".into(),
                no: "20261130-0001".into(),
                of_booking: false,
                visitor: Some(1),
                names: Vec::new(),
                standing: Standing::Open,
            }),
            visitor: Some(1),
            visitor_name: "王芳".into(),
            matter: matter.into(),
            class: Named::default(),
            urgency,
            complexity: Complexity::OnTheSpot,
        }
    }

    #[test]
    fn each_facet_that_a_change_changed_is_said_and_no_other() {
        let chain = [
            known(Urgency::Routine, "体检", Some(10)),
            known(Urgency::Urgent, "体检", Some(20)),
            known(Urgency::Urgent, "报告", None),
        ];
        let said: Vec<(i64, Change)> = pairs(&chain, |known| known.encounter)
            .flat_map(|(a, b)| retold(a, b, &[]))
            .map(|one| (one.at.0, one.change))
            .collect();
        assert_eq!(said, [(10, Change::Urgency), (20, Change::Matter)]);
    }

    #[test]
    fn rows_of_two_things_are_no_neighbours() {
        let other = Known {
            encounter: 2,
            ..known(Urgency::Urgent, "报告", None)
        };
        let chain = [known(Urgency::Routine, "体检", Some(10)), other];
        assert_eq!(pairs(&chain, |known| known.encounter).count(), 0);
    }
}
