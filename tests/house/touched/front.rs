//! The front of the house: people, the queue, advice, bookings, feedback.

use super::Watched;
use proofs::made::{closing, feedback, here, id, leaf, matter, needs, person, place, slot, visit};
use serde_json::{Value, json};

/// One visitor with an encounter, from the first word to the end.
pub(super) fn reception(w: &mut Watched) -> i64 {
    w.play("drafts.save", json!({ "key": "visit", "body": "x" }));
    w.play("drafts.clear", json!({ "key": "visit" }));
    let who = registered(w);
    let talk = begun(w);
    w.play(
        "encounters.identify",
        json!({ "id": talk, "visitorId": who }),
    );
    told(w, talk);
    corrected(w, who);
    let close = json!({ "id": talk, "outcome": "declined", "note": "", "rating": 5 });
    w.play("encounters.close", close);
    w.play(
        "encounters.reopen",
        json!({ "id": talk, "reason": "录错了" }),
    );
    who
}

fn registered(w: &mut Watched) -> i64 {
    let who = id(&w.play("visitors.register", person().input()));
    let one = json!({ "id": who });
    w.watch("visitors.read", here(who));
    w.watch("encounters.of_visitor", one.clone());
    w.watch("bookings.of_visitor", one);
    w.watch(
        "visitors.likely_same",
        json!({ "id": null, "name": "单秀英", "phone": "15400001111", "bornOn": null, "idNumber": "" }),
    );
    w.play(
        "visitors.consent",
        json!({ "id": who, "scope": "health", "manner": "signed" }),
    );
    who
}

fn begun(w: &mut Watched) -> i64 {
    let start = json!({ "channel": "walk_in", "visitorId": null });
    let talk = id(&w.play("encounters.start", start));
    let it = json!({ "id": talk });
    w.watch("encounters.read", it.clone());
    w.watch("encounters.suggested_outcome", it.clone());
    w.watch("feedback.of_encounter", it.clone());
    w.watch("bookings.of_encounter", it);
    for read in [
        "assessments.read",
        "proposals.list",
        "proposals.accepted",
        "tickets.of_encounter",
    ] {
        w.watch(read, json!({ "encounterId": talk }));
    }
    talk
}

/// What was said, answered and promised.
fn told(w: &mut Watched, talk: i64) {
    let it = json!({ "id": talk });
    let told = matter(talk, &leaf(&w.desk, "report_reading"));
    w.play("encounters.describe", told);
    w.play(
        "encounters.answer",
        json!({ "id": talk, "question": "几点", "nature": "procedure", "analysis": "", "answer": "八点" }),
    );
    w.play("encounters.read_back", it.clone());
    w.play("encounters.ask_escort", it.clone());
    w.play("encounters.finish_escort", it);
    let due = w.desk.machine().at() + 3_600_000;
    let said = w.play(
        "encounters.promise",
        json!({ "id": talk, "what": "回电", "dueAt": due }),
    );
    let promise = id(&said["promises"][0]);
    w.play(
        "encounters.keep_promise",
        json!({ "id": promise, "result": "已回" }),
    );
}

fn corrected(w: &mut Watched, who: i64) {
    let mut corrected = person().form();
    corrected["name"] = json!("单秀瑛");
    corrected["phone"] = json!("15400002222");
    let groups = w.desk.call("visitors.groups", json!({}));
    corrected["groups"] = json!([groups["rows"][0]["code"]]);
    w.play(
        "visitors.correct",
        json!({ "id": who, "visitor": corrected }),
    );
    w.play(
        "visitors.reveal",
        json!({ "id": who, "what": "phone", "reason": "call_back", "words": "" }),
    );
}

/// Somebody who waits, at a point if one is named: their line of the queue.
fn waiting(w: &mut Watched, point: &Value) -> Value {
    let who = id(&w.play("visitors.register", person().input()));
    let start = json!({ "channel": "walk_in", "visitorId": who });
    let talk = id(&w.play("encounters.start", start));
    let told = matter(talk, &leaf(&w.desk, "report_reading"));
    w.play("encounters.describe", told);
    let issue = json!({ "encounterId": talk, "pointId": point, "language": "zh" });
    let line = w.play("tickets.issue", issue)["ticket"].clone();
    w.watch("tickets.why", json!({ "id": line["id"] }));
    w.watch("tickets.of_encounter", json!({ "encounterId": talk }));
    w.watch("encounters.read", json!({ "id": talk }));
    line
}

/// The encounter of a ticket turns out to be with somebody else.
fn mistaken(w: &mut Watched, line: &Value) {
    let other = id(&w.play("visitors.register", person().input()));
    let whom = json!({ "id": line["encounterId"], "visitorId": other, "reason": "选错" });
    w.play("encounters.correct_visitor", whom);
}

pub(super) fn queue(w: &mut Watched) {
    let first = waiting(w, &Value::Null);
    let here = first["pointId"].clone();
    let (second, third) = (waiting(w, &here), waiting(w, &here));
    let of = |line: &Value| json!({ "id": line["id"] });
    w.play(
        "tickets.print",
        json!({ "id": first["id"], "language": "zh" }),
    );
    for language in ["en", "zh"] {
        let speak = json!({ "id": third["id"], "language": language });
        w.play("tickets.speak", speak);
    }
    mistaken(w, &third);
    w.play(
        "tickets.move",
        json!({ "id": third["id"], "beside": second["id"], "spot": "before", "reason": "行动不便" }),
    );
    w.play("tickets.take_alarm", of(&first));
    w.play("points.open", json!({ "id": here }));
    w.play("tickets.call_next", json!({}));
    w.play("tickets.undo", json!({}));
    w.play("tickets.call", of(&third));
    w.play("tickets.start", of(&third));
    w.play("tickets.finish", of(&third));
    w.play("tickets.call", of(&first));
    w.play("tickets.no_show", of(&first));
    w.play("points.close", json!({}));
    let points = w.desk.call("points.list", json!({}));
    let rows = points["rows"].as_array().unwrap();
    let other = id(rows.iter().find(|row| row["id"] != here).unwrap());
    w.play("points.open", json!({ "id": other }));
    w.play(
        "tickets.transfer",
        json!({ "id": second["id"], "pointId": other, "note": "" }),
    );
    w.play("tickets.leave", json!({ "id": second["id"], "reason": "" }));
    w.play("points.close", json!({}));
}

pub(super) fn advice(w: &mut Watched, who: i64) {
    let start = json!({ "channel": "phone", "visitorId": who });
    let talk = id(&w.play("encounters.start", start));
    let of = json!({ "encounterId": talk });
    for read in [
        "assessments.read",
        "proposals.list",
        "proposals.accepted",
        "proposals.reach",
    ] {
        w.watch(read, of.clone());
    }
    let mut needs = needs();
    needs["concerns"] = json!(["bone", "cardiovascular"]);
    needs["done"] = json!([{ "month": "2026-05", "serviceId": 1 }]);
    let input = json!({ "encounterId": talk, "needs": needs });
    w.play("assessments.save", input.clone());
    let made = w.play("proposals.make", input.clone());
    let ids = json!({ "proposalIds": [made["proposals"][0]["id"]] });
    w.play("proposals.consider", ids);
    let choice =
        json!({ "proposalId": made["proposals"][0]["id"], "choice": "accepted", "reason": "" });
    w.play("proposals.choose", choice);
    w.play("proposals.make", input);
    w.play(
        "proposals.decline_all",
        json!({ "encounterId": talk, "reason": "再想想" }),
    );
    w.play("encounters.close", closing(&json!(talk), "declined"));
}

pub(super) fn bookings(w: &mut Watched, who: i64) {
    let at = |start: &str| {
        let mut visit = slot(&w.desk, start);
        visit["visitorId"] = json!(who);
        visit
    };
    // Asking for a slot registers somebody: nobody's write that is played.
    let (first, moved, mut later) = (at("08:30"), at("09:30"), at("10:30"));
    w.watch(
        "bookings.slots",
        json!({ "visitorId": who, "packageId": null, "serviceIds": [first["items"][0]["serviceId"]],
            "from": "2026-11-24", "days": 3, "movingId": null }),
    );
    let made = w.play("bookings.book", first);
    let line = made["line"].clone();
    w.watch("bookings.read", json!({ "id": line["id"] }));
    w.watch("vouchers.read", json!({ "id": line["voucherId"] }));
    w.watch("vouchers.verify", json!({ "scan": line["voucherNo"] }));
    let mut paper = json!({ "id": line["voucherId"], "paper": "a4", "language": "zh" });
    w.watch("vouchers.preview", paper.clone());
    w.play("vouchers.save", paper.clone());
    paper["printer"] = Value::Null;
    w.play("vouchers.print", paper);
    let moved = json!({ "id": line["id"], "reason": "改时间", "booking": moved });
    let moved = w.play("bookings.reschedule", moved)["line"]["id"].clone();
    w.play(
        "bookings.cancel",
        json!({ "id": moved, "reason": "不来了" }),
    );
    let mut both = slot(&w.desk, "11:00");
    both["visitorId"] = json!(who);
    let (bones, bone) = place(&w.desk, "bone-density");
    let second = visit(who, bone, bones, "2026-11-25", "09:00");
    both["items"]
        .as_array_mut()
        .unwrap()
        .push(second["items"][0].clone());
    w.play("bookings.book_visits", both);
    // The same once more in the week is meant.
    later["again"] = json!(true);
    let kept = w.play("bookings.book", later)["line"]["id"].clone();
    w.watch("bookings.read", json!({ "id": kept }));
    w.desk.set_clock("2026-11-24 10:40").as_staff("1001");
    w.last = w.ask();
    let kept = json!({ "id": kept });
    w.play(
        "bookings.check_in",
        json!({ "scan": null, "id": kept["id"] }),
    );
    w.play("bookings.undo_check_in", kept.clone());
    w.play("bookings.no_show", kept.clone());
    w.play(
        "bookings.check_in",
        json!({ "scan": null, "id": kept["id"] }),
    );
    w.play("bookings.complete", kept);
}

pub(super) fn quality(w: &mut Watched, who: i64) {
    let mut said = feedback(&w.desk);
    said["visitorId"] = json!(who);
    said["phone"] = json!("15400003333");
    w.last = w.ask();
    let it = w.play("feedback.receive", said)["line"]["id"].clone();
    w.watch("feedback.read", json!({ "id": it }));
    let telling = json!({ "how": "in_person", "reply": "好", "adoption": null, "why": "",
        "apology": "抱歉", "measure": "加人", "result": "已改" });
    w.play("feedback.take", json!({ "id": it, "note": "" }));
    w.play(
        "feedback.handle",
        json!({ "id": it, "done": ["已核实"], "note": "" }),
    );
    w.play("feedback.tell", json!({ "id": it, "telling": telling }));
    w.play(
        "feedback.rate",
        json!({ "id": it, "asked": "rated", "rating": 5, "note": "" }),
    );
    w.play(
        "feedback.reveal",
        json!({ "id": it, "reason": "call_back", "words": "" }),
    );
    w.play("feedback.close", json!({ "id": it, "note": "" }));
}
