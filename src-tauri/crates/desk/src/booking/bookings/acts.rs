//! What the journal says about bookings.

crate::ground::acts::acts! {
    objects {
        /// 预约.
        BOOKING = "booking",
    }
    Changed {
        /// A place was booked.
        BOOK = "bookings.book",
        /// The person came.
        CHECK_IN = "bookings.check_in",
        /// They had not come after all.
        UNDO_CHECK_IN = "bookings.undo_check_in",
        /// It was done.
        COMPLETE = "bookings.complete",
        /// The person did not come.
        NO_SHOW = "bookings.no_show",
        /// It was given up.
        CANCEL = "bookings.cancel",
        /// It was moved to another time.
        RESCHEDULE = "bookings.reschedule",
    }
}
