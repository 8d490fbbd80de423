//! Desks that are set up once per process and copied by every test: the key
//! derivation is slow by design, and a test should not pay for it six times.

use super::{MONDAY_NINE, TestDesk};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The files of a data folder by their path in it, in memory: nothing is left behind when
/// the process ends.
pub(super) struct Template(Vec<(PathBuf, Vec<u8>)>);

impl Template {
    pub(super) fn of(folder: &Path) -> Self {
        let mut files = Vec::new();
        read_below(folder, Path::new(""), &mut files);
        Self(files)
    }

    pub(super) fn lay_out(&self, folder: &Path) {
        std::fs::create_dir_all(folder).expect("a folder");
        for (name, bytes) in &self.0 {
            let path = folder.join(name);
            let above = path.parent().expect("a folder above");
            std::fs::create_dir_all(above).expect("a folder");
            std::fs::write(path, bytes).expect("a file");
        }
    }
}

fn read_below(folder: &Path, below: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder.join(below)).expect("a data folder") {
        let name = below.join(entry.expect("an entry").file_name());
        let path = folder.join(&name);
        if path.is_dir() {
            read_below(folder, &name, files);
        } else {
            files.push((name, std::fs::read(path).expect("a file")));
        }
    }
}

/// The password of everybody on a test desk.
pub const PASSWORD: &str = "heron-lamp-4471-quay";

/// Who works on a test desk: number, name, role.
pub const STAFF: [(&str, &str, &str); 4] = [
    ("1001", "李敏", "administrator"),
    ("1002", "王芳", "receptionist"),
    ("1003", "单国强", "specialist"),
    ("1004", "曾丽华", "supervisor"),
];

/// A training desk with the starter content.
pub(super) fn training() -> &'static Template {
    static MADE: OnceLock<Template> = OnceLock::new();
    MADE.get_or_init(|| set_up("starter", true))
}

/// A desk for real data without content.
pub(super) fn empty() -> &'static Template {
    static MADE: OnceLock<Template> = OnceLock::new();
    MADE.get_or_init(|| set_up("empty", false))
}

/// What the wizard sends.
pub fn wizard(content: &str, training: bool) -> Value {
    let hours: Vec<Value> = (1..=6)
        .map(|weekday| {
            json!({ "weekday": weekday, "opens": "07:30", "closes": "17:00", "breakFrom": "12:00", "breakTo": "13:30" })
        })
        .collect();
    let (no, name, _) = STAFF[0];
    json!({
        "institution": { "name": "青禾体检中心", "address": "和平路 18 号", "phone": "010-00006666", "hours": hours },
        "admin": { "no": no, "name": name, "password": PASSWORD },
        "content": content,
        "training": training,
    })
}

/// Types the recovery codes back as a person does from the sheet.
pub fn typed_back(created: &Value) -> Value {
    let answers: Vec<Value> = created["ask"]
        .as_array()
        .expect("groups to type back")
        .iter()
        .map(|ask| {
            let (code, group) = (
                ask["code"].as_u64().expect("0 or 1"),
                ask["group"].as_u64().expect("1 to 7"),
            );
            let printed = created["codes"][usize::try_from(code).expect("small")]
                .as_str()
                .expect("a code");
            let text = printed
                .split('-')
                .nth(usize::try_from(group).expect("small") - 1)
                .expect("a group");
            json!({ "code": code, "group": group, "text": text })
        })
        .collect();
    json!({ "answers": answers })
}

/// The one-time code of an answer, as the administrator reads it out.
pub fn handed(answer: &Value) -> String {
    answer["code"].as_str().expect("a one-time code").to_owned()
}

fn set_up(content: &str, training: bool) -> Template {
    let desk = TestDesk::bare();
    let created = desk.call("setup.create", wizard(content, training));
    desk.call("setup.confirm", typed_back(&created));
    let codes: Vec<(&str, String)> = STAFF[1..]
        .iter()
        .map(|(no, name, role)| {
            let input = json!({ "no": no, "name": name, "role": role });
            (*no, handed(&desk.call("staff.add", input)))
        })
        .collect();
    for (no, code) in codes {
        desk.sign_in(no, &code).expect("the one-time code opens");
        desk.call(
            "staff.change_password",
            json!({ "current": code, "next": PASSWORD }),
        );
    }
    desk.machine().set(MONDAY_NINE);
    desk.gateway().close();
    Template::of(&desk.data())
}
