//! What scripts take home: vouchers and ledgers.

use super::place::{Place, code, words};
use serde_json::{Value, json};
use std::path::Path;

/// The paper crate's small faces under the names of the real ones.
fn fonts(place: &Place) -> String {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../paper/fixtures");
    for (small, real) in [
        ("Sheet-Regular.ttf", "NotoSansSC_400Regular.ttf"),
        ("Sheet-Bold.ttf", "NotoSansSC_700Bold.ttf"),
    ] {
        std::fs::copy(from.join(small), place.0.join(real)).unwrap();
    }
    place.0.display().to_string()
}

#[test]
fn a_voucher_is_written_on_every_paper_and_each_time_counts_as_a_print() {
    let place = Place::with_desk(&["--training", "--starter"]);
    let at = 1_770_253_200_000_i64;
    let line = |command: &str, input: Value| {
        json!({ "command": command, "input": input, "at": at }).to_string()
    };
    let visitor = json!({ "name": "单丹", "phone": "15400001111", "phone2": "", "idKind": "none", "idNumber": "", "sex": "female",
        "bornOn": "1980-01-01", "address": "", "note": "", "groups": [], "conditions": [], "allergies": [] });
    let said = place.session(&[
        &line(
            "visitors.register",
            json!({ "visitor": visitor, "consent": "spoken", "healthConsent": null }),
        ),
        &line("schedules.list", json!({})),
    ]);
    let rows = said[1]["value"]["rows"].as_array().unwrap();
    let room = rows.iter().find(|row| row["code"] == "ecg").unwrap();
    let service = room["services"][0]["id"].clone();
    let ask = json!({ "visitorId": null, "packageId": null, "serviceIds": [service], "from": "2026-02-06", "days": 1, "movingId": null });
    let free = place.session(&[&line("bookings.slots", ask)]);
    let start = &free[0]["value"]["days"][0]["offers"][0]["start"];
    let item = json!({ "serviceId": service, "scheduleId": room["id"], "day": "2026-02-06", "start": start });
    let wanted = json!({ "visitorId": said[0]["value"]["id"], "encounterId": null, "packageId": null, "items": [item], "readBack": true, "needs": "", "note": "" });
    let booked = place.session(&[&line("bookings.book", wanted)]);
    let number = booked[0]["value"]["line"]["voucherNo"].as_str().unwrap();

    let fonts = fonts(&place);
    for (n, paper) in ["a4", "a5", "80mm"].into_iter().enumerate() {
        let out = place.file(&format!("{paper}.pdf"));
        let args = [
            "--number", number, "--paper", paper, "--out", &out, "--fonts", &fonts,
        ];
        let done = place.ask("voucher", &args, "");
        assert_eq!(code(&done), 0, "{done:?}");
        let told: Value = serde_json::from_slice(&done.stdout).unwrap();
        assert_eq!((&told["place"], &told["n"]), (&json!(out), &json!(n + 1)));
        assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF"));
        assert!(words(&place.ask("voucher", &args, "")).starts_with("file_exists: "));
    }
    let out = place.file("none.pdf");
    let done = place.ask(
        "voucher",
        &[
            "--number",
            "2026020600018",
            "--paper",
            "a5",
            "--out",
            &out,
            "--fonts",
            &fonts,
        ],
        "",
    );
    assert!(
        code(&done) == 1 && words(&done).starts_with("voucher_") && !Path::new(&out).exists(),
        "{done:?}"
    );
}

#[test]
fn a_training_day_can_be_replayed_and_taken_home() {
    let place = Place::with_desk(&["--training", "--starter"]);
    let nine = 1_770_253_200_000_i64;
    let said = place.session(&[
        &json!({ "id": 1, "command": "encounters.start", "input": { "channel": "phone", "visitorId": null }, "at": nine }).to_string(),
        &json!({ "id": 2, "command": "encounters.close", "input": { "id": 1, "outcome": "declined", "note": "", "rating": 5 }, "at": nine + 240_000 }).to_string(),
    ]);
    assert_eq!(said[0]["value"]["startedAt"], nine);
    assert_eq!(said[1]["value"]["endedAt"], nine + 240_000);

    let out = place.file("ledger.csv");
    let ask = [
        "--from",
        "2026-02-05",
        "--to",
        "2026-02-05",
        "--format",
        "csv",
        "--out",
        &out,
    ];
    let done = place.ask("ledger", &ask, "");
    assert_eq!(code(&done), 0, "{done:?}");
    let csv = std::fs::read(&out).unwrap();
    assert!(
        csv.starts_with(&[0xEF, 0xBB, 0xBF])
            && String::from_utf8_lossy(&csv).contains("20260205-0001")
    );
    assert!(
        code(&place.ask("ledger", &ask, "")) == 1,
        "what is there is not overwritten"
    );
    let full = place.file("full.csv");
    let done = place.ask(
        "ledger",
        &[
            "--from",
            "2026-02-05",
            "--to",
            "2026-02-05",
            "--format",
            "csv",
            "--out",
            &full,
            "--full",
        ],
        "",
    );
    assert!(
        code(&done) == 1 && words(&done).starts_with("empty: ") && !Path::new(&full).exists(),
        "{done:?}"
    );
    let why = |purpose: &str| {
        [
            "--from",
            "2026-02-05",
            "--to",
            "2026-02-05",
            "--format",
            "csv",
            "--out",
            &full,
            "--full",
            "--purpose",
            purpose,
            "--receiver",
            "superior",
            "--receiver-name",
            "市卫生健康委员会",
        ]
        .map(str::to_owned)
    };
    let ask = |purpose: &str| {
        let args = why(purpose);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        place.ask("ledger", &args, "")
    };
    assert_eq!(code(&ask("curiosity")), 2);
    let done = ask("inspection");
    assert_eq!(code(&done), 0, "{done:?}");
    let csv = std::fs::read_to_string(&full).unwrap();
    assert!(csv.contains("上级检查") && csv.contains("市卫生健康委员会"));
    let done = place.ask(
        "ledger",
        &[
            "--from", "x", "--to", "y", "--format", "doc", "--out", &full,
        ],
        "",
    );
    assert_eq!(code(&done), 2);
}
