//! Showing a hidden value, and the consent behind a record (PIPL 13–17; R 1.5, 10.3).
#![allow(clippy::needless_pass_by_value, reason = "json! is written in place")]

use proofs::desk::TestDesk;
use proofs::made::{Person, here, start, visitor_named};
use serde_json::{Value, json};

#[test]
fn a_hidden_value_is_shown_with_a_reason_that_the_journal_keeps() {
    let desk = TestDesk::training();
    let id = visitor_named(&desk, "张桂兰");
    let show = |reason: &str, words: &str| json!({ "id": id, "what": "phone", "reason": reason, "words": words });
    assert_eq!(
        desk.refused("visitors.reveal", json!({ "id": id, "what": "phone" }))
            .code,
        "input_shape"
    );
    assert_eq!(
        desk.refused("visitors.reveal", show("other", " ")).code,
        "reason_needed"
    );
    let shown = desk.call("visitors.reveal", show("call_back", ""));
    assert_eq!(shown["value"], "13800005678");
    desk.call("visitors.reveal", show("other", "家属来电询问"));
    let page = desk.call(
        "journal.list",
        json!({ "before": null, "object": "visitor", "objectId": id, "day": null }),
    );
    let kept = |n: usize| json!([page["rows"][n]["detail"], page["rows"][n]["reason"]]);
    assert_eq!(kept(0), json!(["phone other", "家属来电询问"]));
    assert_eq!(kept(1), json!(["phone call_back", ""]));
    assert!(!page.to_string().contains("13800005678"));
}

#[test]
fn a_new_notice_asks_again_and_holds_nothing_up() {
    let desk = TestDesk::training();
    let id = visitor_named(&desk, "张桂兰");
    let before = desk.call("visitors.read", here(id));
    assert_eq!(before["askAgain"], false);
    let versions = desk.call("notices.list", json!({}));
    let (zh, en) = (
        &versions["rows"][0]["textZh"],
        &versions["rows"][0]["textEn"],
    );
    let same = json!({ "textZh": zh, "textEn": en });
    assert_eq!(desk.refused("notices.publish", same).code, "nothing_new");
    desk.pass_minutes(5);
    let newer = json!({ "textZh": format!("{}补充。", zh.as_str().unwrap()), "textEn": en });
    let versions = desk.call("notices.publish", newer);
    assert_eq!(
        json!([versions["rows"][0]["given"], versions["rows"][1]["given"]]),
        json!([0, 1])
    );
    assert_eq!(desk.call("visitors.read", here(id))["askAgain"], true);
    start(&desk, "walk_in", id);
    desk.pass_minutes(1);
    let again = json!({ "id": id, "scope": "personal", "manner": "spoken" });
    assert_eq!(desk.call("visitors.consent", again)["askAgain"], false);
    let print = json!({ "version": versions["rows"][0]["version"], "language": "zh" });
    desk.call("notices.print", print);
    assert_eq!(desk.machine().papers().len(), 1);
    desk.as_staff("1002");
    assert_eq!(desk.refused("notices.list", json!({})).code, "no_right");
}

#[test]
fn without_consent_a_record_rests_on_another_basis_with_its_reason() {
    let desk = TestDesk::training();
    let register = |basis: Value, reason: &str| json!({ "visitor": Person::named("王芳").form(), "consent": null, "healthConsent": null, "basis": basis, "basisReason": reason });
    assert_eq!(
        desk.refused("visitors.register", register(Value::Null, ""))
            .code,
        "consent_missing"
    );
    assert_eq!(
        desk.refused("visitors.register", register(json!("emergency"), ""))
            .code,
        "reason_needed"
    );
    let made = desk.call(
        "visitors.register",
        register(json!("emergency"), "昏迷送来"),
    );
    assert_eq!(
        json!([made["basis"], made["consent"]]),
        json!(["emergency", false])
    );
    start(&desk, "walk_in", made["id"].clone());
    let back = json!({ "id": made["id"], "basis": "consent", "reason": "" });
    assert_eq!(desk.call("visitors.set_basis", back)["basis"], "consent");
    let start = json!({ "channel": "walk_in", "visitorId": made["id"] });
    assert_eq!(
        desk.refused("encounters.start", start).code,
        "consent_missing"
    );
}

#[test]
fn minors_are_counted_with_their_guardians_consent() {
    let desk = TestDesk::training();
    for (name, born, manner) in [
        ("小明", "2016-03-01", "guardian"),
        ("小红", "2013-01-01", "guardian"),
        ("小刚", "2012-11-23", "guardian"),
        ("小军", "2012-11-23", "spoken"),
        ("老王", "1960-01-01", "spoken"),
        // Who may be under fourteen on the last day counts: 13 on 31 December, for certain.
        ("小华", "2013", "guardian"),
        // Of 2012: fourteen by then, on whichever day.
        ("小丽", "2012", "guardian"),
        // Thirteen today: born before 2013 or in it.
        ("小军", "13岁", "guardian"),
    ] {
        let who = Person::named(name).with("bornOn", born).consent(manner);
        let who = match manner {
            "guardian" => who.guarded("母亲", "13800001111"),
            _ => who,
        };
        let made = who.come(&desk);
        if name == "小红" {
            let back = json!({ "id": made["id"], "scope": "personal" });
            desk.call("visitors.withdraw_consent", back);
        }
    }
    let report = desk.call("notices.minors", json!({ "year": 2026 }));
    assert_eq!(
        json!([report["visitors"], report["guarded"], report["requests"]]),
        json!([4, 3, 0])
    );
}
