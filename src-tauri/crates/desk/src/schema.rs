//! The migrations in their order. A released one is never edited.

use vault::Migration;

/// Every step of the schema.
pub const MIGRATIONS: &[Migration] = &[Migration {
    number: 1,
    name: "reception",
    sql: include_str!("../migrations/0001_reception.sql"),
}];
