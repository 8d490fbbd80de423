//! Why a feedback is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// Nobody can be called or texted without a number; put the answer up instead.
        FeedbackNoContact = "feedback_no_contact" {},
        /// The person was told but not asked how satisfied they are (R 6.3).
        SatisfactionMissing = "satisfaction_missing" {},
        /// Nobody was reached, and it was not tried often enough to leave it at that.
        NotReachedYet = "not_reached_yet" { tried: i64, most: i64 },
        /// Whoever a complaint is about takes no part in it.
        AboutYourself = "about_yourself" {},
    }
}
