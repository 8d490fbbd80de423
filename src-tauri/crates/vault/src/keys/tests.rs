use super::{Entropy, MasterKey, same};

/// No dice at all: one byte, again and again.
pub(crate) struct Same(pub u8);

impl Entropy for Same {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(self.0);
    }
}

#[test]
fn a_key_that_is_logged_shows_its_epoch_only() {
    let key = MasterKey::random(&Same(7), 3);
    assert_eq!(format!("{key:?}"), "MasterKey(***, epoch 3)");
}

#[test]
fn every_difference_and_every_length_counts() {
    assert!(same(b"abc", b"abc") && same(b"", b""));
    for other in [&b"abd"[..], b"bac", b"xbc", b"ab", b"abca", b""] {
        assert!(!same(b"abc", other) && !same(other, b"abc"));
    }
}
