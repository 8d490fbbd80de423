#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
use super::*;
use proptest::prelude::*;

fn file(lies: Lies, seq: u64, digest: &str, opened: bool) -> Candidate {
    Candidate {
        lies,
        seq,
        digest: digest.to_owned(),
        opened,
    }
}

fn note(seq: u64, digest: &str) -> InForce {
    InForce {
        seq,
        digest: digest.to_owned(),
        slots: Vec::new(),
    }
}

#[test]
fn a_slot_of_a_file_that_was_left_is_another_one_under_the_same_number() {
    let slot = |id: u32, salt: &str| Slot {
        id,
        kind: crate::slots::Kind::Recovery,
        account: "A".to_owned(),
        epoch: 1,
        alg: String::new(),
        m: 0,
        t: 0,
        p: 0,
        salt: salt.to_owned(),
        nonce: String::new(),
        wrapped: String::new(),
    };
    let mine = slot(4, "00112233445566778899aabbccddeeff");
    let known = Known::of(&mine);
    assert!(known.is(&mine));
    assert!(!known.is(&slot(4, "ff112233445566778899aabbccddeeff")));
    assert!(!known.is(&slot(5, &mine.salt)));
    let written = format!("{}-{}", known.id, known.salt);
    assert_eq!(Known::read(&written).unwrap(), known);
    // Versions before this one noted the number only.
    assert!(Known::read("4").unwrap().is(&mine));
    assert!(Known::read("x-00").is_none());
}

#[test]
fn a_change_that_was_committed_is_finished_and_one_that_was_not_is_taken_back() {
    let found = |opened: bool, next: bool| {
        [
            file(Lies::Current, 4, "old", opened),
            file(Lies::Next, 5, "new", next),
        ]
    };
    let by = By::Password;
    let after = note(5, "new");
    let chosen = choose(&found(false, true), Some(&after), 4, by);
    assert_eq!(chosen.unwrap(), Choice::This(1), "the new password");
    let chosen = choose(&found(true, false), Some(&after), 4, by);
    assert_eq!(
        chosen.unwrap(),
        Choice::Closed(1),
        "the old one opens it no more"
    );
    let before = note(4, "old");
    let chosen = choose(&found(true, false), Some(&before), 4, by);
    assert_eq!(chosen.unwrap(), Choice::This(0));
    let chosen = choose(&found(false, true), Some(&before), 4, by);
    assert_eq!(chosen.unwrap(), Choice::Closed(0), "never was in force");
}

#[test]
fn an_earlier_file_opens_with_a_printed_code_only() {
    let found = [file(Lies::Current, 4, "old", true)];
    for (noted, outside) in [
        (Some(note(6, "new")), 6),
        (Some(note(4, "old")), 6),
        (None, 6),
    ] {
        let chosen = choose(&found, noted.as_ref(), outside, By::Password);
        assert!(matches!(chosen, Err(Error::OldKeys)), "{noted:?}");
        let chosen = choose(&found, noted.as_ref(), outside, By::Code);
        assert_eq!(chosen.unwrap(), Choice::Older(0), "{noted:?}");
    }
}

#[test]
fn a_later_file_is_a_change_that_could_not_be_noted() {
    let found = [file(Lies::Current, 7, "later", true)];
    let chosen = choose(&found, Some(&note(6, "x")), 6, By::Password);
    assert_eq!(chosen.unwrap(), Choice::This(0));
}

#[test]
fn a_folder_of_an_earlier_version_notes_nothing_and_opens() {
    let found = [
        file(Lies::Current, 3, "now", true),
        file(Lies::Copy, 2, "before", true),
    ];
    let chosen = choose(&found, None, 0, By::Password);
    assert_eq!(chosen.unwrap(), Choice::This(0));
}

proptest! {
    /// From the issue: an older one opens only with a printed code; a secret that opens no
    /// file opens nothing; what the database notes counts before everything else.
    #[test]
    fn whatever_lies_there(
        files in prop::collection::vec((0_u64..6, 0_u8..3, any::<bool>()), 0..3),
        noted in prop::option::of((0_u64..6, 0_u8..3)),
        outside in 0_u64..6,
        code in any::<bool>(),
    ) {
        let places = [Lies::Current, Lies::Next, Lies::Copy];
        let found: Vec<Candidate> = files.iter().zip(places)
            .map(|((seq, digest, opened), lies)| file(lies, *seq, &digest.to_string(), *opened))
            .collect();
        let noted = noted.map(|(seq, digest)| note(seq, &digest.to_string()));
        let by = if code { By::Code } else { By::Password };
        let newest = noted.as_ref().map_or(0, |n| n.seq).max(outside);
        match choose(&found, noted.as_ref(), outside, by) {
            Ok(Choice::This(index)) => {
                prop_assert!(found[index].opened);
                prop_assert!(found[index].seq >= newest);
                if found[index].lies == Lies::Next {
                    let n = noted.unwrap();
                    prop_assert_eq!((n.seq, &n.digest), (found[index].seq, &found[index].digest));
                }
            }
            Ok(Choice::Older(index)) => prop_assert!(code && found[index].opened),
            Ok(Choice::Closed(index)) => prop_assert!(!found[index].opened),
            Ok(Choice::None) => prop_assert!(found.iter().all(|c| !c.opened || c.lies == Lies::Next)),
            Err(_) => prop_assert!(!code && found.iter().any(|c| c.opened)),
        }
    }
}
