//! What the count of wrong secrets promises: at most five in a window, nobody
//! locked out for good, nothing that somebody typed in the file.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use std::path::PathBuf;
use vault::{Account, At, Attempts, Happened, Paused};

const MINUTE: i64 = 60_000;
const NINE: i64 = 1_795_395_600_000;

struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("attempts-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
    /// A program of its own at that moment.
    fn read(&self, now: i64) -> Attempts {
        Attempts::read(&self.0, at(now))
    }
    fn file(&self) -> PathBuf {
        self.0.join("attempts.json")
    }
    fn text(&self) -> String {
        std::fs::read_to_string(self.file()).unwrap()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A moment at which both clocks agree.
fn at(now: i64) -> At {
    At {
        wall: now,
        ticks: now,
    }
}

fn staff(no: &str) -> Account {
    Account::Staff(no.to_owned())
}

/// Fails until the account has to wait; answers how often and for how many minutes.
fn fail_until_paused(place: &Place, account: &Account, now: i64) -> (u32, i64) {
    for tries in 0.. {
        match place.read(now).begin(account.clone(), at(now)) {
            Ok(_) => assert!(tries < 100, "no pause ever comes"),
            Err(Paused { left }) => return (tries, left / MINUTE),
        }
    }
    unreachable!()
}

#[test]
fn a_thousand_attempts_with_restarts_are_five_a_window_and_the_pauses_double() {
    let place = Place::new("thousand");
    let (mut now, mut tried, mut pauses) = (NINE, 0, Vec::new());
    for _ in 0..1000 {
        // Every attempt is a program of its own, which stays open until a pause is over.
        let mut program = place.read(now);
        match program.begin(staff("1001"), at(now)) {
            Ok(_) => tried += 1,
            Err(Paused { left }) => {
                assert_eq!(tried, 5, "tries in one window");
                pauses.push(left / MINUTE);
                (now, tried) = (now + left, 0);
                program.pass(at(now));
            }
        }
    }
    assert_eq!(&pauses[..9], [10, 20, 40, 80, 160, 320, 640, 1280, 1440]);
    assert!(pauses[9..].iter().all(|p| *p == 1440), "never above a day");
    let waiting = place.read(now);
    let counted: u32 = waiting.waiting().iter().map(|w| w.count).sum();
    assert_eq!(usize::try_from(counted).unwrap(), pauses.len() * 5 + tried);
}

#[test]
fn the_right_secret_starts_afresh() {
    let place = Place::new("fresh");
    for _ in 0..4 {
        let _ = place.read(NINE).begin(staff("1001"), at(NINE)).unwrap();
    }
    let mut attempts = place.read(NINE);
    let counted = attempts.begin(staff("1001"), at(NINE)).unwrap();
    attempts.opened(&counted);
    assert_eq!(
        attempts.waiting().len(),
        4,
        "the failures before it stay known"
    );
    assert_eq!(fail_until_paused(&place, &staff("1001"), NINE), (5, 10));
}

#[test]
fn accounts_and_recovery_codes_wait_each_for_themselves_and_codes_never_for_long() {
    let place = Place::new("each");
    fail_until_paused(&place, &staff("1001"), NINE);
    for (other, minutes) in [
        (staff("1002"), 10),
        (Account::Recovery, 1),
        (Account::Unknown, 10),
    ] {
        let waits = fail_until_paused(&place, &other, NINE);
        assert_eq!(waits, (5, minutes), "{other:?}");
    }
    let mut program = place.read(NINE);
    for minute in 1..200 {
        let now = NINE + minute * MINUTE;
        for _ in 0..5 {
            let _ = program.begin(Account::Recovery, at(now)).unwrap();
        }
        let left = program.begin(Account::Recovery, at(now)).unwrap_err().left;
        assert_eq!(left, MINUTE, "the {minute}th pause");
    }
}

#[test]
fn whoever_starts_the_program_for_a_code_alone_waits_a_minute_too() {
    let place = Place::new("alone");
    fail_until_paused(&place, &Account::Recovery, NINE);
    let later = |wall: i64| Attempts::read(&place.0, At { wall, ticks: 0 });
    let at = |wall: i64| At { wall, ticks: 0 };
    let soon = NINE + MINUTE / 2;
    assert!(later(soon).begin(Account::Recovery, at(soon)).is_err());
    let then = NINE + 2 * MINUTE;
    assert!(later(then).begin(Account::Recovery, at(then)).is_ok());
}

#[test]
fn no_clock_on_the_wall_ends_a_pause() {
    let place = Place::new("clock");
    fail_until_paused(&place, &staff("1001"), NINE);
    let day = 24 * 60 * MINUTE;
    for wall in [NINE - day, NINE + day, NINE + 3650 * day] {
        // Set while the program runs, and while it was closed.
        let moved = At { wall, ticks: 0 };
        let mut program = Attempts::read(&place.0, moved);
        let left = |a: &mut Attempts, at| a.begin(staff("1001"), at).unwrap_err().left;
        assert_eq!(left(&mut program, moved), 10 * MINUTE);
        let back = At {
            wall: NINE,
            ..moved
        };
        assert_eq!(left(&mut program, back), 10 * MINUTE);
    }
    let mut program = Attempts::read(
        &place.0,
        At {
            wall: NINE,
            ticks: 7,
        },
    );
    for minute in 0..10 {
        let now = At {
            wall: NINE,
            ticks: 7 + minute * MINUTE,
        };
        let left = program.begin(staff("1001"), now).unwrap_err().left;
        assert_eq!(left, (10 - minute) * MINUTE);
    }
    let end = At {
        wall: NINE,
        ticks: 7 + 10 * MINUTE,
    };
    assert!(program.begin(staff("1001"), end).is_ok());
}

#[test]
fn what_was_served_is_kept_over_a_restart_and_a_night_counts_once_somebody_signed_in() {
    let place = Place::new("night");
    fail_until_paused(&place, &staff("1001"), NINE);
    let mut evening = place.read(NINE);
    for second in 0..200 {
        evening.pass(at(NINE + second * 1000));
    }
    drop(evening);
    let morning = NINE + 15 * 60 * MINUTE;
    let mut program = place.read(morning);
    let left = program.begin(staff("1001"), at(morning)).unwrap_err().left;
    assert_eq!(left, 7 * MINUTE, "three minutes were served and written");
    let other = program.begin(staff("1002"), at(morning)).unwrap();
    program.opened(&other);
    program.imported(100, ["1001".to_owned(), "1002".to_owned()]);
    assert!(program.begin(staff("1001"), at(morning)).is_ok());
}

#[test]
fn a_count_that_somebody_deleted_is_missed_where_a_desk_is_set_up() {
    let place = Place::new("deleted");
    assert!(
        place.read(NINE).waiting().is_empty(),
        "nothing is set up yet"
    );
    drop(Attempts::begun(&place.0, at(NINE)));
    std::fs::write(place.0.join("keys.json"), "{}").unwrap();
    assert!(place.read(NINE).waiting().is_empty());
    std::fs::remove_file(place.file()).unwrap();
    let program = place.read(NINE);
    assert_eq!(program.waiting()[0].what, Happened::Lost);
    assert_eq!(fail_until_paused(&place, &staff("1001"), NINE), (1, 10));
}

#[test]
fn a_try_that_was_never_judged_does_not_count() {
    let place = Place::new("unjudged");
    for _ in 0..20 {
        let mut attempts = place.read(NINE);
        let counted = attempts.begin(staff("1001"), at(NINE)).unwrap();
        attempts.take_back(&counted);
    }
    assert!(place.read(NINE).waiting().is_empty());
    for _ in 0..4 {
        let _ = place.read(NINE).begin(staff("1001"), at(NINE)).unwrap();
    }
    let mut attempts = place.read(NINE);
    let fifth = attempts.begin(staff("1001"), at(NINE)).unwrap();
    attempts.take_back(&fifth);
    assert!(place.read(NINE).begin(staff("1001"), at(NINE)).is_ok());
}

#[test]
fn a_process_killed_between_trying_and_judging_has_spent_a_try() {
    let place = Place::new("killed");
    let _ = place.read(NINE).begin(staff("1001"), at(NINE)).unwrap();
    let after = place.read(NINE);
    assert_eq!(after.waiting().len(), 1);
    assert_eq!(after.waiting()[0].what, Happened::Failed);
}

#[test]
fn a_damaged_file_gives_everybody_one_try_and_locks_nobody_out() {
    for (name, text) in [
        ("empty", String::new()),
        ("half", "{\"format\":1,\"series\":".to_owned()),
        ("newer", "{\"format\":2}".to_owned()),
        ("long", " ".repeat(2 << 20)),
        ("name", "{\"format\":1,\"series\":1,\"next\":1,\"accounts\":{\"李 敏\":{\"failures\":0,\"level\":0,\"from\":0,\"pause\":0}},\"waiting\":[],\"former\":[],\"head_start\":0}".to_owned()),
    ] {
        let place = Place::new(name);
        std::fs::write(place.file(), text).unwrap();
        let mut attempts = place.read(NINE);
        assert_eq!(attempts.waiting()[0].what, Happened::Lost, "{name}");
        assert!(place.0.join("attempts.damaged.json").exists(), "{name}");
        let right = attempts.begin(staff("1001"), at(NINE)).unwrap();
        drop(attempts);
        // Whoever types it wrong first waits, also after a restart.
        assert_eq!(fail_until_paused(&place, &staff("1002"), NINE), (1, 10), "{name}");
        assert_eq!(fail_until_paused(&place, &Account::Recovery, NINE), (1, 1), "{name}");
        place.read(NINE).opened(&right);
        assert_eq!(fail_until_paused(&place, &staff("1001"), NINE), (5, 10), "{name}");
    }
}

#[test]
fn a_crafted_file_pauses_nobody_for_more_than_a_day() {
    let place = Place::new("crafted");
    let far = i64::MAX;
    std::fs::write(
        place.file(),
        format!("{{\"format\":1,\"series\":1,\"next\":1,\"accounts\":{{\"1001\":{{\"failures\":4000000000,\"level\":4000000000,\"from\":{far},\"pause\":{far}}}}},\"waiting\":[],\"former\":[],\"head_start\":4000000000}}"),
    )
    .unwrap();
    let left = place
        .read(NINE)
        .begin(staff("1001"), at(NINE))
        .unwrap_err()
        .left;
    assert!(left <= 24 * 60 * MINUTE, "{left}");
    let mut program = place.read(NINE);
    assert!(program.begin(staff("1001"), at(NINE + left)).is_ok());
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_leaves_one_try_and_the_right_secret_still_opens() {
    let place = Place::new("unwritable");
    // A folder in the place of the temporary file: also the superuser cannot write it.
    std::fs::create_dir_all(place.0.join("attempts.tmp")).unwrap();
    let mut attempts = place.read(NINE);
    let right = attempts.begin(staff("1001"), at(NINE)).unwrap();
    attempts.opened(&right);
    let _ = attempts.begin(staff("1001"), at(NINE)).unwrap();
    let left = attempts.begin(staff("1001"), at(NINE)).unwrap_err().left;
    assert_eq!(left, 10 * MINUTE);
    let later = NINE + left;
    let broken = attempts.begin(staff("1001"), at(later)).unwrap();
    attempts.take_back(&broken);
    assert!(attempts.begin(staff("1001"), at(later)).is_ok());
    assert_eq!(
        attempts.waiting().len(),
        2,
        "what this process saw is not lost"
    );
}

#[test]
fn a_reset_ends_the_pause() {
    let place = Place::new("reset");
    fail_until_paused(&place, &staff("1001"), NINE);
    place.read(NINE).forgive(&staff("1001"));
    assert!(place.read(NINE).begin(staff("1001"), at(NINE)).is_ok());
}

#[test]
fn accounts_and_lines_are_bounded_and_no_failure_is_lost() {
    let place = Place::new("bounded");
    let mut attempts = place.read(NINE);
    for n in 0..1300_i64 {
        let _ = attempts
            .begin(staff(&format!("{}", 2000 + n)), at(NINE + n))
            .unwrap();
    }
    let again = place.read(NINE);
    assert_eq!(again.waiting().len(), 1000);
    assert_eq!(again.waiting().iter().map(|w| w.count).sum::<u32>(), 1300);
    let accounts: serde_json::Value = serde_json::from_str(&place.text()).unwrap();
    assert_eq!(accounts["accounts"].as_object().unwrap().len(), 200);
    assert!(
        accounts["accounts"].get("3299").is_some(),
        "the newest stay"
    );
}

#[test]
fn numbers_grow_and_what_the_journal_holds_goes() {
    let place = Place::new("numbers");
    let mut attempts = place.read(NINE);
    for _ in 0..3 {
        let _ = attempts.begin(staff("1001"), at(NINE)).unwrap();
    }
    let numbers: Vec<i64> = attempts.waiting().iter().map(|w| w.number).collect();
    assert_eq!(numbers, [1, 2, 3]);
    attempts.imported(2, ["1001".to_owned(), "1009".to_owned()]);
    let mut again = place.read(NINE);
    assert_eq!(again.waiting().len(), 1);
    assert!(again.knew("1009") && !again.knew("1010"));
    again.imported(3, ["1001".to_owned()]);
    let _ = again.begin(staff("1002"), at(NINE)).unwrap();
    assert_eq!(
        again.waiting()[0].number,
        4,
        "a number is never given twice"
    );
}
