//! Sixteen people write at once, through the table of commands: nothing is given out
//! twice and nothing is over-booked.

use proofs::desk::TestDesk;
use proofs::made::{id, issue, matter, start, visit, visitor_named};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Barrier, Mutex};

const WRITERS: usize = 16;

fn list(value: &Value) -> &Vec<Value> {
    value
        .as_array()
        .unwrap_or_else(|| panic!("no list: {value}"))
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("no text: {value}"))
        .to_owned()
}

/// Runs the same in sixteen threads that start together; answers what each gave.
fn together<T: Send>(run: impl Fn(usize) -> Vec<T> + Sync) -> Vec<T> {
    let barrier = Barrier::new(WRITERS);
    let all = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for n in 0..WRITERS {
            let (barrier, all, run) = (&barrier, &all, &run);
            scope.spawn(move || {
                barrier.wait();
                let own = run(n);
                all.lock().unwrap().extend(own);
            });
        }
    });
    all.into_inner().unwrap()
}

#[test]
fn no_number_is_given_out_twice() {
    let desk = TestDesk::training();
    let tree = desk.call("categories.list", json!({}));
    let classes: Vec<&Value> = list(&tree["rows"])
        .iter()
        .filter(|c| !c["parentId"].is_null() && c["anonymous"] == true)
        .collect();
    let numbers = together(|n| {
        let mut own = Vec::new();
        for round in 0..6 {
            let class = classes[(n + round) % 5];
            let encounter = start(&desk, "walk_in", Value::Null);
            desk.call("encounters.describe", matter(id(&encounter), class));
            let ticket = issue(&desk, &encounter["id"]);
            let feedback = desk.call("feedback.receive", json!({ "kind": "praise", "encounterId": encounter["id"], "visitorId": null, "name": "",
                "phone": "", "happenedOn": null, "about": "", "what": "好", "points": [] }));
            own.push(("encounter", text(&encounter["no"])));
            own.push(("ticket", text(&ticket["ticket"]["no"])));
            own.push(("feedback", text(&feedback["line"]["no"])));
        }
        own
    });
    assert_eq!(numbers.len(), WRITERS * 6 * 3);
    let distinct: BTreeSet<&(&str, String)> = numbers.iter().collect();
    assert_eq!(
        distinct.len(),
        numbers.len(),
        "a number was given out twice"
    );
    let board = desk.call("tickets.board", json!({ "pointId": null }));
    assert_eq!(list(&board["rows"]).len(), WRITERS * 6);
    assert_eq!(
        desk.call("session.verify_journal", json!({}))["brokenAt"],
        Value::Null
    );
}

#[test]
fn contested_rooms_are_filled_and_never_over_filled() {
    const DAY: &str = "2026-11-24";
    let desk = TestDesk::training();
    let schedules = desk.call("schedules.list", json!({}));
    let rooms: Vec<(&Value, i64)> = list(&schedules["rows"])
        .iter()
        .filter(|s| ["ecg", "ultrasound-heart"].contains(&s["code"].as_str().unwrap()))
        .map(|s| (s, s["capacity"].as_i64().unwrap()))
        .collect();
    assert_eq!(rooms.len(), 2);
    let slots: Vec<(usize, Value)> = rooms
        .iter()
        .enumerate()
        .flat_map(|(room, (schedule, _))| {
            let service = schedule["services"][0]["id"].clone();
            let free = desk.call("bookings.slots", json!({ "visitorId": null, "packageId": null, "serviceIds": [service], "from": DAY, "days": 1, "movingId": null }));
            let starts: Vec<Value> = list(&free["days"][0]["offers"]).iter().take(3).map(|s| s["start"].clone()).collect();
            let item = |start: Value| json!({ "serviceId": service, "scheduleId": schedule["id"], "day": DAY, "start": start });
            starts.into_iter().map(|start| (room, item(start))).collect::<Vec<_>>()
        })
        .collect();
    let booked = together(|n| {
        let mut own = Vec::new();
        for (room, item) in &slots {
            let name = format!("来{n}{}{}", item["scheduleId"], item["start"]);
            let mut wanted = visit(visitor_named(&desk, &name), 0, 0, DAY, "");
            wanted["items"] = json!([item]);
            match desk.answer("bookings.book", wanted) {
                Ok(made) => own.push((
                    *room,
                    text(&item["start"]),
                    text(&made.value["line"]["voucherNo"]),
                )),
                Err(problem) => assert_eq!(problem.code, "slot_full", "{problem:?}"),
            }
        }
        own
    });
    let vouchers: BTreeSet<&String> = booked.iter().map(|(_, _, no)| no).collect();
    assert_eq!(
        vouchers.len(),
        booked.len(),
        "a voucher number was given out twice"
    );
    let mut filled: BTreeMap<(usize, &str), i64> = BTreeMap::new();
    for (room, start, _) in &booked {
        *filled.entry((*room, start)).or_default() += 1;
    }
    for ((room, start), count) in &filled {
        assert!(
            *count <= rooms[*room].1,
            "{start} takes {} but got {count}",
            rooms[*room].1
        );
    }
    let day = desk.call("bookings.day", json!({ "day": DAY }));
    assert_eq!(list(&day["rows"]).len(), booked.len());
    assert!(filled.values().any(|count| *count > 0));
}

#[test]
fn one_operation_sent_by_sixteen_is_done_once() {
    let desk = TestDesk::training();
    let op_id = proofs::desk::new_op_id();
    let answers = together(|_| {
        vec![
            desk.repeat(
                &op_id,
                "encounters.start",
                json!({ "channel": "phone", "visitorId": null }),
            )
            .unwrap()
            .value,
        ]
    });
    assert!(
        answers.iter().all(|a| a["id"] == answers[0]["id"]),
        "{answers:?}"
    );
    assert!(!desk.call("ledger.today", json!({})).is_null());
}
