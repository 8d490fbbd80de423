//! What the window stands on: a screen and a message bus, both of its own.
//! Knows processes; knows nothing of what is shown.

use super::{Failure, Step};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A process that ends with its owner.
pub(super) struct Kept(pub(super) Child);

impl Drop for Kept {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A screen of 1920×1080 and a session bus.
pub(super) struct Stage {
    _screen: Kept,
    _bus: Kept,
    display: String,
    bus: String,
}

impl Stage {
    pub(super) fn set() -> Step<Self> {
        let mut screen = start(
            "Xvfb",
            Command::new("Xvfb")
                .args([
                    "-displayfd",
                    "1",
                    "-screen",
                    "0",
                    "1920x1080x24",
                    "-nolisten",
                    "tcp",
                ])
                .stderr(Stdio::null()),
        )?;
        let display = format!(":{}", first_line("Xvfb", &mut screen)?);
        let mut bus = start(
            "dbus-daemon",
            Command::new("dbus-daemon")
                .arg(concat!(
                    "--config-file=",
                    env!("CARGO_MANIFEST_DIR"),
                    "/src/window/bus.conf"
                ))
                .args(["--nofork", "--print-address=1"])
                .stderr(Stdio::null()),
        )?;
        let address = first_line("dbus-daemon", &mut bus)?;
        Ok(Self {
            _screen: Kept(screen),
            _bus: Kept(bus),
            display,
            bus: address,
        })
    }

    /// Puts a command on this stage. Software rendering and no accessibility bus or
    /// desktop settings: the picture must be the same on every machine.
    pub(super) fn dress(&self, command: &mut Command) {
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .env("GSETTINGS_BACKEND", "memory")
            .env("GTK_USE_PORTAL", "0")
            .env("NO_AT_BRIDGE", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            // Without the renderer this switches off, a screenshot never comes back.
            .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER");
    }
}

fn start(name: &str, command: &mut Command) -> Step<Child> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| {
            Failure::new(format!(
                "{name} does not start ({error}); `cargo xtask run` installs it"
            ))
        })
}

fn first_line(name: &str, child: &mut Child) -> Step<String> {
    let out = child
        .stdout
        .take()
        .ok_or_else(|| Failure::new("no output to read"))?;
    let mut line = String::new();
    let mut reader = BufReader::new(out);
    reader.read_line(&mut line)?;
    // Whoever writes to a closed pipe ends; what follows is read away.
    std::thread::spawn(move || std::io::copy(&mut reader.by_ref(), &mut std::io::sink()));
    match line.trim() {
        "" => Err(Failure::new(format!("{name} ended at once"))),
        line => Ok(line.to_owned()),
    }
}

/// The folder cargo builds into, told from where this test lies in it.
pub(super) fn target() -> Step<PathBuf> {
    let exe = std::env::current_exe()?;
    exe.ancestors()
        .find(|folder| {
            folder
                .file_name()
                .is_some_and(|name| name == "debug" || name == "release")
        })
        .and_then(Path::parent)
        .map(Path::to_owned)
        .ok_or_else(|| Failure::new("this test does not lie in a cargo target folder"))
}

/// The application as cargo built it beside this test.
pub(super) fn binary() -> Step<PathBuf> {
    let exe = std::env::current_exe()?;
    let binary = exe
        .ancestors()
        .find(|folder| {
            folder
                .file_name()
                .is_some_and(|name| name == "debug" || name == "release")
        })
        .map(|folder| folder.join("shouwen"))
        .ok_or_else(|| Failure::new("this test does not lie in a cargo target folder"))?;
    if binary.is_file() {
        Ok(binary)
    } else {
        Err(Failure::new(format!(
            "{} is missing: cargo build --workspace --bin shouwen",
            binary.display()
        )))
    }
}

/// The processes that were started with this folder among their arguments. The folder is
/// ours alone, so nobody else's process can be meant.
pub(super) fn those_using(folder: &Path) -> Step<Vec<u32>> {
    let wanted = folder.display().to_string();
    let own = std::process::id();
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc")? {
        let Some(pid) = entry?
            .file_name()
            .to_str()
            .and_then(|name| name.parse::<u32>().ok())
        else {
            continue;
        };
        let line = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line);
        if pid != own && line.contains("--data") && line.contains(&wanted) {
            found.push(pid);
        }
    }
    Ok(found)
}

pub(super) fn kill_those_using(folder: &Path) -> Step {
    signal_those_using(folder, "-KILL")?;
    if wait_until_gone(folder, Duration::from_secs(5))? {
        Ok(())
    } else {
        Err(Failure::new("the application survived kill -9"))
    }
}

pub(super) fn signal_those_using(folder: &Path, signal: &str) -> Step {
    for pid in those_using(folder)? {
        Command::new("kill")
            .args([signal, &pid.to_string()])
            .stderr(Stdio::null())
            .status()?;
    }
    Ok(())
}

pub(super) fn wait_until_gone(folder: &Path, patience: Duration) -> Step<bool> {
    let started = Instant::now();
    while started.elapsed() < patience {
        if those_using(folder)?.is_empty() {
            return Ok(true);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(false)
}
