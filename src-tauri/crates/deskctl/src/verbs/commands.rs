//! Prints the table of commands.

use crate::args::Args;
use crate::failure::Failure;

/// Runs it.
pub fn run(args: &Args) -> Result<(), Failure> {
    args.rest(0)?;
    let lines = api::command_lines();
    if args.has("json") {
        let text = serde_json::to_string_pretty(&lines)
            .map_err(|error| Failure::usage(error.to_string()))?;
        crate::lines::say(&text);
        return Ok(());
    }
    let wide = lines.iter().map(|line| line.name.len()).max().unwrap_or(0);
    for line in lines {
        let right = line.right.unwrap_or("-");
        crate::lines::say(&format!(
            "{:wide$}  {:5}  {right:15}  {:12}  {} → {}",
            line.name, line.kind, line.opens, line.input, line.view
        ));
    }
    Ok(())
}
