//! Every screen at every size, in both languages, light and dark: nothing is cut, nothing
//! overlaps, nothing scrolls that should not, everything can be read and reached.

mod morning;
mod places;

use super::locked::lock;
use morning::Morning;
use places::{go, places, tap, wait};
use proofs::made::Screen;
use proofs::window::{Failure, Folders, Step, Window};
use serde_json::{Value, json};

const MEASURE: &str = include_str!("looks/measure.js");
const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../ui/node_modules/axe-core/axe.min.js"
);
/// How many tab stops are looked at on a screen.
const STOPS: usize = 15;

/// One way the window can look.
#[derive(Clone, Copy)]
struct Look {
    size: (u32, u32),
    english: bool,
    dark: bool,
}

impl Look {
    fn name(self) -> String {
        let (language, theme) = (
            if self.english { "en" } else { "zh" },
            if self.dark { "dark" } else { "light" },
        );
        format!("{}-{language}-{theme}", self.size.0)
    }
}

/// The smallest desk in both languages; `SHOUWEN_LOOKS=all` takes the whole matrix,
/// `SHOUWEN_LOOKS=1920-en` those whose name contains it.
fn looks() -> Vec<Look> {
    let asked = std::env::var("SHOUWEN_LOOKS").unwrap_or_default();
    let mut all = Vec::new();
    for size in [(1366, 768), (1920, 1080)] {
        for english in [false, true] {
            for dark in [false, true] {
                all.push(Look {
                    size,
                    english,
                    dark,
                });
            }
        }
    }
    match asked.as_str() {
        "all" => {}
        "" => all.retain(|look| look.size.0 == 1366 && look.english == look.dark),
        part => all.retain(|look| look.name().contains(part)),
    }
    all
}

#[test]
fn every_screen_fits() -> Step {
    let folders = Folders::temporary()?;
    let morning = morning::lay_out(&folders)?;
    let mut window = Window::on("every_screen_fits", folders)?;
    window.set_size(1366, 768)?;
    watch(&mut window)?;
    let mut faults = Vec::new();
    window.see("登录")?;
    wait(&mut window)?;
    look_at(&mut window, "sign-in", true, &mut faults)?;
    let (no, password) = morning::account();
    window.fill("工号", no)?;
    window.fill("密码", password)?;
    window.press("Enter")?;
    window.see("锁屏")?;
    for (i, look) in looks().into_iter().enumerate() {
        put_on(&mut window, look)?;
        for place in places() {
            tour(&mut window, place, &morning, look, i == 0, &mut faults)?;
        }
    }
    for refused in window.refused()? {
        faults.push(format!("the policy refused {refused}"));
    }
    lock(&mut window)?;
    watch(&mut window)?;
    wait(&mut window)?;
    look_at(&mut window, "locked", true, &mut faults)?;
    tap(&mut window, "[data-test=from-backup]")?;
    look_at(&mut window, "restore-outside", true, &mut faults)?;
    for refused in window.refused()? {
        faults.push(format!("the policy refused {refused}"));
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "{} faults on the screens:\n{}",
            faults.len(),
            faults.join("\n")
        )))
    }
}

/// What looks at a page is gone when the page is loaded anew.
fn watch(window: &mut Window) -> Step {
    window.watch_policy()?;
    let axe = std::fs::read_to_string(AXE)?;
    window.script(&format!("{axe}\nwindow.axe = axe;"), vec![])?;
    Ok(())
}

#[test]
fn every_page_of_the_window_is_looked_at() {
    let ui = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src");
    let mut sources = vec![format!("{ui}/app/routes.ts")];
    for wing in std::fs::read_dir(format!("{ui}/features")).unwrap() {
        let subjects = std::fs::read_dir(wing.unwrap().path());
        for subject in subjects.into_iter().flatten() {
            let index = subject.unwrap().path().join("index.ts");
            sources.push(index.display().to_string());
        }
    }
    let looked_at: Vec<&str> = places().map(|Screen(_, route, _)| *route).collect();
    let mut pages = 0;
    for source in sources {
        let text = std::fs::read_to_string(source).unwrap_or_default();
        for piece in text.split("path: \"").skip(1) {
            let path = piece.split('"').next().unwrap_or_default();
            assert!(looked_at.contains(&path), "nobody looks at {path}");
            pages += 1;
        }
    }
    assert!(pages > 15, "the pages are written down in another way now");
}

/// Language, theme and size, chosen on the page for it.
fn put_on(window: &mut Window, look: Look) -> Step {
    window.set_size(look.size.0, look.size.1)?;
    window.script("location.hash = '/preferences'", vec![])?;
    wait(window)?;
    let choice = |group: usize, option: usize| {
        format!(".preferences-choices fieldset:nth-child({group}) label:nth-child({option}) input")
    };
    tap(window, &choice(1, if look.english { 2 } else { 1 }))?;
    tap(window, &choice(2, if look.dark { 3 } else { 2 }))
}

fn tour(
    window: &mut Window,
    place: &Screen,
    morning: &Morning,
    look: Look,
    keys: bool,
    faults: &mut Vec<String>,
) -> Step {
    let name = format!("{}-{}", place.0, look.name());
    if let Err(failure) = go(window, place, morning) {
        faults.push(format!("{name}: {failure}"));
    }
    look_at(window, &name, keys, faults)
}

fn look_at(window: &mut Window, name: &str, keys: bool, faults: &mut Vec<String>) -> Step {
    window.shot(name)?;
    let mut found = Vec::new();
    let measured = window.script(MEASURE, vec![json!({ "row": 38 })])?;
    found.extend(strings(&measured));
    found.extend(strings(&read_as_others_do(window)?));
    if keys {
        found.extend(strings(&stops_without_ring(window)?));
    }
    faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
    Ok(())
}

/// What axe finds against WCAG 2.2 A and AA.
fn read_as_others_do(window: &Window) -> Step<Value> {
    window.script_async(
        "const done = arguments[arguments.length - 1];\
         axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })\
            .then((said) => done(said.violations.flatMap((v) => v.nodes.map((n) => `axe ${v.id}: ${n.target.join(' ')} ${n.any[0]?.message ?? ''} ${n.html.slice(0, 160)}`))),\
                  (fault) => done(['axe: ' + fault]))",
        vec![],
    )
}

/// Goes from stop to stop by Tab and notes where nothing shows the focus.
fn stops_without_ring(window: &mut Window) -> Step<Value> {
    window.script(
        "window.__dark = []; window.__stops = 0; window.__ring ??= (document.addEventListener('focusin', (event) => {\
            const ring = (e) => { const s = e && getComputedStyle(e); return s && s.outlineStyle !== 'none' && Number.parseFloat(s.outlineWidth) > 0; };\
            const e = event.target; window.__stops += 1;\
            const row = e.getAttribute('aria-activedescendant');\
            const lit = ring(e) || ring(e.closest('.choice')) || (e.matches('[role=grid]') && row && document.getElementById(row));\
            if (!lit && e.matches('a,button,input,select,textarea,[tabindex=\"0\"]')) window.__dark.push('no focus ring: <' + e.tagName.toLowerCase() + ' ' + e.className + '> ' + (e.innerText ?? '').slice(0, 30));\
        }), true)",
        vec![],
    )?;
    for _ in 0..STOPS {
        window.press("Tab")?;
    }
    window.script(
        "return [...new Set(window.__dark), ...(window.__stops < 1 ? ['Tab goes nowhere'] : [])]",
        vec![],
    )
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
