//! Why a ledger is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// A period ends before it begins.
        PeriodReversed = "period_reversed" {},
        /// A period is longer than it may be (days).
        PeriodLength = "period_length" { max: i64 },
    }
}
