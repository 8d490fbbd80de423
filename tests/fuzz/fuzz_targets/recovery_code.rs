//! Any text as a typed recovery code: refused with a group, or read into the form that
//! reads back to itself.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|typed: &str| {
    if let Ok(code) = vault::read_code(typed) {
        assert_eq!(code.len(), 41);
        assert_eq!(*vault::read_code(&code).expect("the printed form"), *code);
    }
});
