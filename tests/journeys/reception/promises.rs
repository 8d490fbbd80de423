//! What is promised is due while somebody is there to keep it.

use proofs::desk::{TestDesk, moment};
use proofs::made::encounter;
use serde_json::{Value, json};

fn promise(desk: &TestDesk, id: i64, due: i64) -> Result<(), String> {
    let input = json!({ "id": id, "what": "回电", "dueAt": due });
    let answer = desk.answer("encounters.promise", input);
    answer.map(|_| ()).map_err(|problem| problem.code)
}

/// The test desk works Monday to Saturday from 7:30 to 17:00, with lunch from 12:00 to 13:30.
#[test]
fn nothing_is_promised_for_when_nobody_is_there() {
    let desk = TestDesk::training();
    let id = encounter(&desk);
    let closed = json!({ "id": id, "what": "回电", "dueAt": moment("2026-11-29 03:00") });
    let facts = desk.refuses(
        "encounters.promise",
        closed,
        "promise_closed",
        Some("dueAt"),
    );
    assert_eq!(facts["day"], "2026-11-29");
    for (at, open) in [
        ("2026-11-24 07:29", false),
        ("2026-11-24 07:30", true),
        ("2026-11-24 12:00", true),
        ("2026-11-24 12:30", false),
        ("2026-11-24 13:30", true),
        ("2026-11-24 17:00", true),
        ("2026-11-24 17:01", false),
        ("2026-11-28 16:00", true),
        ("2026-11-29 10:00", false),
    ] {
        let wanted = match open {
            true => Ok(()),
            false => Err("promise_closed".to_owned()),
        };
        assert_eq!(promise(&desk, id, moment(at)), wanted, "{at}");
    }
    desk.as_staff("1001");
    let off = json!({ "day": "2026-11-24", "kind": "closed", "name": "院庆" });
    desk.call("institution.mark_day", off);
    let closed = Err("promise_closed".to_owned());
    assert_eq!(promise(&desk, id, moment("2026-11-24 10:00")), closed);
}

#[test]
fn every_time_that_is_offered_can_be_promised() {
    let desk = TestDesk::training();
    for (clock, wanted) in [
        (
            "2026-11-23 09:00",
            vec!["half_hour", "today", "morning", "afternoon", "third_day"],
        ),
        (
            "2026-11-23 11:45",
            vec!["today", "morning", "afternoon", "third_day"],
        ),
        (
            "2026-11-28 16:50",
            vec!["morning", "afternoon", "third_day"],
        ),
        (
            "2026-11-29 03:00",
            vec!["morning", "afternoon", "third_day"],
        ),
    ] {
        desk.set_clock(clock).as_staff("1002");
        let id = encounter(&desk);
        let times = desk.call("encounters.promise_times", json!({}));
        let rows = times["rows"].as_array().unwrap();
        let names: Vec<&Value> = rows.iter().map(|row| &row["time"]).collect();
        assert_eq!(names, wanted, "{clock}");
        for row in rows {
            let due = row["dueAt"].as_i64().unwrap();
            assert_eq!(promise(&desk, id, due), Ok(()), "{clock} {row}");
        }
    }
}
