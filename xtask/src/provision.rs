//! What the machine must have. On Debian and Ubuntu what is missing is installed;
//! elsewhere the exact list is said.

use crate::steps::{Outcome, Steps, answer_of};
use std::process::Command;

/// To build and run the window.
const TO_RUN: &[&str] = &[
    "build-essential",
    "pkg-config",
    "perl",
    "libwebkit2gtk-4.1-dev",
    "libgtk-3-dev",
    "fonts-noto-cjk",
    "cups-client",
    "xz-utils",
    "file",
];

/// To drive it without a display, to print for real, and to try the statements on the engine
/// of many desks.
const TO_PROVE: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "dbus",
    "cups",
    "poppler-utils",
    "zbar-tools",
    "postgresql",
];

const ELSEWHERE: &str = if cfg!(target_os = "macos") {
    "Needed on macOS: xcode-select --install"
} else if cfg!(windows) {
    "Needed on Windows: Visual Studio Build Tools with the C++ workload, Strawberry Perl and NASM \
     (for OpenSSL), WebView2 (part of Windows 11)"
} else {
    "Needed (names of your distribution may differ):\n\
     \u{20} Fedora: dnf install gcc gcc-c++ make perl webkit2gtk4.1-devel gtk3-devel google-noto-sans-cjk-fonts \
     cups cups-client dbus-daemon xorg-x11-server-Xvfb webkitgtk6.0-devel poppler-utils zbar\n\
     \u{20} Arch: pacman -S base-devel perl webkit2gtk-4.1 gtk3 noto-fonts-cjk cups dbus xorg-server-xvfb poppler zbar\n\
     The window is driven by the program WebKitWebDriver of WebKitGTK 4.1"
};

/// Installs or names what is missing, then checks Rust and Node.
pub fn provision(steps: &mut Steps, proving: Proving) -> Outcome {
    if cfg!(target_os = "linux") && answer_of(Command::new("dpkg-query").arg("--version")).is_some()
    {
        install_missing(steps, proving)?;
    } else if !can_build() {
        return Err(ELSEWHERE.to_owned());
    }
    steps.step("Rust and Node", || {
        let cargo = answer_of(&mut crate::steps::cargo(&["--version"])).unwrap_or_default();
        let node = answer_of(Command::new("node").arg("--version"))
            .ok_or("Node.js is missing: version 20.19 or newer, https://nodejs.org")?;
        println!("{cargo}, node {node}");
        if is_at_least(&node, (20, 19)) {
            Ok(())
        } else {
            Err(format!("node {node} is too old: 20.19 or newer is needed"))
        }
    })
}

/// Whether the tools for the proofs are wanted as well.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Proving {
    /// Only the window.
    No,
    /// The window without a display, and a real spooler.
    Yes,
}

fn can_build() -> bool {
    !cfg!(target_os = "linux")
        || answer_of(Command::new("pkg-config").args(["--exists", "webkit2gtk-4.1"])).is_some()
}

fn install_missing(steps: &mut Steps, proving: Proving) -> Outcome {
    let proofs = if proving == Proving::Yes {
        TO_PROVE
    } else {
        &[]
    };
    let missing: Vec<&str> = TO_RUN
        .iter()
        .chain(proofs)
        .copied()
        .filter(|package| !is_installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let refresh = steps.command("apt-get update", apt().arg("update").arg("-qq"));
    let names = missing.join(" ");
    refresh
        .and_then(|()| {
            let mut install = apt();
            install
                .args(["install", "-y", "-qq", "--no-install-recommends"])
                .args(&missing);
            steps.command(&format!("apt-get install {names}"), &mut install)
        })
        .map_err(|reason| format!("{reason}\nInstall by hand: apt-get install {names}"))
}

fn is_installed(package: &str) -> bool {
    answer_of(Command::new("dpkg-query").args(["-W", "-f=${Status}", package]))
        .is_some_and(|status| status.ends_with("ok installed"))
}

fn apt() -> Command {
    let is_root = answer_of(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    let mut command = if is_root {
        Command::new("env")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.arg("env");
        sudo
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    command
}

/// `v20.19.3` against a major and a minor version.
fn is_at_least(version: &str, least: (u32, u32)) -> bool {
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map(|part| part.parse::<u32>().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= least
}

#[cfg(test)]
mod tests {
    use super::is_at_least;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(is_at_least("v20.19.0", (20, 19)));
        assert!(is_at_least("v22.3.1", (20, 19)));
        assert!(!is_at_least("v20.9.0", (20, 19)));
        assert!(!is_at_least("", (20, 19)));
    }
}
