//! A ledger as a workbook.

use calamine::{Data, Reader};
use paper::{EncounterRow, Language, LedgerSheet, PaperError, ledger_xlsx};

use crate::support::ledger::{encounter, sheet};
use crate::{hostile, workbook};

#[test]
fn the_workbook_holds_the_same_cells_and_not_one_formula() {
    let sheet = hostile();
    let bytes = ledger_xlsx(&sheet, Language::Zh).unwrap();
    let mut book = workbook(bytes);
    assert_eq!(
        book.sheet_names(),
        ["接待", "预约", "到访", "反馈", "承诺", "合计"]
    );
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        assert!(
            formulas.used_cells().all(|cell| cell.2.is_empty()),
            "{name}"
        );
    }
    let range = book.worksheet_range("接待").unwrap();
    for (at, row) in (4..).zip(&sheet.encounters) {
        // XML reads a lone carriage return back as a line feed unless it is escaped.
        let shown = range
            .get_value((at, 4))
            .unwrap()
            .to_string()
            .replace("_x000D_", "\r");
        assert_eq!(shown.replace('\r', "\n"), row.visitor.replace('\r', "\n"));
        assert_eq!(
            range.get_value((at, 13)),
            Some(&Data::String(row.answer.clone()))
        );
        assert_eq!(
            range.get_value((at, 0)),
            Some(&Data::String(row.no.clone()))
        );
    }
}

#[test]
fn days_times_counts_and_amounts_are_real_in_the_workbook() {
    let mut book = workbook(ledger_xlsx(&sheet(6), Language::Zh).unwrap());
    let encounters = book.worksheet_range("接待").unwrap();
    let Some(Data::DateTime(day)) = encounters.get_value((4, 1)) else {
        panic!("{:?}", encounters.get_value((4, 1)))
    };
    assert_eq!(day.as_datetime().unwrap().date().to_string(), "2026-11-21");
    assert!(matches!(
        encounters.get_value((5, 2)),
        Some(Data::DateTime(_))
    ));
    let bookings = book.worksheet_range("预约").unwrap();
    assert_eq!(bookings.get_value((4, 7)), Some(&Data::Float(768.0)));
    assert_eq!(
        bookings.get_value((4, 0)),
        Some(&Data::String("2026 1121 0000 0".into()))
    );
    let totals = book.worksheet_range("合计").unwrap();
    assert_eq!(totals.get_value((4, 2)), Some(&Data::Float(6.0)));
}

#[test]
fn a_text_no_cell_can_hold_is_refused_not_cut() {
    let row = EncounterRow {
        answer: "长".repeat(32_768),
        ..encounter(0)
    };
    let sheet = LedgerSheet {
        encounters: vec![row],
        ..sheet(0)
    };
    assert_eq!(
        ledger_xlsx(&sheet, Language::Zh).unwrap_err(),
        PaperError::Spreadsheet
    );
}
