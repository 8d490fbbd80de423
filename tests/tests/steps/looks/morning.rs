//! A desk in the middle of its morning: what the looked-at window stands on.

use proofs::desk::{PASSWORD, STAFF, TestDesk, typed_back, wizard};
use proofs::window::{Folders, Step};
use serde_json::{Value, json};

/// What the tour has to know of it.
pub struct Morning {
    /// An encounter with a visitor, at its first step.
    pub encounter: i64,
    /// One that nobody gave a name for.
    pub anonymous: i64,
}

const FIRST_PASSWORD: &str = "otter-brass-9920-fern";
const MINUTE: i64 = 60_000;

/// Lays the desk out in the folders.
pub fn lay_out(folders: &Folders) -> Step<Morning> {
    let now = i64::try_from(
        std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap_or_default()
            .as_millis(),
    )
    .unwrap_or_default();
    let desk = TestDesk::bare();
    desk.machine().set(now - 180 * MINUTE);
    open(&desk);
    let morning = fill(&desk, now);
    desk.gateway().close();
    for entry in std::fs::read_dir(desk.data())? {
        let entry = entry?;
        std::fs::copy(entry.path(), folders.data().join(entry.file_name()))?;
    }
    Ok(morning)
}

fn open(desk: &TestDesk) {
    let created = desk.call("setup.create", wizard("starter", true));
    desk.call("setup.confirm", typed_back(&created));
    for (no, name, role) in &STAFF[1..] {
        desk.call("staff.add", json!({ "no": no, "name": name, "role": role, "password": FIRST_PASSWORD }));
        desk.sign_in(no, FIRST_PASSWORD).expect("the first password opens");
        desk.call("staff.change_password", json!({ "current": FIRST_PASSWORD, "next": PASSWORD }));
        desk.as_staff("1001");
    }
}

const PEOPLE: [(&str, &str, &str, &str, &[&str], &str); 12] = [
    ("张桂兰", "female", "1958-03-12", "13812345678", &["elderly"], "慢性病复查，想做全面体检"),
    ("欧阳娜娜", "female", "1991-07-02", "13912340001", &[], "慢病管理咨询"),
    ("赵磊", "male", "1988-11-30", "13712340002", &[], "入职体检预约"),
    ("买买提江·阿不都热合曼", "male", "1979-01-15", "13612340003", &[], "体检报告补打"),
    ("单雅", "female", "1985-05-21", "13512340004", &[], "家庭套餐咨询"),
    ("王芳", "female", "1995-09-09", "13312340005", &["pregnant"], "报告解读：甲状腺结节，想知道下一步去哪个科"),
    ("李静", "female", "1985-12-31", "13112340006", &[], "疫苗政策咨询"),
    ("刘建国", "male", "1969-10-01", "13212340007", &[], "体检报告延迟三天未出，要求说明原因并给出时间"),
    ("陈晨", "male", "2001-04-18", "18912340008", &[], "套餐退费"),
    ("黄秀英", "female", "1962-02-14", "18812340009", &["elderly"], "外地医保能不能在这里直接结算"),
    ("周涛", "male", "1990-08-08", "18712340010", &[], "心理支持转介"),
    ("吴志强", "male", "1975-06-06", "18612340011", &[], "血压高，问当天早上的药吃不吃"),
];

fn fill(desk: &TestDesk, now: i64) -> Morning {
    let mut encounters = Vec::new();
    for (i, (name, sex, born, phone, groups, matter)) in PEOPLE.iter().enumerate() {
        let before = i64::try_from(PEOPLE.len() - i).unwrap_or_default() * 12;
        desk.machine().set(now - before * MINUTE);
        let visitor = desk.call(
            "visitors.register",
            json!({
                "visitor": {
                    "name": name, "phone": phone, "phone2": "", "idKind": "none", "idNumber": "", "sex": sex, "bornOn": born,
                    "address": "", "note": if i == 0 { "希望周六上午，家属陪同" } else { "" },
                    "groups": groups, "conditions": [], "allergies": []
                },
                "consent": "spoken", "healthConsent": "spoken"
            }),
        );
        let channel = if i % 4 == 3 { "phone" } else { "walk_in" };
        let id = start(desk, channel, visitor["id"].clone(), matter);
        encounters.push(id);
    }
    let anonymous = start(desk, "walk_in", Value::Null, "投诉建议箱在哪里");
    for (i, minutes) in [(7, -35), (8, 78), (9, 240), (10, 1320)] {
        desk.machine().set(now - 90 * MINUTE);
        let what = ["回电告知报告出具时间", "回告退费到账日期", "医保科答复后回电", "每日告知转介进展"][i - 7];
        desk.call("encounters.promise", json!({ "id": encounters[i], "what": what, "dueAt": now + minutes * MINUTE }));
    }
    desk.machine().set(now - 20 * MINUTE);
    desk.call("encounters.answer", json!({
        "id": encounters[11], "question": "高血压的药当天早上要不要吃", "nature": "health",
        "analysis": "长期服药，血压控制平稳", "answer": "可用少量清水照常服药，带上药名清单；降糖药当天早上先不吃。"
    }));
    feedback(desk);
    desk.machine().set(now);
    Morning { encounter: encounters[0], anonymous }
}

fn start(desk: &TestDesk, channel: &str, visitor: Value, matter: &str) -> i64 {
    let encounter = desk.call("encounters.start", json!({ "channel": channel, "visitorId": visitor }));
    let id = &encounter["id"];
    desk.call("encounters.describe", json!({
        "id": id, "matter": matter, "onBehalf": "", "categoryId": null,
        "urgency": encounter["urgency"], "complexity": encounter["complexity"], "handoff": ""
    }));
    id.as_i64().unwrap_or_default()
}

fn feedback(desk: &TestDesk) {
    for (kind, name, about, what, points) in [
        ("complaint", "赵女士", "抽血窗口", "等了一小时，没人解释为什么换窗口", vec!["等候太久", "没人解释"]),
        ("praise", "郑先生", "导检护士小林", "全程陪着老人，很耐心", vec![]),
        ("suggestion", "", "早餐券", "希望早餐券可以打包带走", vec![]),
    ] {
        desk.call("feedback.receive", json!({
            "kind": kind, "encounterId": null, "visitorId": null, "name": name, "phone": "13812345678",
            "happenedOn": null, "about": about, "what": what, "points": points
        }));
    }
}
