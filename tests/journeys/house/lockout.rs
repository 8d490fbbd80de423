//! Wrong secrets: at most five in a window whatever is restarted, and the journal
//! holds each of them once.

use proofs::desk::{PASSWORD, TestDesk, handed, typed_back};
use proofs::made::staff;
use serde_json::{Value, json};

const WRONG: &str = "falsch falsch";

fn fails(desk: &TestDesk, no: &str) -> String {
    desk.sign_in(no, WRONG).unwrap_err().code
}

/// What the journal says about failures: whose, and what.
fn failures(desk: &TestDesk) -> Vec<(i64, String)> {
    let page = desk.call("journal.list", json!({ "object": "staff" }));
    let rows = page["rows"].as_array().unwrap().iter();
    rows.filter(|row| row["action"] == "session.sign_in_failed")
        .map(|row| {
            assert_eq!(row["actorNo"], "", "nobody was signed in");
            let detail = row["detail"].as_str().unwrap().to_owned();
            (row["objectId"].as_i64().unwrap(), detail)
        })
        .collect()
}

fn count(detail: &str) -> i64 {
    let mut words = detail.split(' ').skip_while(|word| *word != "count");
    words.nth(1).unwrap().parse().unwrap()
}

fn all(failures: &[(i64, String)]) -> i64 {
    failures.iter().map(|(_, detail)| count(detail)).sum()
}

#[test]
fn a_thousand_attempts_with_restarts_are_five_a_window_and_all_reach_the_journal() {
    let mut desk = TestDesk::training();
    let (mut tried, mut in_window, mut windows) = (0, 0, Vec::new());
    for _ in 0..1000 {
        desk.reopen();
        let refused = desk.sign_in("1001", WRONG).unwrap_err();
        if refused.code == "sign_in_failed" {
            tried += 1;
            in_window += 1;
            assert!(in_window <= 5, "a sixth try in one window");
        } else {
            assert_eq!(refused.code, "sign_in_paused");
            if in_window > 0 {
                windows.push(refused.params["minutes"].as_i64().unwrap());
                in_window = 0;
            }
        }
        desk.pass_minutes(2);
        desk.gateway().tick();
    }
    assert_eq!(
        windows[..5],
        [9, 19, 39, 79, 159],
        "two minutes have passed"
    );
    assert_eq!(tried, 5 * i64::try_from(windows.len()).unwrap() + in_window);
    desk.pass_minutes(24 * 60);
    desk.gateway().tick();
    desk.as_staff("1001");
    let found = failures(&desk);
    assert_eq!(found.len(), 1, "one entry for the account");
    assert_eq!(
        (found[0].0, count(&found[0].1)),
        (staff(&desk, "1001"), tried)
    );
    assert!(
        found[0].1.contains("first 2026-11-23T09:00"),
        "{}",
        found[0].1
    );
}

#[test]
fn five_wrong_passwords_make_the_account_wait_also_after_a_restart() {
    let mut desk = TestDesk::training();
    for _ in 0..5 {
        assert_eq!(fails(&desk, "1001"), "sign_in_failed");
    }
    desk.reopen();
    let waits = desk.sign_in("1001", PASSWORD).unwrap_err();
    assert_eq!(
        (waits.code.as_str(), &waits.params["minutes"]),
        ("sign_in_paused", &json!(11))
    );
    desk.as_staff("1002");
    desk.pass_minutes(10).as_staff("1001");
    for _ in 0..4 {
        assert_eq!(fails(&desk, "1001"), "sign_in_failed");
    }
    assert!(desk.sign_in("1001", PASSWORD).is_ok(), "it started afresh");
}

#[test]
fn a_kill_between_the_journal_and_the_file_doubles_nothing() {
    let mut desk = TestDesk::training();
    for no in ["1001", "1002", "1001"] {
        fails(&desk, no);
    }
    desk.reopen();
    let file = desk.data().join("attempts.json");
    let before = std::fs::read(&file).unwrap();
    desk.as_staff("1001");
    assert_eq!(all(&failures(&desk)), 3);
    // As if the process had ended after the commit: the file still holds all three.
    desk.reopen();
    std::fs::write(&file, before).unwrap();
    desk.as_staff("1001");
    assert_eq!(all(&failures(&desk)), 3);
    fails(&desk, "1002");
    desk.as_staff("1001");
    assert_eq!(all(&failures(&desk)), 4, "what came later is not lost");
}

#[test]
fn what_was_typed_as_a_number_is_kept_nowhere() {
    let desk = TestDesk::training();
    assert_eq!(fails(&desk, "SecretInTheWrongField"), "sign_in_failed");
    assert_eq!(fails(&desk, "hunter2"), "sign_in_failed");
    let file = std::fs::read_to_string(desk.data().join("attempts.json")).unwrap();
    assert!(
        !file.contains("Secret") && !file.contains("hunter"),
        "{file}"
    );
    desk.as_staff("1001");
    let found = failures(&desk);
    assert_eq!(found.len(), 1);
    assert!(
        found[0].1.starts_with("unknown_account count 2"),
        "{}",
        found[0].1
    );
    assert_eq!(found[0].0, 0);
    for _ in 0..5 {
        fails(&desk, "9999");
    }
    assert_eq!(
        fails(&desk, "8888"),
        "sign_in_paused",
        "guessing numbers waits too"
    );
    assert!(desk.sign_in("1002", PASSWORD).is_ok());
}

#[test]
fn who_was_deactivated_and_tries_is_named_in_the_journal() {
    let desk = TestDesk::training();
    let id = staff(&desk, "1003");
    desk.call("staff.deactivate", json!({ "id": id, "reason": "离职" }));
    assert_eq!(
        desk.sign_in("1003", PASSWORD).unwrap_err().code,
        "sign_in_failed"
    );
    desk.as_staff("1001");
    let found = failures(&desk);
    assert_eq!((found.len(), found[0].0, count(&found[0].1)), (1, id, 1));
}

#[test]
fn recovery_codes_wait_for_themselves() {
    let desk = TestDesk::training();
    let try_code = || {
        let input = json!({ "code": "00007-0000E-0000N-0000W-00004-0000B-0000J", "no": "1001", "password": "neuer 7 Kiefer Turm" });
        desk.refused("session.recover", input).code
    };
    for _ in 0..5 {
        assert_eq!(try_code(), "recovery_wrong");
    }
    assert_eq!(try_code(), "sign_in_paused");
    desk.as_staff("1001");
    assert!(failures(&desk)[0].1.starts_with("recovery_code count 5"));
}

#[test]
fn asking_for_the_own_password_inside_counts_like_the_door() {
    let desk = TestDesk::training();
    let change = json!({ "current": WRONG, "next": "eigen 9 wörter Baum" });
    for _ in 0..5 {
        let refused = desk.refused("staff.change_password", change.clone());
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("password_wrong", Some("current"))
        );
    }
    assert_eq!(
        desk.refused("staff.change_password", change).code,
        "sign_in_paused"
    );
    assert_eq!(fails(&desk, "1001"), "sign_in_paused");
    desk.pass_minutes(11).as_staff("1001");
}

#[test]
fn a_reset_ends_the_pause_of_whoever_forgot() {
    let desk = TestDesk::training();
    let id = staff(&desk, "1002");
    for _ in 0..6 {
        fails(&desk, "1002");
    }
    desk.as_staff("1001");
    let answer = desk.call(
        "staff.reset_password",
        json!({ "id": id, "reason": "忘记密码" }),
    );
    assert!(desk.sign_in("1002", &handed(&answer)).is_ok());
}

#[test]
fn a_damaged_count_is_said_in_the_journal_and_locks_nobody_out() {
    let mut desk = TestDesk::training();
    desk.reopen();
    let file = desk.data().join("attempts.json");
    std::fs::write(&file, "{ damaged").unwrap();
    assert_eq!(fails(&desk, "1002"), "sign_in_failed");
    assert_eq!(fails(&desk, "1002"), "sign_in_paused", "one try, not five");
    desk.as_staff("1001");
    let page = desk.call("journal.list", json!({ "object": "staff" }));
    let lost = |row: &&Value| row["action"] == "session.count_lost";
    assert_eq!(
        page["rows"].as_array().unwrap().iter().filter(lost).count(),
        1
    );
    assert!(desk.data().join("attempts.damaged.json").exists());
}

#[test]
fn thirty_five_wrong_secrets_keep_no_printed_code_out_and_no_clock_lets_anybody_in() {
    let mut desk = TestDesk::training();
    let made = desk.call("keys.renew_codes", json!({ "password": PASSWORD }));
    desk.call("setup.confirm", typed_back(&made));
    let codes = &made["codes"];
    for no in ["1001", "1002", "1003", "1004", "9999"] {
        for _ in 0..6 {
            fails(&desk, no);
        }
    }
    let wrong = json!({ "code": "00007-0000E-0000N-0000W-00004-0000B-0000J", "no": "1001", "password": "neuer 7 Kiefer Turm" });
    for _ in 0..6 {
        desk.refused("session.recover", wrong.clone());
    }
    let right = json!({ "code": codes[0], "no": "1001", "password": "neuer 7 Kiefer Turm" });
    assert_eq!(
        desk.refused("session.recover", right.clone()).code,
        "sign_in_paused"
    );
    let now = desk.machine().at();
    desk.machine().set_wall(now + 400 * 24 * 60 * 60_000);
    assert_eq!(
        fails(&desk, "1002"),
        "sign_in_paused",
        "moved while it runs"
    );
    desk.reopen();
    assert_eq!(
        fails(&desk, "1002"),
        "sign_in_paused",
        "and while it was closed"
    );
    desk.machine().set_wall(now);
    desk.pass_minutes(1);
    desk.call("session.recover", right);
}

#[test]
fn a_deleted_count_is_said_in_the_journal() {
    let mut desk = TestDesk::training();
    for _ in 0..3 {
        fails(&desk, "1002");
    }
    desk.reopen();
    std::fs::remove_file(desk.data().join("attempts.json")).unwrap();
    desk.as_staff("1001");
    let page = desk.call("journal.list", json!({ "object": "staff" }));
    let lost = |row: &&Value| row["action"] == "session.count_lost";
    assert_eq!(
        page["rows"].as_array().unwrap().iter().filter(lost).count(),
        1
    );
}
