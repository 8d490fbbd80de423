//! Planted people: names, phones and identity numbers that stand nowhere else, and
//! the search for them in bytes.
#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "proofs fail by panicking"
)]

use std::path::{Path, PathBuf};

/// How many people are planted.
pub const PLANTED: u64 = 1_000;

/// A planted person.
pub struct Canary {
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: String,
    /// Identity number with its check digit, in a region that does not exist.
    pub id_number: String,
}

/// The planted person of that number: names nobody has, put together so that no two are alike and none is part of our content.
pub fn canary(n: u64) -> Canary {
    let first = char::from_u32(0x9F00 + u32::try_from(n % 100).unwrap()).unwrap();
    let second = char::from_u32(0x9B00 + u32::try_from(n / 100).unwrap()).unwrap();
    let body = format!("00{:04}19690{}1{:03}", n + 1000, n % 9 + 1, n % 1000);
    let body = format!("{}{:0<1$}", body, 17 - body.len().min(17));
    let digits: Vec<u32> = body
        .chars()
        .take(17)
        .filter_map(|c| c.to_digit(10))
        .collect();
    Canary {
        name: format!("鱻{first}{second}"),
        phone: format!("154{:08}", 31_000_000 + n * 7_919),
        id_number: with_check_digit(&digits),
    }
}

fn with_check_digit(digits: &[u32]) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(d, w)| d * w).sum();
    let check =
        ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][usize::try_from(sum % 11).unwrap()];
    digits.iter().map(u32::to_string).collect::<String>() + check
}

/// Every file below a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path))
        } else {
            found.push(path)
        }
    }
    found
}

/// Text as UTF-16, as a browser may keep it.
pub fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// What of the canaries stands in the bytes: by their four first bytes first, so
/// that a thousand of them can be looked for in one walk.
pub fn found_in(bytes: &[u8], canaries: &[Canary]) -> Vec<String> {
    use std::collections::HashMap;
    let mut starts: HashMap<[u8; 4], Vec<(Vec<u8>, &str)>> = HashMap::new();
    for canary in canaries {
        for text in [&canary.name, &canary.phone, &canary.id_number] {
            for form in [text.as_bytes().to_vec(), wide(text)] {
                let start = [form[0], form[1], form[2], form[3]];
                starts.entry(start).or_default().push((form, text));
            }
        }
    }
    let mut found = Vec::new();
    for (at, window) in bytes.windows(4).enumerate() {
        if let Some(forms) = starts.get(window) {
            let here = forms
                .iter()
                .filter(|(form, _)| bytes[at..].starts_with(form));
            found.extend(here.map(|(_, text)| (*text).to_owned()));
        }
    }
    found
}
