//! A thousand planted people pass through the window: afterwards no file of the data
//! folder, the page's own store or the logs holds any of them.

use super::handed::copied;
use super::locked::lock;
use proofs::canaries::{Canary, PLANTED, canary, files, found_in};
use proofs::desk::{PASSWORD, TestDesk, typed_back, wizard};
use proofs::made::{Person, start};
use proofs::window::{Folders, Step, Window};
use serde_json::json;

/// How many of them are opened on their page, name in full.
const OPENED: u64 = 60;

#[test]
fn no_file_holds_anybody_the_window_has_shown() -> Step {
    let people: Vec<Canary> = (0..PLANTED).map(canary).collect();
    let folders = Folders::temporary()?;
    lay_out(&folders, &people)?;
    let mut window = Window::on("canaries", folders)?;
    window.set_size(1366, 768)?;
    window.see("请登录")?;
    window.fill("工号", "1001")?;
    window.fill("密码", PASSWORD)?;
    window.press("Enter")?;
    window.see("今日工作台")?;
    for (n, person) in (1..=OPENED).zip(&people) {
        window.script(
            "location.hash = `#/reception/${arguments[0]}`",
            vec![json!(n)],
        )?;
        window.see_in("visitor-full-name", &person.name)?;
        if n % 10 == 0 {
            window.click("显示 电话")?;
            window.click("核对身份")?;
            window.see(&person.phone)?;
            window.focus("matter")?;
            window.type_text(&person.name)?;
        }
    }
    window.press("Alt+6")?;
    window.see_in("ledger-page", "接待")?;
    lock(&mut window)?;
    window.see("已锁定")?;
    window.close()?;
    let mut seen = 0;
    for path in files(window.folders().root()) {
        let bytes = std::fs::read(&path).unwrap_or_default();
        seen += bytes.len();
        assert_eq!(
            found_in(&bytes, &people),
            Vec::<String>::new(),
            "{}",
            path.display()
        );
    }
    assert!(
        seen > 1_000_000,
        "the database with a thousand people is among them: {seen} bytes"
    );
    let control = format!("{} {}", people[3].name, people[999].phone);
    assert_eq!(
        found_in(control.as_bytes(), &people).len(),
        2,
        "who stands somewhere is found"
    );
    Ok(())
}

/// A desk that knows them all; the first ones are at the desk now.
fn lay_out(folders: &Folders, people: &[Canary]) -> Step {
    let desk = TestDesk::bare();
    let created = desk.call("setup.create", wizard("starter", true));
    desk.call("setup.confirm", typed_back(&created));
    for (n, person) in (1..).zip(people) {
        let id = Person::named(&person.name)
            .phone(&person.phone)
            .resident(&person.id_number)
            .with("address", person.name.as_str())
            .with("note", person.phone.as_str())
            .come(&desk)["id"]
            .clone();
        if n <= OPENED {
            start(&desk, "walk_in", id);
        }
    }
    copied(&desk, folders)
}
