//! Feedback from the first word to its end (R 6.1, 6.3).

use proofs::desk::TestDesk;
use serde_json::{Value, json};

fn heard(kind: &str) -> Value {
    json!({
        "kind": kind, "encounterId": null, "visitorId": null, "name": "赵女士", "phone": "13812345678",
        "happenedOn": "2026-11-20", "about": "抽血窗口", "what": "等了一小时，没人解释",
        "points": ["等候太久", "没人解释"]
    })
}

#[test]
fn a_complaint_closes_only_after_everything_was_done_told_and_asked() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let id = taken_down(&desk);
    desk.as_staff("1004");
    handled(&desk, id);
    desk.as_staff("1002");
    told(&desk, id);
    desk.as_staff("1004");
    rated(&desk, id);
    let closed = desk.call("feedback.close", json!({ "id": id, "note": "" }));
    assert_eq!(
        (&closed["line"]["state"], &closed["next"]),
        (&json!("closed"), &json!([]))
    );
    let steps: Vec<&str> = closed["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["step"].as_str().unwrap())
        .collect();
    assert_eq!(
        steps,
        ["receive", "take", "handle", "tell", "rate", "close"]
    );
}

/// A receptionist takes it down; handling is somebody else's right.
fn taken_down(desk: &TestDesk) -> i64 {
    let seen = desk.call("feedback.receive", heard("complaint"));
    let id = seen["line"]["id"].as_i64().unwrap();
    assert_eq!(seen["line"]["no"], "F20261123-001");
    assert_eq!(
        (&seen["line"]["state"], &seen["line"]["due"]),
        (&json!("received"), &json!("fine"))
    );
    assert_eq!(
        (seen["phone"].as_str(), seen["name"].as_str()),
        (Some("138****5678"), Some("赵女士"))
    );
    assert_eq!(seen["next"], json!([]));
    let take = json!({ "id": id, "note": "" });
    assert_eq!(desk.refused("feedback.take", take).code, "no_right");
    id
}

/// Every point that was heard has something that was done.
fn handled(desk: &TestDesk, id: i64) {
    let take = json!({ "id": id, "note": "" });
    assert_eq!(
        desk.refused("feedback.close", take.clone()).code,
        "wrong_state"
    );
    assert_eq!(
        desk.call("feedback.take", take)["line"]["handlerNo"],
        "1004"
    );
    let half = json!({ "id": id, "done": ["加派一名采血护士"], "note": "" });
    assert_eq!(
        desk.refused("feedback.handle", half).field.as_deref(),
        Some("done.1")
    );
    let done =
        json!({ "id": id, "done": ["加派一名采血护士", "窗口每十分钟报一次等候"], "note": "" });
    assert_eq!(
        desk.call("feedback.handle", done)["line"]["state"],
        "handled"
    );
}

fn told(desk: &TestDesk, id: i64) {
    let mut telling = json!({ "how": "phone", "reply": "可以接受", "apology": "对不起让您久等", "measure": "加派一人", "result": "" });
    let refused = desk.refused("feedback.tell", json!({ "id": id, "telling": telling }));
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("empty", Some("result"))
    );
    telling["result"] = json!("等候已缩短到二十分钟");
    assert_eq!(
        desk.call("feedback.tell", json!({ "id": id, "telling": telling }))["line"]["due"],
        "met"
    );
}

/// Nothing closes before the person was asked how content they are.
fn rated(desk: &TestDesk, id: i64) {
    assert_eq!(
        desk.refused("feedback.close", json!({ "id": id, "note": "" }))
            .code,
        "satisfaction_missing"
    );
    let rate = |n: i64| json!({ "id": id, "asked": "rated", "rating": n, "note": "" });
    assert_eq!(
        desk.refused("feedback.rate", rate(6)).field.as_deref(),
        Some("rating")
    );
    desk.call("feedback.rate", rate(4));
}

#[test]
fn whoever_was_not_content_is_heard_again_before_it_closes() {
    let desk = TestDesk::training();
    let id = desk.call("feedback.receive", heard("praise"))["line"]["id"]
        .as_i64()
        .unwrap();
    let note = json!({ "id": id, "note": "" });
    let round = || {
        desk.call("feedback.take", note.clone());
        desk.call(
            "feedback.handle",
            json!({ "id": id, "done": ["已转达", "已转达"], "note": "" }),
        );
        desk.call(
            "feedback.tell",
            json!({ "id": id, "telling": { "how": "in_person", "reply": "好" } }),
        );
    };
    round();
    desk.call(
        "feedback.rate",
        json!({ "id": id, "asked": "rated", "rating": 1, "note": "没说到点上" }),
    );
    round();
    // The rating of the first round does not close the second.
    assert_eq!(
        desk.refused("feedback.close", note.clone()).code,
        "satisfaction_missing"
    );
    desk.call(
        "feedback.rate",
        json!({ "id": id, "asked": "declined", "rating": null, "note": "" }),
    );
    assert_eq!(desk.call("feedback.close", note)["line"]["state"], "closed");
}

#[test]
fn late_feedback_comes_first_and_lists_are_masked() {
    let desk = TestDesk::training();
    desk.set_clock("2026-11-23 10:00");
    desk.call("feedback.receive", heard("suggestion"));
    desk.call("feedback.receive", heard("complaint"));
    // A complaint of Monday is due on the fifth working day after it.
    desk.set_clock("2026-12-02 10:00");
    let list = |filter: &str| desk.call("feedback.list", json!({ "filter": filter, "kind": null }));
    let late = list("late");
    assert_eq!(
        (late["total"].as_i64(), &late["rows"][0]["kind"]),
        (Some(1), &json!("complaint"))
    );
    let open = list("open");
    assert_eq!(
        (&open["rows"][0]["due"], &open["rows"][1]["kind"]),
        (&json!("late"), &json!("suggestion"))
    );
    assert_eq!(open["rows"][0]["name"], "赵*士");
    assert_eq!(
        desk.call("feedback.waiting", json!({})),
        json!({ "open": 2, "late": 1 })
    );
}

#[test]
fn seeing_a_phone_in_full_is_in_the_journal() {
    let desk = TestDesk::training();
    let id = desk.call("feedback.receive", heard("complaint"))["line"]["id"].clone();
    assert_eq!(
        desk.call(
            "feedback.reveal",
            json!({ "id": id, "reason": "call_back" })
        )["phone"],
        "13812345678"
    );
    let page = desk.call("journal.list", json!({ "before": null, "actor": "1001", "object": "feedback", "objectId": id, "day": null }));
    assert_eq!(page["rows"][0]["action"], "feedback.reveal");
    assert!(!page.to_string().contains("13812345678") && !page.to_string().contains("赵"));
}

#[test]
fn nobody_is_called_back_without_a_number() {
    let desk = TestDesk::training();
    let mut said = heard("praise");
    said["phone"] = json!("");
    let id = desk.call("feedback.receive", said)["line"]["id"].clone();
    desk.call("feedback.take", json!({ "id": id, "note": "" }));
    let done = json!({ "id": id, "done": ["已转达", "已转达"], "note": "" });
    desk.call("feedback.handle", done);
    let told = |how: &str| json!({ "id": id, "telling": { "how": how, "reply": "好" } });
    for how in ["phone", "message"] {
        desk.refuses(
            "feedback.tell",
            told(how),
            "feedback_no_contact",
            Some("how"),
        );
    }
    desk.call("feedback.tell", told("posted"));
}

/// Told, by 1004, about a complaint that says this of whom it is about.
fn told_of(desk: &TestDesk, about: &str) -> Value {
    let mut heard = heard("complaint");
    heard["about"] = json!(about);
    desk.as_staff("1002");
    let id = desk.call("feedback.receive", heard)["line"]["id"].clone();
    desk.as_staff("1004");
    desk.call("feedback.take", json!({ "id": id, "note": "" }));
    let handled = json!({ "id": id, "done": ["已核实", "已沟通"], "note": "" });
    desk.call("feedback.handle", handled);
    let telling = json!({ "how": "phone", "reply": "好", "apology": "抱歉", "measure": "加一人", "result": "已改" });
    desk.call("feedback.tell", json!({ "id": id, "telling": telling }));
    id
}

#[test]
fn nobody_handles_or_closes_a_complaint_about_themselves() {
    let desk = TestDesk::training();
    for about in [
        "李敏态度不好",
        "李 敏",
        "1001号",
        "窗口 1001",
        "工号１００１",
    ] {
        let mut heard = heard("complaint");
        heard["about"] = json!(about);
        desk.as_staff("1002");
        let id = desk.call("feedback.receive", heard)["line"]["id"].clone();
        desk.as_staff("1001");
        let take = json!({ "id": id, "note": "" });
        desk.refuses("feedback.take", take.clone(), "about_yourself", None);
        desk.as_staff("1004");
        desk.call("feedback.take", take);
    }
    let id = told_of(&desk, "李敏");
    desk.as_staff("1001");
    let rate = json!({ "id": id, "asked": "rated", "rating": 5, "note": "" });
    desk.refuses("feedback.rate", rate, "about_yourself", None);
    // Nor do they learn where to reach whoever complained.
    let reveal = json!({ "id": id, "reason": "call_back", "words": "" });
    desk.refuses("feedback.reveal", reveal, "about_yourself", None);
}

#[test]
fn who_was_not_reached_once_is_tried_again_before_it_closes() {
    let desk = TestDesk::training();
    let id = told_of(&desk, "抽血窗口");
    let close = json!({ "id": id, "note": "" });
    for tried in 1..=3 {
        let rate = json!({ "id": id, "asked": "not_reached", "rating": null, "note": "" });
        desk.call("feedback.rate", rate);
        if tried < 3 {
            let facts = desk.refuses("feedback.close", close.clone(), "not_reached_yet", None);
            assert_eq!(facts["tried"], tried);
        }
    }
    desk.call("feedback.close", close);
}
