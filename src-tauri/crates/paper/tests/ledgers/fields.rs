//! A ledger as CSV.

use paper::{Fen, Language, ledger_csv};

use crate::support::ledger::sheet;
use crate::{PAYLOADS, hostile, records};

#[test]
fn formulas_are_defused_in_the_csv() {
    let bytes = ledger_csv(&hostile(), Language::Zh).unwrap();
    let records = records(&bytes);
    for payload in PAYLOADS {
        assert!(
            records
                .iter()
                .any(|record| record[6] == format!("'{payload}")),
            "{payload:?}"
        );
    }
    for record in &records {
        for field in record {
            assert!(
                !field
                    .trim_start()
                    .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']),
                "{field:?}"
            );
        }
    }
}

#[test]
fn the_csv_is_quoted_throughout_and_keeps_amounts_as_numbers() {
    let mut sheet = sheet(6);
    sheet.bookings[0].price = Fen(-12_050);
    let bytes = ledger_csv(&sheet, Language::Zh).unwrap();
    let body = std::str::from_utf8(&bytes[3..]).unwrap();
    for line in body.split_terminator("\r\n") {
        assert!(
            line.starts_with('"') && line.ends_with('"') && !line.contains('\n'),
            "{line}"
        );
    }
    let records = records(&bytes);
    let price = |row: &str| {
        records
            .iter()
            .find(|record| &record[0] == "bookings" && &record[1] == row)
            .unwrap()[9]
            .to_owned()
    };
    assert_eq!(
        [price("key"), price("1"), price("2")],
        ["price", "-120.50", "120.50"]
    );
}

#[test]
fn a_program_finds_every_row_of_the_csv_by_its_table() {
    let sheet = sheet(9);
    let records = records(&ledger_csv(&sheet, Language::En).unwrap());
    let rows = |table: &str| {
        records
            .iter()
            .filter(|record| &record[0] == table && record[1].parse::<u32>().is_ok())
            .count()
    };
    assert_eq!(
        [
            rows("encounters"),
            rows("bookings"),
            rows("visits"),
            rows("feedback"),
            rows("promises")
        ],
        [9, 3, 2, 2, 1]
    );
    let first = records
        .iter()
        .find(|record| &record[0] == "encounters" && &record[1] == "1")
        .unwrap();
    let keys = records
        .iter()
        .find(|record| &record[0] == "encounters" && &record[1] == "key")
        .unwrap();
    let cell = |key: &str| &first[keys.iter().position(|field| field == key).unwrap()];
    assert_eq!(
        [
            cell("no"),
            cell("day"),
            cell("started"),
            cell("matter"),
            cell("answer")
        ],
        [
            "E00001",
            "2026-11-21",
            "08:00",
            sheet.encounters[0].matter.as_str(),
            sheet.encounters[0].answer.as_str()
        ]
    );
}

#[test]
fn what_the_screen_adds_up_stands_in_the_file_too() {
    let sheet = sheet(9);
    let records = records(&ledger_csv(&sheet, Language::Zh).unwrap());
    let counted = |of: &str| {
        let rows = records.iter().filter(|record| &record[2] == of);
        rows.filter(|record| &record[0] == "totals")
            .map(|record| (record[3].to_owned(), record[4].to_owned()))
            .collect::<Vec<_>>()
    };
    let pair = |what: &str, n: &str| (what.to_owned(), n.to_owned());
    assert_eq!(
        counted("承诺"),
        [pair("已兑现", "31"), pair("已逾期", "17")]
    );
    assert_eq!(counted("到访"), [pair("已到", "21"), pair("爽约", "13")]);
}

#[test]
fn leading_zeros_and_long_numbers_are_no_numbers_to_a_spreadsheet() {
    let mut sheet = sheet(3);
    sheet.encounters[0].first_asked = "0007".into();
    sheet.encounters[0].phone = "02888886666".into();
    sheet.bookings[0].voucher = "2026112100000999".into();
    let records = records(&ledger_csv(&sheet, Language::Zh).unwrap());
    // A naive reader of numbers: what it can read must print back as it stood.
    for field in records.iter().flat_map(|record| record.iter()) {
        if let Ok(number) = field.parse::<f64>()
            && field.len() > 1
            && !field.contains('.')
        {
            assert_eq!(number.to_string(), *field);
            assert!(field.len() < 12, "{field}");
        }
    }
    let all = format!("{records:?}");
    assert!(all.contains("'0007") && all.contains("'02888886666"));
    assert!(all.contains("'2026112100000999"));
}

#[test]
fn a_ledger_says_whether_its_days_are_over() {
    for (closed, says) in [(true, "yes"), (false, "no")] {
        let sheet = paper::LedgerSheet { closed, ..sheet(3) };
        let records = records(&ledger_csv(&sheet, Language::En).unwrap());
        let line = records
            .iter()
            .find(|record| &record[2] == "closed")
            .unwrap();
        assert_eq!(&line[3], says);
    }
}
