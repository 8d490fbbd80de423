//! A machine that does what the test says.

use api::{KeepFault, Machine, Media, PrintJob, SpoolFault};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Mutex, MutexGuard};

/// What the printer was handed.
#[derive(Debug, Clone)]
pub struct Paper {
    /// Title in the spooler's list.
    pub title: String,
    /// The document.
    pub pdf: Vec<u8>,
    /// How many copies.
    pub copies: u8,
    /// On which paper.
    pub media: Media,
}

/// Clock, dice, printer and exports of a test.
pub struct FixedMachine {
    now: AtomicI64,
    ticks: AtomicI64,
    handed_in: AtomicBool,
    dice: Mutex<StdRng>,
    papers: Mutex<Vec<Paper>>,
    tray: Mutex<()>,
    asked: AtomicBool,
    refusal: Mutex<Option<SpoolFault>>,
    file_refusal: Mutex<Option<KeepFault>>,
    backup: Mutex<Option<PathBuf>>,
    folder: Mutex<Option<PathBuf>>,
    exports: PathBuf,
}

impl FixedMachine {
    /// A machine at a moment (UTC ms) whose dice fall the same way for the same seed.
    pub fn new(exports: PathBuf, now: i64, seed: u64) -> Self {
        Self {
            now: AtomicI64::new(now),
            ticks: AtomicI64::new(0),
            handed_in: AtomicBool::new(false),
            dice: Mutex::new(StdRng::seed_from_u64(seed)),
            papers: Mutex::default(),
            tray: Mutex::default(),
            asked: AtomicBool::new(false),
            refusal: Mutex::default(),
            file_refusal: Mutex::default(),
            backup: Mutex::default(),
            folder: Mutex::default(),
            exports,
        }
    }

    /// The moment the clock shows.
    pub fn at(&self) -> i64 {
        self.now.load(Ordering::SeqCst)
    }

    /// Lets time pass until the clock shows this. Time does not run back: an earlier
    /// moment is a clock that somebody set.
    pub fn set(&self, now: i64) {
        let before = self.now.swap(now, Ordering::SeqCst);
        let passed = now.saturating_sub(before).max(0);
        self.ticks.fetch_add(passed, Ordering::SeqCst);
    }

    /// Somebody sets the clock on the wall; no time passes.
    pub fn set_wall(&self, now: i64) {
        self.now.store(now, Ordering::SeqCst);
    }

    /// From now on the time counts as handed in by somebody.
    pub fn hand_time_in(&self) {
        self.handed_in.store(true, Ordering::SeqCst);
    }

    /// Everything the printer took, in order.
    pub fn papers(&self) -> Vec<Paper> {
        self.papers.lock().expect("no test holds it").clone()
    }

    /// As long as this is held, the printer takes what it is handed and does not answer.
    pub fn jam(&self) -> MutexGuard<'_, ()> {
        self.tray.lock().expect("no test holds it")
    }

    /// Whether the printer was ever handed anything.
    pub fn is_asked(&self) -> bool {
        self.asked.load(Ordering::SeqCst)
    }

    /// From now on the spooler refuses; `None` mends it.
    pub fn refuse_paper(&self, fault: Option<SpoolFault>) {
        *self.refusal.lock().expect("no test holds it") = fault;
    }

    /// From now on no file can be kept; `None` mends it.
    pub fn refuse_files(&self, fault: Option<KeepFault>) {
        *self.file_refusal.lock().expect("no test holds it") = fault;
    }

    /// What the person chooses when they are asked for a backup; `None` presses Cancel.
    pub fn choose_backup_next(&self, chosen: Option<PathBuf>) {
        *self.backup.lock().expect("no test holds it") = chosen;
    }

    /// The same for a folder.
    pub fn choose_folder_next(&self, chosen: Option<PathBuf>) {
        *self.folder.lock().expect("no test holds it") = chosen;
    }

    /// Where exports are kept.
    pub fn exports(&self) -> &PathBuf {
        &self.exports
    }
}

impl Machine for FixedMachine {
    fn now(&self) -> i64 {
        self.at()
    }

    fn handed_in(&self) -> bool {
        self.handed_in.load(Ordering::SeqCst)
    }

    fn ticks(&self) -> i64 {
        self.ticks.load(Ordering::SeqCst)
    }

    fn fill(&self, bytes: &mut [u8]) {
        self.dice
            .lock()
            .expect("no test holds it")
            .fill_bytes(bytes);
    }

    fn spool(&self, job: &PrintJob<'_>) -> Result<String, SpoolFault> {
        self.asked.store(true, Ordering::SeqCst);
        let _tray = self.jam();
        if let Some(fault) = &*self.refusal.lock().expect("no test holds it") {
            return Err(fault.clone());
        }
        let mut papers = self.papers.lock().expect("no test holds it");
        papers.push(Paper {
            title: job.title.to_owned(),
            pdf: job.pdf.to_vec(),
            copies: job.copies,
            media: job.media,
        });
        Ok(format!("test-{}", papers.len()))
    }

    fn keep_file(&self, name: &str, bytes: &[u8]) -> Result<String, KeepFault> {
        if let Some(fault) = *self.file_refusal.lock().expect("no test holds it") {
            return Err(fault);
        }
        std::fs::create_dir_all(&self.exports).map_err(|_| KeepFault::Other)?;
        let free = (1..)
            .map(|n| match (n, name.rsplit_once('.')) {
                (1, _) => name.to_owned(),
                (n, Some((stem, end))) => format!("{stem} ({n}).{end}"),
                (n, None) => format!("{name} ({n})"),
            })
            .map(|name| self.exports.join(name))
            .find(|path| !path.exists())
            .ok_or(KeepFault::Other)?;
        std::fs::write(&free, bytes).map_err(|_| KeepFault::Other)?;
        Ok(free.display().to_string())
    }

    fn choose_backup(&self) -> Option<PathBuf> {
        self.backup.lock().expect("no test holds it").clone()
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        self.folder.lock().expect("no test holds it").clone()
    }
}
