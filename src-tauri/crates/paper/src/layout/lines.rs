//! Breaks text into lines by measured width, by the rules of Chinese typesetting:
//! any two Han may part, a line never begins with closing punctuation nor ends
//! with opening punctuation, a Latin word or a number stays whole while it fits.

use crate::fonts::{Faces, Weight};

/// The lines of a text within `room` em. A line break in the text is kept. Never
/// empty: the empty text is one empty line.
pub(crate) fn lines(faces: &Faces<'_>, weight: Weight, text: &str, room: f32) -> Vec<String> {
    text.split('\n')
        .flat_map(|line| broken(faces, weight, line.trim_end_matches('\r'), room))
        .collect()
}

fn broken(faces: &Faces<'_>, weight: Weight, text: &str, room: f32) -> Vec<String> {
    let text = text.replace('\t', " ");
    let mut done = Vec::new();
    let (mut line, mut width) = (String::new(), 0.0);
    for piece in pieces(&text) {
        // A blank at the end of a line takes no room.
        let needed = faces.width(weight, piece.trim_end());
        if width + needed > room && !line.is_empty() {
            done.push(finish(&mut line));
            width = 0.0;
        }
        if needed <= room {
            line.push_str(piece);
            width += faces.width(weight, piece);
            continue;
        }
        for c in piece.chars() {
            let advance = faces.width(weight, c.encode_utf8(&mut [0; 4]));
            if width + advance > room && !line.is_empty() {
                done.push(finish(&mut line));
                width = 0.0;
            }
            line.push(c);
            width += advance;
        }
    }
    if !line.is_empty() || done.is_empty() {
        done.push(finish(&mut line));
    }
    done
}

fn finish(line: &mut String) -> String {
    line.truncate(line.trim_end().len());
    std::mem::take(line)
}

/// The parts a line may not break within, each with the blanks that follow it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, c)) {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

fn may_break(before: char, after: char) -> bool {
    if after.is_whitespace() || closes(after) || opens(before) {
        return false;
    }
    before.is_whitespace() || wide(before) || wide(after) || matches!(before, '-' | '/')
}

/// Never at the start of a line.
fn closes(c: char) -> bool {
    matches!(
        c,
        '、' | '。'
            | '，'
            | '．'
            | '；'
            | '：'
            | '？'
            | '！'
            | '）'
            | '】'
            | '》'
            | '〉'
            | '」'
            | '』'
            | '〕'
            | '〗'
            | '’'
            | '”'
            | '…'
            | '—'
            | '～'
            | '％'
            | '‰'
            | '℃'
            | '·'
            | '々'
            | '］'
            | '｝'
            | ','
            | '.'
            | ';'
            | ':'
            | '?'
            | '!'
            | ')'
            | ']'
            | '}'
            | '%'
            | '°'
    )
}

/// Never at the end of a line.
fn opens(c: char) -> bool {
    matches!(
        c,
        '（' | '【'
            | '《'
            | '〈'
            | '「'
            | '『'
            | '〔'
            | '〖'
            | '‘'
            | '“'
            | '［'
            | '｛'
            | '￥'
            | '¥'
            | '('
            | '['
            | '{'
            | '$'
    )
}

/// Characters that stand alone: Han, kana, full-width forms and their punctuation.
fn wide(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFFEF | 0x1F000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )]
    use super::*;
    use crate::layout::canvas::tests::fonts;

    fn set(text: &str, room: f32) -> Vec<String> {
        let fonts = fonts();
        lines(&Faces::open(&fonts).unwrap(), Weight::Regular, text, room)
    }

    #[test]
    fn han_break_anywhere_but_before_closing_punctuation() {
        assert_eq!(
            set("请带身份证，医保卡。", 5.0),
            ["请带身份", "证，医保", "卡。"]
        );
    }

    #[test]
    fn a_line_does_not_end_with_an_opening_bracket() {
        assert_eq!(set("请带身（证）", 4.0), ["请带身", "（证）"]);
    }

    #[test]
    fn a_word_stays_whole_until_it_is_longer_than_a_line() {
        assert_eq!(set("bring your card", 5.0), ["bring your", "card"]);
        let long = set("booking1234567890booking", 4.0);
        assert!(long.len() > 2, "{long:?}");
        assert_eq!(long.concat(), "booking1234567890booking");
    }

    #[test]
    fn nothing_is_lost_and_no_line_is_too_wide() {
        let fonts = fonts();
        let faces = Faces::open(&fonts).unwrap();
        let text = "空腹 8 小时以上，可以少量喝水；（如有不适）请先告诉前台。Bring your ID card and reports.".repeat(9);
        for room in [3.0, 7.5, 20.0, 400.0] {
            let lines = lines(&faces, Weight::Bold, &text, room);
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(bare(&lines.concat()), bare(&text));
            for line in lines {
                assert!(faces.width(Weight::Bold, &line) <= room + 0.001, "{line}");
            }
        }
    }

    #[test]
    fn a_line_break_is_kept_and_the_empty_text_is_one_line() {
        assert_eq!(set("一\r\n\n二", 9.0), ["一", "", "二"]);
        assert_eq!(set("", 9.0), [""]);
    }
}
