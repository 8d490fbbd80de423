//! A desk in the middle of its morning: what the looked-at window stands on.

use api::Demo;
use proofs::desk::{PASSWORD, STAFF, TestDesk, handed, typed_back, wizard};
use proofs::made::{self, PROOFS, Person, Plain};
use proofs::window::{Failure, Folders, Step, starting};
use serde_json::{Value, json};

/// What the tour has to know of it.
pub struct Morning {
    /// An encounter with a visitor, without its class yet.
    pub encounter: i64,
    /// One that nobody gave a name for.
    pub anonymous: i64,
}

const MINUTE: i64 = 60_000;

/// Lays the desk out in the folders: sixty made-up visitors, today's among them, and who waits now.
pub fn lay_out(folders: &Folders) -> Step<Morning> {
    let now = starting();
    let desk = TestDesk::bare();
    desk.machine().set(now - 45 * MINUTE);
    let created = desk.call("setup.create", wizard("starter", true));
    desk.call("setup.confirm", typed_back(&created));
    for (day, kind, name) in CALENDAR {
        let mark = json!({ "day": day, "kind": kind, "name": name });
        desk.call("institution.mark_day", mark);
    }
    let demo = Demo {
        visitors: 60,
        days: 4,
        seed: 11,
        staff_password: None,
    };
    let made = desk.gateway().demo(&demo);
    made.map_err(|problem| Failure::new(format!("made-up visitors: {problem:?}")))?;
    wait_in_line(&desk, now);
    desk.machine().set(now - MINUTE);
    colleague(&desk)?;
    let who = made::visitor(&desk);
    for proof in PROOFS {
        (proof.play)(&mut Plain(&desk), who);
    }
    let morning = Morning {
        encounter: known(&desk),
        anonymous: start(&desk, &Value::Null, "投诉建议箱在哪里", None),
    };
    super::super::handed::copied(&desk, folders)?;
    Ok(morning)
}

/// The supervisor whose word is asked for.
fn colleague(desk: &TestDesk) -> Step {
    let (no, name, role) = STAFF[3];
    let new = json!({ "no": no, "name": name, "role": role });
    let code = handed(&desk.call("staff.add", new));
    let come = |no: &str, secret: &str| {
        let came = desk.sign_in(no, secret).map(drop);
        came.map_err(|problem| Failure::new(format!("sign in: {problem:?}")))
    };
    come(no, &code)?;
    let own = json!({ "current": code, "next": PASSWORD });
    desk.call("staff.change_password", own);
    come(STAFF[0].0, PASSWORD)
}

/// The number and the password that sign in.
pub fn account() -> (&'static str, &'static str) {
    (STAFF[0].0, PASSWORD)
}

/// Days on which the house does not work as on others of their weekday.
const CALENDAR: [(&str, &str, &str); 4] = [
    ("2026-09-20", "working", "国庆节调休"),
    ("2026-10-01", "closed", "国庆节"),
    ("2026-10-02", "closed", "国庆节"),
    ("2027-01-01", "closed", "元旦"),
];

const LINE: [(&str, &str, &str, &str, &str); 8] = [
    ("欧阳娜娜", "nutrition_advice", "", "血脂偏高，问吃什么", ""),
    (
        "买买提江·阿不都热合曼",
        "report_reprint",
        "",
        "报告丢了，要补打一份",
        "",
    ),
    (
        "王芳",
        "women_health",
        "pregnant",
        "孕 20 周，问体检哪些不能做",
        "空腹未进食，希望上午完成",
    ),
    (
        "赵磊",
        "symptom_question",
        "",
        "最近心慌，想知道做哪些检查",
        "",
    ),
    (
        "单雅",
        "elderly_health",
        "",
        "给母亲问体检前要不要停药",
        "母亲对造影剂过敏",
    ),
    ("李静", "infectious_question", "", "乙肝五项结果怎么看", ""),
    ("刘建国", "complaint_wait", "", "等了一小时没人解释", ""),
    (
        "黄秀英",
        "nutrition_advice",
        "elderly",
        "糖尿病，问早餐怎么吃",
        "",
    ),
];

/// Eight people with numbers, four promises, and the administrator at the point where most wait.
fn wait_in_line(desk: &TestDesk, now: i64) {
    let tree = desk.call("categories.list", json!({}));
    let mut seats: Vec<i64> = Vec::new();
    for (i, (name, class, group, matter, note)) in LINE.iter().enumerate() {
        let minutes = i64::try_from(LINE.len() - i).unwrap_or_default() * 4;
        desk.machine().set(now - minutes * MINUTE);
        let groups = if group.is_empty() {
            json!([])
        } else {
            json!([group])
        };
        let visitor = register(desk, name, &format!("1390001{:04}", i * 37), &groups, "");
        let class = rows(&tree).into_iter().find(|row| row["code"] == *class);
        let id = start(
            desk,
            &visitor["id"],
            matter,
            class.map(|class| (class, *note)),
        );
        let issued = desk.call(
            "tickets.issue",
            json!({ "encounterId": id, "pointId": null, "language": "zh" }),
        );
        seats.extend(issued["ticket"]["pointId"].as_i64());
        if let Some((what, due)) = PROMISES.get(i) {
            promise(desk, id, what, now + due * MINUTE);
        }
    }
    let most = seats
        .iter()
        .max_by_key(|seat| seats.iter().filter(|other| other == seat).count());
    desk.call("points.open", json!({ "id": most }));
}

/// Promises something by a moment, or by the last that is offered where that is at night.
fn promise(desk: &TestDesk, id: i64, what: &str, due: i64) {
    let input = |due: Value| json!({ "id": id, "what": what, "dueAt": due });
    if desk
        .answer("encounters.promise", input(json!(due)))
        .is_err()
    {
        let times = desk.call("encounters.promise_times", json!({}));
        let last = rows(&times).into_iter().next_back();
        let due = last.map(|row| row["dueAt"].clone());
        desk.call("encounters.promise", input(due.unwrap_or_default()));
    }
}

const PROMISES: [(&str, i64); 4] = [
    ("问过内科后回电", 35),
    ("回告续方怎么办理", 78),
    ("报告补打好后通知来取", 290),
    ("每日告知进展", 1500),
];

fn known(desk: &TestDesk) -> i64 {
    let visitor = register(
        desk,
        "张桂兰",
        "13812345678",
        &json!(["elderly"]),
        "希望周六上午，家属陪同",
    );
    desk.call(
        "requests.record",
        json!({ "visitorId": visitor["id"], "wish": "delete", "words": "以前登记的电话和住址请删掉", "verified": "document", "verifiedNote": "身份证" }),
    );
    let matter = "替老伴一起安排体检，关心心脑血管和骨密度，预算八百，想周六上午";
    start(desk, &visitor["id"], matter, None)
}

fn register(desk: &TestDesk, name: &str, phone: &str, groups: &Value, note: &str) -> Value {
    Person::named(name)
        .phone(phone)
        .with("sex", "female")
        .with("bornOn", "1958-03-12")
        .with("note", note)
        .with("groups", groups.clone())
        // Some belong to a group of another age.
        .sure(&["groups"])
        .health()
        .come(desk)
}

fn start(desk: &TestDesk, visitor: &Value, matter: &str, class: Option<(&Value, &str)>) -> i64 {
    let encounter = made::start(desk, "walk_in", visitor.clone());
    let says = class.map_or(&encounter, |(class, _)| class);
    desk.call(
        "encounters.describe",
        json!({
            "id": encounter["id"], "matter": matter, "onBehalf": "", "categoryId": class.map(|(class, _)| &class["id"]),
            "urgency": says["urgency"], "complexity": says["complexity"], "handoff": class.map_or("", |(_, note)| note)
        }),
    );
    encounter["id"].as_i64().unwrap_or_default()
}

fn rows(list: &Value) -> Vec<&Value> {
    list["rows"].as_array().into_iter().flatten().collect()
}
