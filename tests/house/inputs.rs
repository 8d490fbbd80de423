//! Random inputs, as everybody and as nobody: six thousand here, a hundred thousand with
//! `SHOUWEN_INPUTS=100000` and among the faults.

use proofs::inputs::pelt;

#[test]
fn random_inputs_break_nothing_and_get_nobody_further() {
    let count = std::env::var("SHOUWEN_INPUTS")
        .ok()
        .and_then(|n| n.parse().ok());
    let tally = pelt(count.unwrap_or(6_000), 20_261_122);
    assert!(
        tally.faults.is_empty(),
        "{} faults, the first:\n{}",
        tally.faults.len(),
        tally
            .faults
            .iter()
            .take(20)
            .cloned()
            .collect::<Vec<_>>()
            .join("\n")
    );
    // A proof that never gets through the gate, or always does, proves nothing.
    let sent = tally.sent;
    assert!(
        tally.barred * 5 > sent && tally.answered * 20 > sent && tally.refused * 10 > sent,
        "{tally:?}"
    );
}
