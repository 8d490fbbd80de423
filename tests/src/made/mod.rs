//! What has to be there before something else can be tried: people, encounters, bookings
//! and the rest, as the window would have sent them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what tests are built of"
)]

mod assessments;
mod backups;
mod bookings;
mod catalogue;
mod categories;
mod disclosures;
mod drafts;
mod encounters;
pub mod events;
mod feedback;
mod guidance;
mod incidents;
mod institution;
mod journal;
mod ledger;
mod notices;
mod points;
mod proof;
mod proposals;
mod requests;
mod retention;
mod schedules;
mod staff;
mod tickets;
mod visitors;
mod vouchers;

pub use assessments::needs;
pub use bookings::{TUESDAY, book, booking, free, slot, visit};
pub use catalogue::{package, service};
pub use categories::{category, leaf};
pub use encounters::{
    anonymous, answered, closed, closing, described, encounter, matter, promise, start,
};
pub use feedback::{feedback, feedback_up_to};
pub use institution::institution;
pub use points::{point, point_sheet, point_with};
pub use proof::{Before, Do, ENCOUNTER, Plain, Proof, Screen, Stage};
pub use proposals::proposed;
pub use schedules::{place, schedule};
use serde_json::Value;
pub use staff::{second_administrator, staff};
pub use tickets::{elsewhere, issue, ticket, waiting};
pub use visitors::{Person, here, person, visitor, visitor_named};
pub use vouchers::QR;

/// What every subject brings along, a wing after the other: the tour goes through their
/// screens in this order.
pub const PROOFS: &[Proof] = &[
    drafts::PROOF,
    institution::PROOF,
    staff::PROOF,
    backups::PROOF,
    visitors::PROOF,
    notices::PROOF,
    categories::PROOF,
    encounters::PROOF,
    guidance::PROOF,
    points::PROOF,
    tickets::PROOF,
    assessments::PROOF,
    catalogue::PROOF,
    proposals::PROOF,
    schedules::PROOF,
    bookings::PROOF,
    vouchers::PROOF,
    events::PROOF,
    feedback::PROOF,
    disclosures::PROOF,
    incidents::PROOF,
    journal::PROOF,
    ledger::PROOF,
    requests::PROOF,
    retention::PROOF,
];

/// The id of what was made.
#[track_caller]
pub fn id(value: &Value) -> i64 {
    value["id"]
        .as_i64()
        .unwrap_or_else(|| panic!("no id in {value}"))
}

/// The row of a list that has this code.
#[track_caller]
pub fn with_code(list: &Value, code: &str) -> Value {
    let rows = list["rows"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["code"] == code);
    row.unwrap_or_else(|| panic!("nothing has the code {code}"))
        .clone()
}

/// These fields of a row.
fn only(row: &Value, keys: &[&str]) -> Value {
    let fields = keys
        .iter()
        .map(|key| ((*key).to_owned(), row[*key].clone()));
    Value::Object(fields.collect())
}
