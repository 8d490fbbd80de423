//! Any JSON as the input of any command, as an administrator of a desk: a value or a
//! problem with a code, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofs::desk::TestDesk;
use std::sync::OnceLock;

struct World {
    desk: TestDesk,
    commands: Vec<&'static str>,
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| World {
        desk: TestDesk::training(),
        // What ends the session or derives keys would only make the rest slow or closed.
        commands: api::command_lines()
            .into_iter()
            .map(|line| line.name)
            .filter(|name| {
                let slow = ["session.", "setup.", "keys.", "staff.", "backups."];
                !slow.iter().any(|prefix| name.starts_with(prefix))
            })
            .collect(),
    })
}

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let Ok(input) = serde_json::from_slice(rest) else {
        return;
    };
    let world = world();
    let command = world.commands[usize::from(*first) % world.commands.len()];
    if let Err(problem) = world.desk.answer(command, input) {
        assert!(!problem.code.is_empty());
    }
});
