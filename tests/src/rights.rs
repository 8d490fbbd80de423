//! Roles × commands: who may call what. The written table is `rights/`, a file for the
//! commands whose names begin alike; here each command is really called as each role and as
//! nobody, and compared with its cell. The columns are those of `COLUMNS`. `yes`: the call
//! passes the gate (a rule may still refuse it); anything else is the code the gate refuses
//! with. A line with fields is the same command with these fields set, where the right hangs
//! on them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what tests are built of"
)]

use crate::desk::{PASSWORD, STAFF, TestDesk, new_op_id};
use crate::shapes::{Mood, Shapes};
use api::Call;
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Columns of the table: nobody, then by how much they may do.
const COLUMNS: [&str; 5] = [
    "nobody",
    "receptionist",
    "specialist",
    "supervisor",
    "administrator",
];
/// What the gate itself answers. Anything else has passed it.
const GATE: &[&str] = &[
    "locked",
    "no_right",
    "must_change_password",
    "codes_not_confirmed",
    "unknown_command",
    "operation_id_missing",
];

/// The files: how the names of their commands begin, and their lines.
fn files() -> Vec<(String, Vec<String>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rights");
    let file = |path: PathBuf| {
        let begins = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        (begins, text.lines().map(str::to_owned).collect())
    };
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| file(entry.unwrap().path())).collect()
}

/// A line: the command, and which fields are set when its right hangs on them.
fn written() -> BTreeMap<String, [String; 5]> {
    let mut lines = BTreeMap::new();
    for line in files().iter().flat_map(|(_, lines)| lines) {
        let mut words: Vec<&str> = line.split_whitespace().collect();
        let cells = words.split_off(words.len() - 5);
        let cells: Vec<String> = cells.into_iter().map(str::to_owned).collect();
        let twice = lines.insert(words.join(" "), cells.try_into().unwrap());
        assert!(twice.is_none(), "two lines for {}", words.join(" "));
    }
    lines
}

fn line(name: &str, cells: &[String; 5]) -> String {
    let [a, b, c, d, e] = cells;
    format!("{name:<48} {a:<9} {b:<13} {c:<11} {d:<11} {e}")
}

/// One desk a column; somebody sits at each but the first.
struct Column {
    no: Option<&'static str>,
    desk: TestDesk,
}

impl Column {
    fn new(role: &str) -> Self {
        let staff = STAFF
            .iter()
            .find(|(_, _, r)| *r == role)
            .map(|(no, _, _)| *no);
        let mut column = Self {
            no: staff,
            desk: TestDesk::training(),
        };
        column.arrive();
        column
    }

    /// The last command may have locked the desk, or changed who may enter.
    fn arrive(&mut self) {
        let Some(no) = self.no else {
            drop(self.desk.answer("session.sign_out", json!({})));
            return;
        };
        let state = self.desk.call("session.state", json!({}));
        let here = state["staff"]["no"] == no
            && state["phase"] == "open"
            && state["staff"]["mustChange"] == false;
        if !here && self.desk.sign_in(no, PASSWORD).is_err() {
            self.desk = TestDesk::training();
            self.desk.as_staff(no);
        }
    }

    /// `yes` when the call got past the gate, else the gate's code.
    fn cell(&mut self, command: &str, input: &Value) -> String {
        self.arrive();
        // Not as somebody who expects an answer: any will do that is not the gate's.
        let answer = self.desk.gateway().call(Call {
            command: command.to_owned(),
            input: input.clone(),
            op_id: Some(new_op_id()),
            at: None,
        });
        match answer {
            Ok(_) => "yes".to_owned(),
            // Set-up itself answers so when there are no codes to type back.
            Err(problem)
                if problem.code == "codes_not_confirmed" && command.starts_with("setup.") =>
            {
                "yes".to_owned()
            }
            Err(problem) if GATE.contains(&problem.code.as_str()) => problem.code,
            Err(problem) => {
                assert!(
                    problem.code != "input_shape",
                    "{command} {input}: the proof's input has the wrong shape: {problem:?}"
                );
                "yes".to_owned()
            }
        }
    }
}

/// Calls every command as everybody: how many cells there are, and what differs.
pub fn compared() -> (usize, Vec<String>) {
    let shapes = Shapes::of_the_table();
    let written = written();
    let mut columns = COLUMNS.map(Column::new);
    let inputs: BTreeMap<String, String> = api::command_lines()
        .into_iter()
        .map(|l| (l.name.to_owned(), l.input))
        .collect();
    // Every command once, and again for each line that sets fields of its input.
    let with_fields = written.keys().filter(|name| name.contains('{')).cloned();
    let names: Vec<String> = inputs.keys().cloned().chain(with_fields).collect();
    let mut wrong = Vec::new();
    for (n, name) in (0..).zip(&names) {
        let (command, fields) = name.split_once(' ').unwrap_or((name, "{}"));
        let Some(type_name) = inputs.get(command) else {
            wrong.push(format!("remove, there is no such command:\n  {name}"));
            continue;
        };
        let fields: Value = serde_json::from_str(fields).unwrap_or_else(|e| panic!("{name}: {e}"));
        let cells = columns.each_mut().map(|column| {
            let mut input = shapes.value(type_name, Mood::Plausible, &mut StdRng::seed_from_u64(n));
            for (field, value) in fields.as_object().unwrap() {
                input[field] = value.clone();
            }
            column.cell(command, &input)
        });
        match written.get(name) {
            None => wrong.push(format!(
                "add to tests/src/rights/{}.txt, if that is what is meant:\n{}",
                name.split('.').next().unwrap(),
                line(name, &cells)
            )),
            Some(meant) if *meant != cells => wrong.push(format!(
                "differs\n  written {}\n  found   {}",
                line(name, meant),
                line(name, &cells)
            )),
            Some(_) => {}
        }
    }
    for gone in written.keys().filter(|name| !names.contains(name)) {
        wrong.push(format!("remove, there is no such command:\n  {gone}"));
    }
    (names.len() * COLUMNS.len(), wrong)
}

/// What the written table must not say; its order.
///
/// # Panics
/// Where it says it.
pub fn assert_table() {
    for (begins, lines) in files() {
        assert!(
            lines.is_sorted(),
            "rights/{begins}.txt is sorted by command"
        );
        let begins = format!("{begins}.");
        assert!(lines.iter().all(|line| line.starts_with(&begins)));
    }
    for (name, cells) in written() {
        for cell in &cells {
            assert!(
                matches!(cell.as_str(), "yes" | "no_right" | "locked"),
                "{name}: {cell}"
            );
        }
        // What an administrator may not do, nobody may; nobody has fewer rights than anybody.
        assert!(
            cells[4] == "yes" || cells.iter().all(|cell| cell != "yes"),
            "{name}"
        );
        // Restoring is open before anybody can sign in, by a secret of the backup itself.
        let bare = name.starts_with("backups.");
        assert!(
            cells[0] != "yes" || bare || cells.iter().all(|cell| cell == "yes"),
            "{name}"
        );
    }
}
