//! From the arguments to a running window and back to a closed vault.

use crate::args::Args;
use crate::machine::ThisMachine;
use crate::{fonts, gate, window};
use api::Gateway;
use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tauri::{App, AppHandle, Emitter, Manager, RunEvent};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

/// Runs until the window is closed.
pub fn run(args: Args) -> ExitCode {
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![gate::call])
        .setup(move |app| {
            // A setup that fails would end without a word: the person is told first.
            if let Err(fault) = set_up(app, &args) {
                refuse(app.handle(), &fault.to_string());
            }
            Ok(())
        })
        .build(tauri::generate_context!());
    let app = match built {
        Ok(app) => app,
        Err(error) => {
            eprintln!("首问打不开窗口 / Shouwen cannot open its window: {error}");
            return ExitCode::FAILURE;
        }
    };
    app.run(|app, event| {
        if let RunEvent::Exit = event
            && let Some(gateway) = app.try_state::<Arc<Gateway>>()
        {
            gateway.close();
        }
    });
    ExitCode::SUCCESS
}

fn set_up(app: &App, args: &Args) -> Result<(), Box<dyn Error>> {
    let paths = app.path();
    let data = match &args.data {
        Some(folder) => folder.clone(),
        None => paths.app_data_dir()?,
    };
    let exports = match &args.exports {
        Some(folder) => folder.clone(),
        None => paths
            .document_dir()
            .or_else(|_| paths.home_dir())?
            .join("首问导出"),
    };
    let fonts = fonts::read(paths.resource_dir().ok())?;
    let browsing = data.join("webview");
    let gateway = Arc::new(Gateway::new(
        data,
        fonts,
        Arc::new(ThisMachine::new(exports)),
    ));
    app.manage(Arc::clone(&gateway));
    window::open(app, browsing, args.language.as_deref())?;
    tick(app.handle().clone(), gateway);
    end_on_signal(app.handle());
    Ok(())
}

/// Asks once a second whether the desk has been idle for too long.
fn tick(app: AppHandle, gateway: Arc<Gateway>) {
    tauri::async_runtime::spawn(async move {
        let mut second = tokio::time::interval(Duration::from_secs(1));
        loop {
            second.tick().await;
            let gateway = Arc::clone(&gateway);
            let locked = tauri::async_runtime::spawn_blocking(move || gateway.tick()).await;
            if let Ok(Some(_)) = locked {
                // Without a window there is nobody to tell.
                let _ = app.emit("locked", ());
            }
        }
    });
}

/// The session's end (log-out, shutdown) asks with a signal: the vault is closed then, too.
#[cfg(unix)]
fn end_on_signal(app: &AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};
    for kind in [
        SignalKind::terminate(),
        SignalKind::hangup(),
        SignalKind::interrupt(),
    ] {
        let app = app.clone();
        tauri::async_runtime::spawn(async move {
            if let Ok(mut asked) = signal(kind)
                && asked.recv().await.is_some()
            {
                app.exit(0);
            }
        });
    }
}

/// Windows closes the window itself when the session ends.
#[cfg(not(unix))]
fn end_on_signal(_app: &AppHandle) {}

/// Says why there is no window and ends. The page's own words cannot be used: there is no page.
fn refuse(app: &AppHandle, reason: &str) {
    eprintln!("首问没有启动 / Shouwen did not start: {reason}");
    let done = app.clone();
    app.dialog()
        .message(format!(
            "首问没有启动。\nShouwen did not start.\n\n{reason}"
        ))
        .title("首问")
        .kind(MessageDialogKind::Error)
        .show(move |_| done.exit(1));
}
