//! The journal against signed paper: what every ledger carries, and what the
//! verifier says to a line that somebody types.

use proofs::desk::{TestDesk, new_op_id};
use serde_json::{Value, json};

const DAY: &str = "2026-11-23";

/// Exports today's ledger; answers the file.
fn export(desk: &TestDesk, format: &str) -> Vec<u8> {
    let input = json!({ "from": DAY, "to": DAY, "format": format, "detail": "masked" });
    let made = desk.call("ledger.export", input);
    std::fs::read(made["path"].as_str().unwrap()).unwrap()
}

fn verify(desk: &TestDesk, line: &str) -> Value {
    desk.call("session.verify_journal", json!({ "line": line }))
}

fn paper(found: &Value) -> (&str, i64) {
    let paper = &found["paper"];
    (
        paper["outcome"].as_str().unwrap(),
        paper["missing"].as_i64().unwrap(),
    )
}

fn on_screen(desk: &TestDesk) -> String {
    let view = desk.call("ledger.read", json!({ "from": DAY, "to": DAY }));
    view["journalLine"].as_str().unwrap().to_owned()
}

fn last_of_csv(bytes: &[u8]) -> String {
    let text = std::str::from_utf8(bytes).unwrap();
    let last = text.trim_end().lines().last().unwrap();
    last.split("\",\"").nth(3).unwrap().to_owned()
}

#[test]
fn every_export_ends_with_the_line_and_the_verifier_knows_it() {
    let desk = TestDesk::training();
    let line = last_of_csv(&export(&desk, "csv"));
    let parts: Vec<&str> = line.split(" | ").collect();
    assert_eq!(
        (parts.len(), parts[0], parts[2].len()),
        (4, DAY, 20),
        "{line}"
    );
    assert_eq!(line, on_screen(&desk), "nothing happened since");
    assert_eq!(paper(&verify(&desk, &line)), ("matches", 0));
    for _ in 0..3 {
        let input = json!({ "channel": "phone", "visitorId": null });
        desk.repeat(&new_op_id(), "encounters.start", input)
            .unwrap();
    }
    assert_ne!(line, on_screen(&desk));
    assert_eq!(
        paper(&verify(&desk, &line)),
        ("matches", 0),
        "older paper stays right"
    );
    let entries: i64 = parts[3].parse().unwrap();
    let now: i64 = on_screen(&desk)
        .rsplit(" | ")
        .next()
        .unwrap()
        .parse()
        .unwrap();
    assert!(
        now >= entries + 3,
        "the day's entries are counted: {entries} then {now}"
    );
}

#[test]
fn the_workbook_carries_the_line_below_each_table_with_room_to_sign() {
    use calamine::{Reader, Xlsx};
    let desk = TestDesk::training();
    let bytes = export(&desk, "xlsx");
    let line = on_screen(&desk);
    let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    for name in book.sheet_names() {
        let sheet = book.worksheet_range(&name).unwrap();
        let column: Vec<String> = sheet.rows().map(|row| row[0].to_string()).collect();
        let (sign, above) = (column.last().unwrap(), &column[column.len() - 2]);
        assert_eq!(*above, line, "{name}");
        assert!(sign.starts_with("值班主管签字"), "{name}: {sign}");
    }
}

#[test]
fn a_line_that_was_never_printed_differs_and_newer_paper_says_how_many_are_missing() {
    let desk = TestDesk::training();
    let line = last_of_csv(&export(&desk, "csv"));
    let parts: Vec<&str> = line.split(" | ").collect();
    let (seq, seal): (i64, &str) = (parts[1].parse().unwrap(), parts[2]);
    let other: String = seal.chars().rev().collect();
    for wrong in [format!("{seq} {other}"), format!("{} {seal}", seq - 1)] {
        assert_eq!(paper(&verify(&desk, &wrong)), ("differs", 0), "{wrong}");
    }
    assert_eq!(
        paper(&verify(&desk, &format!("{} {seal}", seq + 7))),
        ("newer", 7)
    );
    let refused = desk.refused("session.verify_journal", json!({ "line": "第三条" }));
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("paper_line_shape", Some("line"))
    );
}

#[test]
fn the_line_is_read_however_it_is_typed_and_the_chain_is_walked_with_it() {
    let desk = TestDesk::training();
    let line = last_of_csv(&export(&desk, "csv"));
    let parts: Vec<&str> = line.split(" | ").collect();
    let groups = format!(
        "{} {} {}",
        &parts[2][..4],
        &parts[2][4..12],
        &parts[2][12..]
    );
    let typed = format!(
        "{} ｜ {} ",
        parts[1],
        groups.to_uppercase().replace('0', "o")
    );
    let found = verify(&desk, &typed);
    assert_eq!(
        (paper(&found), &found["brokenAt"]),
        (("matches", 0), &Value::Null)
    );
    assert_eq!(
        verify(&desk, "  ")["paper"],
        Value::Null,
        "an empty line asks for the chain"
    );
}
