//! Papers and files that did not come out: each failure has its word, and what was not
//! handed over is not on record as handed over.

use api::{Fonts, KeepFault, SpoolFault};
use proofs::desk::{TestDesk, typed_back, wizard};
use proofs::made::{booking, ticket};
use serde_json::json;

const DAY: &str = "2026-11-23";

/// How often the journal says that something did not leave after all.
fn stayed(desk: &TestDesk) -> usize {
    let all = json!({ "action": "papers.stayed", "objectId": null, "before": null, "day": null });
    let rows = desk.call("journal.list", all)["rows"].clone();
    rows.as_array().unwrap().len()
}

#[test]
fn what_the_printer_does_not_take_is_not_printed() {
    let desk = TestDesk::training();
    let slip = json!({ "id": ticket(&desk), "language": "zh" });
    for (fault, code) in [
        (SpoolFault::NoPrinter, "no_printer"),
        (SpoolFault::Refused("no".into()), "printer_refused"),
        (SpoolFault::NotSupported, "printing_not_supported"),
    ] {
        desk.machine().refuse_paper(Some(fault));
        assert_eq!(desk.refused("tickets.print", slip.clone()).code, code);
    }
    assert!(desk.machine().papers().is_empty());
    assert_eq!(stayed(&desk), 3);
    desk.machine().refuse_paper(None);
    desk.call("tickets.print", slip);
}

#[test]
fn a_file_that_was_not_written_says_why_and_counts_as_lost() {
    let desk = TestDesk::training();
    booking(&desk);
    let voucher = desk.call("bookings.day", json!({ "day": "2026-11-24" }))["rows"][0].clone();
    let saved = json!({ "id": voucher["voucherId"], "paper": "a4", "language": "zh" });
    let exported = json!({ "from": DAY, "to": DAY, "format": "csv", "detail": "masked" });
    for (fault, code) in [
        (KeepFault::Full, "file_disk_full"),
        (KeepFault::Denied, "file_denied"),
        (KeepFault::Other, "file_failed"),
    ] {
        desk.machine().refuse_files(Some(fault));
        for (command, input) in [("vouchers.save", &saved), ("ledger.export", &exported)] {
            let refused = desk.refused(command, input.clone());
            assert_eq!(
                (refused.code.as_str(), refused.field),
                (code, None),
                "{command}"
            );
        }
    }
    assert!(!desk.machine().exports().exists());
    let all = json!({ "from": DAY, "to": DAY, "kind": null, "before": null });
    let listed = desk.call("disclosures.list", all);
    let rows = listed["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row["lost"] == true), "{rows:?}");
}

#[test]
fn without_faces_no_paper_is_made() {
    let mut desk = TestDesk::training();
    let slip = json!({ "id": ticket(&desk), "language": "zh" });
    desk.reopen_with(Fonts::none()).as_staff("1001");
    assert_eq!(desk.refused("tickets.print", slip).code, "paper_failed");
    assert_eq!(stayed(&desk), 1);
    assert!(!desk.machine().is_asked());
}

#[test]
fn the_sheet_of_recovery_codes_is_printed_until_they_are_typed_back() {
    let desk = TestDesk::bare();
    let created = desk.call("setup.create", wizard("empty", false));
    desk.call("setup.print_codes", json!({}));
    assert_eq!(desk.machine().papers().len(), 1);
    desk.call("setup.confirm", typed_back(&created));
    desk.refuses("setup.print_codes", json!({}), "codes_not_confirmed", None);
}
