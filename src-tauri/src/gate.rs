//! The one command of the page. It carries; the gateway checks and decides.

use crate::start;
use api::{Answer, Call, Gateway, Problem};
use serde_json::Value;
use std::sync::Arc;
use tauri::{AppHandle, State};

/// Hands a command to the gateway, away from the thread that draws the window.
#[tauri::command]
pub async fn call(
    app: AppHandle,
    gateway: State<'_, Arc<Gateway>>,
    command: String,
    input: Value,
    op_id: Option<String>,
) -> Result<Answer, Problem> {
    let gateway = Arc::clone(&gateway);
    let call = Call {
        command,
        input,
        op_id,
        at: None,
    };
    let answered = tauri::async_runtime::spawn_blocking(move || {
        let answer = gateway.call(call);
        // Technical words only: they hold no row's values.
        if let Some(words) = gateway.last_failure() {
            tracing::error!(words, "the store failed");
        }
        start::after(&app, &gateway);
        answer
    })
    .await;
    answered.unwrap_or_else(|_| Err(broken()))
}

/// A command that stopped half-way has committed nothing, or its operation id tells so.
fn broken() -> Problem {
    Problem {
        code: "store_failed".to_owned(),
        params: serde_json::Map::new(),
        field: None,
        also: Vec::new(),
    }
}
