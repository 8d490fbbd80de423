//! The recovery codes: shown once, printed, typed back.

use super::views::{AskGroup, ConfirmCodes, NewCodes, Spooled};
use crate::commands::house::standing::{SessionState, session_state};
use crate::keeper::{Context, Dice, Pending};
use crate::machine::Media;
use crate::outward::{self, Parcel, Way, letterhead, stamp};
use crate::problem::Fault;
use crate::wire::Nothing;
use desk::ground::leaving;
use desk::house::{acts, institution};
use serde_json::json;

pub(super) fn renew(c: &Context<'_>, _: Nothing) -> Result<NewCodes, Fault> {
    let (desk, _) = c.desk()?;
    if desk.vault().confirmed() {
        // Codes in force are renewed with the own password only.
        return Err(Fault::gate("set_up_already"));
    }
    let dice = Dice(c.keeper.machine.as_ref());
    let codes = c.write(|w| {
        w.note(
            acts::RENEW_CODES_AT_SETUP,
            (institution::acts::INSTITUTION, 1),
            "",
        )?;
        Ok(desk.vault().renew_codes(w.tx, &dice)?)
    })?;
    Ok(shown(c, codes))
}

/// New codes as they are shown, waiting to be typed back.
pub(crate) fn shown(c: &Context<'_>, codes: [vault::Code; 2]) -> NewCodes {
    let shown = [codes[0].to_string(), codes[1].to_string()];
    let ask = c.keeper.await_codes(codes);
    NewCodes {
        codes: shown,
        ask: asked(&ask),
    }
}

pub(super) fn print(c: &Context<'_>, _: Nothing) -> Result<Spooled, Fault> {
    let codes: Vec<String> = with_pending(c, |pending| {
        Ok(pending.codes.iter().map(|code| code.to_string()).collect())
    })?;
    let sent = outward::send(
        c,
        |w| {
            let house = (institution::acts::INSTITUTION, 1);
            let noted = leaving::note(w, acts::PRINT_CODES, house, "")?;
            Ok((noted, institution::read(&w.reading())?))
        },
        |house| {
            let sheet = paper::RecoverySheet {
                institution: letterhead(&house),
                codes,
                made_at: stamp(c.now),
                training: house.training,
            };
            let printed = paper::recovery(&sheet, paper::Language::Zh, &c.keeper.fonts)?;
            let way = Way::printer("首问 恢复码 recovery codes", Media::A4);
            Ok([Parcel { printed, way }])
        },
    )?;
    let [job] = sent.places;
    Ok(Spooled { job })
}

pub(super) fn confirm(c: &Context<'_>, input: ConfirmCodes) -> Result<SessionState, Fault> {
    let (desk, _) = c.desk()?;
    with_pending(c, |pending| {
        for (code, group) in &pending.ask {
            let typed = input
                .answers
                .iter()
                .find(|a| usize::from(a.code) == *code && usize::from(a.group) == *group)
                .map(|a| a.text.as_str())
                .unwrap_or_default();
            let right = pending
                .codes
                .get(*code)
                .is_some_and(|c| vault::group_matches(c, *group, typed));
            if !right {
                let facts = vec![("code", json!(code)), ("group", json!(group))];
                return Err(Fault::Gate(
                    "wrong_group",
                    facts,
                    Some(format!("answers.{code}.{group}")),
                ));
            }
        }
        Ok(())
    })?;
    c.write(|w| {
        w.note(acts::CONFIRM_SETUP, (institution::acts::INSTITUTION, 1), "")?;
        Ok(desk.vault().set_confirmed(w.tx)?)
    })?;
    c.keeper.state().pending = None;
    // The sheet opens what was made since it was printed, so there has to be something. What
    // the disk says to it the foot bar tells.
    if desk.vault().alarm().is_none() {
        drop(c.keeper.back_up(c.open()?, c.now, "new_codes"));
    }
    session_state(c)
}

fn with_pending<T>(
    c: &Context<'_>,
    run: impl FnOnce(&Pending) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let state = c.keeper.state();
    let pending = state
        .pending
        .as_ref()
        .ok_or_else(|| Fault::gate("codes_not_confirmed"))?;
    run(pending)
}

fn asked(ask: &[(usize, usize)]) -> Vec<AskGroup> {
    ask.iter()
        .map(|(code, group)| AskGroup {
            code: u8::try_from(*code).unwrap_or(0),
            group: u8::try_from(*group).unwrap_or(0),
        })
        .collect()
}
