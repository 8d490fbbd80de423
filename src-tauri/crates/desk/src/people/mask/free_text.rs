//! Hiding persons in what somebody typed freely: their own name, and whatever
//! looks like a phone, an identity number or the number of a document.

use super::{characters, document, name as name_mask, phone};

/// Shortest run of digits that may be a phone number.
const NUMBER: usize = 7;
/// From here on it is rather an identity number.
const IDENTITY: usize = 15;

/// Hides the person's own name and numbers, also in full-width digits and with
/// blanks or hyphens between (`138 1234-5678`).
pub fn free_text(text: &str, name: &str) -> String {
    let name = name.trim();
    let text = if characters(name).len() < 2 {
        text.to_owned()
    } else {
        text.replace(name, &name_mask(name))
    };
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
mod tests {
    use super::free_text;

    #[test]
    fn a_person_is_hidden_in_free_text_too() {
        for (text, name, hidden) in [
            (
                "李静本人，电话13812345678，身份证11010519491231002X，3 号窗口",
                "李静",
                "李*本人，电话138****5678，身份证······002X，3 号窗口",
            ),
            (
                "2026 年 11 月 21 日 800 元",
                "",
                "2026 年 11 月 21 日 800 元",
            ),
            ("2026-11-21 到 2026-11-30", "", "2026-11-21 到 2026-11-30"),
            ("打 12345678", "王", "打 ****78"),
            ("打 138 1234 5678 找", "", "打 138****5678 找"),
            ("打 +86 138-1234-5678", "", "打 +138****5678"),
            ("打１３８１２３４５６７８", "", "打138****5678"),
            ("110105 19491231 002X 号", "", "······002X 号"),
            ("护照 E12345678", "", "护照 E****78"),
        ] {
            assert_eq!(free_text(text, name), hidden);
        }
    }
}
