//! A session over JSON lines: one call a line in, one answer a line out, in order.

use crate::args::Args;
use crate::door::Door;
use crate::failure::Failure;
use api::{Call, Problem};
use serde_json::{Map, Value, json};
use std::io::{BufRead, Write};

/// Runs it until the input ends. A call that is refused is an answer, not a failure.
pub fn run(args: &Args) -> Result<(), Failure> {
    args.rest(0)?;
    let door = Door::open(args)?;
    let (mut lines, mut out) = (std::io::stdin().lock(), std::io::stdout().lock());
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        let read = lines.read_until(b'\n', &mut line);
        match read {
            Ok(0) => break,
            Ok(_) if line.iter().all(u8::is_ascii_whitespace) => continue,
            Ok(_) => {}
            Err(error) => {
                return Err(Failure::usage(format!(
                    "标准输入读不出来 / standard input cannot be read: {error}"
                )));
            }
        }
        let said = writeln!(out, "{}", answer(&door, &line, number)).and_then(|()| out.flush());
        if said.is_err() {
            // Nobody reads on; what was asked has been done and answered for.
            break;
        }
    }
    Ok(())
}

fn answer(door: &Door, line: &[u8], number: u64) -> Value {
    let Ok(Value::Object(mut fields)) = serde_json::from_slice::<Value>(line) else {
        return problem(&Value::Null, &bad_line(number, "line"));
    };
    let id = fields.remove("id").unwrap_or(Value::Null);
    match call(fields, number).and_then(|call| door.answer(call)) {
        Ok(answer) => json!({ "id": id, "value": answer.value, "touched": answer.touched }),
        Err(refused) => problem(&id, &refused),
    }
}

/// Reads the call out of the line's object; what is not known there is refused.
fn call(mut fields: Map<String, Value>, number: u64) -> Result<Call, Problem> {
    let bad = |field: &str| bad_line(number, field);
    let command = match fields.remove("command") {
        Some(Value::String(command)) => command,
        _ => return Err(bad("command")),
    };
    let op_id = match fields.remove("opId") {
        None | Some(Value::Null) => None,
        Some(Value::String(id)) => Some(id),
        Some(_) => return Err(bad("opId")),
    };
    let at = match fields.remove("at") {
        None | Some(Value::Null) => None,
        Some(at) => Some(at.as_i64().ok_or_else(|| bad("at"))?),
    };
    let input = fields.remove("input").unwrap_or(Value::Null);
    match fields.keys().next() {
        Some(unknown) => Err(bad(unknown)),
        None => Ok(Call {
            command,
            input,
            op_id,
            at,
        }),
    }
}

fn bad_line(number: u64, field: &str) -> Problem {
    let params = [("line".to_owned(), json!(number))].into_iter().collect();
    Problem {
        code: "bad_line".to_owned(),
        params,
        field: Some(field.to_owned()),
    }
}

fn problem(id: &Value, problem: &Problem) -> Value {
    json!({ "id": id, "error": problem })
}
