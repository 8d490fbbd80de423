//! The processes a window consists of, seen from outside.

use super::{Step, Window, stage};
use std::collections::BTreeSet;

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Process {
    /// Its number.
    pub id: u32,
    /// Its name, as far as the system keeps it (15 bytes).
    pub name: String,
}

impl Window {
    /// The application and whatever it has started, in the order of their numbers.
    pub fn processes(&self) -> Step<Vec<Process>> {
        let mut ours: BTreeSet<u32> = stage::those_using(&self.folders.data())?
            .into_iter()
            .filter(|id| name_of(*id).is_some_and(|name| name == "shouwen"))
            .collect();
        loop {
            let before = ours.len();
            for entry in std::fs::read_dir("/proc")? {
                let id = entry?.file_name().to_str().and_then(|n| n.parse().ok());
                if let Some(id) = id.filter(|id| parent_of(*id).is_some_and(|p| ours.contains(&p)))
                {
                    ours.insert(id);
                }
            }
            if ours.len() == before {
                break;
            }
        }
        Ok(ours
            .into_iter()
            .filter_map(|id| name_of(id).map(|name| Process { id, name }))
            .collect())
    }

    /// The process that draws the page.
    pub fn page_process(&self) -> Step<Option<Process>> {
        let all = self.processes()?;
        Ok(all.into_iter().find(|one| one.name == "WebKitWebProces"))
    }
}

/// The parts of `/proc/ID/stat` after the name, which may hold anything.
fn parent_of(id: u32) -> Option<u32> {
    let text = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (_, rest) = text.rsplit_once(") ")?;
    rest.split(' ').nth(1)?.parse().ok()
}

fn name_of(id: u32) -> Option<String> {
    let name = std::fs::read_to_string(format!("/proc/{id}/comm")).ok()?;
    Some(name.trim_end().to_owned())
}
