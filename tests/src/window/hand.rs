//! What a person does with the hands: press, type, click, choose.

use super::keys::chord;
use super::{Failure, Step, Window};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use serde_json::json;

/// The text that [`masked`] has made numbers of.
pub(super) const MASKED: &str = "String.fromCharCode(...arguments[0].map((code) => code ^ 21845))";

/// A text as numbers that do not show it.
pub(super) fn masked(text: &str) -> serde_json::Value {
    let codes: Vec<u16> = text.encode_utf16().map(|code| code ^ 21845).collect();
    json!(codes)
}

/// Takes away what the field with the caret holds, as a hand would: the page hears of it.
const EMPTY: &str = "const field = document.activeElement; field?.select?.(); \
                     if (field?.value) document.execCommand('delete')";

/// How a name on the screen becomes an element.
pub(super) const FIND: &str = include_str!("find.js");

/// The key that locks, and ends the process of the page by that.
const LOCK: &str = "Ctrl+L";

impl Window {
    /// Presses a key or a chord, written as on the buttons: `F2`, `Ctrl+L`, `Enter`.
    pub fn press(&mut self, keys: &str) -> Step {
        let (held, key) = chord(keys)?;
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in &held {
            actions = actions.then(KeyAction::Down { value: *value });
        }
        actions = actions
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        for value in held.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *value });
        }
        let driver = self.driver()?;
        match driver.run(driver.client().perform_actions(actions)) {
            // The key that locks ends the page before the driver hears that it was pressed.
            Err(failure) if failure.is_lost() => Ok(()),
            // Or while it says so, and the old page answers a last time: what comes next
            // looks whether it is locked.
            Err(failure) if keys == LOCK && failure.may_be_lost() => Ok(()),
            done => done,
        }
        .map_err(|f| f.while_trying(&format!("press {keys}")))
    }

    /// Types into whatever has the focus. ASCII goes key by key; Chinese arrives as an
    /// input method commits it, which is how it arrives from a person.
    pub fn type_text(&mut self, text: &str) -> Step {
        let driver = self.driver()?;
        for run in runs(text) {
            if run.is_ascii() {
                let focused = driver.run(driver.client().active_element())?;
                driver.run(focused.send_keys(run))?;
            } else {
                driver.script(
                    "document.execCommand('insertText', false, arguments[0])",
                    vec![json!(run)],
                )?;
            }
        }
        Ok(())
    }

    /// Types where the caret is; on its way to the page the text is no text, so that the
    /// hand leaves no copy of it in a process that is searched.
    pub fn type_unseen(&mut self, text: &str) -> Step {
        let script = format!("document.execCommand('insertText', false, {MASKED})");
        self.script(&script, vec![masked(text)]).map(drop)
    }

    /// Clicks the button, line, option, tab or label that says this (or carries it as
    /// `data-test`), as soon as it can be clicked.
    pub fn click(&mut self, name: &str) -> Step {
        self.when_ready(&format!("click “{name}”"), |window| {
            let driver = window.driver()?;
            let Some(element) = window.element("thing", name)? else {
                return Ok(None);
            };
            if driver.run(element.is_enabled())? {
                driver.run(element.click())?;
                Ok(Some(()))
            } else {
                Ok(None)
            }
        })
    }

    /// Puts the caret into a field, takes what it held away, and types.
    pub fn fill(&mut self, name: &str, text: &str) -> Step {
        self.focus(name)?;
        // Keys that edit are carried out late on a busy machine, after letters that were
        // typed behind them: the field is emptied in the page.
        self.script(EMPTY, vec![])?;
        self.type_text(text)
    }

    /// Puts the caret into the field with this label (or placeholder, or `data-test`).
    pub fn focus(&mut self, name: &str) -> Step {
        self.when_ready(&format!("focus “{name}”"), |window| {
            let Some(element) = window.element("field", name)? else {
                return Ok(None);
            };
            window.driver()?.run(element.click())?;
            Ok(Some(()))
        })
    }

    /// Opens the list with this label and takes the line that says this.
    pub fn choose(&mut self, name: &str, option: &str) -> Step {
        let native = self.when_ready(&format!("choose in “{name}”"), |window| {
            let driver = window.driver()?;
            let Some(element) = window.element("field", name)? else {
                return Ok(None);
            };
            if driver
                .run(element.tag_name())?
                .eq_ignore_ascii_case("select")
            {
                driver.run(element.select_by_label(option))?;
                return Ok(Some(true));
            }
            driver.run(element.click())?;
            Ok(Some(false))
        })?;
        if native { Ok(()) } else { self.click(option) }
    }

    /// A scanner: digits in a burst, then Enter.
    pub fn scan(&mut self, code: &str) -> Step {
        self.type_text(code)?;
        self.press("Enter")
    }

    fn element(&self, kind: &str, name: &str) -> Step<Option<Element>> {
        let driver = self.driver()?;
        let found = driver.script(FIND, vec![json!(kind), json!(name)])?;
        if found.is_null() {
            return Ok(None);
        }
        let id = found
            .as_object()
            .and_then(|object| object.values().next())
            .and_then(|id| id.as_str())
            .ok_or_else(|| Failure::new("the page answered no element"))?;
        let id = id.to_owned().into();
        Ok(Some(Element::from_element_id(driver.client(), id)))
    }

    /// Tries until it is done or patience ends. Something may lie over it (a closing
    /// dialog) or be drawn anew between the look and the click: then it is tried again.
    fn when_ready<T>(
        &mut self,
        step: &str,
        mut attempt: impl FnMut(&Self) -> Step<Option<T>>,
    ) -> Step<T> {
        let mut last = "it is not there, or not visible, or not enabled".to_owned();
        let done = self.driver()?.until(|_| match attempt(self) {
            Ok(done) => Ok(done),
            Err(failure) => {
                last = failure.to_string();
                Ok(None)
            }
        })?;
        done.ok_or_else(|| self.with_screen(&format!("{step}: {last}")))
    }
}

/// Cuts a text into pieces that are ASCII and pieces that are not.
fn runs(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut kind = None;
    for (at, letter) in text.char_indices() {
        let ascii = letter.is_ascii();
        if kind.is_some_and(|kind| kind != ascii) {
            pieces.push(&text[start..at]);
            start = at;
        }
        kind = Some(ascii);
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn a_text_is_cut_where_the_keyboard_ends() {
        assert_eq!(runs("王芳 138𠮷a"), ["王芳", " 138", "𠮷", "a"]);
        assert!(runs("").is_empty());
    }
}
