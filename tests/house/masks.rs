//! What a receptionist sees: no list answers a number in full, and what shows a
//! person in full stands on a short list with its reason (R 10.3).

use proofs::desk::TestDesk;
use proofs::made::{PROOFS, Person, Stage, TUESDAY, here, id, issue, place, start, visit};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const NAME: &str = "欧阳𠮷䶮";
const PHONE: &str = "13987650123";
const PHONE_2: &str = "057187654329";
const IDENTITY: &str = "110105194912310038";
const CONTACT_NAME: &str = "尉迟㙍";
const CONTACT_PHONE: &str = "13676543219";
const STREET: &str = "建国路甲";

/// One person's page, opened on purpose; and why it may show what it shows.
/// `vouchers.preview` draws what `vouchers.read` answers: its outlines hold no text to find.
const IN_FULL: &[(&str, &str)] = &[
    (
        "visitors.read",
        "the person in front of the desk checks their own record; numbers stay masked",
    ),
    (
        "encounters.read",
        "the conversation that is being held, as it was said",
    ),
    (
        "bookings.read",
        "the voucher of the person who comes, read back to them",
    ),
    (
        "vouchers.read",
        "the voucher as it is printed for its owner; the phone stays masked",
    ),
    (
        "vouchers.verify",
        "the owner holds the voucher out; the phone stays masked",
    ),
    (
        "feedback.read",
        "whoever handles it reads it as it was said; the phone stays masked",
    ),
    (
        "requests.read",
        "the person in front of the desk asks about their own data",
    ),
    (
        "drafts.read",
        "what the same member of staff is typing right now",
    ),
];

/// What people typed into one record may hold a number too, and is shown with it.
const NUMBERS_IN_WORDS: &[&str] = &[
    "visitors.read",
    "encounters.read",
    "feedback.read",
    "requests.read",
    "drafts.read",
    "bookings.read",
    "vouchers.read",
    "vouchers.verify",
];

struct World {
    desk: TestDesk,
    visitor: i64,
    encounter: i64,
    ticket: i64,
    feedback: i64,
    booking: Value,
    request: i64,
    /// What else there is to ask.
    asked: Vec<(&'static str, Value)>,
}

impl Stage for World {
    fn desk(&self) -> &TestDesk {
        &self.desk
    }

    fn watch(&mut self, read: &'static str, input: Value) {
        self.asked.push((read, input));
    }

    fn play(&mut self, command: &'static str, input: Value) -> Value {
        self.desk.call(command, input)
    }
}

fn plant() -> World {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let said = format!("{NAME}，电话 {PHONE}，证件 {IDENTITY}");
    let person = Person::named(NAME)
        .phone(PHONE)
        .with("phone2", PHONE_2)
        .resident(IDENTITY)
        .with("address", format!("北京市朝阳区{STREET} 88 号"))
        .with("note", said.as_str());
    let visitor = id(&person.come(&desk));
    let encounter = id(&start(&desk, "walk_in", visitor));
    let leaf = desk.call("categories.list", json!({}))["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["parentId"].is_number())
        .unwrap()["id"]
        .clone();
    desk.call(
        "encounters.describe",
        json!({ "id": encounter, "matter": said, "onBehalf": "", "categoryId": leaf, "urgency": "routine", "complexity": "specialist", "handoff": said }),
    );
    desk.call("encounters.answer", json!({ "id": encounter, "question": said, "nature": "other", "analysis": said, "answer": said }));
    desk.call(
        "encounters.promise",
        json!({ "id": encounter, "what": said, "dueAt": desk.machine().at() + 60_000 }),
    );
    desk.call("encounters.ask_escort", json!({ "id": encounter }));
    let ticket = issue(&desk, &json!(encounter));
    let feedback = id(&desk.call(
        "feedback.receive",
        json!({ "kind": "complaint", "encounterId": null, "visitorId": null, "name": CONTACT_NAME, "phone": CONTACT_PHONE,
            "happenedOn": null, "about": format!("{CONTACT_NAME} {CONTACT_PHONE}"), "what": format!("{CONTACT_NAME}，请打 {CONTACT_PHONE}"), "points": [] }),
    )["line"]);
    let (schedule, service) = place(&desk, "ecg");
    let mut wanted = visit(visitor, service, schedule, TUESDAY, "08:30");
    (wanted["encounterId"], wanted["note"]) = (json!(encounter), json!(said));
    let booking = desk.call("bookings.book", wanted);
    let request = id(&desk.call(
        "requests.record",
        json!({ "visitorId": visitor, "wish": "see", "words": said, "verified": "document", "verifiedNote": "" }),
    )["line"]);
    desk.call("drafts.save", json!({ "key": "visit", "body": said }));
    let mut world = World {
        asked: Vec::new(),
        ticket: ticket["ticket"]["id"]
            .as_i64()
            .unwrap_or_else(|| panic!("{ticket}")),
        desk,
        visitor,
        encounter,
        feedback,
        booking,
        request,
    };
    world.desk.as_staff("1001");
    for proof in PROOFS {
        (proof.play)(&mut world, visitor);
    }
    world.desk.as_staff("1002");
    world
}

/// Inputs that lead to the planted people; a command that is not here takes none.
fn inputs(world: &World, command: &str) -> Vec<Value> {
    let asked = world.asked.iter().filter(|(read, _)| *read == command);
    let asked: Vec<Value> = asked.map(|(_, input)| input.clone()).collect();
    if !asked.is_empty() {
        return asked;
    }
    let of = |id: i64| vec![json!({ "id": id })];
    let of_encounter = || vec![json!({ "encounterId": world.encounter })];
    let line = &world.booking["line"];
    let needs = json!({ "relation": "self", "sex": null, "age": null, "goal": "", "concerns": [], "conditions": [], "allergies": [],
        "deniedConditions": [], "deniedAllergies": [], "done": [], "budget": null, "minutes": null, "days": "", "asked": [] });
    match command {
        "visitors.read" => vec![here(world.visitor)],
        "encounters.of_visitor" | "bookings.of_visitor" => of(world.visitor),
        "encounters.read"
        | "encounters.suggested_outcome"
        | "feedback.of_encounter"
        | "bookings.of_encounter" => of(world.encounter),
        "assessments.read"
        | "proposals.list"
        | "proposals.accepted"
        | "proposals.reach"
        | "tickets.of_encounter" => of_encounter(),
        "tickets.why" => of(world.ticket),
        "tickets.board" => vec![json!({ "pointId": null })],
        "feedback.read" => of(world.feedback),
        "feedback.list" => ["open", "late", "closed", "all"]
            .map(|f| json!({ "filter": f, "kind": null }))
            .to_vec(),
        "requests.read" | "requests.plan" => of(world.request),
        "bookings.read" => of(id(line)),
        "vouchers.read" => vec![json!({ "id": line["voucherId"] })],
        "vouchers.preview" => ["a5", "roll80"]
            .map(|paper| json!({ "id": line["voucherId"], "paper": paper, "language": "zh" }))
            .to_vec(),
        "vouchers.verify" => vec![json!({ "scan": line["voucherNo"] })],
        "bookings.day" => vec![json!({ "day": "2026-11-24" })],
        "bookings.slots" => vec![
            json!({ "visitorId": world.visitor, "packageId": null, "serviceIds": [world.booking["items"][0]["serviceId"]], "from": "2026-11-24", "days": 3, "movingId": null }),
        ],
        "visitors.find" => [NAME, "650123", "ouyang", "0038", PHONE_2]
            .map(|text| json!({ "text": text }))
            .to_vec(),
        "visitors.likely_same" => vec![
            json!({ "id": null, "name": NAME, "phone": PHONE, "bornOn": null, "idNumber": IDENTITY }),
        ],
        "visitors.check_born" => vec![json!({ "bornOn": "1949" })],
        "visitors.check_id" => vec![json!({ "idNumber": IDENTITY })],
        "ledger.read" => vec![json!({ "from": "2026-11-23", "to": "2026-11-24", "page": 0 })],
        "catalogue.list" | "guidance.referrals" => vec![json!({ "text": "" })],
        "categories.suggest" | "assessments.read_line" => {
            vec![json!({ "text": "血压 周六" })]
        }
        "assessments.next_question" => vec![json!({ "needs": needs })],
        "catalogue.package" | "catalogue.service" => of(1),
        "guidance.phrases" => vec![json!({ "step": "probing", "channel": "phone" })],
        "drafts.read" => vec![json!({ "key": "visit" })],
        _ => vec![json!({})],
    }
}

/// The answers of every command that a receptionist may read.
fn answers(world: &World) -> Vec<(&'static str, String)> {
    let state = world.desk.call("session.state", json!({}));
    let rights: BTreeSet<&str> = state["rights"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let mut all = Vec::new();
    for line in api::command_lines() {
        let may = line.right.is_none_or(|right| rights.contains(right));
        if line.kind != "read" || !may {
            continue;
        }
        for input in inputs(world, line.name) {
            let answer = world.desk.answer(line.name, input.clone());
            let answer = answer.unwrap_or_else(|p| {
                panic!(
                    "{} {input}: give it an input that is answered: {p:?}",
                    line.name
                )
            });
            all.push((line.name, answer.value.to_string()));
        }
    }
    all
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[test]
fn no_list_answers_a_number_in_full() {
    let world = plant();
    let answers = answers(&world);
    assert!(answers.len() > 40, "{} answers", answers.len());
    for (command, answer) in &answers {
        if NUMBERS_IN_WORDS.contains(command) {
            continue;
        }
        for secret in [PHONE, PHONE_2, IDENTITY, CONTACT_PHONE] {
            assert!(
                !answer.contains(secret) && !answer.contains(&secret[1..]),
                "{command} answers {secret}: {answer}"
            );
        }
        assert!(
            !answer.contains(STREET),
            "{command} answers an address: {answer}"
        );
    }
    // The search finds what is there: unmasked, the same people show.
    world.desk.as_staff("1004");
    let full = json!({ "from": "2026-11-23", "to": "2026-11-24", "format": "csv", "detail": "full", "purpose": "complaint", "receiver": "own_use" });
    let made = world.desk.call("ledger.export", full);
    let sheet = std::fs::read_to_string(made["path"].as_str().unwrap()).unwrap();
    assert!(
        sheet.contains(NAME) && digits(&sheet).contains(PHONE) && sheet.contains(CONTACT_PHONE)
    );
}

#[test]
fn a_person_in_full_stands_only_where_the_short_list_says_so() {
    let world = plant();
    let mut shown = BTreeSet::new();
    for (command, answer) in answers(&world) {
        if [NAME, CONTACT_NAME]
            .iter()
            .any(|name| answer.contains(name))
        {
            shown.insert(command);
        }
    }
    let own = PROOFS.iter().flat_map(|proof| proof.in_full);
    let listed: BTreeSet<&str> = IN_FULL.iter().chain(own).map(|(read, _)| *read).collect();
    assert_eq!(shown, listed, "each with its reason");
}

#[test]
fn one_record_masks_its_numbers_too() {
    let world = plant();
    let visitor = world.desk.call("visitors.read", here(world.visitor));
    assert_eq!(
        json!([visitor["phone"], visitor["phone2"], visitor["idNumber"]]),
        json!(["139****0123", "057****4329", "······0038"])
    );
    let feedback = world
        .desk
        .call("feedback.read", json!({ "id": world.feedback }));
    assert_eq!(feedback["phone"], "136****3219");
    let booking = world.desk.call(
        "bookings.read",
        json!({ "id": world.booking["line"]["id"] }),
    );
    assert_eq!(booking["line"]["phone"], "139****0123");
    assert_eq!(booking["voucher"]["phone"], "139****0123");
}

#[test]
fn the_journal_holds_codes_and_numbers_and_nothing_that_was_typed() {
    let world = plant();
    world.desk.as_staff("1001");
    let (mut before, mut entries) = (Value::Null, 0);
    loop {
        let page =
            json!({ "before": before, "actor": "", "object": "", "objectId": null, "day": "" });
        let page = world.desk.call("journal.list", page);
        let rows = page["rows"].as_array().unwrap();
        for row in rows {
            let detail = row["detail"].as_str().unwrap();
            assert!(detail.is_ascii(), "{row}");
            entries += 1;
        }
        before = page["next"].clone();
        if before.is_null() || rows.is_empty() {
            break;
        }
    }
    assert!(entries > 20, "{entries} entries");
}
