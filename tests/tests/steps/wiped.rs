//! What the window was shown and told is in the memory of none of its processes once it is
//! locked. The proof's own hand must not leave it there: what it types and looks for crosses
//! to the page in numbers, never as text.

use super::handed::copied;
use super::locked::lock;
use proofs::canaries::{Canary, canary};
use proofs::desk::{PASSWORD, TestDesk, typed_back, wizard};
use proofs::made::{Person, start};
use proofs::memory::lying_in;
use proofs::window::{Folders, Step, Window};
use std::time::{Duration, Instant};

const NOTE: &str = "夜里三点惊醒, quaint-otter-4417";
const DRAFT: &str = "替邻居问骨密度, brisk-heron-9082";

#[test]
fn a_locked_window_holds_nobody_and_no_password() -> Step {
    let person = canary(7);
    let folders = Folders::temporary()?;
    lay_out(&folders, &person)?;
    let mut window = Window::on("wiped", folders)?;
    window.see("请登录")?;
    window.fill("工号", "1001")?;
    window.focus("密码")?;
    window.type_unseen(PASSWORD)?;
    window.press("Enter")?;
    window.see("今日工作台")?;
    window.script("location.hash = '#/reception/1'", vec![])?;
    window.see_unseen(&person.name)?;
    window.focus("matter")?;
    window.type_unseen(DRAFT)?;
    window.see_unseen(&person.name)?;
    std::thread::sleep(Duration::from_secs(2));

    let texts = [
        ("password", PASSWORD),
        ("name", person.name.as_str()),
        ("note", NOTE),
        ("draft", DRAFT),
    ];
    let before = window.page_process()?.expect("a page is drawn");
    for (name, text) in [texts[1], texts[3]] {
        let found = lying_in(before.id, &[(name, text)]);
        assert!(!found.is_empty(), "the search is blind for the {name}");
    }
    let begun = Instant::now();
    lock(&mut window)?;
    println!("back on the lock screen after {:?}", begun.elapsed());
    let after = window.page_process()?.expect("a page is drawn again");
    assert_ne!(
        before.id, after.id,
        "the page has a process of its own anew"
    );
    let focus = window.script("return document.activeElement?.type", vec![])?;
    assert_eq!(focus, "password", "the next one can type at once");

    let mut left = Vec::new();
    for process in window.processes()? {
        let found = lying_in(process.id, &texts);
        left.extend(found.iter().map(|line| format!("{}: {line}", process.name)));
    }
    assert!(
        left.is_empty(),
        "{} copies\n{}",
        left.len(),
        left.join("\n")
    );
    Ok(())
}

/// A desk where this person is at the desk now.
fn lay_out(folders: &Folders, person: &Canary) -> Step {
    let desk = TestDesk::bare();
    let created = desk.call("setup.create", wizard("starter", true));
    desk.call("setup.confirm", typed_back(&created));
    let id = Person::named(&person.name)
        .phone(&person.phone)
        .resident(&person.id_number)
        .with("note", NOTE)
        .come(&desk)["id"]
        .clone();
    start(&desk, "walk_in", id);
    copied(&desk, folders)
}
