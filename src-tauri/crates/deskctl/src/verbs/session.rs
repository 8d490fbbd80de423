//! A session over JSON lines: one call a line in, one answer a line out, in order.

use crate::args::Args;
use crate::door::Door;
use crate::failure::Failure;
use crate::lines::{Line, Lines, answers};
use crate::sentences;
use api::{Call, Problem};
use serde_json::{Map, Value, json};
use std::io::{self, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Runs it until the input ends. A call that is refused is an answer, not a failure.
pub fn run(args: &Args) -> Result<(), Failure> {
    args.rest(0)?;
    let door = Door::open(args)?;
    let (lines, out) = (
        Lines::asked().map_err(|error| unreadable(&error))?,
        answers().map_err(|error| unreadable(&error))?,
    );
    serve(&door, lines, out)
}

/// Answers every line, and locks the desk as the window does where none comes: after the
/// idle time of the institution, and after twelve hours.
fn serve(
    door: &Door,
    lines: impl Iterator<Item = io::Result<Line>>,
    mut out: impl Write,
) -> Result<(), Failure> {
    let (over, end) = channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            while end.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
                tick(door);
            }
        });
        let done = reply(door, lines, &mut out);
        drop(over);
        done
    })
}

fn tick(door: &Door) {
    if door.gateway().tick().is_some() {
        eprintln!("locked: {}", sentences::of("session_over"));
    }
}

fn reply(
    door: &Door,
    lines: impl Iterator<Item = io::Result<Line>>,
    out: &mut impl Write,
) -> Result<(), Failure> {
    for (number, line) in (1_u64..).zip(lines) {
        let line = line.map_err(|error| unreadable(&error))?;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        // A line that comes too late is not answered because the second is not over yet.
        tick(door);
        let said = format!("{}\n", answer(door, &line, number));
        if out
            .write_all(said.as_bytes())
            .and_then(|()| out.flush())
            .is_err()
        {
            // Nobody reads on; what was asked has been done and answered for.
            break;
        }
    }
    Ok(())
}

fn unreadable(error: &io::Error) -> Failure {
    Failure::usage(format!(
        "标准输入读不出来 / standard input cannot be read: {error}"
    ))
}

fn answer(door: &Door, line: &[u8], number: u64) -> Value {
    let Ok(Value::Object(mut fields)) = serde_json::from_slice::<Value>(line) else {
        return problem(&Value::Null, &bad_line(number, "line"));
    };
    let id = fields.remove("id").unwrap_or(Value::Null);
    let answered = call(fields, number).and_then(|call| {
        door.gateway().asked_by_hand(&call.command);
        door.answer(call)
    });
    match answered {
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
        also: Vec::new(),
    }
}

fn problem(id: &Value, problem: &Problem) -> Value {
    json!({ "id": id, "error": problem })
}

#[cfg(test)]
mod tests;
