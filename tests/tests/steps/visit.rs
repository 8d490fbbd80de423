//! One whole visit: greeted, registered, advised, booked, rated, in the ledger.

use super::setup::{Folder, PASSWORD, set_up};
use proofs::window::{Folders, Step, Window};

#[test]
fn one_whole_visit() -> Step {
    let mut window = Window::with_printer("one_whole_visit", Folders::temporary()?)?;
    window.set_size(1366, 768)?;
    window.watch_policy()?;
    set_up(&mut window, &Folder::Training)?;
    window.see("训练")?;
    window.shot("board-empty")?;

    // Registered from one typed line; the identity number fills in birth date and sex.
    window.press("F2")?;
    window.see("新来访")?;
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

    // Locked in the middle of a sentence: nothing typed is lost.
    window.focus("matter")?;
    window.type_text("替母亲安排体检，想周六上午")?;
    window.press("Ctrl+L")?;
    window.see("已锁定")?;
    window.gone("李静")?;
    window.shot("locked")?;
    window.fill("密码", PASSWORD)?;
    window.press("Enter")?;
    window.see("接待 2")?;
    assert_eq!(window.read("matter")?, "替母亲安排体检，想周六上午");
    window.shot("encounter-after-lock")?;
    assert_eq!(window.refused()?, Vec::<String>::new());
    Ok(())
}
