//! `bindings`: the window's types, written from the table of commands.

use crate::steps::{Outcome, Steps, cargo};

/// Renews `ui/src/ipc/generated.ts`; the same test compares it in `cargo xtask test`.
pub fn bindings(steps: &mut Steps) -> Outcome {
    let mut write = cargo(&["test", "--locked", "-p", "api", "generated_types"]);
    steps.command("bindings", write.env("SHOUWEN_WRITE_BINDINGS", "1"))
}
