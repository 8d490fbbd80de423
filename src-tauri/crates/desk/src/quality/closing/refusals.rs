//! Why an encounter is not closed.

crate::ground::refusal::refusals! {
    Refused {
        /// The encounter needs an outcome before it can be closed.
        OutcomeMissing = "outcome_missing" {},
        /// Nothing was answered in the encounter, no promise kept and no feedback received.
        NothingAnswered = "nothing_answered" {},
        /// No booking of the encounter stands.
        NothingBooked = "nothing_booked" {},
    }
}
