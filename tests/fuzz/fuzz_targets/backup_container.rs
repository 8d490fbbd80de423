//! Any bytes as a backup: the outside reads or is refused, without taking memory for
//! what a length claims; the key file inside opens for nobody.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::path::PathBuf;
use std::sync::OnceLock;
use vault::Archive;

fn place() -> &'static PathBuf {
    static PLACE: OnceLock<PathBuf> = OnceLock::new();
    PLACE.get_or_init(|| {
        let memory = PathBuf::from("/dev/shm");
        let base = if memory.is_dir() { memory } else { std::env::temp_dir() };
        base.join(format!("fuzz-{}.backup", std::process::id()))
    })
}

fuzz_target!(|bytes: &[u8]| {
    let mut file = b"SHOUWEN-BACKUP-1\n".to_vec();
    file.extend_from_slice(bytes);
    std::fs::write(place(), &file).expect("room for a small file");
    if let Ok(archive) = Archive::read(place()) {
        assert!(archive.unseal("1001", "").is_err());
    }
});
