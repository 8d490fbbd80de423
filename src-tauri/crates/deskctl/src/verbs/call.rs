//! Runs one command and prints its value.

use crate::args::Args;
use crate::door::Door;
use crate::failure::Failure;
use serde_json::{Value, json};
use std::io::Read;

/// Runs it.
pub fn run(args: &Args) -> Result<(), Failure> {
    let rest = args.rest(2)?;
    let command = rest
        .first()
        .ok_or_else(|| Failure::usage("缺少命令名 / the command's name is missing"))?;
    let input = match rest.get(1).map(String::as_str) {
        None => json!({}),
        Some("-") => {
            let mut text = String::new();
            std::io::stdin()
                .read_to_string(&mut text)
                .map_err(|error| {
                    Failure::usage(format!(
                        "标准输入读不出来 / standard input cannot be read: {error}"
                    ))
                })?;
            parse(&text)?
        }
        Some(text) => parse(text)?,
    };
    let value = Door::open(args)?.run(command, input)?;
    crate::lines::say(&value);
    Ok(())
}

fn parse(text: &str) -> Result<Value, Failure> {
    serde_json::from_str(text)
        .map_err(|error| Failure::usage(format!("不是 JSON / not JSON: {error}")))
}
