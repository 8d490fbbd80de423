//! Any text as a key file, and any text with the checksum that fits: read or refused, and
//! what is read can be written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};
use vault::KeyFile;

fuzz_target!(|text: &str| {
    assert!(KeyFile::parse(text.as_bytes()).is_err(), "no chance meets a checksum");
    let Some(body) = text.trim_end().strip_suffix('}') else {
        return;
    };
    let with = |sum: &str| format!("{body},\"checksum\":\"{sum}\"}}");
    let sum: String = Sha256::digest(with("").as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    if let Ok(file) = KeyFile::parse(with(&sum).as_bytes()) {
        let again = file.text().expect("what was read can be written");
        let read = KeyFile::parse(again.as_bytes()).expect("and read again");
        assert_eq!(file.seq, read.seq);
        assert_eq!(file.slots.len(), read.slots.len());
        assert_eq!(again, read.text().expect("the same once more"));
    }
});
