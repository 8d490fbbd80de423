//! The process that is searched, and the pipe to it.

use crate::desk::{MONDAY_NINE, fonts, new_op_id};
use api::{Call, Gateway, KeepFault, Machine, PrintJob, SpoolFault};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child as Process, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The child's data folder; set: this process is the child.
pub const FOLDER: &str = "SHOUWEN_MEMORY_FOLDER";

/// Where the bytes come from. They are not kept, and can be made again by who knows the beginning.
fn byte(n: u64) -> u8 {
    let mut z = n
        .wrapping_add(0x9e37_79b9_7f4a_7c15)
        .wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 30)).wrapping_mul(0x94d0_49bb_1331_11eb);
    u8::try_from((z >> 56) & 0xff).unwrap()
}

struct Counted {
    drawn: AtomicU64,
}

impl Machine for Counted {
    fn now(&self) -> i64 {
        MONDAY_NINE
    }

    fn ticks(&self) -> i64 {
        0
    }

    fn fill(&self, bytes: &mut [u8]) {
        let many = u64::try_from(bytes.len()).unwrap();
        let from = self.drawn.fetch_add(many, Ordering::SeqCst);
        eprintln!("{from} {many}");
        for (n, slot) in (from..).zip(bytes.iter_mut()) {
            *slot = byte(n);
        }
    }

    fn spool(&self, _: &PrintJob<'_>) -> Result<String, SpoolFault> {
        Ok("1".to_owned())
    }

    fn keep_file(&self, _: &str, _: &[u8]) -> Result<String, KeepFault> {
        Ok("kept".to_owned())
    }
}

/// Reads calls, a line each, and answers them, until the pipe is closed.
pub fn work() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).unwrap());
    let machine = Arc::new(Counted {
        drawn: AtomicU64::new(0),
    });
    let gateway = Gateway::new(folder, fonts(), machine);
    let mut kept = Vec::new();
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let answer = match line.split_once(' ').unwrap() {
            ("keep", text) => {
                kept.push(text.to_owned());
                String::new()
            }
            ("fill", filler) => filler.to_owned(),
            (command, input) => {
                let input = serde_json::from_str(input).unwrap();
                let call = Call {
                    command: command.to_owned(),
                    input,
                    op_id: Some(new_op_id()),
                    at: None,
                };
                match gateway.call(call) {
                    Ok(answer) => answer.value.to_string(),
                    Err(problem) => {
                        json!({ "refused": problem.code, "field": problem.field }).to_string()
                    }
                }
            }
        };
        println!("{answer}");
    }
    drop(kept);
}

/// The parent's end.
pub struct Child {
    process: Process,
    to: Option<ChildStdin>,
    from: BufReader<ChildStdout>,
    folder: PathBuf,
}

impl Child {
    /// Starts it on an empty folder.
    pub fn start() -> Self {
        let folder = std::env::temp_dir().join(format!("shouwen-memory-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let drawn = std::fs::File::create(folder.join("drawn")).unwrap();
        let mut process = Command::new(std::env::current_exe().unwrap())
            .env(FOLDER, folder.join("data"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(drawn)
            .spawn()
            .unwrap();
        let (to, from) = (
            process.stdin.take(),
            BufReader::new(process.stdout.take().unwrap()),
        );
        Self {
            process,
            to,
            from,
            folder,
        }
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Runs a command; the error is the code it was refused with.
    #[allow(clippy::needless_pass_by_value, reason = "a call owns its input")]
    pub fn call(&mut self, command: &str, input: Value) -> Result<Value, String> {
        let answer: Value = serde_json::from_str(&self.say(&format!("{command} {input}"))).unwrap();
        match answer.get("refused") {
            None => Ok(answer),
            Some(code) => Err(format!("{command}: {code} {}", answer["field"])),
        }
    }

    /// Has it keep a text for good.
    pub fn keep(&mut self, text: &str) {
        self.say(&format!("keep {text}"));
    }

    /// Writes over what its pipes have carried: those are the proof's, not the desk's.
    pub fn flush(&mut self) {
        // Long lines pass the small buffer of the output by, short ones fill it.
        for length in [200_000, 1_000, 1_000, 500, 8_000, 1_000] {
            self.say(&format!("fill {}", "x".repeat(length)));
        }
    }

    /// Every 32 random bytes that were drawn at once: master keys, nothing else is so long.
    pub fn secrets(&self) -> Vec<(u64, Vec<u8>)> {
        let drawn = std::fs::read_to_string(self.folder.join("drawn")).unwrap();
        let asked = drawn.lines().filter_map(|line| line.split_once(' '));
        let asked = asked.filter_map(|(from, many)| {
            Some((from.parse::<u64>().ok()?, many.parse::<u64>().ok()?))
        });
        let keys = asked.filter(|(_, many)| *many == 32);
        (1..)
            .zip(keys.map(|(from, many)| (from..from + many).map(byte).collect()))
            .collect()
    }

    fn say(&mut self, line: &str) -> String {
        writeln!(self.to.as_mut().unwrap(), "{line}").unwrap();
        let mut answer = String::new();
        self.from.read_line(&mut answer).unwrap();
        assert!(
            answer.ends_with('\n'),
            "the child ended: {}",
            std::fs::read_to_string(self.folder.join("drawn")).unwrap_or_default()
        );
        answer.trim_end().to_owned()
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.to = None;
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
