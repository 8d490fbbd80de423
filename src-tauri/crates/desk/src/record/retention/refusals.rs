//! Why a rule or a destruction is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// The journal is kept at least this many days by law, and its rule is only raised.
        JournalTooShort = "journal_too_short" { min: i64 },
        /// Records of this kind are kept at least this many days.
        RetentionTooShort = "retention_too_short" { min: i64 },
        /// What was previewed is not what would be destroyed now.
        PreviewStale = "preview_stale" {},
        /// Nothing is due.
        NothingDue = "nothing_due" {},
    }
}
