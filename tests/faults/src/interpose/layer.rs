//! What happens to the file calls below one folder: nothing, being written down,
//! failing on purpose, or being the last thing the process does.

use super::gate;
use super::plan::{Answer, Counts, Kind, Plan};
use crate::disk::{Event, Timeline};
use libc::c_int;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[derive(Default)]
struct Layer {
    root: PathBuf,
    open: BTreeMap<c_int, String>,
    counts: Counts,
    plan: Option<Plan>,
    hits: u64,
    seen: u64,
    recording: Option<Timeline>,
    trace: Option<Vec<String>>,
}

thread_local! { static LAYER: RefCell<Option<Layer>> = const { RefCell::new(None) } }

/// Watches a folder from now on: only files opened after this are seen.
pub fn watch(root: &Path) {
    set(Some(Layer {
        root: root.to_owned(),
        ..Layer::default()
    }));
}

/// Watches a folder and writes everything down; the timeline knows what lies there.
pub fn record(root: &Path, timeline: Timeline) {
    watch(root);
    with(|layer| layer.recording = Some(timeline));
}

/// Stops watching; answers what was written down.
pub fn leave() -> Option<Timeline> {
    let timeline = with(|layer| layer.recording.take()).flatten();
    set(None);
    timeline
}

/// Lets calls fail from now on, counted from here; `None` mends the disk.
pub fn plan(plan: Option<Plan>) {
    with(|layer| {
        layer.plan = plan;
        layer.seen = 0;
        layer.hits = 0;
    });
}

/// Begins to list the calls that change something.
pub fn trace() {
    with(|layer| layer.trace = Some(Vec::new()));
}

/// The calls since then, in words.
pub fn traced() -> Vec<String> {
    with(|layer| layer.trace.take())
        .flatten()
        .unwrap_or_default()
}

/// How often the plan struck.
pub fn hits() -> u64 {
    with(|layer| layer.hits).unwrap_or(0)
}

/// How many calls there were since the folder is watched.
pub fn counts() -> Counts {
    with(|layer| layer.counts).unwrap_or_default()
}

/// Writes into the timeline that the answer of a step reached the caller.
pub fn acknowledge(step: usize) {
    with(|layer| layer.note(Event::Acknowledged(step)));
}

fn set(layer: Option<Layer>) {
    // Absent only while the thread ends, when nothing is watched any more.
    let _ = LAYER.try_with(|cell| cell.replace(layer));
}

fn with<T>(run: impl FnOnce(&mut Layer) -> T) -> Option<T> {
    LAYER
        .try_with(|cell| cell.try_borrow_mut().ok()?.as_mut().map(run))
        .ok()
        .flatten()
}

impl Layer {
    fn name(&self, path: &Path) -> Option<String> {
        let inside = path.strip_prefix(&self.root).ok()?;
        Some(inside.to_string_lossy().into_owned())
    }

    fn note(&mut self, event: Event) {
        if let Some(timeline) = &mut self.recording {
            timeline.push(event);
        }
    }

    /// Counts a call and asks the plan.
    fn ask(&mut self, kind: Kind, file: &str) -> Answer {
        self.counts.count(kind);
        if let Some(trace) = self.trace.as_mut().filter(|_| kind != Kind::Read) {
            let name = file.rsplit('/').next().unwrap_or_default();
            trace.push(format!("{kind:?} {name}"));
        }
        let Some(plan) = self.plan else {
            return Answer::Go;
        };
        if !plan.counts(kind, file) {
            return Answer::Go;
        }
        let number = self.seen;
        self.seen += 1;
        if number == plan.nth || (plan.for_good && number > plan.nth) {
            self.hits += 1;
            // A process that dies at a call that writes nothing dies all the same.
            if plan.answer == Answer::HalfAndDie && kind != Kind::Write {
                super::process::die();
            }
            match plan.answer {
                // Only a write can be done by half.
                Answer::Half(errno) if kind != Kind::Write => Answer::Fail(errno),
                answer => answer,
            }
        } else {
            Answer::Go
        }
    }

    fn ask_fd(&mut self, kind: Kind, fd: c_int) -> Option<(String, Answer)> {
        let name = self.open.get(&fd)?.clone();
        let answer = self.ask(kind, &name);
        Some((name, answer))
    }
}

/// Before a write; `place` answers where it will go.
pub fn write(fd: c_int, bytes: &[u8], place: impl FnOnce() -> i64) -> Answer {
    with(|layer| {
        let (name, answer) = layer.ask_fd(Kind::Write, fd)?;
        if layer.recording.is_some() && answer == Answer::Go {
            let at = u64::try_from(place()).unwrap_or(0);
            let bytes = bytes.to_vec();
            layer.note(Event::Write { name, at, bytes });
        }
        Some(answer)
    })
    .flatten()
    .unwrap_or(Answer::Go)
}

/// Before a flush of a file or of a folder.
pub fn sync(fd: c_int) -> Answer {
    with(|layer| {
        let (name, answer) = layer.ask_fd(Kind::Sync, fd)?;
        if answer == Answer::Go {
            let is_file = |timeline: &Timeline| timeline.knows(&name);
            layer.note(if layer.recording.as_ref().is_some_and(is_file) {
                Event::Sync { name }
            } else {
                Event::SyncFolder { name }
            });
        }
        Some(answer)
    })
    .flatten()
    .unwrap_or(Answer::Go)
}

/// Before a read.
pub fn read(fd: c_int) -> Answer {
    with(|layer| layer.ask_fd(Kind::Read, fd))
        .flatten()
        .map_or(Answer::Go, |(_, answer)| answer)
}

/// Before a file is cut or stretched.
pub fn truncate(fd: c_int, length: i64) -> Answer {
    with(|layer| {
        let (name, answer) = layer.ask_fd(Kind::Change, fd)?;
        if answer == Answer::Go {
            let length = u64::try_from(length).unwrap_or(0);
            layer.note(Event::Truncate { name, length });
        }
        Some(answer)
    })
    .flatten()
    .unwrap_or(Answer::Go)
}

/// Before an open: where a gate stands, the process pauses here.
pub fn before_open(path: &Path, flags: c_int) -> Answer {
    let creates = flags & (libc::O_CREAT | libc::O_TRUNC) != 0;
    let answer = if creates {
        before_names(path)
    } else {
        Answer::Go
    };
    match answer {
        Answer::Go => gate::at(path, flags),
        failure => failure,
    }
}

/// The whole path of a name that is given relative to an open folder.
pub fn resolve(folder: c_int, name: &Path) -> PathBuf {
    let above = with(|layer| {
        let inside = layer.open.get(&folder)?;
        Some(layer.root.join(inside))
    });
    match above.flatten() {
        Some(above) if name.is_relative() => above.join(name),
        _ => name.to_owned(),
    }
}

fn inside(path: &Path) -> bool {
    with(|layer| path.starts_with(&layer.root)).unwrap_or(false)
}

/// After an open that succeeded.
pub fn opened(fd: c_int, path: &Path, flags: c_int) {
    with(|layer| {
        // A folder that is read is closed inside libc, where nobody asks us.
        layer.open.remove(&fd);
        let name = layer.name(path)?;
        if let Some(timeline) = &mut layer.recording {
            if flags & libc::O_CREAT != 0 && !timeline.knows(&name) {
                timeline.push(Event::Make { name: name.clone() });
            }
            if flags & libc::O_TRUNC != 0 {
                timeline.push(Event::Truncate {
                    name: name.clone(),
                    length: 0,
                });
            }
        }
        layer.open.insert(fd, name);
        Some(())
    });
}

/// After a close.
pub fn closed(fd: c_int) {
    with(|layer| layer.open.remove(&fd));
}

/// Before a name is made, changed or removed.
pub fn before_names(path: &Path) -> Answer {
    let name = path.to_string_lossy();
    let asked = inside(path).then(|| with(|layer| layer.ask(Kind::Change, &name)));
    asked.flatten().unwrap_or(Answer::Go)
}

/// After a rename; whoever holds the file open writes on under the new name.
pub fn renamed(from: &Path, to: &Path) {
    with(|layer| {
        let (from, to) = (layer.name(from)?, layer.name(to)?);
        for name in layer.open.values_mut().filter(|name| **name == from) {
            name.clone_from(&to);
        }
        layer.note(Event::Rename { from, to });
        Some(())
    });
}

/// After a file got a second name.
pub fn linked(from: &Path, to: &Path) {
    with(|layer| {
        let (from, to) = (layer.name(from)?, layer.name(to)?);
        layer.note(Event::Link { from, to });
        Some(())
    });
}

/// After a folder was made.
pub fn made_folder(path: &Path) {
    with(|layer| {
        let name = layer.name(path)?;
        layer.note(Event::MakeFolder { name });
        Some(())
    });
}

/// After a name was removed.
pub fn removed(path: &Path) {
    with(|layer| {
        let name = layer.name(path)?;
        layer.note(Event::Remove { name });
        Some(())
    });
}
