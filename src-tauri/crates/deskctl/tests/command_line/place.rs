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
        let mut child = Command::new(env!("CARGO_BIN_EXE_deskctl"))
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
