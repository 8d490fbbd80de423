//! What crosses to the window instead of a value: a code, its facts, the field.

use crate::machine::{KeepFault, SpoolFault};
use desk::Fact;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// A refusal or a failure as the window sees it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Problem {
    /// The code; the window owns its sentence.
    pub code: String,
    /// Facts for the sentence.
    pub params: Map<String, Value>,
    /// The input field at fault.
    pub field: Option<String>,
    /// What else is wrong with the same input, each at a field of its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Problem>,
}

/// Codes of the gateway itself, beside the desk's refusals.
pub(crate) const GATE_CODES: &[(&str, &[(&str, &str)])] = &[
    ("locked", &[]),
    ("no_right", &[("right", "string")]),
    ("unknown_command", &[("command", "string")]),
    ("input_shape", &[("path", "string")]),
    ("operation_id_missing", &[]),
    ("sign_in_failed", &[]),
    ("sign_in_paused", &[("minutes", "number")]),
    ("must_change_password", &[]),
    ("code_expired", &[]),
    ("recovery_wrong", &[]),
    ("recovery_length", &[]),
    ("recovery_typo", &[("group", "number")]),
    ("recover_no_administrator", &[]),
    ("set_up_already", &[]),
    ("not_set_up", &[]),
    ("codes_not_confirmed", &[]),
    ("wrong_group", &[("code", "number"), ("group", "number")]),
    ("time_not_yours", &[]),
    ("folder_in_use", &[]),
    ("folder_on_network", &[("found", "string")]),
    ("folder_synced", &[("found", "string")]),
    ("folder_too_deep", &[("found", "number")]),
    ("folder_read_only", &[("found", "string")]),
    ("no_printer", &[]),
    ("printer_refused", &[]),
    ("printing_not_supported", &[]),
    ("file_disk_full", &[]),
    ("file_denied", &[]),
    ("file_failed", &[]),
    ("paper_failed", &[]),
    ("store_full", &[]),
    ("store_damaged", &[]),
    ("store_newer", &[]),
    ("keys_unfinished", &[]),
    ("keys_unsure", &[]),
    ("space_short", &[]),
    ("keys_older", &[]),
    ("keys_gone", &[]),
    ("restore_unfinished", &[]),
    ("keys_changed", &[]),
    ("backup_refused", &[]),
    ("backup_unknown", &[]),
    ("backup_place_is_own", &[]),
    ("restore_secret_needed", &[]),
    ("restore_backup_secret_needed", &[]),
    ("restore_takes_place", &[]),
    ("restore_no_administrator", &[]),
    ("desk_busy", &[]),
    ("alarm_stands", &[]),
    ("store_failed", &[]),
];

/// Everything a command may answer instead of a value.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The desk refused or the store failed.
    Desk(desk::Error),
    /// A code of the gateway.
    Gate(&'static str, Vec<(&'static str, Value)>, Option<String>),
}

impl Fault {
    pub(crate) fn gate(code: &'static str) -> Self {
        Self::Gate(code, Vec::new(), None)
    }
}

impl From<desk::Error> for Fault {
    fn from(error: desk::Error) -> Self {
        Self::Desk(error)
    }
}
impl From<desk::Refusal> for Fault {
    fn from(refusal: desk::Refusal) -> Self {
        Self::Desk(refusal.into())
    }
}
impl From<vault::Error> for Fault {
    fn from(error: vault::Error) -> Self {
        Self::Desk(error.into())
    }
}
impl From<paper::PaperError> for Fault {
    fn from(_: paper::PaperError) -> Self {
        Self::gate("paper_failed")
    }
}
impl From<SpoolFault> for Fault {
    fn from(fault: SpoolFault) -> Self {
        Self::gate(match fault {
            SpoolFault::NoPrinter => "no_printer",
            SpoolFault::Refused(_) => "printer_refused",
            SpoolFault::NotSupported => "printing_not_supported",
        })
    }
}
impl From<KeepFault> for Fault {
    fn from(fault: KeepFault) -> Self {
        Self::gate(match fault {
            KeepFault::Full => "file_disk_full",
            KeepFault::Denied => "file_denied",
            KeepFault::Other => "file_failed",
        })
    }
}

impl Fault {
    /// Its code.
    pub(crate) fn code(&self) -> &str {
        match self {
            Self::Gate(code, ..) => code,
            Self::Desk(desk::Error::Refused(refusal)) => refusal.code,
            Self::Desk(desk::Error::Store(error)) => store_code(error),
        }
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Gate(code, facts, field) => Self {
                code: code.to_owned(),
                params: facts.into_iter().map(|(k, v)| (k.to_owned(), v)).collect(),
                field,
                also: Vec::new(),
            },
            Fault::Desk(desk::Error::Refused(refusal)) => refusal.into(),
            Fault::Desk(desk::Error::Store(error)) => Self {
                code: store_code(&error).to_owned(),
                params: store_facts(&error),
                field: None,
                also: Vec::new(),
            },
        }
    }
}

impl From<desk::Refusal> for Problem {
    fn from(refusal: desk::Refusal) -> Self {
        let desk::Refusal {
            code,
            facts: said,
            field,
            also,
        } = refusal;
        Self {
            code: code.to_owned(),
            params: facts(said),
            field,
            also: also.into_iter().map(Self::from).collect(),
        }
    }
}

fn facts(facts: Vec<(&'static str, Fact)>) -> Map<String, Value> {
    let value = |fact| match fact {
        Fact::Int(n) => json!(n),
        Fact::Text(text) => json!(text),
    };
    facts
        .into_iter()
        .map(|(name, fact)| (camel(name), value(fact)))
        .collect()
}

/// Names of facts cross in the wire's own case.
pub(crate) fn camel(name: &str) -> String {
    let mut upper = false;
    let mut text = String::with_capacity(name.len());
    for c in name.chars() {
        if c == '_' {
            upper = true;
        } else {
            text.push(if upper { c.to_ascii_uppercase() } else { c });
            upper = false;
        }
    }
    text
}

fn store_facts(error: &vault::Error) -> Map<String, Value> {
    let found = match error {
        vault::Error::OnNetwork(system) => json!(system),
        vault::Error::Synced(program) => json!(program),
        vault::Error::TooDeep(bytes) => json!(bytes),
        vault::Error::ReadOnly(place) => json!(place.display().to_string()),
        _ => return Map::new(),
    };
    Map::from_iter([("found".to_owned(), found)])
}

fn store_code(error: &vault::Error) -> &'static str {
    match error {
        vault::Error::WrongSecret => "sign_in_failed",
        vault::Error::Absent => "not_set_up",
        vault::Error::Exists => "set_up_already",
        vault::Error::InUse => "folder_in_use",
        vault::Error::OnNetwork(_) => "folder_on_network",
        vault::Error::Synced(_) => "folder_synced",
        vault::Error::TooDeep(_) => "folder_too_deep",
        vault::Error::ReadOnly(_) => "folder_read_only",
        vault::Error::Damaged(_) | vault::Error::Bounds => "store_damaged",
        vault::Error::Newer => "store_newer",
        vault::Error::Unfinished => "keys_unfinished",
        vault::Error::OldKeys => "keys_older",
        vault::Error::KeysGone => "keys_gone",
        vault::Error::RestoreUnfinished => "restore_unfinished",
        vault::Error::KeysChanged => "keys_changed",
        vault::Error::Backup(_) => "backup_refused",
        error if error.is_full() => "store_full",
        vault::Error::Full => "store_full",
        vault::Error::Slots => "last_administrator",
        vault::Error::Conflict
        | vault::Error::Unjournaled
        | vault::Error::Shape(_)
        | vault::Error::Database(_)
        | vault::Error::File(_) => "store_failed",
    }
}
