//! The migrations in their order. A released one is never edited.

use vault::Migration;

/// Every step of the schema.
pub const MIGRATIONS: &[Migration] = &[
    step(
        1,
        "reception",
        include_str!("../migrations/0001_reception.sql"),
    ),
    step(2, "queue", include_str!("../migrations/0002_queue.sql")),
    step(
        3,
        "catalogue",
        include_str!("../migrations/0003_catalogue.sql"),
    ),
    step(
        4,
        "bookings",
        include_str!("../migrations/0004_bookings.sql"),
    ),
    step(
        5,
        "feedback",
        include_str!("../migrations/0005_feedback.sql"),
    ),
    step(
        6,
        "guidance",
        include_str!("../migrations/0006_guidance.sql"),
    ),
    step(
        7,
        "requests",
        include_str!("../migrations/0007_requests.sql"),
    ),
    step(
        8,
        "disclosures",
        include_str!("../migrations/0008_disclosures.sql"),
    ),
    step(9, "marks", include_str!("../migrations/0009_marks.sql")),
    step(
        10,
        "backups",
        include_str!("../migrations/0010_backups.sql"),
    ),
];

const fn step(number: i64, name: &'static str, sql: &'static str) -> Migration {
    Migration { number, name, sql }
}
