//! A folder of its own with the program at work in it.

use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

const PASSWORD: &str = "heron-lamp-4471-quay";

/// A folder for one proof; it goes when the proof is over.
pub(super) struct Place(pub(super) PathBuf);

impl Place {
    pub(super) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("shouwen-deskctl-{}-{n}", std::process::id()));
        std::fs::create_dir_all(root.join("data")).unwrap();
        let place = Self(root);
        place.put("password", &format!("{PASSWORD}\n"));
        place
    }

    /// With a desk set up.
    pub(super) fn with_desk(switches: &[&str]) -> Self {
        let place = Self::new();
        let done = place.init(switches, "codes");
        assert_eq!(done.status.code(), Some(0), "{done:?}");
        place
    }

    pub(super) fn init(&self, switches: &[&str], codes: &str) -> Output {
        let (codes, password) = (self.file(codes), self.file("password"));
        let mut args = vec!["init", "--institution", "青禾体检中心", "--admin", "1001"];
        args.extend(["--recovery-out", &codes, "--password-file", &password]);
        args.extend(switches);
        self.run(&args, "")
    }

    pub(super) fn file(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    pub(super) fn put(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        std::fs::write(&path, text).unwrap();
        #[cfg(unix)]
        std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))
            .unwrap();
    }

    pub(super) fn run(&self, args: &[&str], input: &str) -> Output {
        let command = Command::new(env!("CARGO_BIN_EXE_deskctl"));
        self.run_as(command, args, input)
    }

    /// As somebody ordinary, who is root in no test: a copy of the program that they reach.
    #[cfg(unix)]
    pub(super) fn ask_as_ordinary(&self, verb: &str, args: &[&str]) -> Output {
        let mut command = Command::new(self.program());
        if is_root() {
            std::os::unix::process::CommandExt::uid(&mut command, NOBODY);
            std::os::unix::process::CommandExt::gid(&mut command, NOBODY);
        }
        let password = self.file("password");
        let mut all = vec![verb, "--as", "1001", "--password-file", &password];
        all.extend(args);
        self.run_as(command, &all, "")
    }

    /// A copy of the program beside the data.
    #[cfg(unix)]
    pub(super) fn program(&self) -> PathBuf {
        let program = self.0.join("deskctl");
        if !program.exists() {
            std::fs::copy(env!("CARGO_BIN_EXE_deskctl"), &program).unwrap();
        }
        program
    }

    fn run_as(&self, mut command: Command, args: &[&str], input: &str) -> Output {
        let mut child = command
            .args(args)
            .args(["--data", &self.file("data")])
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut pipe = child.stdin.take().unwrap();
        // A program that refused its arguments has stopped listening.
        let _ = pipe.write_all(input.as_bytes());
        drop(pipe);
        child.wait_with_output().unwrap()
    }

    /// Signed in as the administrator.
    pub(super) fn ask(&self, verb: &str, args: &[&str], input: &str) -> Output {
        let password = self.file("password");
        let mut all = vec![verb, "--as", "1001", "--password-file", &password];
        all.extend(args);
        self.run(&all, input)
    }

    pub(super) fn session(&self, lines: &[&str]) -> Vec<Value> {
        let done = self.ask("session", &[], &(lines.join("\n") + "\n"));
        assert_eq!(done.status.code(), Some(0), "{done:?}");
        let said = String::from_utf8(done.stdout).unwrap();
        said.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub(super) fn code(done: &Output) -> i32 {
    done.status.code().unwrap()
}

pub(super) fn words(done: &Output) -> String {
    String::from_utf8_lossy(&done.stderr).into_owned()
}

/// Somebody ordinary, where the tests run as root: root may do everything.
#[cfg(unix)]
pub(super) const NOBODY: u32 = 65_534;

/// Whether the tests run as root.
#[cfg(unix)]
pub(super) fn is_root() -> bool {
    let made = std::env::temp_dir().join(format!("shouwen-who-{}", std::process::id()));
    std::fs::write(&made, []).unwrap();
    let owner = std::os::unix::fs::MetadataExt::uid(&std::fs::metadata(&made).unwrap());
    let _ = std::fs::remove_file(made);
    owner == 0
}

/// Gives everything below a path to somebody.
#[cfg(unix)]
pub(super) fn hand_over(path: &std::path::Path, to: u32) {
    std::os::unix::fs::chown(path, Some(to), Some(to)).unwrap();
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            hand_over(&entry.unwrap().path(), to);
        }
    }
}
