//! Masking whole rows, so that a screen and a sheet hide the same (R 10.3).

use super::{BookingRow, EncounterRow, FeedbackRow, PromiseRow};
use crate::mask;

impl EncounterRow {
    pub(super) fn masked(self) -> Self {
        let hide = |text: &str| free_text(text, &self.name);
        Self {
            matter: hide(&self.matter),
            answer: hide(&self.answer),
            phone: phone(&self.phone),
            name: mask::name(&self.name),
            ..self
        }
    }
}

impl BookingRow {
    pub(super) fn masked(self) -> Self {
        Self {
            voucher: mask::id_number(&self.voucher),
            phone: phone(&self.phone),
            name: mask::name(&self.name),
            ..self
        }
    }
}

impl FeedbackRow {
    pub(super) fn masked(self) -> Self {
        Self {
            what: free_text(&self.what, &self.name),
            phone: phone(&self.phone),
            name: mask::name(&self.name),
            ..self
        }
    }
}

impl PromiseRow {
    pub(super) fn masked(self) -> Self {
        Self {
            what: free_text(&self.what, &self.name),
            phone: phone(&self.phone),
            name: mask::name(&self.name),
            ..self
        }
    }
}

fn phone(number: &str) -> String {
    if number.is_empty() {
        String::new()
    } else {
        mask::phone(number)
    }
}

/// Shortest run of digits that may be a phone number.
const NUMBER: usize = 7;
/// From here on it is rather an identity number.
const IDENTITY: usize = 15;

/// Hides the person's own name and whatever looks like a phone or identity number.
fn free_text(text: &str, name: &str) -> String {
    let name = name.trim();
    let text = if name.chars().count() < 2 {
        text.to_owned()
    } else {
        text.replace(name, &mask::name(name))
    };
    let (mut hidden, mut run) = (String::with_capacity(text.len()), String::new());
    let flush = |run: &mut String, hidden: &mut String| {
        hidden.push_str(&match run.chars().count() {
            0..NUMBER => run.clone(),
            NUMBER..IDENTITY => mask::phone(run),
            _ => mask::id_number(run),
        });
        run.clear();
    };
    for c in text.chars() {
        let closes_identity = matches!(c, 'x' | 'X') && run.len() == 17;
        if c.is_ascii_digit() || closes_identity {
            run.push(c);
        } else {
            flush(&mut run, &mut hidden);
            hidden.push(c);
        }
    }
    flush(&mut run, &mut hidden);
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_hidden_in_free_text_too() {
        assert_eq!(
            free_text(
                "李静本人，电话13812345678，身份证11010519491231002X，3 号窗口",
                "李静"
            ),
            "李*本人，电话138****5678，身份证······002X，3 号窗口"
        );
        assert_eq!(
            free_text("2026 年 11 月 21 日 800 元", ""),
            "2026 年 11 月 21 日 800 元"
        );
        assert_eq!(free_text("打 12345678", "王"), "打 ****78");
    }
}
