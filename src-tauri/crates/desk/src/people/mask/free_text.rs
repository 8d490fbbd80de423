//! Hiding persons in what somebody typed freely: their own name, nicknames, and whatever
//! looks like a phone, an identity number, the number of a document, an e-mail address or
//! the id of a chat. A whole name of somebody else is not known for one.

mod accounts;
mod forms;

use super::{characters, document, name as name_mask, phone};

/// Shortest run of digits that may be a phone number.
const NUMBER: usize = 7;
/// From here on it is rather an identity number.
const IDENTITY: usize = 15;

/// Hides the person's own name, nicknames, addresses and numbers, also in full-width digits
/// and with blanks or hyphens between (`138 1234-5678`).
pub fn free_text(text: &str, name: &str) -> String {
    let name = name.trim();
    let text = if characters(name).len() < 2 {
        text.to_owned()
    } else {
        text.replace(name, &name_mask(name))
    };
    let text = forms::hide(&accounts::hide(&text));
    let (mut hidden, mut span) = (String::with_capacity(text.len()), String::new());
    for c in text.chars() {
        let closes_identity = matches!(c, 'x' | 'X' | 'ｘ' | 'Ｘ') && digits(&span).len() == 17;
        if digit(c).is_some() || closes_identity || (separates(c) && !span.is_empty()) {
            span.push(c);
        } else {
            hidden.push_str(&shown(&span));
            span.clear();
            hidden.push(c);
        }
    }
    hidden.push_str(&shown(&span));
    hidden
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(c) - 0xff10, 10),
        _ => None,
    }
}

const fn separates(c: char) -> bool {
    matches!(
        c,
        ' ' | '-' | '\u{a0}' | '\u{3000}' | '\u{2010}'..='\u{2013}'
    )
}

fn digits(span: &str) -> String {
    span.chars().filter_map(digit).collect()
}

/// A span of digits and what may stand between them: as one number when it reads
/// as one, else each run of digits by itself.
fn shown(span: &str) -> String {
    let end = span.trim_end_matches(separates).len();
    let (number, after) = span.split_at(end);
    let (plain, parted) = (digits(number), number.contains(separates));
    if parted && (is_mobile(&plain) || plain.len() >= IDENTITY && is_identity(number)) {
        let one = if is_mobile(&plain) {
            phone(&plain)
        } else {
            document(number)
        };
        return one + after;
    }
    let (mut hidden, mut run) = (String::new(), String::new());
    for c in number.chars() {
        if separates(c) {
            hidden.push_str(&one(&run));
            run.clear();
            hidden.push(c);
        } else {
            run.push(c);
        }
    }
    hidden + &one(&run) + after
}

fn one(run: &str) -> String {
    match run.chars().count() {
        0..NUMBER => run.to_owned(),
        NUMBER..IDENTITY => phone(run),
        _ => document(run),
    }
}

/// 1[3-9] and nine digits more, with or without the country code.
fn is_mobile(digits: &str) -> bool {
    let own = digits
        .strip_prefix("0086")
        .or_else(|| digits.strip_prefix("86"))
        .filter(|rest| rest.len() == 11)
        .unwrap_or(digits);
    own.len() == 11 && own.starts_with('1') && !own.starts_with(['0', '2'])
}

/// Eighteen places of which the last may be an X.
fn is_identity(number: &str) -> bool {
    number.chars().filter(|c| !separates(*c)).count() == 18
}

#[cfg(test)]
mod tests;
