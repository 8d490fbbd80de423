//! Who opens and closes a service point, and when one is taken away.

use super::points::{PointView, TOUCHES};
use crate::problem::Fault;
use crate::table::{Command, write};
use crate::wire::{Done, IdBecause, Nothing, OneId};
use desk::ground::roles::Right;
use desk::reception::presence;
use desk::{PointId, Writing};

pub(crate) fn commands() -> Vec<Command> {
    vec![
        write("points.open", Right::Serve, TOUCHES, open),
        write("points.close", Right::Serve, TOUCHES, close),
        write("points.retire", Right::EditContent, TOUCHES, retire),
    ]
}

fn open(w: &Writing<'_>, input: OneId) -> Result<PointView, Fault> {
    Ok(presence::open(w, PointId(input.id))?.into())
}

fn close(w: &Writing<'_>, _: Nothing) -> Result<Done, Fault> {
    presence::close(w)?;
    Ok(Done {})
}

fn retire(w: &Writing<'_>, input: IdBecause) -> Result<PointView, Fault> {
    Ok(presence::retire(w, PointId(input.id), &input.reason)?.into())
}
