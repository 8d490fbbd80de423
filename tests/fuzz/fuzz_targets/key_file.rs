//! Any text as a key file: read or refused, and what is read can be written again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vault::KeyFile;

fuzz_target!(|text: &[u8]| {
    if let Ok(file) = KeyFile::parse(text) {
        let again = serde_json::to_vec(&file).expect("what was read can be written");
        let read = KeyFile::parse(&again).expect("and read again");
        assert_eq!(file.seq, read.seq);
        assert_eq!(file.slots.len(), read.slots.len());
    }
});
