//! What a person's record is opened for: something of theirs that the role may read.

use crate::booking::bookings;
use crate::ground::roles::Right;
use crate::people::openings::{For, Purpose, Refused};
use crate::quality::feedback;
use crate::reception::{encounters, tickets};
use crate::record::requests;
use crate::{BookingId, EncounterId, FeedbackId, Reading, RequestId, Result, VisitorId};

/// Checks what a record is to be opened for.
///
/// # Errors
/// `PurposeUnfit` when it is not theirs or not this role's to read; `NotFound`,
/// `EncounterElsewhere`.
pub fn checked(
    r: &Reading<'_>,
    visitor: VisitorId,
    purpose: Purpose,
    number: Option<i64>,
) -> Result<For> {
    let receives = r.by.role.may(Right::Receive);
    let id = number.unwrap_or(0);
    let fits = match purpose {
        Purpose::Encounter => {
            let encounter = encounters::of(r, EncounterId(id))?;
            tickets::refuse_elsewhere(r, encounter.id)?;
            encounter.visitor == Some(visitor)
        }
        Purpose::Booking => bookings::of(r, BookingId(id))?.visitor == visitor,
        Purpose::Feedback => feedback::of(r, FeedbackId(id))?.feedback.visitor == Some(visitor),
        Purpose::Request => receives && requests::of(r, RequestId(id))?.visitor == Some(visitor),
        Purpose::Here => receives && number.is_none(),
    };
    if fits {
        Ok(For(purpose, id))
    } else {
        Err(Refused::PurposeUnfit {}.at("purpose").into())
    }
}
