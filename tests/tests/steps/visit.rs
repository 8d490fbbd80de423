//! One whole visit: greeted, registered, advised, booked, rated, in the ledger.

use super::locked::lock;
use super::setup::{Folder, PASSWORD, set_up};
use proofs::clock::local_day;
use proofs::window::{Folders, Step, Window};

#[test]
fn one_whole_visit() -> Step {
    let mut window = Window::with_printer("one_whole_visit", Folders::temporary()?)?;
    window.set_size(1366, 768)?;
    window.watch_policy()?;
    set_up(&mut window, &Folder::Training)?;
    window.see("训练")?;
    window.shot("board-empty")?;
    let day = local_day(window.now());

    registered(&mut window)?;
    locked_and_back(&mut window)?;
    given_a_number(&mut window)?;
    advised(&mut window)?;
    booked(&mut window)?;
    printed(&mut window)?;
    closed(&mut window, &day)?;
    in_the_ledger(&mut window, &day)?;

    window.keep_papers()?;
    assert_eq!(window.refused()?, Vec::<String>::new());
    Ok(())
}

/// Registered from one typed line; the identity number fills in birth date and sex.
fn registered(window: &mut Window) -> Step {
    window.press("F2")?;
    window.see("先找人，再登记")?;
    window.focus("find-visitor")?;
    window.type_text("李静 13812345678")?;
    window.see("新登记：李静 13812345678")?;
    window.shot("find-nobody")?;
    window.press("Enter")?;
    window.see("个人信息告知与同意")?;
    assert_eq!(window.read("visitor-name")?, "李静");
    window.click("register")?;
    window.see("同意")?;
    window.fill("visitor-id", "110105198512310029")?;
    window.shot("register-refused")?;
    window.click("consent")?;
    window.click("register")?;
    window.see("接待 2")?;
    window.shot("encounter-begins")?;
    Ok(())
}

/// Locked in the middle of a sentence: nothing typed is lost.
fn locked_and_back(window: &mut Window) -> Step {
    window.focus("matter")?;
    window.type_text("替母亲安排体检，想周六上午")?;
    assert_eq!(window.refused()?, Vec::<String>::new());
    lock(window)?;
    window.see("已锁定")?;
    // Locking loads the page anew, and with it goes who watched.
    window.watch_policy()?;
    window.gone("李静")?;
    window.shot("locked")?;
    window.fill("密码", PASSWORD)?;
    window.press("Enter")?;
    window.see("接待 2")?;
    window.see_in("matter", "替母亲安排体检，想周六上午")?;
    window.shot("encounter-after-lock")?;
    Ok(())
}

/// Classified by typing, and the number given out with one key.
fn given_a_number(window: &mut Window) -> Step {
    window.focus("category-search")?;
    window.type_text("预约体检")?;
    window.see_in("category-offer", "预约体检")?;
    window.press("Enter")?;
    window.shot("triage")?;
    window.press("F6")?;
    window.see("B001")?;
    window.shot("ticket-issued")?;
    Ok(())
}

/// What she needs in one line; the cards say why, what it costs and what is missing.
fn advised(window: &mut Window) -> Step {
    window.press("F5")?;
    window.focus("add-need")?;
    window.type_text("心慌 骨质疏松 预算1500")?;
    window.press("Enter")?;
    window.see_in("proposal-1", "¥")?;
    window.shot("proposals")?;
    window.click("choose-1")?;
    Ok(())
}

/// The first free time, read back, booked; the picture of the voucher is drawn, not only named.
fn booked(window: &mut Window) -> Step {
    window.see_in("book-step", "周")?;
    window.shot("free-times")?;
    window.click("choose-time")?;
    window.see_in("read-back", "李静")?;
    window.shot("read-back")?;
    window.click("confirm-booking")?;
    window.see_in("voucher", "李静")?;
    window.see_in("voucher-preview", "")?;
    let drawn = "const page = document.querySelector('[data-test=voucher-preview]');\
        return page.decode().then(() => [page.naturalWidth, page.naturalHeight])";
    let size = window.script(drawn, vec![])?;
    assert!(size[1].as_f64() > size[0].as_f64(), "A4 upright: {size}");
    window.shot("voucher")?;
    Ok(())
}

/// The voucher is printed by a real spooler.
fn printed(window: &mut Window) -> Step {
    let before = window.spooler()?.wait_for(0)?.len();
    window.click("print")?;
    window.see_in("print-state", "已交打印机")?;
    assert_eq!(window.spooler()?.wait_for(before + 1)?.len(), before + 1);
    window.shot("voucher-printed")?;
    window.spooler()?.wait_until_empty()?;
    Ok(())
}

/// Answered, rated, closed. A visit over midnight belongs to the day it began on.
fn closed(window: &mut Window, day: &str) -> Step {
    window.press("F7")?;
    window.fill("answer", "抽血前八小时不吃东西，可以少量喝水。")?;
    window.click("add-answer")?;
    window.see("评价与结束")?;
    window.click("满意")?;
    window.shot("closing")?;
    window.click("close")?;
    if local_day(window.now()) == day {
        window.see_in("strip", "1")?;
    }
    window.shot("board")?;
    Ok(())
}

/// It stands in the ledger, masked, and leaves the house as a file.
fn in_the_ledger(window: &mut Window, day: &str) -> Step {
    window.press("Alt+6")?;
    if local_day(window.now()) != day {
        window.click("ledger-before")?;
    }
    window.see_in("ledger-page", "李*")?;
    window.see_in("ledger-page", "预约 1")?;
    window.shot("ledger")?;
    window.click("ledger-export")?;
    window.shot("ledger-export")?;
    window.click("ledger-export-do")?;
    window.see_in("ledger-exported", "台账")?;
    window.shot("ledger-exported")?;
    Ok(())
}
