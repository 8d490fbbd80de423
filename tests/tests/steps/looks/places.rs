//! Every screen of the tour and how one gets there.

use super::morning::Morning;
use proofs::made::{Do, ENCOUNTER, PROOFS, Screen};
use proofs::window::{Step, Window};
use serde_json::json;

/// The screens of the frame, which is no subject's.
const FRAME: &[Screen] = &[
    Screen("board", "/", &[]),
    Screen("keys", "/", &[Do::Tap(".foot-button")]),
    Screen("more", "/more", &[]),
    Screen("preferences", "/preferences", &[]),
    Screen("about", "/about", &[]),
    Screen("about-text", "/about", &[Do::Row(0)]),
    Screen("missing", "/:rest(.*)*", &[Do::Open("/nowhere")]),
];

/// All screens: the frame's, then those that the subjects bring along.
pub fn places() -> impl Iterator<Item = &'static Screen> {
    let brought = PROOFS.iter().flat_map(|proof| proof.screens);
    FRAME.iter().chain(brought)
}

/// Goes to a screen from any other.
pub fn go(window: &mut Window, Screen(_, route, way): &Screen, morning: &Morning) -> Step {
    match way.first() {
        Some(Do::Open(_) | Do::OpenNameless) => {}
        _ if *route == ENCOUNTER => to(window, &format!("/reception/{}", morning.encounter))?,
        _ => to(window, route)?,
    }
    way.iter().try_for_each(|step| take(window, *step, morning))
}

/// Does one thing on the way, and waits for what comes of it.
fn take(window: &mut Window, step: Do, morning: &Morning) -> Step {
    match step {
        Do::Open(address) => return to(window, address),
        Do::OpenNameless => return to(window, &format!("/reception/{}", morning.anonymous)),
        Do::Tap(css) => return tap(window, css),
        Do::Press(keys) => window.press(keys)?,
        Do::Focus(field) => window.focus(field)?,
        Do::Type(text) => window.type_text(text)?,
        Do::Fill(field, text) => window.fill(field, text)?,
        Do::Row(n) => {
            let rows = "[...document.querySelectorAll('[role=row][aria-selected]')]";
            let click = format!("{rows}.at(arguments[0])?.click()");
            window.script(&click, vec![json!(n)])?;
        }
        Do::Unless(field, more) => {
            if window.shows(field)? {
                return Ok(());
            }
            return more
                .iter()
                .try_for_each(|step| take(window, *step, morning));
        }
    }
    wait(window)
}

/// Opens an address as if for the first time: what lies over the page is closed, what was
/// looked for is gone, and the page that was open is left first.
fn to(window: &mut Window, path: &str) -> Step {
    for _ in 0..3 {
        if window.script(
            "return document.querySelector('dialog[open]') === null",
            vec![],
        )? == true
        {
            break;
        }
        window.press("Esc")?;
        wait(window)?;
    }
    let go = "const done = arguments[arguments.length - 1], [path] = arguments; const box = document.querySelector('.find-box');\
        if (box.value) { box.value = ''; box.dispatchEvent(new Event('input')); }\
        document.activeElement?.blur(); location.hash = '/nowhere';\
        setTimeout(() => { location.hash = path; setTimeout(done, 30); }, 60);";
    window.script_async(go, vec![json!(path)])?;
    wait(window)
}

/// Presses what the style sheet knows by this name: words differ between the languages.
pub fn tap(window: &mut Window, css: &str) -> Step {
    window.script(
        "const e = document.querySelector(arguments[0]); if (!e) throw new Error('not there: ' + arguments[0]); e.click()",
        vec![json!(css)],
    )?;
    wait(window)
}

/// Waits until the screen says the same twice and nothing is being read.
pub fn wait(window: &mut Window) -> Step {
    let settle = "const done = arguments[arguments.length - 1]; const begun = Date.now(); let last = null, same = 0;\
        const look = () => {\
            const now = location.hash + document.body.innerText + document.body.querySelectorAll('*').length;\
            same = now === last && !document.querySelector('.data-skeleton,[aria-busy=true]') && !/正在读取|Loading/.test(document.body.innerText) ? same + 1 : 0; last = now;\
            if (same >= 4 || Date.now() - begun > 8000) done(same >= 4); else setTimeout(look, 25);\
        }; setTimeout(look, 25);";
    window.script_async(settle, vec![])?;
    Ok(())
}
