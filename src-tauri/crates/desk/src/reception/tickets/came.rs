//! To whom an encounter came: specialists read what was said only of those (R 10.3).

use super::board::Queues;
use super::{Refused, store};
use crate::ground::roles::Role;
use crate::reception::{encounters, points};
use crate::{EncounterId, Reading, Result};

/// Refuses a specialist the words of an encounter that did not come to them: none of its
/// tickets was called or served by them or waits where they sit, and they wrote nothing
/// in it. Who receives and who supervises read all.
///
/// # Errors
/// `EncounterElsewhere`.
pub fn refuse_elsewhere(r: &Reading<'_>, id: EncounterId) -> Result<()> {
    let came = r.by.role != Role::Specialist
        || encounters::wrote(r, id)?
        || store::served(r.tx, id, r.by.staff)?
        || waits_there(r, id)?;
    if came {
        Ok(())
    } else {
        Err(Refused::EncounterElsewhere {}.refuse().into())
    }
}

fn waits_there(r: &Reading<'_>, id: EncounterId) -> Result<bool> {
    let Some(seat) = points::seat(r, r.by.staff)? else {
        return Ok(false);
    };
    let queues = Queues::read(r)?;
    let Some(point) = queues.point(seat) else {
        return Ok(false);
    };
    let held = queues.live.iter().filter(|t| t.standing.point == seat);
    let mut here = held.chain(queues.waiting_at(point));
    Ok(here.any(|t| t.encounter == id))
}
