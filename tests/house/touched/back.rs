//! The back of the house: what is offered, who works here, what is kept.

use super::Watched;
use proofs::desk::{PASSWORD, handed, typed_back};
use proofs::made::{
    category, closing, id, institution, leaf, package, person, point, schedule, service,
};
use serde_json::{Value, json};

const OTHER: &str = "neuer 7 Kiefer Turm";

pub(super) fn content(w: &mut Watched) {
    catalogue(w);
    schedules(w);
    points(w);
    categories(w);
}

fn catalogue(w: &mut Watched) {
    let mut sheet = service(&w.desk);
    sheet["sheet"]["name"]["zh"] = json!("另名");
    w.play("catalogue.save_service", sheet);
    let mut sheet = package(&w.desk);
    sheet["sheet"]["name"]["zh"] = json!("另包");
    w.play("catalogue.save_package", sheet);
    let thing = json!({ "kind": "service", "id": 40 });
    w.play(
        "catalogue.retire",
        json!({ "kind": "service", "id": 40, "reason": "停用" }),
    );
    w.play("catalogue.return", thing);
}

fn schedules(w: &mut Watched) {
    let mut row = schedule(&w.desk);
    row["nameZh"] = json!("另处");
    let schedule = row["id"].clone();
    w.play("schedules.save", row);
    w.play(
        "schedules.except",
        json!({ "scheduleId": schedule, "day": "2026-11-25", "kind": "closed", "windows": [], "capacity": null, "reason": "检修" }),
    );
    w.play(
        "schedules.except",
        json!({ "scheduleId": schedule, "day": "2026-11-26", "kind": "changed",
            "windows": [{ "from": "09:00", "to": "11:00" }], "capacity": null, "reason": "检修" }),
    );
    w.play(
        "schedules.clear_exception",
        json!({ "scheduleId": schedule, "day": "2026-11-25" }),
    );
}

fn points(w: &mut Watched) {
    let mut new = point(&w.desk);
    new["nameZh"] = json!("新窗");
    let it = id(&w.play("points.add", new.clone()));
    new["placeZh"] = json!("二楼");
    w.play("points.change", json!({ "id": it, "point": new }));
    w.play(
        "points.retire",
        json!({ "id": it, "reason": "撤掉这个窗口" }),
    );
    w.play("points.restore", json!({ "id": it }));
}

fn categories(w: &mut Watched) {
    let class = category(&w.desk);
    let mut new = class["category"].clone();
    new["nameZh"] = json!("另类");
    new["prefix"] = json!("");
    let parent = leaf(&w.desk, "report_reading")["parentId"].clone();
    let added = w.play(
        "categories.add",
        json!({ "parentId": parent, "category": new }),
    );
    w.play("categories.change", class);
    w.play(
        "categories.retire",
        json!({ "id": added["id"], "reason": "不用" }),
    );
    w.play("categories.restore", json!({ "id": added["id"] }));
    let tree = w.desk.call("categories.list", json!({}));
    let mut order: Vec<Value> = tree["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["parentId"] == parent)
        .map(|row| row["id"].clone())
        .collect();
    order.reverse();
    w.play(
        "categories.arrange",
        json!({ "parentId": parent, "order": order }),
    );
}

pub(super) fn house(w: &mut Watched) {
    let mut house = institution(&w.desk);
    house["address"] = json!("新址");
    w.play("institution.set", house);
    let day = |kind: Value| json!({ "day": "2026-11-26", "kind": kind, "name": "盘点" });
    w.play("institution.mark_day", day(json!("closed")));
    w.play("institution.mark_day", day(Value::Null));
    let new = json!({ "textZh": "新告知", "textEn": "New notice" });
    let version = w.play("notices.publish", new)["rows"][0]["version"].clone();
    w.play(
        "notices.print",
        json!({ "version": version, "language": "zh" }),
    );
}

pub(super) fn staff(w: &mut Watched) {
    let new = json!({ "no": "3001", "name": "新人", "role": "receptionist" });
    let it = w.play("staff.add", new)["staff"]["id"].clone();
    w.play(
        "staff.set_role",
        json!({ "id": it, "role": "specialist", "reason": "轮岗" }),
    );
    let code = w.play(
        "staff.reset_password",
        json!({ "id": it, "reason": "忘了" }),
    );
    let slip = json!({ "id": it, "code": handed(&code) });
    w.play("staff.print_code", slip);
    w.play("staff.deactivate", json!({ "id": it, "reason": "离职" }));
    w.play("staff.reactivate", json!({ "id": it }));
    // There and back: the day goes on with the password of every test.
    for (current, next) in [(PASSWORD, OTHER), (OTHER, PASSWORD)] {
        let change = json!({ "current": current, "next": next });
        w.play("staff.change_password", change);
    }
}

pub(super) fn backups(w: &mut Watched) {
    let stick = w.desk.root().join("stick");
    std::fs::create_dir_all(&stick).unwrap();
    w.desk.machine().choose_folder_next(Some(stick));
    w.play("backups.choose_second", json!({}));
    let made = w.play("backups.make", json!({}));
    let check = json!({ "name": made["name"], "place": "own" });
    w.play("backups.verify", check);
    w.play("backups.forget_second", json!({}));
    let reason = json!({ "reason": "与标准时间核对过" });
    w.play("clock.accept", reason);
}

/// New keys, and new codes. Until these are typed back the desk answers no read: what was
/// played counts together.
pub(super) fn codes(w: &mut Watched) {
    let order = json!({ "password": PASSWORD, "reason": "笔记本丢失" });
    let (rotated, mut touched) = w.run("keys.rotate", order);
    let (_, more) = w.run("setup.confirm", typed_back(&rotated["codes"]));
    touched.extend(more);
    w.compare("keys.rotate to setup.confirm", &touched);

    let (_, mut touched) = w.run("keys.renew_codes", json!({ "password": PASSWORD }));
    touched.extend(w.run("setup.print_codes", json!({})).1);
    let (made, more) = w.run("setup.renew_codes", json!({}));
    touched.extend(more);
    touched.extend(w.run("setup.confirm", typed_back(&made)).1);
    w.compare("keys.renew_codes to setup.confirm", &touched);
}

pub(super) fn record(w: &mut Watched, who: i64) {
    let day = "2026-11-24";
    w.play(
        "ledger.export",
        json!({ "from": day, "to": day, "format": "csv", "detail": "full", "purpose": "inspection",
            "receiver": "own_use", "reason": "", "receiverName": "", "language": "zh" }),
    );
    w.play(
        "disclosures.export",
        json!({ "from": day, "to": day, "kind": null, "language": "zh" }),
    );
    let scope = json!({ "from": day, "to": day, "staffNo": "1001", "object": "" });
    let said = json!({ "cause": "误发", "harm": "", "remedy": "收回", "measures": "培训", "contact": "8888" });
    let report = w.play(
        "incidents.save",
        json!({ "id": null, "scope": scope, "said": said }),
    );
    w.watch(
        "incidents.read",
        json!({ "id": report["id"], "version": null }),
    );
    w.play(
        "incidents.save",
        json!({ "id": report["id"], "scope": scope, "said": said }),
    );
    w.play(
        "incidents.print",
        json!({ "id": report["id"], "version": 1, "language": "zh" }),
    );
    let rule = json!({ "kind": "tickets", "days": 90, "reason": "少留" });
    w.play("retention.set", rule);
    w.play(
        "visitors.set_basis",
        json!({ "id": who, "basis": "contract", "reason": "预约" }),
    );
    w.play(
        "visitors.set_basis",
        json!({ "id": who, "basis": "consent", "reason": "改回" }),
    );
    w.play(
        "visitors.withdraw_consent",
        json!({ "id": who, "scope": "health" }),
    );
    requests(w, who);
    destruction(w);
}

fn requested(w: &mut Watched, who: i64, wish: &str) -> Value {
    let new = json!({ "visitorId": who, "wish": wish, "words": "请办", "verified": "document", "verifiedNote": "" });
    let it = json!({ "id": w.play("requests.record", new)["line"]["id"] });
    w.watch("requests.read", it.clone());
    w.watch("requests.plan", it.clone());
    it
}

fn requests(w: &mut Watched, who: i64) {
    let it = requested(w, who, "see");
    let id_of = &it["id"];
    w.play("requests.see", it.clone());
    let storage = json!({ "id": id_of, "hold": "storage", "reason": "核实" });
    let personal = json!({ "id": id_of, "scope": "personal" });
    let done = json!({ "id": id_of, "outcome": "done", "answer": "已办" });
    let slip = json!({ "id": id_of, "way": "printer", "printer": null, "language": "zh" });
    w.play("requests.copy", json!({ "id": id_of, "language": "zh" }));
    w.play("requests.restrict", storage);
    w.play("requests.lift", json!({ "id": id_of, "reason": "已核实" }));
    w.play("requests.withdraw", personal);
    w.play("requests.close", done.clone());
    w.play("requests.print", slip);
    let other = id(&w.play("visitors.register", person().input()));
    let start = json!({ "channel": "walk_in", "visitorId": other });
    let talk = id(&w.play("encounters.start", start));
    w.watch("encounters.read", json!({ "id": talk }));
    w.play("encounters.close", closing(&json!(talk), "declined"));
    let it = requested(w, other, "correct");
    let mut corrected = person().form();
    corrected["address"] = json!("新址");
    let corrected = json!({ "id": other, "visitor": corrected });
    w.play("visitors.correct", corrected);
    w.play("requests.corrected", it.clone());
    w.play(
        "requests.close",
        json!({ "id": it["id"], "outcome": "done", "answer": "已改" }),
    );
    let it = requested(w, other, "delete");
    let erase = json!({ "id": it["id"], "reason": "本人请求" });
    w.play("requests.erase", erase);
}

/// Years later everything of that day is destroyed.
fn destruction(w: &mut Watched) {
    w.desk.set_clock("2029-12-24 09:00").as_staff("1001");
    let kinds = json!({ "kinds": ["feedback", "bookings", "proposals", "tickets", "encounters", "requests", "visitors"] });
    w.watch("retention.preview", kinds.clone());
    let due = w.desk.call("retention.preview", kinds);
    let lines: Vec<Value> = due["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| json!({ "kind": row["kind"], "cutoff": row["cutoff"], "count": row["count"] }))
        .collect();
    let wanted = json!({ "lines": lines, "reason": "年度到期清理" });
    let made = w.play("retention.destroy", wanted);
    w.watch("retention.record", json!({ "id": made["id"] }));
    let export = json!({ "id": made["id"], "format": "csv", "language": "zh" });
    w.play("retention.export", export);
}
