//! Why an encounter or a promise is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// The matter does not allow staying anonymous (R 1.5).
        AnonymousNotAllowed = "anonymous_not_allowed" {},
        /// The encounter is closed.
        EncounterClosed = "encounter_closed" {},
        /// A promise must lie in the future.
        PromiseInPast = "promise_in_past" {},
        /// A promise lies further ahead than anybody is told something for.
        PromiseTooFar = "promise_too_far" { days: i64 },
        /// A promise is due while the institution is closed.
        PromiseClosed = "promise_closed" { day: String },
        /// A promise needs a phone to call back (R 3.3).
        PromiseNeedsContact = "promise_needs_contact" {},
    }
}
