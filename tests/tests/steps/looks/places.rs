//! Every screen of the tour and how one gets there.

use super::morning::Morning;
use proofs::made::{PROOFS, Screen};
use proofs::window::{Step, Window};
use serde_json::json;

type Way = fn(&mut Window, &Morning) -> Step;

/// One screen.
pub struct Place {
    /// Names its picture.
    pub name: &'static str,
    /// The page of the router it lies on, written as in the features.
    pub route: &'static str,
    go: Go,
}

enum Go {
    /// By its own way.
    Way(Way),
    /// To its route, where these are pressed.
    Keys(&'static [&'static str]),
}

impl Place {
    /// Goes there from any other screen.
    pub fn go(&self, window: &mut Window, morning: &Morning) -> Step {
        let keys = match self.go {
            Go::Way(way) => return way(window, morning),
            Go::Keys(keys) => keys,
        };
        to(window, self.route)?;
        for key in keys {
            window.press(key)?;
            wait(window)?;
        }
        Ok(())
    }
}

const fn place(name: &'static str, route: &'static str, go: Way) -> Place {
    let go = Go::Way(go);
    Place { name, route, go }
}

/// All screens: those of a morning, then those that subjects bring along.
pub fn places() -> impl Iterator<Item = Place> {
    let brought = PROOFS.iter().flat_map(|proof| proof.screens);
    let brought = brought.map(|Screen(name, route, keys)| Place {
        name,
        route,
        go: Go::Keys(keys),
    });
    morning().into_iter().chain(brought)
}

/// The screens in the order of a morning.
fn morning() -> Vec<Place> {
    vec![
        place("board", "/", |w, _| to(w, "/")),
        place("find", "/", |w, _| {
            to(w, "/")?;
            w.press("Ctrl+K")?;
            w.type_text("1381234")?;
            wait(w)
        }),
        place("keys", "/", |w, _| {
            to(w, "/")?;
            tap(w, ".foot-button")
        }),
        place("reception", "/reception", |w, _| to(w, "/reception")),
        place("new-encounter", "/reception/new", |w, _| {
            newcomer(w, "walk_in")
        }),
        place("new-encounter-found", "/reception/new", |w, _| {
            newcomer(w, "phone")?;
            w.fill("find-visitor", "王")?;
            wait(w)
        }),
        place("register", "/reception/new", |w, _| {
            to(w, "/reception/new?text=李静 13812345678")
        }),
        place("encounter-matter", "/reception/:id(\\\\d+)", |w, m| {
            to(w, &format!("/reception/{}", m.encounter))?;
            tap(w, ".step-line:first-child .step-head")
        }),
        place("encounter-assess", "/reception/:id(\\\\d+)", assess),
        place("encounter-compare", "/reception/:id(\\\\d+)", |w, m| {
            assess(w, m)?;
            tap(w, "[data-test=compare-open]")
        }),
        place("encounter-decline", "/reception/:id(\\\\d+)", |w, m| {
            assess(w, m)?;
            tap(w, "[data-test=decline-2]")
        }),
        place("encounter-book", "/reception/:id(\\\\d+)", |w, m| {
            assess(w, m)?;
            tap(w, "[data-test=choose-1]")
        }),
        place("encounter-answer", "/reception/:id(\\\\d+)", |w, m| {
            to(w, &format!("/reception/{}", m.encounter))?;
            w.press("F7")?;
            wait(w)
        }),
        place("encounter-close", "/reception/:id(\\\\d+)", |w, m| {
            to(w, &format!("/reception/{}", m.encounter))?;
            w.press("F8")?;
            wait(w)
        }),
        place("encounter-correct", "/reception/:id(\\\\d+)", |w, m| {
            to(w, &format!("/reception/{}", m.encounter))?;
            tap(w, ".visitor-who .buttons .app-button")
        }),
        place("encounter-anonymous", "/reception/:id(\\\\d+)", |w, m| {
            to(w, &format!("/reception/{}", m.anonymous))
        }),
        place("encounter-feedback", "/reception/:id(\\\\d+)", |w, m| {
            to(w, &format!("/reception/{}", m.encounter))?;
            w.press("F8")?;
            wait(w)?;
            tap(w, ".take-feedback .app-button")
        }),
        place("queue", "/queue", |w, _| to(w, "/queue")),
        place("queue-transfer", "/queue", |w, _| {
            to(w, "/queue")?;
            w.press("t")?;
            wait(w)
        }),
        place("queue-move", "/queue", |w, _| {
            to(w, "/queue")?;
            w.press("m")?;
            wait(w)
        }),
        place("bookings", "/bookings", |w, _| {
            to(w, "/bookings")?;
            first_row(w)
        }),
        place("schedules", "/schedules", |w, _| {
            to(w, "/schedules")?;
            first_row(w)
        }),
        place("schedule-edit", "/schedules", |w, _| {
            to(w, "/schedules")?;
            first_row(w)?;
            w.press("e")?;
            wait(w)
        }),
        place("points", "/points", |w, _| {
            to(w, "/points")?;
            first_row(w)
        }),
        place("feedback", "/feedback", |w, _| {
            to(w, "/feedback")?;
            first_row(w)
        }),
        place("feedback-receive", "/feedback", |w, _| {
            to(w, "/feedback")?;
            w.press("n")?;
            wait(w)
        }),
        place("ledger", "/ledger", |w, _| to(w, "/ledger")),
        place("ledger-totals", "/ledger", |w, _| {
            to(w, "/ledger")?;
            tap(w, ".ledger-totals button")
        }),
        place("ledger-export", "/ledger", |w, _| {
            to(w, "/ledger")?;
            w.press("e")?;
            wait(w)
        }),
        place("ledger-export-full", "/ledger", |w, _| {
            to(w, "/ledger")?;
            w.press("e")?;
            wait(w)?;
            tap(w, "input[value=full]")
        }),
        place("disclosures", "/disclosures", |w, _| {
            to(w, "/disclosures")?;
            first_row(w)
        }),
        place("incidents", "/incidents", |w, _| to(w, "/incidents")),
        place("notices", "/notices", |w, _| {
            to(w, "/notices")?;
            first_row(w)
        }),
        place("notice-write", "/notices", |w, _| {
            to(w, "/notices")?;
            w.press("n")?;
            wait(w)
        }),
        place("encounter-consent", "/reception/:id(\\\\d+)", |w, m| {
            to(w, &format!("/reception/{}", m.encounter))?;
            tap(w, "[data-test=consent-open]")
        }),
        place("encounter-reveal", "/reception/:id(\\\\d+)", |w, m| {
            to(w, &format!("/reception/{}", m.encounter))?;
            tap(w, "[data-test=reveal]")
        }),
        place("journal", "/journal", |w, _| {
            to(w, "/journal")?;
            first_row(w)
        }),
        place("categories", "/categories", |w, _| {
            to(w, "/categories")?;
            first_row(w)
        }),
        place("category-change", "/categories", |w, _| {
            to(w, "/categories")?;
            first_row(w)?;
            w.press("e")?;
            wait(w)
        }),
        place("catalogue-edit", "/catalogue", |w, _| {
            to(w, "/catalogue")?;
            first_row(w)?;
            w.press("e")?;
            wait(w)
        }),
        place("feedback-complaint", "/feedback", |w, _| {
            to(w, "/feedback")?;
            w.press("n")?;
            wait(w)?;
            w.press("3")?;
            wait(w)
        }),
        place("catalogue", "/catalogue", |w, _| {
            to(w, "/catalogue")?;
            first_row(w)
        }),
        place("retention", "/retention", |w, _| {
            to(w, "/retention")?;
            first_row(w)
        }),
        place("retention-records", "/retention", |w, _| {
            to(w, "/retention")?;
            tap(w, ".panel-head .choice:nth-child(2) input")
        }),
        place("retention-change", "/retention", |w, _| {
            to(w, "/retention")?;
            first_row(w)?;
            w.press("e")?;
            wait(w)
        }),
        place("requests", "/requests", |w, _| {
            to(w, "/requests")?;
            first_row(w)
        }),
        place("request-erase", "/requests", |w, _| {
            to(w, "/requests")?;
            first_row(w)?;
            tap(w, "[data-test=request-erase]")
        }),
        place("request-seen", "/requests", |w, _| {
            to(w, "/requests")?;
            first_row(w)?;
            tap(w, "[data-test=request-see]")
        }),
        place("request-record", "/requests", |w, _| {
            to(w, "/requests")?;
            w.press("n")?;
            wait(w)
        }),
        place("more", "/more", |w, _| to(w, "/more")),
        place("staff", "/staff", |w, _| {
            to(w, "/staff")?;
            first_row(w)
        }),
        place("staff-add", "/staff", |w, _| {
            to(w, "/staff")?;
            w.press("n")?;
            wait(w)
        }),
        place("staff-code", "/staff", |w, _| {
            to(w, "/staff")?;
            w.script(
                "[...document.querySelectorAll('[role=row][aria-selected]')].at(-1)?.click()",
                vec![],
            )?;
            wait(w)?;
            tap(w, "[data-test=staff-reset]")?;
            tap(w, ".confirm-offers .app-button")?;
            tap(w, ".sheet-foot [type=submit]")
        }),
        place("institution-renew", "/institution", |w, _| {
            to(w, "/institution")?;
            tap(w, "[data-test=renew-codes]")
        }),
        place("journal-paper", "/journal", |w, _| {
            to(w, "/journal")?;
            w.press("c")?;
            wait(w)
        }),
        place("staff-remove", "/staff", |w, _| {
            to(w, "/staff")?;
            tap(w, "[role=row][aria-selected]:nth-child(3)")?;
            tap(w, "[data-test=staff-remove]")
        }),
        place("backups", "/backups", |w, _| {
            to(w, "/backups")?;
            first_row(w)
        }),
        place("backups-restore", "/backups", |w, _| {
            to(w, "/backups")?;
            first_row(w)?;
            tap(w, "[data-test=backup-restore]")
        }),
        place("computer-lost", "/institution", |w, _| {
            to(w, "/institution")?;
            tap(w, "[data-test=computer-lost]")
        }),
        place("institution", "/institution", |w, _| to(w, "/institution")),
        place("preferences", "/preferences", |w, _| to(w, "/preferences")),
        place("missing", "/:rest(.*)*", |w, _| to(w, "/nowhere")),
    ]
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

/// The page on which an encounter begins, past a registration that was broken off.
fn newcomer(window: &mut Window, channel: &str) -> Step {
    to(window, &format!("/reception/new?channel={channel}"))?;
    if !window.shows("find-visitor")? {
        tap(window, ".register-foot .app-button:not(.primary)")?;
    }
    Ok(())
}

/// What was told is typed once; it stays with the encounter.
fn assess(window: &mut Window, morning: &Morning) -> Step {
    to(window, &format!("/reception/{}", morning.encounter))?;
    window.press("F5")?;
    wait(window)?;
    if !window.shows("proposal-1")? {
        window.focus("add-need")?;
        window.type_text("心脑血管 骨密度 预算800 周六")?;
        window.press("Enter")?;
        wait(window)?;
    }
    Ok(())
}

/// Selects the first row of the page's list, when it has one.
fn first_row(window: &mut Window) -> Step {
    window.script(
        "document.querySelector('[role=row][aria-selected]')?.click()",
        vec![],
    )?;
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
