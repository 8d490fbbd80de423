//! Why an event or a sign-up is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// All seats are taken.
        EventFull = "event_full" { seats: i64 },
        /// The event is over.
        EventOver = "event_over" {},
        /// The event was called off.
        EventCalledOff = "event_called_off" {},
        /// It ends before it begins.
        EndsFirst = "ends_first" {},
        /// It lies further ahead than events are planned.
        TooFarAhead = "too_far_ahead" { days: i64 },
        /// Somebody came: it took place then, and stays where it was.
        PeopleCame = "people_came" { came: i64 },
        /// Nobody can have come before the day.
        NotTheDay = "not_the_day" { day: String },
        /// The person has a seat already.
        AlreadySignedUp = "already_signed_up" {},
        /// More seats are taken than there would be.
        SeatsTaken = "seats_taken" { taken: i64 },
    }
}
