//! Reads the memory of a process and looks for the needles.

use super::needles::Needles;
use std::fmt;
use std::fs::File;
use std::os::unix::fs::FileExt;

/// One place where one of them lies.
#[derive(Debug)]
pub struct Found {
    /// Which kind.
    pub what: String,
    /// The part of memory: heap, stack, a file.
    pub part: String,
    /// Where.
    pub at: u64,
    /// What lies around it, as far as it can be read.
    pub around: String,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} at {:x} in {}: {}",
            self.what, self.at, self.part, self.around
        )
    }
}

/// Every place in every part that can be read.
pub fn of(id: u32, needles: &Needles) -> Vec<Found> {
    let maps = std::fs::read_to_string(format!("/proc/{id}/maps")).unwrap();
    let memory = File::open(format!("/proc/{id}/mem")).unwrap();
    let starts = needles.starts();
    let mut found = Vec::new();
    for line in maps.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (from, to) = words[0].split_once('-').unwrap();
        let (from, to) = (
            u64::from_str_radix(from, 16).unwrap(),
            u64::from_str_radix(to, 16).unwrap(),
        );
        let part = words.get(5).copied().unwrap_or("anonymous");
        if !words[1].starts_with('r') || part.starts_with("[v") {
            continue;
        }
        for (from, to) in there(id, from, to) {
            let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
            // A part may go between the list and the look.
            if memory.read_exact_at(&mut bytes, from).is_ok() {
                look(&bytes, (from, part), (needles, &starts), &mut found);
            }
        }
    }
    found
}

fn look(
    bytes: &[u8],
    (from, part): (u64, &str),
    (needles, starts): (&Needles, &[bool]),
    found: &mut Vec<Found>,
) {
    for n in 0..bytes.len().saturating_sub(4) {
        if !starts[usize::from(bytes[n]) << 8 | usize::from(bytes[n + 1])] {
            continue;
        }
        for what in needles.at(&bytes[n..]) {
            let near = &bytes[n.saturating_sub(48)..(n + 80).min(bytes.len())];
            found.push(Found {
                what: what.to_owned(),
                part: part.to_owned(),
                at: from + u64::try_from(n).unwrap(),
                around: String::from_utf8_lossy(near).escape_debug().to_string(),
            });
        }
    }
}

const PAGE: u64 = 4096;

/// The stretches of a part that were ever touched and stand in memory or in swap: a webview
/// keeps gigabytes for itself of which it uses little.
fn there(id: u32, from: u64, to: u64) -> Vec<(u64, u64)> {
    let Ok(map) = File::open(format!("/proc/{id}/pagemap")) else {
        return vec![(from, to)];
    };
    let mut stretches: Vec<(u64, u64)> = Vec::new();
    let mut at = from;
    while at < to {
        let pages = ((to - at) / PAGE).min(1 << 16);
        let mut marks = vec![0; usize::try_from(pages * 8).unwrap()];
        if map.read_exact_at(&mut marks, at / PAGE * 8).is_err() {
            return vec![(from, to)];
        }
        for (page, mark) in (0..).zip(marks.chunks_exact(8)) {
            // The two highest of 64 bits: in memory, in swap.
            if mark[7] & 0xc0 == 0 {
                continue;
            }
            let begin = at + page * PAGE;
            match stretches.last_mut() {
                Some((_, end)) if *end == begin => *end += PAGE,
                _ => stretches.push((begin, begin + PAGE)),
            }
        }
        at += pages * PAGE;
    }
    stretches
}
