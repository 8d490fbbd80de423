//! The system's own print on Windows: Windows renders the PDF and its spooler takes the
//! pages. Nothing is bundled, and no PDF reader needs to be installed.
//!
//! The steps are in `windows.ps1`, because WinRT and GDI printing cannot be called from
//! Rust without unsafe code. The PDF goes in by standard input: no copy is left on the disk.

use api::{Media, PrintJob, SpoolFault};
use std::io::{ErrorKind, Write};
use std::os::windows::process::CommandExt;
use std::process::{Command, Stdio};

const SCRIPT: &str = include_str!("windows.ps1");
/// No console window flashes up.
const CREATE_NO_WINDOW: u32 = 0x0800_0000;
/// What the script ends with when there is no such printer, or none at all.
const NO_PRINTER: i32 = 3;

pub(super) fn spool(job: &PrintJob<'_>) -> Result<String, SpoolFault> {
    let spawned = Command::new("powershell.exe")
        .args([
            "-NoLogo",
            "-NoProfile",
            "-NonInteractive",
            "-Command",
            SCRIPT,
        ])
        .env("SHOUWEN_PRINTER", job.printer.unwrap_or_default())
        .env("SHOUWEN_COPIES", job.copies.max(1).to_string())
        .env("SHOUWEN_TITLE", job.title)
        .env("SHOUWEN_MEDIA", media(job.media))
        .creation_flags(CREATE_NO_WINDOW)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = match spawned {
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(SpoolFault::NotSupported),
        Err(error) => return Err(SpoolFault::Refused(error.to_string())),
        Ok(child) => child,
    };
    if let Some(mut stdin) = child.stdin.take() {
        let _ = stdin.write_all(job.pdf);
    }
    let ended = child
        .wait_with_output()
        .map_err(|error| SpoolFault::Refused(error.to_string()))?;
    let said = String::from_utf8_lossy(&ended.stdout).trim().to_owned();
    match ended.status.code() {
        Some(0) if !said.is_empty() => Ok(said),
        Some(NO_PRINTER) => Err(SpoolFault::NoPrinter),
        _ => Err(SpoolFault::Refused(
            String::from_utf8_lossy(&ended.stderr).into_owned(),
        )),
    }
}

const fn media(media: Media) -> &'static str {
    match media {
        Media::A4 => "A4",
        Media::A5 => "A5",
        Media::Roll80 => "",
    }
}
