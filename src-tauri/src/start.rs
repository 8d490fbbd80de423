//! From the arguments to a running window and back to a closed vault.

use crate::args::Args;
use crate::machine::{Clock, ThisMachine};
use crate::{fonts, gate, second, window};
use api::{Gateway, Machine, Problem};
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tauri::{App, AppHandle, Emitter, Manager, RunEvent, WindowEvent};
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
    app.run(|app, event| match event {
        RunEvent::ExitRequested { .. }
        | RunEvent::WindowEvent {
            event: WindowEvent::CloseRequested { .. },
            ..
        } => window::forget(app),
        RunEvent::Exit => {
            if let Some(gateway) = app.try_state::<Arc<Gateway>>() {
                gateway.end_of_day();
            }
        }
        _ => {}
    });
    ExitCode::SUCCESS
}

fn set_up(app: &App, args: &Args) -> Result<(), Box<dyn Error>> {
    let paths = app.path();
    let data = match &args.data {
        Some(folder) => folder.clone(),
        // The roaming folder of Windows may be copied to a server when people log off.
        None => paths.app_local_data_dir()?,
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
    let machine = Arc::new(
        ThisMachine::new(exports, Clock::starting(args.at))
            .asking(app.handle().clone(), args.answers.clone()),
    );
    let gateway = Arc::new(Gateway::new(data.clone(), fonts, machine.clone()));
    if let Err(problem) = gateway.own() {
        if problem.code == "folder_in_use" && second::asked_to_show(&data) {
            app.handle().exit(0);
            return Ok(());
        }
        return Err(words(&problem).into());
    }
    if machine.handed_in() && !gateway.training() {
        return Err(NOT_YOURS.into());
    }
    // Left by somebody who was not answered: this window comes to the front anyway.
    second::wants_to_see(&data);
    app.manage(Arc::clone(&gateway));
    window::open(app, browsing, args.language.as_deref())?;
    tick(app.handle().clone(), gateway, data);
    end_on_signal(app.handle());
    Ok(())
}

const NOT_YOURS: &str = "只有练习用的数据目录才能指定时刻（--at）。\n\
    Only a training folder takes a moment (--at).";

/// Once a second: has the desk been idle for too long, was the clock moved, did somebody
/// start the program again?
fn tick(app: AppHandle, gateway: Arc<Gateway>, data: PathBuf) {
    tauri::async_runtime::spawn(async move {
        let mut second = tokio::time::interval(Duration::from_secs(1));
        loop {
            second.tick().await;
            let (app, gateway, data) = (app.clone(), Arc::clone(&gateway), data.clone());
            let looked = tauri::async_runtime::spawn_blocking(move || {
                gateway.tick();
                after(&app, &gateway);
                if second::wants_to_see(&data) {
                    window::come_forward(&app);
                }
            });
            if looked.await.is_err() {
                tracing::error!("the second was missed");
            }
        }
    });
}

/// What the window has to hear after a call or a tick.
pub fn after(app: &AppHandle, gateway: &Gateway) {
    // Without a window there is nobody to tell.
    if gateway.lock_news() {
        let _ = app.emit("locked", ());
        window::forget(app);
    }
    if gateway.clock_news() {
        let _ = app.emit("clock", ());
    }
}

/// Why the folder cannot be used, in both languages: there is no page to say it.
fn words(problem: &Problem) -> String {
    let found = problem.params.get("found").and_then(|found| found.as_str());
    let found = found.unwrap_or_default();
    match problem.code.as_str() {
        "folder_in_use" => "另一个程序，或这台电脑的另一位用户，正在使用这份数据。请先关闭那一个。\n\
            Another program, or another user of this computer, has this data open. Close that one first."
            .to_owned(),
        "folder_on_network" => format!(
            "数据目录在网络盘上（{found}），断网或抢写会损坏数据。请换到本机硬盘。\n\
            The data folder is on a network drive ({found}), where a lost connection damages it. Use a disk of this computer."
        ),
        "folder_synced" => format!(
            "数据目录在 {found} 的同步文件夹里，会被它改乱、传走。请换到不同步的目录。\n\
            The data folder is in a folder that {found} copies elsewhere and would mix up. Use a folder that is not synced."
        ),
        "folder_too_deep" => "数据目录的路径太长（最多 400 字节）。请换到层数少、名字短的目录。\n\
            The path of the data folder is too long (at most 400 bytes). Use a folder less deep."
            .to_owned(),
        "folder_read_only" => format!(
            "数据目录写不进去（{found}）：它属于别的用户，或磁盘只读。请让本用户拥有并可写，或换一处。\n\
            The data folder cannot be written ({found}): it belongs to another user, or its disk is read-only. Give this user the right to write there, or use another folder."
        ),
        code => format!("数据目录打不开（{code}）。\nThe data folder cannot be opened ({code})."),
    }
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

#[cfg(test)]
mod tests {
    use super::words;
    use api::Problem;

    #[test]
    fn a_place_that_may_not_be_written_is_named_with_the_way_out() {
        let place = "/srv/desk/desk.db";
        let found = ("found".to_owned(), place.into());
        let said = words(&Problem {
            code: "folder_read_only".to_owned(),
            params: [found].into_iter().collect(),
            field: None,
            also: Vec::new(),
        });
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line.contains(place)), "{said}");
        assert!(lines.iter().all(|line| !line.contains("folder_read_only")));
    }
}
