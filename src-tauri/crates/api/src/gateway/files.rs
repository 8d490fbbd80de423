//! Files for callers that choose the place themselves, such as the command line:
//! the same checks and the same journal as the command of the table.

use super::{Gateway, allow};
use crate::commands::record::ledger::{self, LedgerFile};
use crate::keeper::Context;
use crate::problem::{Fault, Problem};
use crate::table;
use serde_json::Value;

impl Gateway {
    /// The bytes of `ledger.export` without writing them anywhere: the journal
    /// holds the export before this returns. `input` is that command's input.
    ///
    /// # Errors
    /// Those of the command.
    pub fn ledger_bytes(&self, input: Value) -> Result<LedgerFile, Problem> {
        let ask = |c: &Context<'_>| ledger::bytes(c, &table::parse(input)?);
        self.allowed("ledger.export")
            .and_then(|c| ask(&c))
            .map_err(Problem::from)
    }

    /// The context of a command of the table after its checks.
    fn allowed(&self, command: &str) -> Result<Context<'_>, Fault> {
        let command = self
            .table
            .find(command)
            .ok_or_else(|| Fault::gate("unknown_command"))?;
        let keeper = &self.keeper;
        let open = keeper.state().open();
        allow(command, open.as_ref())?;
        let now = keeper.moment(None)?;
        keeper.touch();
        Ok(Context { keeper, now, open })
    }
}
