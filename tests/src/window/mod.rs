//! The real window, driven as a person would: keys, clicks, and what can be read on it.
//!
//! Each [`Window`] has a screen, a message bus, a printer and folders of its own, so journeys
//! run beside each other and beside whoever works on this machine. Knows WebDriver and the
//! operating system; knows no subject, no command and no sentence of the product.

mod clock;
mod driver;
mod eye;
mod failure;
mod folders;
mod hand;
mod keys;
mod processes;
mod second;
mod spooler;
mod stage;

pub use clock::starting;
pub use failure::Failure;
pub use folders::Folders;
pub use processes::Process;
pub use second::{Said, Second};
pub use spooler::Spooler;

use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a person would wait before saying "it hangs".
pub const PATIENCE: Duration = Duration::from_secs(15);

/// What a step of a journey answers.
pub type Step<T = ()> = Result<T, Failure>;

/// One running Shouwen on a screen of its own.
pub struct Window {
    name: String,
    // Dropped in this order: what runs goes before what it runs on.
    driver: Option<driver::Driver>,
    spooler: Option<Spooler>,
    stage: stage::Stage,
    clock: clock::Clock,
    folders: Folders,
    shots: PathBuf,
    taken: u32,
    language: Option<String>,
    answers: Vec<String>,
}

impl Window {
    /// Starts the built application on an empty data folder, on a machine without a printer.
    ///
    /// `name` names the folder its screenshots go to. Errors say which part of the
    /// machine is missing (the binary, the screen, the driver).
    pub fn open(name: &str) -> Step<Self> {
        Self::make(name, Folders::temporary()?, None)
    }

    /// The same on folders that a journey has prepared.
    pub fn on(name: &str, folders: Folders) -> Step<Self> {
        Self::make(name, folders, None)
    }

    /// The same with a real print queue; [`Window::spooler`] shows what it took.
    pub fn with_printer(name: &str, folders: Folders) -> Step<Self> {
        let spooler = Spooler::start(folders.root())?;
        Self::make(name, folders, Some(spooler))
    }

    fn make(name: &str, folders: Folders, spooler: Option<Spooler>) -> Step<Self> {
        let mut window = Self::stand(name, folders, spooler)?;
        window.start()?;
        Ok(window)
    }

    /// A screen and folders on which nothing runs yet.
    pub fn nothing(name: &str, folders: Folders) -> Step<Self> {
        Self::stand(name, folders, None)
    }

    fn stand(name: &str, folders: Folders, spooler: Option<Spooler>) -> Step<Self> {
        let window = Self {
            name: name.to_owned(),
            folders,
            spooler,
            driver: None,
            stage: stage::Stage::set()?,
            clock: clock::Clock::start(),
            shots: stage::target()?.join("tour").join(name),
            taken: 0,
            language: None,
            answers: Vec::new(),
        };
        if window.shots.exists() {
            std::fs::remove_dir_all(&window.shots)?;
        }
        std::fs::create_dir_all(&window.shots)?;
        Ok(window)
    }

    /// Starts the application again in another language (`zh-CN`, `en`).
    pub fn speak(&mut self, language: &str) -> Step {
        self.language = Some(language.to_owned());
        self.restart()
    }

    /// Starts the application again with what a person would choose in the system's
    /// dialogs, which no driver can press.
    pub fn answer_dialogs(&mut self, backup: &Path, folder: &Path) -> Step {
        let answer = |name: &str, path: &Path| [name.to_owned(), path.display().to_string()];
        self.answers = [
            answer("--choose-backup", backup),
            answer("--choose-folder", folder),
        ]
        .concat();
        self.restart()
    }

    /// Ends it as the end of a desktop session does and starts it again on the same folders.
    pub fn restart(&mut self) -> Step {
        self.close()?;
        self.start()
    }

    /// Ends the process without a word, as a power cut would, and starts it again.
    pub fn kill_and_restart(&mut self) -> Step {
        stage::kill_those_using(self.folders.root())?;
        self.driver = None;
        self.start()
    }

    /// Asks the process to end, as the end of a desktop session does, and waits until it has.
    pub fn close(&mut self) -> Step {
        stage::signal_those_using(self.folders.root(), "-TERM")?;
        let gone = stage::wait_until_gone(self.folders.root(), PATIENCE)?;
        self.driver = None;
        if gone {
            Ok(())
        } else {
            Err(Failure::new(
                "the application does not end when it is asked to",
            ))
        }
    }

    /// What the clock of this window shows, UTC milliseconds.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.clock.now()
    }

    /// The folders of this window: data, exports.
    #[must_use]
    pub const fn folders(&self) -> &Folders {
        &self.folders
    }

    /// The print queue, when the window was opened with one.
    pub fn spooler(&self) -> Step<&Spooler> {
        self.spooler
            .as_ref()
            .ok_or_else(|| Failure::new("this window was opened without a printer"))
    }

    /// Copies what was exported and what was printed beside the screenshots, for people to look at.
    pub fn keep_papers(&self) -> Step<Vec<PathBuf>> {
        let mut papers = self
            .spooler
            .as_ref()
            .map_or(Ok(Vec::new()), Spooler::printed)?;
        for entry in std::fs::read_dir(self.folders.exports())? {
            papers.push(entry?.path());
        }
        let mut kept = Vec::new();
        for paper in papers {
            let copy = self.shots.join(paper.file_name().unwrap_or_default());
            std::fs::copy(&paper, &copy)?;
            kept.push(copy);
        }
        Ok(kept)
    }

    fn start(&mut self) -> Step {
        let mut args = vec![
            "--data".to_owned(),
            self.folders.data().display().to_string(),
            "--exports".to_owned(),
            self.folders.exports().display().to_string(),
        ];
        args.extend(self.clock.handed());
        if let Some(language) = &self.language {
            args.extend(["--language".to_owned(), language.clone()]);
        }
        args.extend(self.answers.iter().cloned());
        let server = self.spooler.as_ref().map(Spooler::server);
        self.driver = match driver::Driver::start(&self.stage, &args, server) {
            Ok(driver) => Some(driver),
            Err(failure) => {
                // A port that was free may be somebody else's a moment later. Seen once in
                // some hundred starts.
                eprintln!("{}: {failure}; once more", self.name);
                stage::kill_those_using(self.folders.root())?;
                Some(driver::Driver::start(&self.stage, &args, server)?)
            }
        };
        Ok(())
    }

    fn driver(&self) -> Step<&driver::Driver> {
        self.driver
            .as_ref()
            .ok_or_else(|| Failure::new("the application is not running"))
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        self.driver = None;
        let _ = stage::kill_those_using(self.folders.root());
    }
}
