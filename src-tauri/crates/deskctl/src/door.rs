//! The way in: a gateway on the named folder, signed in with the named account.

use crate::args::Args;
use crate::failure::Failure;
use crate::machine::{Exports, ThisMachine};
use crate::{files, fonts, sentences};
use api::{Answer, Call, Gateway, Problem};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A gateway; dropping it closes the desk.
pub struct Door {
    gateway: Gateway,
}

impl Door {
    /// A gateway on `--data`; nothing is opened yet.
    pub fn find(args: &Args) -> Result<Self, Failure> {
        let folder = args.maybe("exports").unwrap_or(".");
        Self::with(args, Exports::Folder(folder.into()))
    }

    /// A gateway on `--data`, signed in as `--as`.
    pub fn open(args: &Args) -> Result<Self, Failure> {
        let folder = args.maybe("exports").unwrap_or(".");
        Self::signed_in(args, Exports::Folder(folder.into()))
    }

    /// As `open`; the one file that will be written goes to `out`, whatever its name.
    pub fn open_with_out(args: &Args, out: PathBuf) -> Result<Self, Failure> {
        Self::signed_in(args, Exports::File(out))
    }

    /// As `find`, on a folder that has to be there.
    pub fn existing(args: &Args) -> Result<Self, Failure> {
        there(args)?;
        Self::find(args)
    }

    fn with(args: &Args, exports: Exports) -> Result<Self, Failure> {
        Self::on(args, args.path("data")?, exports)
    }

    /// A gateway on another folder than `--data`.
    pub fn on(args: &Args, data: PathBuf, exports: Exports) -> Result<Self, Failure> {
        let fonts = fonts::find(args.maybe("fonts"))?;
        let backup = args.maybe("backup").map(PathBuf::from);
        Ok(Self {
            gateway: Gateway::new(data, fonts, Arc::new(ThisMachine { exports, backup })),
        })
    }

    /// A gateway that a test has made.
    #[cfg(test)]
    pub const fn of(gateway: Gateway) -> Self {
        Self { gateway }
    }

    fn signed_in(args: &Args, exports: Exports) -> Result<Self, Failure> {
        there(args)?;
        Self::open_at(args, args.path("data")?, exports)
    }

    /// A gateway on another folder than `--data`, signed in as `--as`.
    pub fn open_at(args: &Args, data: PathBuf, exports: Exports) -> Result<Self, Failure> {
        let (no, file) = (args.must("as")?, args.path("password-file")?);
        let password = files::password(&file)?;
        let door = Self::on(args, data, exports)?;
        door.run(
            "session.sign_in",
            json!({ "no": no, "password": *password }),
        )?;
        Ok(door)
    }

    /// Runs a command and answers its value.
    pub fn run(&self, command: &str, input: Value) -> Result<Value, Failure> {
        let call = Call {
            command: command.to_owned(),
            input,
            op_id: None,
            at: None,
        };
        Ok(self.answer(call)?.value)
    }

    /// Runs something long; how far it is goes to standard error.
    pub fn run_long(&self, command: &str, input: Value) -> Result<Value, Failure> {
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| self.tell_progress(&done));
            let answer = self.run(command, input);
            done.store(true, Ordering::SeqCst);
            answer
        })
        // Something short may be over before it is looked at once.
        .inspect(|_| eprintln!("{} 100%", sentences::of("done")))
    }

    fn tell_progress(&self, done: &AtomicBool) {
        let mut told = None;
        while !done.load(Ordering::SeqCst) {
            let step = self.run("backups.progress", json!({})).unwrap_or_default();
            let tenths = step.get("percent").and_then(Value::as_u64).unwrap_or(0) / 10;
            let stage = step.get("stage").and_then(Value::as_str);
            let now = stage.map(|stage| (stage.to_owned(), tenths));
            if let Some((stage, tenths)) = now.as_ref().filter(|_| now != told) {
                eprintln!("{} {}%", sentences::stage(stage), tenths * 10);
            }
            told = now;
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Runs a call; one without an operation id gets a new one.
    pub fn answer(&self, call: Call) -> Result<Answer, Problem> {
        let op_id = call
            .op_id
            .or_else(|| Some(uuid::Uuid::now_v7().to_string()));
        let answer = self.gateway.call(Call { op_id, ..call });
        // What the store said in its own words helps whoever looks after the machine.
        let failed = matches!(&answer, Err(problem) if problem.code.starts_with("store_"));
        if let Some(words) = self.gateway.last_failure().filter(|_| failed) {
            eprintln!("store: {words}");
        }
        answer
    }

    /// The gateway, for what is more than a command.
    pub fn gateway(&self) -> &Gateway {
        &self.gateway
    }
}

/// A mistyped `--data` is said, and nothing is made there.
fn there(args: &Args) -> Result<(), Failure> {
    let data = args.path("data")?;
    match data.try_exists() {
        Ok(false) => Err(Failure::file("folder_missing", &data, &"--data")),
        _ => Ok(()),
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.gateway.close();
    }
}
