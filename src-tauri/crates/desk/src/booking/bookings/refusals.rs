//! Why a booking is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// Service, time, name and phone were not read back yet (R 5.2).
        ReadBackMissing = "read_back_missing" {},
        /// One booking is one day.
        SeveralDays = "several_days" {},
        /// The service is not offered at this place, or has no time of its own.
        NotBookable = "not_bookable" { service: String },
        /// Nobody is taken on this day.
        ClosedDay = "closed_day" { day: String },
        /// Nobody books so far ahead.
        BeyondHorizon = "beyond_horizon" { days: i64 },
        /// The day has no slot at this time, or not any more.
        SlotGone = "slot_gone" { start: String },
        /// Everybody the slot can take has been booked.
        SlotFull = "slot_full" { start: String, capacity: i64 },
        /// These services are not done in one sitting.
        NotTogether = "not_together" {},
        /// The slot has begun.
        SlotPast = "slot_past" {},
        /// The service must be booked further ahead.
        LeadTime = "lead_time" { hours: i64 },
        /// The person is booked elsewhere at that time.
        Overlap = "overlap" { start: String },
        /// Nobody is late before the time.
        NotYet = "not_yet" { start: String },
        /// The voucher is for another day.
        VoucherOtherDay = "voucher_other_day" { day: String },
        /// The person was checked in before.
        AlreadyCheckedIn = "already_checked_in" { at: i64 },
    }
}
