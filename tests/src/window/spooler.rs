//! A real CUPS on a socket of its own with one queue, "Desk". What the queue's device is
//! given lies as a file in a folder, so "printed" can be opened and read.
//! Touches nothing of the machine's own CUPS, so it works beside a running one.

use super::stage::Kept;
use super::{Failure, PATIENCE, Step};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The queue's name.
pub const QUEUE: &str = "Desk";

/// One running spooler.
pub struct Spooler {
    _process: Kept,
    socket: PathBuf,
    tray: PathBuf,
}

impl Spooler {
    /// Starts cupsd below `folder`, with the queue as the default printer.
    pub fn start(folder: &Path) -> Step<Self> {
        let root = folder.join("cups");
        let socket = root.join("sock");
        let tray = root.join("tray");
        for part in ["etc", "spool", "cache", "run", "bin/backend", "tray"] {
            fs::create_dir_all(root.join(part))?;
        }
        lay_out(&root, &socket, &tray)?;
        let log = fs::File::create(root.join("cupsd.log"))?;
        let process = Command::new(program("cupsd"))
            .arg("-f")
            .arg("-c")
            .arg(root.join("etc/cupsd.conf"))
            .arg("-s")
            .arg(root.join("etc/cups-files.conf"))
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .map_err(|error| {
                Failure::new(format!(
                    "cupsd does not start ({error}); apt: cups cups-client"
                ))
            })?;
        let spooler = Self {
            _process: Kept(process),
            socket,
            tray,
        };
        spooler.wait(
            || {
                spooler
                    .ask("lpstat", &["-r"])
                    .is_ok_and(|words| !words.contains("not running"))
            },
            "cupsd does not answer",
        )?;
        spooler.ask("lpadmin", &["-p", QUEUE, "-E", "-v", "desk:/"])?;
        spooler.ask("lpadmin", &["-d", QUEUE])?;
        Ok(spooler)
    }

    /// What `CUPS_SERVER` must be for a client of this spooler.
    #[must_use]
    pub fn server(&self) -> &Path {
        &self.socket
    }

    /// The papers that came out, oldest first.
    pub fn printed(&self) -> Step<Vec<PathBuf>> {
        let mut papers: Vec<PathBuf> = fs::read_dir(&self.tray)?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "pdf"))
            .collect();
        papers.sort();
        Ok(papers)
    }

    /// Waits until so many papers lie in the tray and answers them.
    pub fn wait_for(&self, papers: usize) -> Step<Vec<PathBuf>> {
        self.wait(
            || self.printed().is_ok_and(|all| all.len() >= papers),
            &format!("the printer was not given {papers} papers"),
        )?;
        self.printed()
    }

    /// Waits until the spooler holds the document of no job.
    pub fn wait_until_empty(&self) -> Step {
        let spool = self.socket.with_file_name("spool");
        let documents = || -> Step<usize> {
            let names = fs::read_dir(&spool)?.filter_map(Result::ok);
            Ok(names
                .filter(|entry| entry.file_name().to_string_lossy().starts_with('d'))
                .count())
        };
        self.wait(
            || documents().is_ok_and(|left| left == 0),
            "the spooler keeps what was printed",
        )
    }

    /// Takes no more work, as a printer that was switched to "reject".
    pub fn reject(&self) -> Step {
        self.ask("cupsreject", &[QUEUE]).map(drop)
    }

    /// Takes work again.
    pub fn accept(&self) -> Step {
        self.ask("cupsaccept", &[QUEUE]).map(drop)
    }

    /// Takes the only printer away.
    pub fn remove(&self) -> Step {
        self.ask("lpadmin", &["-x", QUEUE]).map(drop)
    }

    fn ask(&self, name: &str, args: &[&str]) -> Step<String> {
        let answer = Command::new(program(name))
            .args(args)
            .env("CUPS_SERVER", &self.socket)
            .env("LC_ALL", "C")
            .stdin(Stdio::null())
            .output()
            .map_err(|error| {
                Failure::new(format!("{name} does not start ({error}); apt: cups-client"))
            })?;
        if answer.status.success() {
            Ok(String::from_utf8_lossy(&answer.stdout).into_owned())
        } else {
            Err(Failure::new(format!(
                "{name}: {}",
                String::from_utf8_lossy(&answer.stderr)
            )))
        }
    }

    fn wait(&self, done: impl Fn() -> bool, otherwise: &str) -> Step {
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if done() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(60));
        }
        Err(Failure::new(otherwise))
    }
}

/// cupsd and lpadmin lie in /usr/sbin, which a person's PATH often lacks.
fn program(name: &str) -> PathBuf {
    ["/usr/sbin", "/usr/bin"]
        .iter()
        .map(|folder| Path::new(folder).join(name))
        .find(|path| path.is_file())
        .unwrap_or_else(|| name.into())
}

fn lay_out(root: &Path, socket: &Path, tray: &Path) -> Step {
    let at = root.display();
    fs::write(
        root.join("etc/cupsd.conf"),
        format!(
            "Listen {}\nLogLevel warn\nBrowsing Off\nDefaultAuthType None\nWebInterface No\n\
             <Location />\nOrder allow,deny\nAllow all\n</Location>\n\
             <Policy default>\nJobPrivateAccess all\nJobPrivateValues none\n\
             <Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n",
            socket.display()
        ),
    )?;
    fs::write(
        root.join("etc/cups-files.conf"),
        format!(
            "ServerRoot {at}/etc\nServerBin {at}/bin\nRequestRoot {at}/spool\nCacheDir {at}/cache\nStateDir {at}/run\n\
             ErrorLog {at}/error.log\nAccessLog {at}/access.log\nPageLog {at}/page.log\n"
        ),
    )?;
    // The spooler's own programs stay where they are; only the device is ours.
    for part in ["daemon", "filter", "notifier", "monitor", "driver"] {
        let theirs = Path::new("/usr/lib/cups").join(part);
        if theirs.exists() {
            link(&theirs, &root.join("bin").join(part))?;
        }
    }
    let device = root.join("bin/backend/desk");
    fs::write(
        &device,
        format!(
            "#!/bin/sh\n[ $# -eq 0 ] && {{ echo 'direct desk \"Unknown\" \"Desk\"'; exit 0; }}\n\
             out=\"{0}/$(printf %04d \"$1\")\"\ncat \"${{6:--}}\" > \"$out.part\" && mv \"$out.part\" \"$out.pdf\"\n\
             printf '%s\\n%s\\n%s\\n' \"$3\" \"$4\" \"$5\" > \"$out.txt\"\n",
            tray.display()
        ),
    )?;
    only_owner_runs(&device)
}

#[cfg(unix)]
fn link(theirs: &Path, ours: &Path) -> Step {
    Ok(std::os::unix::fs::symlink(theirs, ours)?)
}

#[cfg(unix)]
fn only_owner_runs(file: &Path) -> Step {
    use std::os::unix::fs::PermissionsExt;
    // A device that others may read is run by cupsd as "lp", who may not write here.
    Ok(fs::set_permissions(
        file,
        fs::Permissions::from_mode(0o700),
    )?)
}
