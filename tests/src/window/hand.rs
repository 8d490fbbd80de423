//! What a person does with the hands: press, type, click, choose.

use super::keys::chord;
use super::{Failure, Step, Window};
use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use serde_json::json;

/// Finds the first visible element for a `data-test` name; inside a labelled wrapper (as
/// component kits make them) the part that takes the text.
const FIELD: &str = "const all=[...document.querySelectorAll(`[data-test=\"${arguments[0]}\"]`)];\
    const seen=all.find(e=>e.getClientRects().length)||all[0]; if(!seen) return null;\
    return seen.matches('input,textarea,[contenteditable]')?seen:seen.querySelector('input,textarea,[contenteditable]');";

/// The smallest visible element that can be clicked and says exactly this.
const SAYING: &str = "const say=e=>(e.getAttribute('aria-label')||e.innerText||'').replace(/\\s+/g,' ').trim();\
    const can='button,a,[role=button],[role=option],[role=menuitem],[role=tab],[role=radio],[role=checkbox],[role=row],label,li,summary,td';\
    const all=[...document.querySelectorAll(can)].filter(e=>e.getClientRects().length);\
    return all.filter(e=>say(e)===arguments[0]).pop()||all.filter(e=>say(e).startsWith(arguments[0])).pop()||null;";

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
        driver
            .run(driver.client().perform_actions(actions))
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

    /// Clicks what carries this `data-test`, as soon as it can be clicked.
    pub fn click(&mut self, test: &str) -> Step {
        let css = format!("[data-test=\"{test}\"]");
        self.click_when_ready(&format!("click {test}"), |window| {
            let driver = window.driver()?;
            for element in driver.run(driver.client().find_all(Locator::Css(&css)))? {
                if driver.run(element.is_displayed())? && driver.run(element.is_enabled())? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
    }

    /// Clicks the button, line, option or tab that says this.
    pub fn click_text(&mut self, text: &str) -> Step {
        self.click_when_ready(&format!("click “{text}”"), |window| {
            window.element(SAYING, text)
        })
    }

    /// Puts the caret into a field, takes what it held away, and types.
    pub fn fill(&mut self, test: &str, text: &str) -> Step {
        self.focus(test)?;
        self.press("Ctrl+A")?;
        self.press("Delete")?;
        self.type_text(text)
    }

    /// Puts the caret into a field.
    pub fn focus(&mut self, test: &str) -> Step {
        self.click_when_ready(&format!("focus {test}"), |window| {
            window.element(FIELD, test)
        })
    }

    /// Opens a list and takes the line that says this.
    pub fn choose(&mut self, test: &str, option: &str) -> Step {
        self.click(test)?;
        self.click_text(option)
    }

    /// A scanner: digits in a burst, then Enter.
    pub fn scan(&mut self, code: &str) -> Step {
        self.type_text(code)?;
        self.press("Enter")
    }

    fn element(&self, script: &str, name: &str) -> Step<Option<Element>> {
        let driver = self.driver()?;
        let found = driver.script(script, vec![json!(name)])?;
        if found.is_null() {
            return Ok(None);
        }
        let id = found
            .as_object()
            .and_then(|object| object.values().next())
            .and_then(|id| id.as_str())
            .ok_or_else(|| Failure::new("the page answered no element"))?;
        Ok(Some(Element::from_element_id(
            driver.client().clone(),
            id.to_owned().into(),
        )))
    }

    fn click_when_ready(
        &mut self,
        step: &str,
        mut find: impl FnMut(&Self) -> Step<Option<Element>>,
    ) -> Step {
        let mut last = "it is not there, or not visible, or not enabled".to_owned();
        let clicked = self.driver()?.until(|driver| {
            let Some(element) = find(self)? else {
                return Ok(None);
            };
            // Something may still lie over it (a closing dialog): ask again.
            match driver.run(element.click()) {
                Ok(()) => Ok(Some(())),
                Err(failure) => {
                    last = failure.to_string();
                    Ok(None)
                }
            }
        })?;
        match clicked {
            Some(()) => Ok(()),
            None => Err(self.with_screen(&format!("{step}: {last}"))),
        }
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
