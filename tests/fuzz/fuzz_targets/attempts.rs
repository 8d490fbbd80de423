//! Any text as the file of counted attempts: never a panic, never a pause longer than
//! a day, never more than five tries without one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vault::{Account, At, Attempts};

const NOW: At = At {
    wall: 1_795_395_600_000,
    ticks: 0,
};

fuzz_target!(|text: &[u8]| {
    let folder = std::env::temp_dir().join(format!("fuzz-attempts-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("attempts.json"), text).expect("room for a small file");
    let mut attempts = Attempts::read(&folder, NOW);
    let mut tried = 0;
    while let Ok(counted) = attempts.begin(Account::Recovery, NOW) {
        drop(counted);
        tried += 1;
        assert!(tried <= 5);
    }
    let later = At { ticks: 60_000, ..NOW };
    assert!(attempts.begin(Account::Recovery, later).is_ok(), "a code waits a minute");
});
