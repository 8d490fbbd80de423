//! Somebody leaves with cause: the keys are replaced, the colleagues get a slip each, the
//! recovery codes are new, and everybody's work goes on.

use super::backups::go;
use super::locked::lock;
use super::setup::{Folder, PASSWORD, confirm_codes, set_up_with_codes};
use proofs::window::{Folders, Step, Window};

const NEXT: &str = "银杏 3 片 落在窗台";

#[test]
fn somebody_is_removed_with_cause_and_a_colleague_goes_on_with_a_slip() -> Step {
    let mut window = Window::with_printer("removed_with_cause", Folders::temporary()?)?;
    window.set_size(1366, 768)?;
    let old = set_up_with_codes(&mut window, &Folder::Real)?;
    window.see("今日工作台")?;
    go(&mut window, "/staff")?;
    window.see("改岗位、重设密码或停用")?;
    for (no, name) in [("1002", "王芳"), ("1003", "赵岩")] {
        window.press("n")?;
        window.fill("工号", no)?;
        window.fill("姓名", name)?;
        window.press("Enter")?;
        window.see("一次性口令")?;
        window.click("code-done")?;
        window.see(name)?;
    }
    let row = "[...document.querySelectorAll('[role=row][aria-selected]')]\
        .find((row) => row.innerText.includes('1003')).click()";
    window.script(row, vec![])?;
    window.click("staff-remove")?;
    window.see("停用 赵岩 并更换密钥")?;
    window.click("keys-replace")?;
    window.see("您自己的密码")?;
    window.fill("您自己的密码", "梧桐 2 棵 不在后院")?;
    window.fill("原因", "因故离职")?;
    window.click("keys-replace")?;
    window.see("密码不对")?;
    window.shot("refused")?;
    window.fill("您自己的密码", PASSWORD)?;
    window.press("Enter")?;

    window.see("先把一次性口令交给同事")?;
    window.see_in("hand-out", "王芳")?;
    assert!(!window.read("hand-out")?.contains("赵岩"));
    let before = window.spooler()?.wait_for(0)?.len();
    window.press("p")?;
    window.see("1 张已送到打印机")?;
    window.spooler()?.wait_for(before + 1)?;
    for (width, height) in [(1920, 1080), (1366, 768)] {
        window.set_size(width, height)?;
        window.shot(&format!("hand-out-{width}"))?;
    }
    let slip = "return document.querySelector('.hand-out-code').innerText";
    let slip = window
        .script(slip, vec![])?
        .as_str()
        .unwrap_or_default()
        .to_owned();
    window.click("hand-out-done")?;
    window.see("两张恢复码")?;
    let new = confirm_codes(&mut window)?;
    assert!(new.iter().all(|code| !old.contains(code)));
    window.click("核对并完成")?;
    window.see("可以开始了")?;
    window.click("进入工作台")?;
    window.see("锁屏")?;
    window.keep_papers()?;

    lock(&mut window)?;
    window.click("换人登录")?;
    sign_in(&mut window, "1003", PASSWORD)?;
    window.see("工号或密码不对")?;
    sign_in(&mut window, "1002", &slip.to_lowercase().replace('-', " "))?;
    window.see("请改成自己的密码")?;
    window.shot("must-change")?;
    window.fill("现在的密码", &slip)?;
    window.fill("新密码", NEXT)?;
    window.fill("再输一遍新密码", NEXT)?;
    window.press("Enter")?;
    window.see("锁屏")?;
    window.see("王芳")
}

fn sign_in(window: &mut Window, no: &str, password: &str) -> Step {
    window.fill("工号", no)?;
    window.fill("密码", password)?;
    window.press("Enter")
}
