//! The way in: a gateway on the named folder, signed in with the named account.

use crate::args::Args;
use crate::failure::Failure;
use crate::machine::{Exports, ThisMachine};
use crate::{files, fonts};
use api::{Answer, Call, Gateway, Problem};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;

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

    fn with(args: &Args, exports: Exports) -> Result<Self, Failure> {
        let data = args.path("data")?;
        let fonts = fonts::find(args.maybe("fonts"))?;
        Ok(Self {
            gateway: Gateway::new(data, fonts, Arc::new(ThisMachine { exports })),
        })
    }

    fn signed_in(args: &Args, exports: Exports) -> Result<Self, Failure> {
        let (no, file) = (args.must("as")?, args.path("password-file")?);
        let password = files::password(&file)?;
        let door = Self::with(args, exports)?;
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

impl Drop for Door {
    fn drop(&mut self) {
        self.gateway.close();
    }
}
