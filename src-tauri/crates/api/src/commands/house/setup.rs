//! Setting up: the institution, its first administrator, the recovery codes.

use crate::commands::house::institution::{HoursView, hours_from};
use crate::commands::house::standing::{SessionState, session_state};
use crate::keeper::{Context, Dice, Pending};
use crate::machine::Media;
use crate::outward::{self, Parcel, Way, letterhead, stamp};
use crate::problem::Fault;
use crate::starter;
use crate::table::{Command, Opens, Subject, gate};
use crate::wire::Nothing;
use desk::ground::leaving;
use desk::ground::roles::Role;
use desk::ground::text;
use desk::house::acts;
use desk::house::institution::{self, Institution};
use desk::house::staff::{self, NewStaff};
use desk::{Act, Actor, Desk, StaffId};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::sync::Arc;
use ts_rs::TS;
use zeroize::Zeroizing;

pub(crate) fn commands() -> Vec<Command> {
    vec![
        gate("setup.strength", None, &[], strength).opens(Opens::Always),
        gate("setup.create", None, &[Subject::SESSION], create).opens(Opens::Always),
        gate(
            "setup.renew_codes",
            desk::ground::roles::Right::Administer,
            &[Subject::SESSION],
            renew,
        )
        .opens(Opens::Unconfirmed),
        gate(
            "setup.print_codes",
            desk::ground::roles::Right::Administer,
            &[],
            print,
        )
        .opens(Opens::Unconfirmed),
        gate(
            "setup.confirm",
            desk::ground::roles::Right::Administer,
            &[Subject::SESSION],
            confirm,
        )
        .opens(Opens::Unconfirmed),
    ]
}

fn strength(_: &Context<'_>, input: AskStrength) -> Result<StrengthView, Fault> {
    let hints: Vec<&str> = input.hints.iter().map(String::as_str).collect();
    let staff::Strength {
        score,
        enough,
        advice,
    } = staff::strength(&input.password, &hints);
    Ok(StrengthView {
        score,
        enough,
        advice: advice.into(),
    })
}

fn create(c: &Context<'_>, input: CreateDesk) -> Result<NewCodes, Fault> {
    // Everything that a person can get wrong is said before anything is made.
    let admin = &input.admin;
    let no = staff::checked_no(&admin.no).map_err(|r| under("admin", r))?;
    text::required("admin.name", &admin.name, text::NAME)?;
    let institution = Institution {
        name: text::required("institution.name", &input.institution.name, text::NAME)?,
        address: input.institution.address.clone(),
        phone: input.institution.phone.clone(),
        hours: hours_from(&input.institution.hours)?,
        training: input.training,
        idle_seconds: 300,
    };
    let password = Zeroizing::new(input.admin.password.clone());
    staff::checked_password(
        "admin.password",
        &password,
        &[&no, &admin.name, &institution.name],
    )?;
    let folder = c.keeper.own_folder()?;
    let dice = Dice(c.keeper.machine.as_ref());
    let machine = &c.keeper.machine;
    let new = vault::NewVault {
        label: &institution.name,
        training: input.training,
        account: &no,
        password: &password,
        cost: vault::calibrate(&|| u64::try_from(machine.ticks()).unwrap_or(0))?,
    };
    let (desk, codes) = Desk::create(&folder, &new, c.now, &dice)?;
    let filled = fill(&desk, c, &no, &admin.name, &institution, input.content);
    let staff = match filled {
        Ok(staff) => staff,
        Err(fault) => {
            desk.abandon()?;
            return Err(fault);
        }
    };
    let shown = shown(c, codes);
    c.keeper.begin(Arc::new(desk), staff, c.now)?;
    Ok(shown)
}

/// The rows a new desk starts with, in one transaction.
fn fill(
    desk: &Desk,
    c: &Context<'_>,
    no: &str,
    name: &str,
    institution: &Institution,
    content: Content,
) -> Result<staff::Staff, Fault> {
    // The first administrator is row 1: the acts of setting up are theirs.
    let act = Act {
        by: Actor {
            staff: StaffId(1),
            role: Role::Administrator,
        },
        at: c.now,
    };
    let staff = desk.write(&act, |w| {
        let new = NewStaff {
            no: no.to_owned(),
            name: name.to_owned(),
            role: Role::Administrator,
            must_change: false,
        };
        let staff = staff::add(w, &new)?;
        desk::house::institution::set(w, institution)?;
        starter::load_basics(w)?;
        match content {
            Content::Starter => starter::load(w)?,
            Content::Empty => {}
        }
        Ok(staff)
    });
    staff.map_err(|error| match error {
        desk::Error::Refused(refusal) => under("institution", refusal).into(),
        store => store.into(),
    })
}

fn renew(c: &Context<'_>, _: Nothing) -> Result<NewCodes, Fault> {
    let (desk, _) = c.desk()?;
    if desk.vault().confirmed() {
        // Codes in force are renewed with the own password only.
        return Err(Fault::gate("set_up_already"));
    }
    let dice = Dice(c.keeper.machine.as_ref());
    let codes = c.write(|w| {
        w.note(
            desk::house::acts::RENEW_CODES_AT_SETUP,
            (desk::house::institution::acts::INSTITUTION, 1),
            "",
        )?;
        Ok(desk.vault().renew_codes(&dice)?)
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

fn print(c: &Context<'_>, _: Nothing) -> Result<Spooled, Fault> {
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

fn confirm(c: &Context<'_>, input: ConfirmCodes) -> Result<SessionState, Fault> {
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
        w.note(
            desk::house::acts::CONFIRM_SETUP,
            (desk::house::institution::acts::INSTITUTION, 1),
            "",
        )?;
        Ok(desk.vault().set_confirmed()?)
    })?;
    c.keeper.state().pending = None;
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

/// The same refusal, its field named as the wizard's form names it.
fn under(form: &str, refusal: desk::Refusal) -> desk::Refusal {
    let field = refusal.field.map(|f| {
        if f.contains('.') && !f.starts_with("hours") {
            f
        } else {
            format!("{form}.{f}")
        }
    });
    desk::Refusal { field, ..refusal }
}

fn asked(ask: &[(usize, usize)]) -> Vec<AskGroup> {
    ask.iter()
        .map(|(code, group)| AskGroup {
            code: u8::try_from(*code).unwrap_or(0),
            group: u8::try_from(*group).unwrap_or(0),
        })
        .collect()
}

/// A password to judge and what an attacker knows of its owner.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskStrength {
    /// The password.
    pub password: String,
    /// Names and numbers that must not help.
    pub hints: Vec<String>,
}

/// How strong it is.
#[derive(Debug, Serialize, TS)]
pub struct StrengthView {
    /// 0 to 4.
    pub score: u8,
    /// Whether the desk accepts it.
    pub enough: bool,
    /// What to do.
    pub advice: Advice,
}

/// What to do about a password.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// Longer.
    Longer,
    /// A common password or word.
    Common,
    /// Made of a name.
    Name,
    /// Made of a date.
    Date,
    /// Neighbouring keys.
    Keyboard,
    /// The same again.
    Repeat,
    /// Nothing.
    Fine,
}

impl From<staff::Advice> for Advice {
    fn from(advice: staff::Advice) -> Self {
        match advice {
            staff::Advice::Longer => Self::Longer,
            staff::Advice::Common => Self::Common,
            staff::Advice::Name => Self::Name,
            staff::Advice::Date => Self::Date,
            staff::Advice::Keyboard => Self::Keyboard,
            staff::Advice::Repeat => Self::Repeat,
            staff::Advice::Fine => Self::Fine,
        }
    }
}

/// A new desk.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CreateDesk {
    /// Who we are.
    pub institution: NewInstitution,
    /// The first administrator.
    pub admin: NewAdmin,
    /// What is in it.
    pub content: Content,
    /// Made-up data for practice only.
    pub training: bool,
}

/// The institution as typed in the wizard.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewInstitution {
    /// Name.
    pub name: String,
    /// Address.
    pub address: String,
    /// Phone.
    pub phone: String,
    /// Opening hours.
    pub hours: Vec<HoursView>,
}

/// The first administrator.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewAdmin {
    /// Staff number.
    pub no: String,
    /// Name.
    pub name: String,
    /// Password.
    pub password: String,
}

/// What a new desk starts with.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Catalogue, categories, phrases, schedules of a check-up centre.
    Starter,
    /// Only the privacy notice and the special groups.
    Empty,
}

/// Two recovery codes, and which groups must be typed back.
#[derive(Serialize, TS)]
pub struct NewCodes {
    /// The codes as printed.
    pub codes: [String; 2],
    /// The groups.
    pub ask: Vec<AskGroup>,
}

/// One group to type back.
#[derive(Debug, Serialize, TS)]
pub struct AskGroup {
    /// Code 0 or 1.
    pub code: u8,
    /// Group 1 to 7.
    pub group: u8,
}

/// The groups typed back.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConfirmCodes {
    /// One answer per group asked for.
    pub answers: Vec<TypedGroup>,
}

/// A typed group.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedGroup {
    /// Code 0 or 1.
    pub code: u8,
    /// Group 1 to 7.
    pub group: u8,
    /// What was typed.
    pub text: String,
}

/// The spooler took it.
#[derive(Debug, Serialize, TS)]
pub struct Spooled {
    /// The spooler's name of the job.
    pub job: String,
}
