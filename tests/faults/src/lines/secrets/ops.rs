//! The operations that change who opens the desk, as a person does them, and what each
//! hands out.

use super::probe::Probe;
use crate::base::{Base, gateway, gateway_with};
use crate::scene::Files;
use crate::talk::{ask, codes, enter};
use api::Gateway;
use proofs::desk::{PASSWORD, typed_back, wizard};
use serde_json::{Value, json};
use std::path::Path;

/// What somebody chooses as their new password.
const NEW: &str = "plover-chalk-3358-inlet";
/// What the place is called afterwards.
const LABEL: &str = "青禾体检中心东院";

/// Dice of their own, so that no code is thrown twice.
const BEFORE: u64 = 12;

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// Somebody changes their own password.
    ChangePassword,
    /// The administrator hands out a code in place of a password.
    ResetPassword,
    /// Somebody leaves.
    Deactivate,
    /// Somebody comes.
    Add,
    /// Somebody comes back.
    Reactivate,
    /// New recovery codes.
    RenewCodes,
    /// A new master key; somebody leaves with cause.
    Rotate,
    /// The administrator comes in with a printed code.
    Recover,
    /// The lock screen calls the place otherwise.
    Label,
    /// A desk is set up.
    SetUp,
}

/// Those of a desk that is there.
pub const OPS: &[Op] = &[
    Op::ChangePassword,
    Op::ResetPassword,
    Op::Deactivate,
    Op::Add,
    Op::Reactivate,
    Op::RenewCodes,
    Op::Rotate,
    Op::Recover,
    Op::Label,
];

/// Where an operation begins.
#[derive(Clone)]
pub struct Start {
    /// The folder.
    pub files: Files,
    /// The recovery codes in force.
    pub codes: Vec<String>,
    staff: Value,
}

impl Start {
    /// A desk whose recovery codes are known. One of the staff has left already.
    ///
    /// # Errors
    /// What the desk refused.
    pub fn make(base: &Base, op: Op) -> Result<Self, String> {
        if op == Op::SetUp {
            return Ok(Self {
                files: Files::default(),
                codes: Vec::new(),
                staff: Value::Null,
            });
        }
        let folder = base.folder("secrets-start")?;
        let words = |error: std::io::Error| error.to_string();
        base.files.lay_out(&folder).map_err(words)?;
        let gateway = gateway_with(&folder, BEFORE);
        enter(&gateway, "1001", PASSWORD)?;
        let made = ask(
            &gateway,
            "keys.renew_codes",
            json!({ "password": PASSWORD }),
        )?;
        ask(&gateway, "setup.confirm", typed_back(&made))?;
        let staff = ask(&gateway, "staff.list", json!({}))?;
        let start = Self {
            files: Files::default(),
            codes: codes(&made),
            staff,
        };
        if op == Op::Reactivate {
            let order = json!({ "id": start.id("1004"), "reason": "离职" });
            ask(&gateway, "staff.deactivate", order)?;
        }
        gateway.close();
        Ok(Self {
            files: Files::read(&folder).map_err(words)?,
            ..start
        })
    }

    fn id(&self, no: &str) -> Value {
        let rows = self.staff["rows"].as_array().into_iter().flatten();
        let row = rows.into_iter().find(|row| row["no"] == no);
        row.map_or(Value::Null, |row| row["id"].clone())
    }
}

impl Op {
    /// A desk on a folder, and whoever does it signed in.
    ///
    /// # Errors
    /// The code of a refusal.
    pub fn begin(self, folder: &Path) -> Result<Gateway, String> {
        let gateway = gateway(folder);
        match self {
            Self::SetUp => {}
            Self::Recover => {
                ask(&gateway, "session.state", json!({}))?;
            }
            Self::ChangePassword => {
                enter(&gateway, "1002", PASSWORD)?;
            }
            _ => {
                enter(&gateway, "1001", PASSWORD)?;
            }
        }
        Ok(gateway)
    }

    /// Does it; answers what was handed out.
    ///
    /// # Errors
    /// The code of a refusal.
    pub fn act(self, gateway: &Gateway, start: &Start) -> Result<Value, String> {
        let because = |no: &str| json!({ "id": start.id(no), "reason": "试一试" });
        let (command, input) = match self {
            Self::ChangePassword => (
                "staff.change_password",
                json!({ "current": PASSWORD, "next": NEW }),
            ),
            Self::ResetPassword => ("staff.reset_password", because("1003")),
            Self::Deactivate => ("staff.deactivate", because("1004")),
            Self::Add => (
                "staff.add",
                json!({ "no": "1005", "name": "赵云", "role": "receptionist" }),
            ),
            Self::Reactivate => ("staff.reactivate", json!({ "id": start.id("1004") })),
            Self::RenewCodes => ("keys.renew_codes", json!({ "password": PASSWORD })),
            Self::Rotate => (
                "keys.rotate",
                json!({ "password": PASSWORD, "leaving": start.id("1004"), "reason": "违规" }),
            ),
            Self::Recover => (
                "session.recover",
                json!({ "code": start.codes.first(), "no": "1001", "password": NEW }),
            ),
            Self::Label => (
                "institution.set",
                json!({ "name": LABEL, "address": "", "phone": "", "hours": [],
                    "idleSeconds": 300 }),
            ),
            Self::SetUp => ("setup.create", wizard("empty", false)),
        };
        ask(gateway, command, input)
    }

    /// The secrets before and after, given what was handed out when nothing failed.
    pub fn probes(self, start: &Start, handed: &Value) -> Vec<Probe> {
        let person = |no: &str, secret: &str| Probe::Person(no.to_owned(), secret.to_owned());
        let code = handed["code"].as_str().unwrap_or_default();
        let mut probes = vec![person("1001", PASSWORD)];
        match self {
            Self::ChangePassword => {
                probes.extend([person("1002", PASSWORD), person("1002", NEW)]);
            }
            Self::ResetPassword => {
                probes.extend([person("1003", PASSWORD), person("1003", code)]);
            }
            Self::Deactivate => probes.push(person("1004", PASSWORD)),
            Self::Add => probes.push(person("1005", code)),
            Self::Reactivate => {
                probes.extend([person("1004", PASSWORD), person("1004", code)]);
            }
            Self::RenewCodes => probes.extend(codes(handed).into_iter().map(Probe::Code)),
            Self::Recover => {
                probes.push(person("1001", NEW));
                probes.extend(codes(handed).into_iter().map(Probe::Code));
            }
            Self::Rotate => {
                probes.push(person("1004", PASSWORD));
                for one in handed["oneTime"].as_array().into_iter().flatten() {
                    let no = one["no"].as_str().unwrap_or_default();
                    let code = one["code"].as_str().unwrap_or_default();
                    probes.extend([person(no, PASSWORD), person(no, code)]);
                }
                probes.extend(codes(&handed["codes"]).into_iter().map(Probe::Code));
            }
            Self::Label => {}
            Self::SetUp => {
                probes.extend(codes(handed).into_iter().map(Probe::Code));
                probes.push(Probe::SetUp);
            }
        }
        probes.extend(start.codes.iter().cloned().map(Probe::Code));
        probes
    }
}
