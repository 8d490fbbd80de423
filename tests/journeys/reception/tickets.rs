//! Triage and the queue through the table: a number, a reason for every place, a call.

use api::{Media, SpoolFault};
use proofs::desk::TestDesk;
use proofs::made::{
    anonymous, closing, id, issue, leaf, matter, person, point_with, start, waiting,
};
use serde_json::{Value, json};

/// An anonymous walk-in whose matter is classified; what the class says is taken over.
fn triaged(desk: &TestDesk, code: &str, urgency: &str) -> i64 {
    let id = anonymous(desk);
    let class = leaf(desk, code);
    let mut matter = matter(id, &class);
    (matter["urgency"], matter["handoff"]) = (json!(urgency), json!("空腹"));
    desk.call("encounters.describe", matter);
    id
}

fn board(desk: &TestDesk, point: Option<i64>) -> Value {
    desk.call("tickets.board", json!({ "pointId": point }))
}

fn numbers(board: &Value) -> Vec<&str> {
    board["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["no"].as_str().unwrap())
        .collect()
}

#[test]
fn a_told_matter_proposes_its_class_and_the_class_its_urgency() {
    let desk = TestDesk::training();
    let first = |text: &str| {
        let found = desk.call("categories.suggest", json!({ "text": text }));
        found["rows"][0]["id"].clone()
    };
    assert_eq!(
        first("我的报告丢了，想补打一份"),
        leaf(&desk, "report_reprint")["id"]
    );
    assert_eq!(first("老人突然晕倒了"), leaf(&desk, "fainting")["id"]);
    assert_eq!(
        first("bgjd"),
        leaf(&desk, "report_reading")["id"],
        "by initials"
    );
    assert_eq!(leaf(&desk, "fainting")["urgency"], "immediate");
}

#[test]
fn every_starter_leaf_has_a_point_that_can_do_it() {
    let desk = TestDesk::training();
    let points = desk.call("points.list", json!({}));
    let able: Vec<&Value> = points["rows"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|point| point["categories"].as_array().unwrap())
        .collect();
    let tree = desk.call("categories.list", json!({}));
    let leaves = tree["rows"].as_array().unwrap().iter();
    let leaves: Vec<&Value> = leaves.filter(|row| !row["parentId"].is_null()).collect();
    assert!(leaves.len() > 50, "the starter tree was read");
    for leaf in leaves {
        assert!(
            able.contains(&&leaf["id"]) || able.contains(&&leaf["parentId"]),
            "{}",
            leaf["code"]
        );
    }
}

#[test]
fn a_person_is_called_served_and_done() {
    let desk = TestDesk::training();
    let room = point_with(&desk, "consultation");
    desk.call("points.open", json!({ "id": room }));
    let issued = issue(&desk, &json!(triaged(&desk, "symptom_question", "routine")));
    assert_eq!(
        (&issued["ticket"]["no"], &issued["ticket"]["pointId"]),
        (&json!("C001"), &json!(room))
    );
    assert_eq!(
        issued["told"],
        Value::Null,
        "nothing is promised before enough is known"
    );
    assert_eq!(issued["ticket"]["name"], Value::Null, "anonymous");

    desk.pass_minutes(3);
    let called = desk.call("tickets.call_next", json!({}));
    assert_eq!(
        (&called["no"], &called["state"], &called["mine"]),
        (&json!("C001"), &json!("called"), &json!(true))
    );
    let id = called["id"].clone();
    desk.call("tickets.start", json!({ "id": id }));
    desk.pass_minutes(5);
    let done = desk.call("tickets.finish", json!({ "id": id }));
    assert_eq!(done["state"], "done");
    assert_eq!(
        desk.refused("tickets.call_next", json!({})).code,
        "nobody_waiting"
    );
    let way = desk.call("tickets.why", json!({ "id": id }));
    let kinds: Vec<&str> = way["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["issued", "called", "started", "finished"]);
}

#[test]
fn the_board_orders_by_need_and_says_why_and_a_move_is_the_supervisors() {
    let desk = TestDesk::training();
    let room = point_with(&desk, "consultation");
    desk.call("points.open", json!({ "id": room }));
    issue(&desk, &json!(triaged(&desk, "symptom_question", "routine")));
    desk.pass_minutes(2);
    issue(
        &desk,
        &json!(triaged(&desk, "infectious_question", "urgent")),
    );
    desk.pass_minutes(2);
    let last = issue(&desk, &json!(triaged(&desk, "nutrition_advice", "routine")));
    let now = board(&desk, Some(room));
    assert_eq!(numbers(&now), ["C002", "C001", "C003"]);
    assert_eq!(
        (&now["rows"][0]["why"], &now["rows"][1]["why"]),
        (&json!("need"), &json!("arrival"))
    );
    assert_eq!(
        now["rows"],
        board(&desk, Some(room))["rows"],
        "who asks twice gets the same answer"
    );

    let (id, before) = (last["ticket"]["id"].clone(), now["rows"][0]["id"].clone());
    let moved = json!({ "id": id, "beside": before, "spot": "before", "reason": "低血糖，头晕" });
    desk.as_staff("1002");
    assert_eq!(desk.refused("tickets.move", moved.clone()).code, "no_right");
    desk.as_staff("1004");
    desk.call("tickets.move", moved);
    let now = board(&desk, Some(room));
    assert_eq!(numbers(&now), ["C003", "C002", "C001"]);
    assert_eq!(now["rows"][0]["moved"]["reason"], "低血糖，头晕");
    desk.as_staff("1002");
    let seen = board(&desk, Some(room));
    assert_eq!(
        (&seen["rows"][0]["why"], &seen["rows"][0]["moved"]["reason"]),
        (&json!("moved"), &Value::Null)
    );
}

#[test]
fn who_comes_much_later_does_not_pass_whatever_their_need() {
    let desk = TestDesk::training();
    let room = point_with(&desk, "consultation");
    desk.call("points.open", json!({ "id": room }));
    issue(&desk, &json!(triaged(&desk, "symptom_question", "routine")));
    desk.pass_minutes(50);
    issue(
        &desk,
        &json!(triaged(&desk, "infectious_question", "urgent")),
    );
    let now = board(&desk, Some(room));
    assert_eq!(numbers(&now), ["C001", "C002"]);
    assert_eq!(
        (&now["rows"][0]["why"], &now["rows"][0]["level"]),
        (&json!("aged"), &json!("routine"))
    );
    // The facts of the sentence: from when on only somebody in danger goes before.
    let settled = now["rows"][0]["issuedAt"].as_i64().unwrap() + 75 * 60_000;
    assert_eq!(now["rows"][0]["settledAt"], settled);
    assert_eq!(now["rows"][1]["lead"], 45);
}

#[test]
fn a_veteran_stands_first_as_long_as_they_wait() {
    let desk = TestDesk::training();
    let room = point_with(&desk, "consultation");
    desk.call("points.open", json!({ "id": room }));
    for _ in 0..4 {
        issue(&desk, &json!(triaged(&desk, "symptom_question", "routine")));
        desk.pass_minutes(5);
    }
    let groups = desk.call("visitors.groups", json!({}));
    let rows = groups["rows"].as_array().unwrap();
    let veteran = rows.iter().find(|row| row["lifts"] == "first_among_equals");
    let person = person().with("groups", json!([veteran.unwrap()["code"]]));
    let talk = id(&start(&desk, "walk_in", person.come(&desk)["id"].clone()));
    let told = matter(talk, &leaf(&desk, "symptom_question"));
    desk.call("encounters.describe", told);
    let first = issue(&desk, &json!(talk))["ticket"].clone();
    for _ in 0..12 {
        let now = board(&desk, Some(room));
        assert_eq!(now["rows"][0]["no"], first["no"]);
        assert_eq!(now["rows"][0]["why"], "group");
        desk.pass_minutes(5).as_staff("1001");
    }
}

#[test]
fn the_slip_is_printed_only_when_the_spooler_took_it() {
    let desk = TestDesk::training();
    let issued = issue(&desk, &json!(triaged(&desk, "suggestion", "routine")));
    let slip = json!({ "id": issued["ticket"]["id"], "language": "zh" });
    desk.call("tickets.print", slip.clone());
    let papers = desk.machine().papers();
    assert_eq!((papers.len(), papers[0].media), (1, Media::Roll80));
    assert!(papers[0].pdf.starts_with(b"%PDF"));
    desk.machine().refuse_paper(Some(SpoolFault::NoPrinter));
    assert_eq!(desk.refused("tickets.print", slip).code, "no_printer");
    let page = desk.call(
        "journal.list",
        json!({ "object": "ticket", "objectId": issued["ticket"]["id"] }),
    );
    let said: Vec<&Value> = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["action"])
        .collect();
    assert_eq!(
        said,
        [
            "papers.stayed",
            "tickets.print",
            "tickets.print",
            "tickets.issue"
        ]
    );
    assert_eq!(page["rows"][0]["detail"], "tickets.print");
}

#[test]
fn a_closed_encounter_leaves_the_queue() {
    let desk = TestDesk::training();
    let encounter = triaged(&desk, "suggestion", "routine");
    issue(&desk, &json!(encounter));
    assert_eq!(numbers(&board(&desk, None)), ["D001"]);
    desk.call("encounters.close", closing(&json!(encounter), "left"));
    assert!(numbers(&board(&desk, None)).is_empty());
    let ticket = desk.call("tickets.of_encounter", json!({ "encounterId": encounter }));
    assert_eq!(ticket["ticket"]["state"], "left");
}

#[test]
fn the_tree_is_edited_within_its_rules() {
    let desk = TestDesk::training();
    let draft = |prefix: &str| {
        json!({
            "nameZh": "志愿服务", "nameEn": "Volunteering", "prefix": prefix, "urgency": "routine",
            "complexity": "on_the_spot", "pointCode": "", "anonymous": true, "words": ["义工", "志愿者"],
        })
    };
    let add =
        |parent: Value, prefix: &str| json!({ "parentId": parent, "category": draft(prefix) });
    assert_eq!(
        desk.refused("categories.add", add(Value::Null, "A")).code,
        "prefix_taken"
    );
    assert_eq!(
        desk.refused("categories.add", add(Value::Null, ""))
            .field
            .as_deref(),
        Some("prefix")
    );
    let top = desk.call("categories.add", add(Value::Null, "g"));
    assert_eq!(top["prefix"], "G");
    let leaf = desk.call("categories.add", add(top["id"].clone(), ""));
    assert_eq!(
        desk.refused("categories.add", add(leaf["id"].clone(), ""))
            .code,
        "two_levels"
    );
    let retire = |id: &Value| json!({ "id": id, "reason": "不再受理" });
    assert_eq!(
        desk.refused("categories.retire", retire(&top["id"])).code,
        "category_has_leaves"
    );
    desk.call("categories.retire", retire(&leaf["id"]));
    desk.call("categories.retire", retire(&top["id"]));
    let found = desk.call("categories.suggest", json!({ "text": "志愿者" }));
    assert_eq!(found["rows"], json!([]));
}

#[test]
fn nobody_is_put_before_somebody_in_danger_and_whoever_asks_twice_hears_the_same() {
    let desk = TestDesk::training();
    let plain = waiting(&desk, "symptom_question");
    let talk = anonymous(&desk);
    let mut danger = matter(talk, &leaf(&desk, "symptom_question"));
    danger["urgency"] = json!("immediate");
    desk.call("encounters.describe", danger);
    let issued = issue(&desk, &json!(talk));
    assert_eq!(issued["told"], issued["ticket"]["expected"]);
    let put = json!({ "id": plain["id"], "beside": issued["ticket"]["id"], "spot": "before",
        "reason": "领导的熟人" });
    desk.refuses("tickets.move", put, "before_immediate", Some("beside"));
}
