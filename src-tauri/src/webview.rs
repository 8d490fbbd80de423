//! What only the platform's own webview can do: end the process that has drawn the page.

use tauri::{Result, WebviewWindow};

/// Has the page come back whenever its process ended, by our will or by a crash.
#[cfg(target_os = "linux")]
pub fn come_back(window: &WebviewWindow) -> Result<()> {
    use webkit2gtk::WebViewExt;
    window.with_webview(|view| {
        view.inner()
            .connect_web_process_terminated(|view, _| view.reload());
    })
}

/// Ends the process of the page; `come_back` loads the page in a new one.
#[cfg(target_os = "linux")]
pub fn renew(window: &WebviewWindow) -> Result<()> {
    use webkit2gtk::WebViewExt;
    window.with_webview(|view| view.inner().terminate_web_process())
}

/// Nothing to do where the process stays.
#[cfg(not(target_os = "linux"))]
pub fn come_back(_: &WebviewWindow) -> Result<()> {
    Ok(())
}

/// Neither WebView2 nor WKWebView ends the process of a page that stays: loaded anew, it
/// lets go of what it held.
#[cfg(not(target_os = "linux"))]
pub fn renew(window: &WebviewWindow) -> Result<()> {
    window.reload()
}
