//! Days that differ (特殊日期), marked where all that a mark moves is known: bookings that the
//! day no longer holds, promises that nobody could keep on it, limits that count it (R 7.3).

use crate::booking::bookings::{self, Booking};
use crate::house::institution::{self, Calendar, NewMark};
use crate::quality::feedback;
use crate::reception::encounters::{self, Promise};
use crate::record::requests;
use crate::{Day, Result, Writing};

/// What a mark moved: whom to call, and which limits are other ones now. Each stands once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Bookings of people still to come whom the day does not hold.
    pub bookings: Vec<Booking>,
    /// Promises of that day that are due while nobody is there.
    pub promises: Vec<Promise>,
    /// Feedback whose limit is another.
    pub feedback: Vec<feedback::LimitMoved>,
    /// Personal requests whose last day is another.
    pub requests: Vec<requests::LimitMoved>,
}

/// Marks a day as closed or working, or takes the mark away (`None`). Limits of what is open
/// follow; bookings and promises stay as they were agreed, and are named to be called.
///
/// # Errors
/// Those of the name; `WeekdayClosed`.
pub fn mark(w: &Writing<'_>, day: Day, new: Option<&NewMark>) -> Result<Moved> {
    let r = w.reading();
    let before = Calendar::read(&r)?;
    institution::mark_day(w, day, new)?;
    let after = Calendar::read(&r)?;
    let changed = before.hours_on(day) != after.hours_on(day) && day >= w.today();
    Ok(Moved {
        bookings: match changed {
            true => bookings::stranded_anywhere(&r, day)?,
            false => Vec::new(),
        },
        promises: match changed {
            true => encounters::promises_stranded(&r, day)?,
            false => Vec::new(),
        },
        feedback: feedback::follow(w, &before, &after)?,
        requests: requests::follow(w, &before, &after)?,
    })
}
