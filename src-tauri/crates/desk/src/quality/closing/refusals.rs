//! Why an encounter is not closed.

crate::ground::refusal::refusals! {
    Refused {
        /// The encounter needs an outcome before it can be closed.
        OutcomeMissing = "outcome_missing" {},
    }
}
