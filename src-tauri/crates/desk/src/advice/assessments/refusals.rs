//! Why an assessment is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// More choices than can be weighed.
        TooMany = "too_many" { max: i64 },
    }
}
