//! Steps of the schema. A released one is never edited. Those of several subjects stand
//! here; one that a subject has to itself stands with it.

use vault::Migration;

/// A step of the schema from its file in `migrations`.
macro_rules! step {
    ($number:literal $name:literal $file:literal) => {
        vault::Migration {
            number: $number,
            name: $name,
            sql: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/", $file)),
        }
    };
}

/// Steps that several subjects share.
#[rustfmt::skip]
pub(crate) const SHARED: &[Migration] = &[
    step!(1 "reception" "0001_reception.sql"),
    step!(2 "queue" "0002_queue.sql"),
    step!(3 "catalogue" "0003_catalogue.sql"),
    step!(4 "bookings" "0004_bookings.sql"),
    step!(5 "feedback" "0005_feedback.sql"),
    step!(6 "guidance" "0006_guidance.sql"),
    step!(7 "requests" "0007_requests.sql"),
    step!(8 "disclosures" "0008_disclosures.sql"),
    step!(9 "marks" "0009_marks.sql"),
    step!(10 "backups" "0010_backups.sql"),
    step!(11 "group order" "0011_group_order.sql"),
    step!(13 "operations" "0013_operations.sql"),
];
