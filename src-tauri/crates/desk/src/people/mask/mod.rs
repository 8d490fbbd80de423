//! The one place that hides names, phones, document numbers and addresses
//! (R 10.3; GB/T 35273 7.2: de-identified on display). Everything that is shown,
//! printed or exported masked goes through here; the caps below are its rules.
//!
//! A character is what a reader takes for one: a base with its combining marks.

mod free_text;
#[cfg(test)]
mod tests;

pub use free_text::free_text;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Most characters of a name that are shown: its ends.
pub const NAME_SHOWN: usize = 2;
/// Most digits of a phone that are shown: three in front, four at the end.
pub const PHONE_SHOWN: usize = 7;
/// Most characters of a document number that are shown; of a short one a third.
pub const DOCUMENT_SHOWN: usize = 4;
/// Most characters of an address that are shown: province, city, district.
pub const ADDRESS_SHOWN: usize = 12;

/// Digits from here on are a mobile number, or a landline with its area code.
const FULL_PHONE: usize = 11;

/// 张三 → 张*, 张三丰 → 张*丰, 欧阳娜娜 → 欧**娜; other scripts keep their ends.
pub fn name(name: &str) -> String {
    let shown = characters(name.trim());
    match shown.as_slice() {
        [] => String::new(),
        [_] => "*".to_owned(),
        [first, _] => format!("{first}*"),
        [first, middle @ .., last] => {
            format!("{first}{}{last}", "*".repeat(middle.len().min(3)))
        }
    }
}

/// 13812345678 → 138****5678, +86 left out; shorter numbers show their last two
/// digits, and those of four digits none. No number: no mask.
pub fn phone(phone: &str) -> String {
    if phone.trim().is_empty() {
        return String::new();
    }
    let digits = callable(phone);
    let from = |start: usize| digits.chars().skip(start);
    if digits.len() >= FULL_PHONE {
        let head = digits.chars().take(3);
        head.chain("****".chars())
            .chain(from(digits.len() - 4))
            .collect()
    } else if digits.len() > 4 {
        "****".chars().chain(from(digits.len() - 2)).collect()
    } else {
        "****".to_owned()
    }
}

/// The end of a document's number: four characters of an identity number, whose
/// front tells birthplace and birth date, and a third of shorter ones, such as
/// passports and permits. No number: no mask.
pub fn document(number: &str) -> String {
    let plain: Vec<char> = number.nfkc().filter(|c| !c.is_whitespace()).collect();
    if plain.is_empty() {
        return String::new();
    }
    if plain.len() <= 4 {
        return "****".to_owned();
    }
    let shown = (plain.len() / 3).min(DOCUMENT_SHOWN);
    let hidden = plain.len() - shown;
    "······"
        .chars()
        .chain(plain.into_iter().skip(hidden))
        .collect()
}

/// Province, city and district; nothing from the street on, and never a digit.
pub fn address(address: &str) -> String {
    let plain = characters(address.trim());
    if plain.is_empty() {
        return String::new();
    }
    let room = ADDRESS_SHOWN.min(plain.len() / 2);
    let numbered = plain
        .iter()
        .position(|c| c.chars().any(char::is_numeric))
        .unwrap_or(plain.len());
    let open = plain.get(..room.min(numbered)).unwrap_or_default();
    let ends_district = |c: &String| c.starts_with(DISTRICT_ENDS);
    let cut = open.iter().rposition(ends_district).map_or(0, |at| at + 1);
    format!(
        "{}****",
        open.iter()
            .take(cut)
            .map(String::as_str)
            .collect::<String>()
    )
}

/// 省 市 区 县 旗 州: the last character of what may be shown of an address.
const DISTRICT_ENDS: [char; 6] = [
    '\u{7701}', '\u{5e02}', '\u{533a}', '\u{53bf}', '\u{65d7}', '\u{5dde}',
];

/// The digits one would call: full-width ones read, the country code left out.
fn callable(phone: &str) -> String {
    let digits: String = phone.nfkc().filter(char::is_ascii_digit).collect();
    for code in ["0086", "86"] {
        if let Some(rest) = digits.strip_prefix(code)
            && rest.len() >= FULL_PHONE
        {
            return rest.to_owned();
        }
    }
    digits
}

/// Splits into what a reader takes for one character each.
fn characters(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for c in text.chars() {
        match all.last_mut() {
            Some(last) if is_combining_mark(c) || joins(c) || last.ends_with('\u{200d}') => {
                last.push(c);
            }
            Some(_) | None => all.push(c.to_string()),
        }
    }
    all
}

/// Joiners, variation selectors and skin tones belong to what stands before.
const fn joins(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0100}'..='\u{e01ef}')
}
