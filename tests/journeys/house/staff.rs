//! Who works here: numbers, the last administrator, the slip with a one-time code.

use proofs::desk::{PASSWORD, TestDesk, handed};
use serde_json::json;

#[test]
fn a_staff_number_is_short_plain_and_one_person_s() {
    let desk = TestDesk::training();
    let new = |no: &str| json!({ "no": no, "name": "新人", "role": "receptionist" });
    desk.refuses("staff.add", new("1002"), "staff_no_taken", Some("no"));
    for no in ["1", "1234567890123", "九号", "10 05"] {
        desk.refuses("staff.add", new(no), "staff_no_shape", Some("no"));
    }
}

#[test]
fn the_last_administrator_stays_one() {
    let desk = TestDesk::training();
    let own = desk.call("session.state", json!({}))["staff"]["id"].clone();
    let order = json!({ "id": own, "role": "supervisor", "reason": "轮岗" });
    desk.refuses("staff.set_role", order, "last_administrator", None);
    assert!(desk.sign_in("1001", PASSWORD).is_ok());
}

#[test]
fn a_one_time_code_is_printed_as_it_was_handed_out() {
    let desk = TestDesk::training();
    let new = json!({ "no": "1009", "name": "新人", "role": "receptionist" });
    let added = desk.call("staff.add", new);
    let slip = |code: &str| json!({ "id": added["staff"]["id"], "code": code });
    desk.refuses(
        "staff.print_code",
        slip("不是口令"),
        "code_shape",
        Some("code"),
    );
    desk.call("staff.print_code", slip(&handed(&added)));
    let papers = desk.machine().papers();
    assert_eq!(papers.len(), 1);
    assert!(
        !papers[0].title.contains(&handed(&added)),
        "the spooler's list tells no code"
    );
}

#[test]
fn a_password_s_strength_counts_what_everybody_knows_of_its_owner() {
    let desk = TestDesk::bare();
    let ask = |password: &str| {
        let asked = json!({ "password": password, "hints": ["1001", "李敏"] });
        desk.call("setup.strength", asked)["enough"].clone()
    };
    assert_eq!(
        (ask("limin1001"), ask(PASSWORD)),
        (json!(false), json!(true))
    );
}
