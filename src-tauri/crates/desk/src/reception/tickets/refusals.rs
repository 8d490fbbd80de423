//! Why the queue refuses.

crate::ground::refusal::refusals! {
    Refused {
        /// The service point cannot do this matter.
        PointCannot = "point_cannot" {},
        /// Nobody sits at the service point.
        PointClosed = "point_closed" {},
        /// No service point can do this matter.
        NoPointCan = "no_point_can" {},
        /// The actor sits at no service point.
        NotAtPoint = "not_at_point" {},
        /// The actor has called or is talking with somebody already.
        TicketInHand = "ticket_in_hand" { number: String },
        /// The encounter has a ticket in the queue already.
        TicketLive = "ticket_live" { number: String },
        /// Somebody else is next; out of turn needs a move with a reason (R 2.3).
        NotNext = "not_next" { number: String },
        /// Nobody is put before somebody in danger (R 2.2).
        BeforeImmediate = "before_immediate" {},
        /// A colleague called this ticket.
        NotYourTicket = "not_your_ticket" { number: String },
        /// The person is not in the house: they call, or wrote.
        NotHere = "not_here" {},
        /// A colleague has just taken care of this person.
        AlarmTaken = "alarm_taken" { no: String },
        /// Nobody waits.
        NobodyWaiting = "nobody_waiting" {},
        /// The encounter did not come to this specialist (R 10.3).
        EncounterElsewhere = "encounter_elsewhere" {},
        /// There is no step of one's own that can be taken back.
        NothingToUndo = "nothing_to_undo" {},
    }
}
