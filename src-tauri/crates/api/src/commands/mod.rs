//! The commands by wing and subject. Each file: the list first, then the commands, then
//! their inputs and views.
#![allow(clippy::needless_pass_by_value, reason = "a command owns its input")]

pub(crate) mod ground;

pub(crate) mod house;

pub(crate) mod people;

pub(crate) mod reception;

pub(crate) mod advice;

pub(crate) mod booking;

pub(crate) mod quality;

pub(crate) mod record;

use crate::table::Command;

/// Every command.
pub(crate) fn all() -> Vec<Command> {
    let wings = [
        ground::all(),
        house::all(),
        people::all(),
        reception::all(),
        advice::all(),
        booking::all(),
        quality::all(),
        record::all(),
    ];
    wings.into_iter().flatten().collect()
}
