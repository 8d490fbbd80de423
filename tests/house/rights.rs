//! Roles × commands: every cell as the written table, and the table itself.

use proofs::rights::{assert_table, compared};

#[test]
fn every_command_is_open_to_whom_the_written_table_says() {
    let (cells, wrong) = compared();
    assert!(
        wrong.is_empty(),
        "{} lines of the table of rights ({cells} cells):\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_written_table_is_in_order_and_says_only_what_it_may() {
    assert_table();
}
