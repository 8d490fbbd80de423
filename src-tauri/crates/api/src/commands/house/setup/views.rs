//! What setting up looks like on the wire.

use crate::commands::house::institution::HoursView;
use desk::house::staff;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
