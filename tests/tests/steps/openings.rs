//! Many records were opened within the hour: the page asks why, and a colleague for their
//! word, by keyboard and where the person works.

use super::handed::copied;
use proofs::desk::{PASSWORD, TestDesk};
use proofs::made::{Person, here, id};
use proofs::window::{Folders, Step, Window, starting};
use serde_json::json;

/// What an administrator opens in an hour without a reason, and with reasons alone.
const WITHOUT_REASON: usize = 30;
const WITH_REASONS: usize = 40;

/// Somebody who comes after all those.
const LATE: &str = "慕容晚晴";

/// A desk whose administrator has opened so many records in the last quarter of an hour.
fn opened(count: usize, folders: &Folders) -> Step {
    let desk = TestDesk::training();
    let before = starting() - 20 * 60_000;
    desk.machine().set(before);
    desk.as_staff("1004");
    let people: Vec<i64> = (0..WITH_REASONS)
        .map(|n| id(&Person::named(&format!("单雅{n}")).come(&desk)))
        .collect();
    Person::named(LATE).come(&desk);
    desk.as_staff("1001");
    for (n, person) in people.iter().take(count).enumerate() {
        desk.machine()
            .set(before + 20_000 * (i64::try_from(n).expect("few") + 1));
        if n >= WITHOUT_REASON && n % 10 == 0 {
            desk.call("visitors.say_why", json!({ "reason": "团队报到" }));
        }
        desk.call("visitors.read", here(*person));
    }
    copied(&desk, folders)
}

/// Somebody who was not opened yet is received, up to what the page asks.
fn received(name: &str, count: usize) -> Step<Window> {
    let folders = Folders::temporary()?;
    opened(count, &folders)?;
    let mut window = Window::on(name, folders)?;
    window.set_size(1366, 768)?;
    window.fill("工号", "1001")?;
    window.fill("密码", PASSWORD)?;
    window.press("Enter")?;
    window.see("今日工作台")?;
    window.press("F2")?;
    window.focus("find-visitor")?;
    window.type_text(LATE)?;
    window.see("慕**晴")?;
    window.press("Enter")?;
    Ok(window)
}

#[test]
fn the_page_asks_why_so_many_are_opened_and_goes_on() -> Step {
    let mut window = received("opening_reason", WITHOUT_REASON)?;
    window.see_in("opening-reason", "为什么要看这么多人的资料")?;
    window.shot("asked-why")?;
    window.type_text("团队报到核对名单")?;
    window.press("Enter")?;
    window.see_in("matter", "")?;
    window.gone("为什么要看这么多人的资料")?;
    window.shot("opened")?;
    Ok(())
}

#[test]
fn a_colleague_agrees_where_the_page_stands() -> Step {
    let mut window = received("opening_stop", WITH_REASONS)?;
    window.see_in("opening-stop", "要主管或管理员同意")?;
    window.shot("asked-for-a-word")?;
    window.type_text("1004")?;
    window.press("Tab")?;
    window.type_text("falsch falsch")?;
    window.press("Enter")?;
    window.see_in("opening-stop", "密码不对")?;
    window.shot("wrong-password")?;
    window.fill("同事密码", PASSWORD)?;
    window.press("Enter")?;
    window.gone("同事密码")?;
    window.shot("agreed")?;
    Ok(())
}
