//! A PostgreSQL of our own: a cluster in a temporary folder that only a socket there reaches.

use proofs::statements::Statement;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A running server; it goes with its folder when it is dropped.
pub struct Server {
    programs: PathBuf,
    folder: PathBuf,
}

impl Server {
    /// Starts the newest that Debian has installed; `None` where it has not.
    pub fn start() -> Option<Self> {
        let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
        let programs = versions.map(|version| version.unwrap().path().join("bin"));
        let server = Self {
            programs: programs.filter(|bin| bin.join("initdb").exists()).max()?,
            folder: std::env::temp_dir().join(format!("shouwen-postgres-{}", std::process::id())),
        };
        let (folder, data) = (server.folder.to_str()?, server.folder.join("data"));
        done(as_nobody_special("mkdir").args(["-m", "700", folder]));
        // Text is ordered by its bytes, as SQLite does.
        let plain = [
            "--auth=trust",
            "--username=desk",
            "--encoding=UTF8",
            "--locale=C",
        ];
        done(
            server
                .program("initdb")
                .args(plain)
                .arg("--no-sync")
                .arg("-D")
                .arg(&data),
        );
        let options = format!("-k {folder} -c listen_addresses='' -c fsync=off");
        let log = server.folder.join("log");
        let mut start = server.program("pg_ctl");
        start.args(["start", "--wait", "--silent", "--options", &options]);
        done(start.arg("--log").arg(log).arg("-D").arg(&data));
        Some(server)
    }

    /// Lays a schema.
    pub fn lay(&self, sql: &str) {
        let out = self.asked("on", sql);
        let said = String::from_utf8_lossy(&out.stderr);
        assert!(out.status.success(), "the schema: {said}");
    }

    /// What is wrong with which statement: it can't be prepared with what is bound to it,
    /// or answers a type that the stores do not read.
    pub fn refused(&self, statements: &BTreeSet<Statement>) -> Vec<String> {
        let script: String = (0..).zip(statements).map(|(n, s)| prepared(n, s)).collect();
        let out = self.asked("off", &script);
        let mut faults: BTreeMap<usize, String> = BTreeMap::new();
        for line in String::from_utf8_lossy(&out.stderr).lines() {
            // The first of two lines is the statement's, the second asks what it answers.
            if let Some((at, error)) = fault(line) {
                faults.entry(at / LINES).or_insert_with(|| error.to_owned());
            }
        }
        let mut at = 0;
        for line in String::from_utf8_lossy(&out.stdout).lines() {
            if let Some(n) = line.strip_prefix("# ") {
                at = n.parse().unwrap();
            } else if let Some((column, kind)) = line.rsplit_once('|')
                && !["bigint", "integer", "text", "bytea"].contains(&kind)
            {
                faults
                    .entry(at)
                    .or_insert_with(|| format!("{column} is {kind}"));
            }
        }
        let all: Vec<&Statement> = statements.iter().collect();
        let named = |(n, why): (usize, String)| format!("{why}\n    {}", all[n].sql);
        faults.into_iter().map(named).collect()
    }

    /// What psql says to a script.
    fn asked(&self, stop_at_errors: &str, script: &str) -> Output {
        let mut psql = self
            .program("psql")
            .args([
                "-X", "-q", "-A", "-t", "-U", "desk", "-d", "postgres", "-f", "-",
            ])
            .args(["-v", &format!("ON_ERROR_STOP={stop_at_errors}")])
            .arg("-h")
            .arg(&self.folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("psql");
        let mut input = psql.stdin.take().unwrap();
        std::thread::scope(|scope| {
            scope.spawn(move || input.write_all(script.as_bytes()).expect("psql reads"));
            psql.wait_with_output().expect("psql")
        })
    }

    fn program(&self, name: &str) -> Command {
        let mut command = as_nobody_special(self.programs.join(name));
        command.current_dir(&self.folder);
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let data = self.folder.join("data");
        let mut stop = self.program("pg_ctl");
        let stopped = stop
            .args(["stop", "--silent", "-m", "immediate", "-D"])
            .arg(data)
            .status();
        if stopped.is_ok() {
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}

/// Lines of the script that a statement takes.
const LINES: usize = 3;

fn prepared(n: usize, statement: &Statement) -> String {
    let Statement { sql, types } = statement;
    let listed = |items: &[&str]| match items {
        [] => String::new(),
        items => format!("({})", items.join(", ")),
    };
    let kinds: Vec<&str> = types.iter().map(String::as_str).collect();
    let nulls = vec!["NULL"; types.len()];
    format!(
        "\\echo # {n}\nPREPARE s{n} {} AS {};\nEXECUTE s{n} {} \\gdesc\n",
        listed(&kinds),
        numbered(sql),
        listed(&nulls)
    )
}

/// `?1` as PostgreSQL writes it.
fn numbered(sql: &str) -> String {
    let mut parts = sql.split('?');
    let mut all = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let number = part.starts_with(|c: char| c.is_ascii_digit());
        all.push(if number { '$' } else { '?' });
        all.push_str(part);
    }
    all
}

/// The line, from 0, and the words of an error that psql reports.
fn fault(line: &str) -> Option<(usize, &str)> {
    let (line, error) = line.strip_prefix("psql:<stdin>:")?.split_once(": ERROR:")?;
    Some((line.parse::<usize>().ok()? - 1, error.trim()))
}

/// A command as somebody who may run a server: it refuses to be root's.
fn as_nobody_special(program: impl AsRef<Path>) -> Command {
    let id = Command::new("id").arg("-u").output().expect("id");
    if id.stdout != b"0\n" {
        return Command::new(program.as_ref());
    }
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--"]).arg(program.as_ref());
    command
}

fn done(command: &mut Command) {
    let out = command
        .stdin(Stdio::null())
        .output()
        .expect("a program that starts");
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "{command:?}: {said}");
}
