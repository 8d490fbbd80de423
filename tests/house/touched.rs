//! A screen is never stale: whatever a write changes in any read, its answer says so. A
//! day is played command by command, and every read is asked before and after each.

mod back;
mod front;

use proofs::desk::TestDesk;
use proofs::made::{PROOFS, Stage, needs};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What is not played, and why. Whatever else changes something is.
const NOT_PLAYED: &[(&str, &[&str])] = &[
    ("it changes nothing that is read", LOOKS),
    (
        "the window forgets every read when the desk opens or closes",
        DOORS,
    ),
    ("no alarm stands", &["integrity.go_on"]),
];
const LOOKS: &[&str] = &[
    "backups.choose",
    "backups.list",
    "backups.progress",
    "session.state",
    "session.touch",
    "session.verify_journal",
    "setup.strength",
];
const DOORS: &[&str] = &[
    "backups.restore",
    "session.lock",
    "session.recover",
    "session.sign_in",
    "session.sign_out",
    "setup.create",
];
/// Reads that answer from what was typed, and from nothing that is stored.
const OF_THEMSELVES: &[&str] = &["visitors.check_born", "visitors.check_id"];

/// What a page is typing is kept by that page alone; asking for it again would take the
/// words from under the hands.
const OWN: &str = "drafts.read";

type Answers = BTreeMap<(&'static str, String), String>;

/// A desk under watch.
struct Watched {
    desk: TestDesk,
    /// What every read shows.
    shows: BTreeMap<&'static str, BTreeSet<String>>,
    /// What is asked each time.
    reads: Vec<(&'static str, Value)>,
    /// What they answered last.
    last: Answers,
    answered: BTreeSet<&'static str>,
    played: BTreeSet<String>,
    stale: BTreeSet<String>,
}

fn word(subject: &api::Topic) -> String {
    format!("{subject:?}")
}

impl Stage for Watched {
    fn desk(&self) -> &TestDesk {
        &self.desk
    }

    fn watch(&mut self, read: &'static str, input: Value) {
        Self::watch(self, read, input);
    }

    fn play(&mut self, command: &'static str, input: Value) -> Value {
        Self::play(self, command, input)
    }
}

impl Watched {
    fn new() -> Self {
        let lines = api::command_lines();
        let shows = lines.iter().filter(|line| line.kind == "read");
        let reads = shows.clone().filter(|line| line.input == "Nothing");
        let mut watched = Self {
            desk: TestDesk::training(),
            reads: reads.map(|line| (line.name, json!({}))).collect(),
            shows: shows
                .map(|line| (line.name, line.shows.iter().map(word).collect()))
                .collect(),
            last: Answers::new(),
            answered: BTreeSet::new(),
            played: BTreeSet::new(),
            stale: BTreeSet::new(),
        };
        watched.last = watched.ask();
        watched
    }

    /// From now on this is asked too.
    fn watch(&mut self, read: &'static str, input: Value) {
        assert!(self.shows.contains_key(read), "{read} is no read");
        self.reads.push((read, input));
        self.last = self.ask();
    }

    fn ask(&mut self) -> Answers {
        let mut answers = Answers::new();
        for (read, input) in &self.reads {
            let answer = match self.desk.answer(read, input.clone()) {
                Ok(answer) => {
                    self.answered.insert(*read);
                    answer.value.to_string()
                }
                Err(problem) => problem.code,
            };
            answers.insert((*read, input.to_string()), answer);
        }
        answers
    }

    /// Plays one command that changes something, and looks at every read.
    fn play(&mut self, command: &str, input: Value) -> Value {
        let (value, touched) = self.run(command, input);
        self.compare(command, &touched);
        value
    }

    /// Runs one command: its value, and what it says to have touched.
    #[allow(
        clippy::needless_pass_by_value,
        reason = "inputs are made where they are played"
    )]
    fn run(&mut self, command: &str, input: Value) -> (Value, BTreeSet<String>) {
        let answer = self
            .desk
            .answer(command, input.clone())
            .unwrap_or_else(|problem| panic!("{command} {input}: {problem:?}"));
        self.played.insert(command.to_owned());
        (answer.value, answer.touched.iter().map(word).collect())
    }

    /// Asks every read again after what was played.
    fn compare(&mut self, played: &str, touched: &BTreeSet<String>) {
        let now = self.ask();
        for ((read, input), after) in &now {
            let before = self.last.get(&(*read, input.clone()));
            if *read != OWN && before != Some(after) && self.shows[read].is_disjoint(touched) {
                self.stale.insert(format!(
                    "{played} {touched:?} changes {read} {:?}",
                    self.shows[read]
                ));
            }
        }
        self.last = now;
    }
}

#[test]
fn what_a_write_changes_it_touches() {
    let mut w = Watched::new();
    looks(&mut w);
    let who = front::reception(&mut w);
    front::queue(&mut w);
    front::advice(&mut w, who);
    front::bookings(&mut w, who);
    front::quality(&mut w, who);
    for proof in PROOFS {
        (proof.play)(&mut w, who);
    }
    back::content(&mut w);
    back::house(&mut w);
    back::staff(&mut w);
    back::backups(&mut w);
    back::codes(&mut w);
    back::record(&mut w, who);
    let unasked: Vec<_> = w
        .shows
        .keys()
        .filter(|read| !w.answered.contains(*read) && !OF_THEMSELVES.contains(*read))
        .collect();
    assert!(unasked.is_empty(), "nothing answers {unasked:?}");
    let lines = api::command_lines();
    let changing = lines.iter().filter(|line| line.kind != "read");
    let unplayed: BTreeSet<&str> = changing
        .map(|line| line.name)
        .filter(|name| !w.played.contains(*name))
        .collect();
    let excused = NOT_PLAYED.iter().flat_map(|(_, names)| *names);
    let excused: BTreeSet<&str> = excused.copied().collect();
    assert_eq!(
        unplayed, excused,
        "play it in its PROOF (made/events.rs) or say why not"
    );
    let stale: Vec<&String> = w.stale.iter().collect();
    assert!(stale.is_empty(), "{} stale:\n{stale:#?}", stale.len());
}

/// Reads that need no record of their own.
fn looks(w: &mut Watched) {
    let day = "2026-11-23";
    let all = json!({ "before": null, "actor": "", "object": "", "objectId": null, "day": null });
    for (read, input) in [
        ("journal.list", all),
        (
            "ledger.read",
            json!({ "from": day, "to": "2026-11-27", "page": 0 }),
        ),
        (
            "disclosures.list",
            json!({ "from": day, "to": day, "kind": null, "before": null }),
        ),
        (
            "incidents.draft",
            json!({ "from": day, "to": day, "staffNo": "1001", "object": "" }),
        ),
        ("notices.minors", json!({ "year": 2026 })),
        (
            "retention.preview",
            json!({ "kinds": ["visitors", "encounters", "tickets"] }),
        ),
        ("catalogue.list", json!({ "text": "" })),
        ("catalogue.service", json!({ "id": 1 })),
        ("catalogue.package", json!({ "id": 1 })),
        ("categories.suggest", json!({ "text": "投诉 反映" })),
        (
            "guidance.phrases",
            json!({ "step": "probing", "channel": "phone" }),
        ),
        ("guidance.referrals", json!({ "text": "" })),
        ("assessments.read_line", json!({ "text": "血压 周六" })),
        ("assessments.next_question", json!({ "needs": needs() })),
        ("tickets.board", json!({ "pointId": null })),
        ("bookings.day", json!({ "day": "2026-11-24" })),
        ("visitors.find", json!({ "text": "单" })),
        ("drafts.read", json!({ "key": "visit" })),
    ] {
        w.watch(read, input);
    }
    for filter in ["open", "late", "closed", "all"] {
        w.watch("feedback.list", json!({ "filter": filter, "kind": null }));
    }
}
