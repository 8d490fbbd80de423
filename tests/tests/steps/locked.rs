//! Locking, and waiting until the page that knew something is gone.

use proofs::window::{Failure, PATIENCE, Step, Window};
use std::time::Instant;

/// Locks by the key; the page is loaded anew by the shell.
pub fn lock(window: &mut Window) -> Step {
    window.script("window.__before = true", vec![])?;
    window.press("Ctrl+L")?;
    loaded_anew(window)
}

/// Waits until the page has forgotten what `window.__before` was.
pub fn loaded_anew(window: &mut Window) -> Step {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        // Between two pages there is none to ask.
        let asked = window.script(
            "return window.__before !== true && document.querySelector('.sign-in') !== null",
            vec![],
        );
        if asked.is_ok_and(|gone| gone == true) {
            return Ok(());
        }
        std::thread::sleep(std::time::Duration::from_millis(60));
    }
    Err(Failure::new("the page was not loaded anew"))
}
