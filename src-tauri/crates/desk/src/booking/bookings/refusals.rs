//! Why a booking is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// Service, time, name and phone were not read back yet (R 5.2).
        ReadBackMissing = "read_back_missing" {},
        /// One booking is one day, and what is done in several visits has two.
        SeveralDays = "several_days" {},
        /// There is another visit of the same: what becomes of it has to be said.
        OtherVisit = "other_visit" { voucher: String, day: String },
        /// The service is not offered at this place, or has no time of its own.
        NotBookable = "not_bookable" { service: String },
        /// It is known not to suit the person (R 4.3): which service, or the package; why.
        Unsuited = "unsuited" { service: String, why: String, about: String },
        /// A service stands twice in one booking.
        BookedTwice = "booked_twice" { service: String },
        /// A package is booked whole: this part of it is missing.
        PackagePartMissing = "package_part_missing" { service: String },
        /// The person has the same within a week: the voucher and its day.
        BookedBefore = "booked_before" { voucher: String, day: String },
        /// The encounter is with somebody else.
        OtherPerson = "other_person" {},
        /// It costs something else than was said, fen.
        PriceChanged = "price_changed" { told: i64, now: i64 },
        /// The booking is for a day that is over.
        BookingPast = "booking_past" { day: String },
        /// It is moved to the time it has.
        SameTime = "same_time" {},
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
