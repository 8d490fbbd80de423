//! What a person sees: words on the screen, values in fields, and pictures of it.

use super::hand::{FIND, MASKED, masked};
use super::{Failure, Step, Window};
use serde_json::{Value, json};
use std::path::PathBuf;

const SCREEN: &str = "return document.body ? document.body.innerText : ''";
/// What the part named so says, or holds when it is a field.
const CONTENT: &str = "const e=(function(){FIND}).apply(null,arguments); if(!e) return null;\
    if(e.type==='checkbox'||e.type==='radio') return String(e.checked);\
    if(e.matches('select')) return e.selectedOptions[0]?.label ?? '';\
    return e.matches('input,textarea') ? e.value : e.innerText;";

impl Window {
    /// Waits until the screen says this (white space counts as one space).
    pub fn see(&mut self, text: &str) -> Step {
        let seen = self
            .driver()?
            .until(|_| Ok(plain(&self.text()?).contains(&plain(text)).then_some(())))?;
        seen.ok_or_else(|| self.with_screen(&format!("“{text}” does not appear")))
    }

    /// Waits until the screen says this, asking without saying it: see [`Window::type_unseen`].
    pub fn see_unseen(&mut self, text: &str) -> Step {
        let script = format!("return (document.body?.innerText ?? '').includes({MASKED})");
        let seen = self.driver()?.until(|driver| {
            let seen = driver.script(&script, vec![masked(text)])?;
            Ok((seen == true).then_some(()))
        })?;
        seen.ok_or_else(|| Failure::new("what must not be said here does not appear"))
    }

    /// Waits until the part with this name (a field's label, a region's name, a `data-test`) says this.
    pub fn see_in(&mut self, name: &str, text: &str) -> Step {
        let mut last = None;
        let seen = self.driver()?.until(|_| {
            last = self.peek(name)?;
            Ok(last
                .as_deref()
                .is_some_and(|part| plain(part).contains(&plain(text)))
                .then_some(()))
        })?;
        seen.ok_or_else(|| match last {
            Some(part) => {
                self.with_screen(&format!("“{name}” says “{}”, not “{text}”", plain(&part)))
            }
            None => self.with_screen(&format!(
                "“{name}” is not on the screen (wanted “{text}” in it)"
            )),
        })
    }

    /// Waits until the screen no longer says this.
    pub fn gone(&mut self, text: &str) -> Step {
        let gone = self
            .driver()?
            .until(|_| Ok((!plain(&self.text()?).contains(&plain(text))).then_some(())))?;
        gone.ok_or_else(|| self.with_screen(&format!("“{text}” stays on the screen")))
    }

    /// What the part with this name says, or holds when it is a field (`true` or `false` for a tick).
    pub fn read(&mut self, name: &str) -> Step<String> {
        let read = self.driver()?.until(|_| self.peek(name))?;
        read.ok_or_else(|| self.with_screen(&format!("“{name}” is not on the screen")))
    }

    /// Whether that part is on the screen at this moment.
    pub fn shows(&self, name: &str) -> Step<bool> {
        Ok(self.peek(name)?.is_some())
    }

    /// Everything that can be read on the screen.
    pub fn text(&self) -> Step<String> {
        Ok(self
            .driver()?
            .script(SCREEN, vec![])?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// Makes the inner window this large (the smallest desk: 1366×768).
    pub fn set_size(&mut self, width: u32, height: u32) -> Step {
        let driver = self.driver()?;
        driver.run(driver.client().set_window_size(width, height))?;
        let fits = driver.until(|driver| {
            let got = driver.script("return [innerWidth, innerHeight]", vec![])?;
            Ok((got == json!([width, height])).then_some(()))
        })?;
        fits.ok_or_else(|| Failure::new(format!("the window does not take {width}×{height}")))
    }

    /// Takes a picture of the window: `target/tour/<journey>/<nn>-<name>.png`.
    pub fn shot(&mut self, name: &str) -> Step<PathBuf> {
        self.taken += 1;
        let file = self.shots.join(format!("{:02}-{name}.png", self.taken));
        let driver = self.driver()?;
        // Two frames: what was just changed has been painted.
        driver.run(driver.client().execute_async(
            "const done=arguments[arguments.length-1]; requestAnimationFrame(()=>requestAnimationFrame(()=>done(1)))",
            vec![],
        ))?;
        let png = driver.run(driver.client().screenshot())?;
        std::fs::write(&file, png)?;
        Ok(file)
    }

    /// Starts noting what the content security policy refuses; [`Window::refused`] reads it.
    pub fn watch_policy(&mut self) -> Step {
        self.driver()?.script(
            "window.__refused=[];document.addEventListener('securitypolicyviolation',\
             e=>window.__refused.push(e.effectiveDirective+' '+e.blockedURI))",
            vec![],
        )?;
        Ok(())
    }

    /// What the policy refused since [`Window::watch_policy`]; a good page answers nothing.
    pub fn refused(&self) -> Step<Vec<String>> {
        let noted = self
            .driver()?
            .script("return window.__refused ?? null", vec![])?;
        match noted {
            Value::Array(lines) => Ok(lines
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect()),
            _ => Err(Failure::new("nobody watched the policy on this page")),
        }
    }

    /// Runs a script in the page. For what a person cannot do, like measuring.
    pub fn script(&self, script: &str, args: Vec<Value>) -> Step<Value> {
        self.driver()?.script(script, args)
    }

    /// The same for a script that calls its last argument when it is done.
    pub fn script_async(&self, script: &str, args: Vec<Value>) -> Step<Value> {
        let driver = self.driver()?;
        driver.run(driver.client().execute_async(script, args))
    }

    fn peek(&self, name: &str) -> Step<Option<String>> {
        let script = CONTENT.replace("FIND", FIND);
        let content = self
            .driver()?
            .script(&script, vec![json!("part"), json!(name)])?;
        Ok(content.as_str().map(str::to_owned))
    }

    /// The failure with the screen's words, and a picture beside the others.
    pub(super) fn with_screen(&mut self, reason: &str) -> Failure {
        let words = self.text().unwrap_or_default();
        let words: String = plain(&words).chars().take(1500).collect();
        let picture = self
            .shot("failed")
            .map(|file| file.display().to_string())
            .unwrap_or_default();
        Failure::new(format!(
            "[{}] {reason}\n  on the screen: {words}\n  picture: {picture}",
            self.name
        ))
    }
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
