//! The one window: what it may load, where it keeps nothing, how large it is.

use crate::webview;
use std::path::PathBuf;
use tauri::webview::NewWindowResponse;
use tauri::{
    App, AppHandle, Manager, Result, Url, UserAttentionType, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder,
};

const LABEL: &str = "main";

/// Opens it. `browsing` is the webview's own folder, which stays empty of pages.
pub fn open(app: &App, browsing: PathBuf, language: Option<&str>) -> Result<WebviewWindow> {
    let page = language.map_or_else(String::new, |language| format!("?language={language}"));
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App(page.into()))
        .title("首问")
        .inner_size(1366.0, 768.0)
        .min_inner_size(1280.0, 720.0)
        .center()
        .data_directory(browsing)
        .incognito(!driven())
        .devtools(cfg!(debug_assertions))
        .general_autofill_enabled(false)
        .disable_drag_drop_handler()
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    webview::come_back(&window)?;
    Ok(window)
}

/// Lets go of everything the page has seen: its copies in memory and the webview's own
/// store. What was typed lies in the encrypted drafts and comes back after sign-in.
pub fn forget(app: &AppHandle) {
    let Some(window) = app.get_webview_window(LABEL) else {
        return;
    };
    if window.clear_all_browsing_data().is_err() || webview::renew(&window).is_err() {
        tracing::error!("the page could not be cleared");
    }
}

/// Somebody started the program again: here it is.
pub fn come_forward(app: &AppHandle) {
    let Some(window) = app.get_webview_window(LABEL) else {
        return;
    };
    let shown = [
        window.unminimize(),
        window.show(),
        window.set_focus(),
        // Where the system lets no program come forward by itself, it blinks.
        window.request_user_attention(Some(UserAttentionType::Critical)),
    ];
    if shown.iter().any(Result::is_err) {
        tracing::warn!("the window could not come to the front");
    }
}

/// A page in a private context cannot be driven by WebDriver, so a development build leaves
/// it when it is driven. A release build never does.
pub fn driven() -> bool {
    cfg!(debug_assertions) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some()
}

/// `tauri://localhost` on Linux and macOS, `http://tauri.localhost` on Windows.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => {
            cfg!(windows) && url.host_str() == Some("tauri.localhost") && url.port().is_none()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::is_own_page;

    #[test]
    fn only_the_own_page_is_loaded() {
        for own in [
            "tauri://localhost",
            "tauri://localhost/?look=en-dark-large#/ledger",
        ] {
            assert!(is_own_page(&own.parse().unwrap()), "{own}");
        }
        assert!(FOREIGN.len() >= 50);
        for foreign in FOREIGN {
            assert!(!is_own_page(&foreign.parse().unwrap()), "{foreign}");
        }
    }

    const FOREIGN: &[&str] = &[
        "https://example.org",
        "http://example.org",
        "http://app.evil.com",
        "https://localhost",
        "http://localhost",
        "http://localhost:1430/",
        "http://127.0.0.1/",
        "http://127.0.0.1:8080/index.html",
        "http://[::1]/",
        "http://tauri.localhost:81/",
        "http://tauri.localhost.evil.com/",
        "http://evil.com/tauri.localhost",
        "http://tauri.localhost@evil.com/",
        "https://user:pass@tauri.localhost.evil/",
        "http://ipc.localhost/",
        "http://asset.localhost/etc/passwd",
        "https://asset.localhost/",
        "http://0x7f000001/",
        "http://2130706433/",
        "https://evil.com#tauri://localhost",
        "https://evil.com/?tauri://localhost",
        "https://xn--tauri-localhost.com/",
        "https://tauri.localhost./",
        "tauri://elsewhere/",
        "tauri://localhost.evil/",
        "tauri://localhost@evil.com/",
        "tauri://evil.com/localhost",
        "tauri://127.0.0.1/",
        "tauri://",
        "tauri:localhost",
        "tauris://localhost/",
        "ipc://localhost/call",
        "asset://localhost/etc/passwd",
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        "file:///C:/Windows/win.ini",
        "about:blank",
        "about:srcdoc",
        "data:text/html,x",
        "data:text/html;base64,PHNjcmlwdD4=",
        "blob:tauri://localhost/1-2-3",
        "blob:https://example.org/1",
        "javascript:1",
        "javascript:location='https://example.org'",
        "vbscript:msgbox",
        "view-source:tauri://localhost/",
        "filesystem:http://localhost/temporary/x",
        "ws://localhost/",
        "wss://example.org/",
        "ftp://example.org/",
        "mailto:a@example.org",
        "tel:+8610",
        "ms-settings:privacy",
        "smb://server/share",
        "chrome://settings",
        "webkit://inspector",
        "resource:///x",
        "shouwen://open",
    ];
}
