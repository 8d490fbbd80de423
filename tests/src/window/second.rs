//! The application started once more beside the driven one, as a person does who forgot
//! that it is open. Knows its process and its words; nobody drives it.

use super::stage::{Kept, binary};
use super::{Failure, PATIENCE, Step, Window};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A second process on the same screen and the same folders.
pub struct Second {
    process: Kept,
    log: PathBuf,
}

/// What a process that ended left behind.
pub struct Said {
    /// Its exit code; none when it was killed.
    pub code: Option<i32>,
    /// What it said itself, without what its libraries say.
    pub words: String,
}

impl Window {
    /// Starts the built application again on the folders of this window.
    pub fn start_again(&self) -> Step<Second> {
        let log = self.folders.root().join("second.log");
        let mut command = Command::new(binary()?);
        command
            .arg("--data")
            .arg(self.folders.data())
            .arg("--exports")
            .arg(self.folders.exports())
            .args(self.clock.handed())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(std::fs::File::create(&log)?);
        self.stage.dress(&mut command);
        let process = Kept(command.spawn()?);
        Ok(Second { process, log })
    }
}

impl Second {
    /// Waits until it has ended.
    pub fn ends(mut self) -> Step<Said> {
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if let Some(status) = self.process.0.try_wait()? {
                let (code, words) = (status.code(), self.words());
                return Ok(Said { code, words });
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(Failure::new(format!(
            "the second start does not end: {}",
            self.words()
        )))
    }

    /// Waits until it says this, in its dialog and on the terminal; it stays open for the person.
    pub fn says(&mut self, text: &str) -> Step<String> {
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            let words = self.words();
            if words.contains(text) {
                return Ok(words);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(Failure::new(format!(
            "“{text}” is not said: {}",
            self.words()
        )))
    }

    fn words(&self) -> String {
        let all = std::fs::read_to_string(&self.log).unwrap_or_default();
        all.find("首问")
            .map(|at| all[at..].to_owned())
            .unwrap_or_default()
    }
}
