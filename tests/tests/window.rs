//! The built application in its real window.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

#[path = "steps/mod.rs"]
mod steps;

use proofs::window::{Step, Window};

#[test]
fn a_bare_folder_opens_on_the_setting_up() -> Step {
    let mut window = Window::open("a_bare_folder")?;
    window.set_size(1366, 768)?;
    window.watch_policy()?;
    window.see("设置首问")?;
    window.fill("机构名称", "仁和健康𠮷体检中心")?;
    assert_eq!(window.read("机构名称")?, "仁和健康𠮷体检中心");
    window.shot("first-start")?;
    assert_eq!(window.refused()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn the_page_can_go_nowhere_else() -> Step {
    let mut window = Window::open("nowhere_else")?;
    window.see("设置首问")?;
    for place in [
        "location.href = 'https://example.org/'",
        "window.open('https://example.org/')",
        "document.body.append(Object.assign(document.createElement('iframe'), {src: 'data:text/html,x'}))",
    ] {
        window.script(place, vec![])?;
    }
    window.see("设置首问")?;
    let place = window.script("return [location.protocol, frames.length]", vec![])?;
    assert_eq!(place[0], "tauri:");
    let foreign = "try { return frames[0].document.body.innerText } catch { return '' }";
    assert_eq!(window.script(foreign, vec![])?, "");
    Ok(())
}

#[test]
fn the_page_may_call_nothing_but_the_gate() -> Step {
    let mut window = Window::open("only_the_gate")?;
    window.see("设置首问")?;
    let ask = "const done = arguments[arguments.length - 1];\
        window.__TAURI_INTERNALS__.invoke(arguments[0], {}).then(() => done('done'), (e) => done(String(e)));";
    for command in [
        "plugin:dialog|open",
        "plugin:window|close",
        "plugin:event|emit",
        "plugin:webview|create_webview_window",
        "plugin:path|resolve_directory",
    ] {
        let answer = window.script_async(ask, vec![command.into()])?;
        assert!(
            answer.as_str().unwrap().contains("not allowed"),
            "{command}: {answer}"
        );
    }
    assert!(window.script("return typeof window.__TAURI__", vec![])? == "undefined");
    Ok(())
}
