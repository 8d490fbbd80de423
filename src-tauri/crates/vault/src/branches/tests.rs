#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;

fn noted(seq: i64, branch: &str) -> Noted {
    Noted {
        seq,
        mac: vec![9; 32],
        branch: branch.to_owned(),
    }
}

/// Thirty entries, then a restore that began a history and left two others.
fn restored() -> (Branches, String) {
    let mut branches = Branches::default();
    branches.begin(31, &[1; 32], "seq=30 at=5 over=own left=aa,bb");
    let own = branches.current.clone();
    (branches, own)
}

#[test]
fn what_was_left_on_purpose_is_no_alarm_whatever_it_went_on_to() {
    let (branches, _) = restored();
    assert_eq!(
        judge(&branches, 40, None, &noted(80, "")),
        None,
        "the old one went on"
    );
    assert_eq!(judge(&branches, 40, Some(&[7; 32]), &noted(35, "")), None);
    for left in ["aa", "bb"] {
        assert_eq!(judge(&branches, 40, None, &noted(90, left)), None);
    }
}

#[test]
fn a_history_that_goes_on_and_is_cut_short_is_an_alarm() {
    let (branches, own) = restored();
    let missing = Some(Alarm::Missing {
        operations: 10,
        last: 40,
    });
    assert_eq!(judge(&branches, 40, None, &noted(50, &own)), missing);
    let other = Some(Alarm::Different { at: 40 });
    assert_eq!(
        judge(&branches, 40, Some(&[7; 32]), &noted(40, &own)),
        other
    );
    assert_eq!(judge(&branches, 40, Some(&[9; 32]), &noted(40, &own)), None);
}

#[test]
fn a_store_from_before_a_restore_put_back_is_an_alarm() {
    let (_, own) = restored();
    let before = Branches::default();
    assert!(judge(&before, 80, Some(&[7; 32]), &noted(50, &own)).is_some());
    assert!(judge(&before, 30, None, &noted(50, &own)).is_some());
}

#[test]
fn the_common_beginning_must_be_the_same() {
    let (branches, _) = restored();
    let other = Some(Alarm::Different { at: 20 });
    assert_eq!(judge(&branches, 40, Some(&[7; 32]), &noted(20, "")), other);
}

#[test]
fn what_a_new_history_leaves_is_named_once() {
    let (branches, own) = restored();
    let names = |list: &[&str]| list.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
    let said = branches.detail("missing 3", names(&["", "aa", &own, "dd", "cc", "dd"]));
    assert_eq!(said, "missing 3 left=cc,dd");
    assert_eq!(
        branches.detail("missing 3", names(&["", "bb"])),
        "missing 3"
    );
}
