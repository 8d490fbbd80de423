//! Names of keys as they are written on the buttons → what WebDriver sends for them.

use super::{Failure, Step};
use fantoccini::key::Key;

/// `"Ctrl+L"` → Control held, then `l`. The last part is the key, the others are held.
pub(super) fn chord(text: &str) -> Step<(Vec<char>, char)> {
    let mut parts: Vec<&str> = text.split('+').collect();
    let last = parts
        .pop()
        .ok_or_else(|| Failure::new("no key was named"))?;
    let held = parts.into_iter().map(named).collect::<Step<Vec<_>>>()?;
    let mut letters = last.chars();
    let key = match (letters.next(), letters.next()) {
        (Some(letter), None) => letter.to_ascii_lowercase(),
        _ => named(last)?,
    };
    Ok((held, key))
}

fn named(name: &str) -> Step<char> {
    let key = match name {
        "Ctrl" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Esc" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => return Ok(' '),
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "F1" => Key::F1,
        "F2" => Key::F2,
        "F3" => Key::F3,
        "F4" => Key::F4,
        "F5" => Key::F5,
        "F6" => Key::F6,
        "F7" => Key::F7,
        "F8" => Key::F8,
        "F9" => Key::F9,
        "F10" => Key::F10,
        "F11" => Key::F11,
        "F12" => Key::F12,
        other => return Err(Failure::new(format!("no key is called {other}"))),
    };
    Ok(key.into())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::{Key, chord};

    #[test]
    fn a_chord_holds_all_but_its_last_key() {
        let (held, key) = chord("Ctrl+Shift+L").unwrap();
        assert_eq!(held, [char::from(Key::Control), char::from(Key::Shift)]);
        assert_eq!(key, 'l');
    }

    #[test]
    fn an_unknown_key_is_refused() {
        assert!(chord("Hyper+Q").is_err());
    }
}
