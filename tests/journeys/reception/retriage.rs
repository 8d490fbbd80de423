//! What is known of a matter and of whoever it is with may change after the ticket is out: the
//! ticket follows, and an encounter with somebody else is corrected with all that hangs on it.

use proofs::desk::TestDesk;
use proofs::made::{
    Person, TUESDAY, feedback, id, issue, leaf, matter, needs, person, place, start, visit,
    visitor_named,
};
use serde_json::{Value, json};

/// Somebody in the house with a matter: their encounter and their ticket.
fn ticket_for(desk: &TestDesk, who: i64, class: &Value) -> (i64, Value) {
    let talk = id(&start(desk, "walk_in", who));
    desk.call("encounters.describe", matter(talk, class));
    (talk, issue(desk, &json!(talk))["ticket"].clone())
}

fn line(desk: &TestDesk, talk: i64) -> Value {
    desk.call("tickets.of_encounter", json!({ "encounterId": talk }))["ticket"].clone()
}

fn kinds(desk: &TestDesk, ticket: &Value) -> Vec<String> {
    let way = desk.call("tickets.why", json!({ "id": ticket["id"] }));
    let steps = way["steps"].as_array().unwrap().iter();
    steps
        .map(|step| step["kind"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_matter_that_turns_out_urgent_moves_its_ticket_up_with_its_note() {
    let desk = TestDesk::training();
    let class = leaf(&desk, "report_reading");
    let before = visitor_named(&desk, "先到");
    let (_, first) = ticket_for(&desk, before, &class);
    let who = visitor_named(&desk, "后到");
    let talk = id(&start(&desk, "walk_in", who));
    desk.call("encounters.describe", matter(talk, &class));
    let beside = json!({ "encounterId": talk, "pointId": first["pointId"], "language": "zh" });
    let second = desk.call("tickets.issue", beside)["ticket"].clone();
    assert_eq!(line(&desk, talk)["ahead"], 1);

    let mut told = matter(talk, &class);
    told["urgency"] = json!("immediate");
    told["handoff"] = json!("胸痛，出汗");
    desk.call("encounters.describe", told.clone());
    let now = line(&desk, talk);
    assert_eq!(
        json!([now["no"], now["need"], now["note"], now["ahead"]]),
        json!([second["no"], "immediate", "胸痛，出汗", 0])
    );
    assert_eq!(kinds(&desk, &second), ["issued", "retriaged"]);
    assert_eq!(kinds(&desk, &first), ["issued"]);
    // The same said again is no step, and triage is not taken back by undoing.
    desk.call("encounters.describe", told.clone());
    assert_eq!(kinds(&desk, &second), ["issued", "retriaged"]);
    desk.refuses("tickets.undo", json!({}), "nothing_to_undo", None);
    // A ticket does not lose its class.
    told["categoryId"] = Value::Null;
    desk.refuses("encounters.describe", told, "empty", Some("categoryId"));
}

#[test]
fn another_class_sends_a_ticket_where_it_can_be_done() {
    let desk = TestDesk::training();
    let who = visitor_named(&desk, "贺兰");
    let (talk, ticket) = ticket_for(&desk, who, &leaf(&desk, "report_reading"));
    let points = desk.call("points.list", json!({}));
    let can = |class: &Value, line: &Value| {
        let point = points["rows"].as_array().unwrap().iter();
        let mut point = point.filter(|p| p["id"] == line["pointId"]);
        let point = point.next().unwrap().clone();
        let does = point["categories"].as_array().unwrap().clone();
        does.contains(&class["id"]) || does.contains(&class["parentId"])
    };
    for code in ["payment", "report_reading"] {
        let class = leaf(&desk, code);
        desk.call("encounters.describe", matter(talk, &class));
        let now = line(&desk, talk);
        assert_eq!(now["categoryId"], class["id"], "{code}");
        assert!(can(&class, &now), "{code}");
        assert_eq!(now["no"], ticket["no"]);
    }
}

#[test]
fn a_pregnancy_put_into_the_record_lifts_the_ticket_of_whoever_waits() {
    let desk = TestDesk::training();
    let woman = Person::named("孟晓")
        .phone("13800001234")
        .with("sex", json!("female"))
        .with("bornOn", json!("1995-04-02"));
    let who = id(&woman.come(&desk));
    let (talk, _) = ticket_for(&desk, who, &leaf(&desk, "report_reading"));
    assert_eq!(line(&desk, talk)["need"], "routine");
    let form = woman.with("groups", json!(["pregnant"])).form();
    desk.call("visitors.correct", json!({ "id": who, "visitor": form }));
    let now = line(&desk, talk);
    assert_eq!(
        (now["need"].as_str(), now["groupZh"].is_null()),
        (Some("urgent"), false)
    );
}

#[test]
fn another_language_is_said_to_the_ticket_until_its_way_ends() {
    let desk = TestDesk::training();
    let who = visitor_named(&desk, "贺兰");
    let (talk, ticket) = ticket_for(&desk, who, &leaf(&desk, "report_reading"));
    let english = json!({ "id": ticket["id"], "language": "en" });
    desk.call("tickets.speak", english.clone());
    assert_eq!(line(&desk, talk)["language"], "en");
    desk.call(
        "tickets.leave",
        json!({ "id": ticket["id"], "reason": "走了" }),
    );
    desk.refuses("tickets.speak", english, "wrong_state", None);
}

#[test]
fn who_calls_gets_no_number_and_a_matter_is_said_in_a_leaf() {
    let desk = TestDesk::training();
    let who = visitor_named(&desk, "贺兰");
    let talk = id(&start(&desk, "phone", who));
    let class = leaf(&desk, "report_reading");
    desk.call("encounters.describe", matter(talk, &class));
    let issue = json!({ "encounterId": talk, "pointId": null, "language": "zh" });
    desk.refuses("tickets.issue", issue, "not_here", Some("encounterId"));

    let mut top = matter(talk, &class);
    top["categoryId"] = class["parentId"].clone();
    desk.refuses(
        "encounters.describe",
        top,
        "class_not_leaf",
        Some("categoryId"),
    );
    let mut nothing = matter(talk, &class);
    for field in ["matter", "onBehalf", "handoff"] {
        nothing[field] = json!(" ");
    }
    nothing["categoryId"] = Value::Null;
    desk.refuses("encounters.describe", nothing, "empty", Some("matter"));
}

#[test]
fn whom_it_is_with_is_said_freely_until_something_was_done_for_them() {
    let desk = TestDesk::training();
    let (first, second) = (visitor_named(&desk, "王芳"), visitor_named(&desk, "王方"));
    let talk = id(&start(&desk, "walk_in", first));
    let them = |who: i64| json!({ "id": talk, "visitorId": who });
    desk.call("encounters.identify", them(second));
    desk.call("encounters.identify", them(first));
    desk.call(
        "assessments.save",
        json!({ "encounterId": talk, "needs": needs() }),
    );
    desk.call("encounters.identify", them(first));
    desk.refuses(
        "encounters.identify",
        them(second),
        "identity_bound",
        Some("visitorId"),
    );
}

#[test]
fn an_encounter_with_somebody_else_is_corrected_with_all_that_hangs_on_it() {
    let desk = TestDesk::training();
    let wrong = id(&person().come(&desk));
    let right = id(&Person::named("孟晓")
        .phone("13800001234")
        .with("sex", json!("female"))
        .with("bornOn", json!("1995-04-02"))
        .with("groups", json!(["pregnant"]))
        .come(&desk));
    let (talk, ticket) = ticket_for(&desk, wrong, &leaf(&desk, "report_reading"));
    desk.call("encounters.read_back", json!({ "id": talk }));
    let mut told = needs();
    told["concerns"] = json!(["bone"]);
    told["deniedConditions"] = json!(["pacemaker"]);
    let said = json!({ "encounterId": talk, "needs": told });
    desk.call("assessments.save", said);
    let (schedule, service) = place(&desk, "ecg");
    let mut wanted = visit(wrong, service, schedule, TUESDAY, "09:00");
    wanted["encounterId"] = json!(talk);
    let booked = desk.call("bookings.book", wanted);
    // What is moved stays what was agreed here, whoever forgets to say so.
    let later = visit(wrong, service, schedule, TUESDAY, "10:00");
    let moved = json!({ "id": booked["line"]["id"], "reason": "改时间", "booking": later });
    let booked = desk.call("bookings.reschedule", moved);
    let mut complaint = feedback(&desk);
    complaint["encounterId"] = json!(talk);
    complaint["visitorId"] = json!(wrong);
    let complained = desk.call("feedback.receive", complaint);

    let whom = json!({ "id": talk, "visitorId": right, "reason": "同名选错" });
    let silent = json!({ "id": talk, "visitorId": right, "reason": " " });
    desk.refuses(
        "encounters.correct_visitor",
        silent,
        "reason_needed",
        Some("reason"),
    );
    let done = desk.call("encounters.correct_visitor", whom.clone());
    assert_eq!(done["encounter"]["visitor"]["id"], right);
    assert_eq!(done["encounter"]["readBackAt"], Value::Null);
    assert_eq!(done["cancelled"].as_array().unwrap().len(), 1);
    let booking = desk.call("bookings.read", json!({ "id": booked["line"]["id"] }));
    assert_eq!(booking["line"]["state"], "cancelled");
    // What the other one said of themselves is asked anew; what they came for stays.
    let asked = desk.call("assessments.read", json!({ "encounterId": talk }));
    let of = |field: &str| asked["needs"][field].clone();
    assert_eq!(
        json!([of("deniedConditions"), of("age"), of("concerns")]),
        json!([[], null, ["bone"]])
    );
    let now = line(&desk, talk);
    assert_eq!(
        json!([now["no"], now["need"]]),
        json!([ticket["no"], "urgent"])
    );
    let of_them = desk.call("feedback.read", json!({ "id": complained["line"]["id"] }));
    assert_eq!(of_them["line"]["name"], "孟*");
    desk.refuses(
        "encounters.correct_visitor",
        whom,
        "wrong_state",
        Some("visitorId"),
    );
}
