//! The built application in its real window: set up, one whole visit, lock, kill.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use proofs::window::{Step, Window};

#[test]
fn a_bare_folder_opens_on_the_setting_up() -> Step {
    let mut window = Window::open("setup")?;
    window.set_size(1366, 768)?;
    window.watch_policy()?;
    window.see("首问")?;
    window.shot("first-start")?;
    assert_eq!(window.refused()?, Vec::<String>::new());
    Ok(())
}
