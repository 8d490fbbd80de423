//! What must not be found, in every form it may have.

use hkdf::Hkdf;
use sha2::Sha256;
use std::collections::HashMap;

/// Byte strings by their first four bytes.
#[derive(Default)]
pub struct Needles {
    all: HashMap<[u8; 4], Vec<(String, Vec<u8>)>>,
}

impl Needles {
    /// A text in the encodings of Rust, of the database, and of the window.
    pub fn add(&mut self, what: &str, text: &str) {
        self.bytes(what, text.as_bytes().to_vec());
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        self.bytes(&format!("{what} (UTF-16)"), wide);
    }

    /// A master key with everything that is derived from it, as bytes and in hex.
    pub fn add_key(&mut self, epoch: u64, master: &[u8]) {
        self.secret("master key", master);
        for purpose in ["db", "audit", "voucher", "head", "head-file", "backup"] {
            let mut key = [0_u8; 32];
            let info = format!("shouwen/{purpose}/v1/{epoch}");
            Hkdf::<Sha256>::new(None, master)
                .expand(info.as_bytes(), &mut key)
                .unwrap();
            self.secret(&format!("{purpose} key"), &key);
        }
    }

    fn secret(&mut self, what: &str, bytes: &[u8]) {
        let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
        self.bytes(&format!("{what} (hex)"), hex.to_uppercase().into_bytes());
        self.bytes(&format!("{what} (hex)"), hex.into_bytes());
        self.bytes(what, bytes.to_vec());
    }

    fn bytes(&mut self, what: &str, bytes: Vec<u8>) {
        let first = bytes[..4].try_into().unwrap();
        self.all
            .entry(first)
            .or_default()
            .push((what.to_owned(), bytes));
    }

    /// Which of them begins here.
    pub fn at<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = &'a str> {
        let first: Option<[u8; 4]> = bytes.get(..4).and_then(|b| b.try_into().ok());
        let some = first
            .and_then(|first| self.all.get(&first))
            .into_iter()
            .flatten();
        some.filter(|(_, needle)| bytes.starts_with(needle))
            .map(|(what, _)| what.as_str())
    }

    /// The first two bytes of all, to pass over the rest quickly.
    pub fn starts(&self) -> Vec<bool> {
        let mut starts = vec![false; 65_536];
        for [a, b, _, _] in self.all.keys() {
            starts[usize::from(*a) << 8 | usize::from(*b)] = true;
        }
        starts
    }
}
