//! Commands as a page sends them, and their answers or codes.

use api::{Call, Gateway};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};

/// Asks a command; a refusal is its code.
///
/// # Errors
/// The code.
pub fn ask(gateway: &Gateway, command: &str, input: Value) -> Result<Value, String> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let number = u128::from(COUNT.fetch_add(1, Ordering::Relaxed));
    let op_id = uuid::Uuid::from_u128(0x0192_0000_0000_7000_8001_0000_0000_0000 | number);
    let call = Call {
        command: command.to_owned(),
        input,
        op_id: Some(op_id.to_string()),
        at: None,
    };
    let told = gateway.call(call).map(|answer| answer.value);
    told.map_err(|problem| problem.code)
}

/// Signs somebody in; answers what the window is told.
///
/// # Errors
/// The code.
pub fn enter(gateway: &Gateway, no: &str, secret: &str) -> Result<Value, String> {
    let input = json!({ "no": no, "password": secret });
    ask(gateway, "session.sign_in", input)
}

/// The recovery codes of an answer.
pub fn codes(made: &Value) -> Vec<String> {
    let all = made["codes"].as_array().into_iter().flatten();
    all.filter_map(|code| Some(code.as_str()?.to_owned()))
        .collect()
}
