//! The migrations in their order. A released one is never edited.

use vault::Migration;

macro_rules! steps {
    ($($number:literal $name:literal $file:literal,)+) => {
        &[$(Migration {
            number: $number,
            name: $name,
            sql: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/", $file)),
        }),+]
    };
}

/// Every step of the schema.
#[rustfmt::skip]
pub const MIGRATIONS: &[Migration] = steps! {
    1 "reception" "0001_reception.sql",
    2 "queue" "0002_queue.sql",
    3 "catalogue" "0003_catalogue.sql",
    4 "bookings" "0004_bookings.sql",
    5 "feedback" "0005_feedback.sql",
    6 "guidance" "0006_guidance.sql",
    7 "requests" "0007_requests.sql",
    8 "disclosures" "0008_disclosures.sql",
    9 "marks" "0009_marks.sql",
    10 "backups" "0010_backups.sql",
    11 "group order" "0011_group_order.sql",
};
