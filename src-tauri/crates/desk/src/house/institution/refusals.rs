//! Why the institution's record is refused.

crate::ground::refusal::refusals! {
    Refused {
        /// Opening hours that end before they start, or a break outside them.
        HoursOrder = "hours_order" { weekday: i64 },
        /// A make-up day is to have the hours of a weekday that has none.
        WeekdayClosed = "weekday_closed" { weekday: i64 },
    }
}
