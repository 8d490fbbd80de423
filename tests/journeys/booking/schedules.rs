//! Hours that make no day, and days that were.

use proofs::desk::TestDesk;
use proofs::made::{institution, schedule};
use serde_json::{Value, json};

fn weekly(from: &str, to: &str) -> Value {
    json!({ "weekday": 3, "from": from, "to": to })
}

#[test]
fn hours_end_after_they_begin_and_share_no_minute() {
    let desk = TestDesk::training();
    let mut sheet = schedule(&desk);
    let mut refused = |windows: Value, code: &str| {
        sheet["windows"] = windows;
        let facts = desk.refuses("schedules.save", sheet.clone(), code, Some("windows.3"));
        assert_eq!(Value::from(facts), json!({ "weekday": 3 }));
    };
    refused(json!([weekly("11:00", "09:00")]), "hours_order");
    let two = [weekly("08:00", "10:00"), weekly("09:30", "11:00")];
    refused(json!(two), "windows_overlap");
    let mut house = institution(&desk);
    house["hours"][0]["breakFrom"] = json!("13:45");
    desk.refuses("institution.set", house, "hours_order", Some("hours.1"));
}

#[test]
fn a_day_gone_by_is_not_changed_and_a_time_must_exist() {
    let desk = TestDesk::training();
    let mut sheet = schedule(&desk);
    let yesterday = json!({ "scheduleId": sheet["id"], "day": "2026-11-22", "kind": "closed",
        "windows": [], "capacity": null, "reason": "检修" });
    desk.refuses("schedules.except", yesterday, "no_such_time", Some("day"));
    for (to, code) in [("61:00", "no_such_time"), ("26:00", "past_midnight")] {
        sheet["windows"] = json!([weekly("08:00", to)]);
        desk.refuses("schedules.save", sheet.clone(), code, Some("windows.3"));
    }
}
