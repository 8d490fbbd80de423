//! A backup by hand and its restore; an older file put back, and the way out of it.

use super::locked::{loaded_anew, lock};
use super::setup::{Folder, PASSWORD, set_up_with_codes};
use proofs::window::{Folders, Step, Window};
use std::path::Path;

#[test]
fn a_backup_made_by_hand_is_restored_and_the_later_colleague_is_gone() -> Step {
    let mut window = Window::on("backup_and_restore", Folders::temporary()?)?;
    window.set_size(1366, 768)?;
    set_up_with_codes(&mut window, &Folder::Real)?;
    let stick = window.folders().root().join("stick");
    std::fs::create_dir_all(&stick)?;
    window.answer_dialogs(Path::new("/nonexistent"), &stick)?;
    window.set_size(1366, 768)?;
    sign_in(&mut window)?;

    go(&mut window, "/backups")?;
    window.see("还没有选择第二处")?;
    window.click("second-choose")?;
    window.see("现在连得上")?;
    window.press("b")?;
    window.see("已备份并核对")?;
    window.see("最近一次抄送")?;
    window.see_in("backup-mark", "备份")?;
    assert!(files_in(&stick)? > 0, "a copy lies in the second place");
    window.press("v")?;
    window.see("核对完成")?;
    window.shot("backed-up")?;

    go(&mut window, "/staff")?;
    window.see("改岗位、重设密码或停用")?;
    window.press("n")?;
    window.fill("工号", "1002")?;
    window.fill("姓名", "后来添加")?;
    window.press("Enter")?;
    window.see("一次性口令")?;
    window.click("code-done")?;
    window.see("后来添加")?;

    go(&mut window, "/backups")?;
    window.see("选中的备份")?;
    window.see("第二处")?;
    window.script(
        "document.querySelector('[role=row][aria-selected]').click()",
        vec![],
    )?;
    window.press("r")?;
    window.see_in("restore-what", "操作会退出使用")?;
    window.shot("restore-asked")?;
    window.fill("为什么恢复", "误操作")?;
    window.script("window.__before = true", vec![])?;
    window.click("restore-do")?;
    loaded_anew(&mut window)?;
    window.see_in("restored", "已恢复到")?;
    window.see_in("restored", "原来的数据没有删除")?;
    window.shot("restored")?;
    window.fill("密码", PASSWORD)?;
    window.press("Enter")?;
    window.see_in("restored-since", "备份之后做过的事不在里面")?;
    window.shot("told-at-sign-in")?;
    window.click("restored-read")?;
    window.gone("这里的数据是从备份恢复的")?;
    go(&mut window, "/staff")?;
    window.see("李敏")?;
    window.gone("后来添加")
}

#[test]
fn an_older_file_is_told_and_a_printed_code_restores_from_the_lock_screen() -> Step {
    let mut window = Window::on("older_file", Folders::temporary()?)?;
    window.set_size(1366, 768)?;
    let codes = set_up_with_codes(&mut window, &Folder::Real)?;
    let data = window.folders().data();
    window.see("今日工作台")?;
    go(&mut window, "/backups")?;
    window.see("还没有选择第二处")?;
    window.press("b")?;
    window.see("已备份并核对")?;
    lock(&mut window)?;
    let old = std::fs::read(data.join("desk.db"))?;
    unlock(&mut window)?;
    window.see("锁屏")?;
    lock(&mut window)?;
    put_back(&data, &old)?;

    unlock(&mut window)?;
    window.see_in("alarm-words", "条已记录的操作不在数据库里")?;
    for (width, height) in [(1366, 768), (1920, 1080)] {
        window.set_size(width, height)?;
        window.shot(&format!("alarm-{width}"))?;
    }
    window.set_size(1366, 768)?;
    window.click("alarm-go-on")?;
    window.fill("原因", "断电，没有更新的备份")?;
    window.shot("going-on")?;
    window.press("Enter")?;
    window.see("锁屏")?;
    go(&mut window, "/journal")?;
    window.see("断电，没有更新的备份")?;

    lock(&mut window)?;
    window.click("from-backup")?;
    window.see("选一份备份")?;
    let code = codes[0].clone();
    let group = code.split('-').nth(2).unwrap_or_default();
    window.fill("restore-code", &code.replace(group, &turned(group)))?;
    window.fill("为什么恢复", "数据损坏")?;
    window.click("restore-do")?;
    window.see("第 3 组输错了")?;
    window.shot("mistyped")?;
    window.fill("restore-code", &code.to_lowercase())?;
    window.click("restore-do")?;
    window.see_in("restored", "已恢复到")?;
    window.shot("restored-by-code")?;
    unlock(&mut window)?;
    window.see_in("restored-since", "备份之后做过的事不在里面")?;
    window.click("restored-read")?;
    lock(&mut window)?;
    on_somebody_s_word(&mut window)
}

/// The keys are lost and no code is at hand: it can be done, and everybody is told.
fn on_somebody_s_word(window: &mut Window) -> Step {
    for name in ["keys.json", "keys.prev.json"] {
        let _ = std::fs::remove_file(window.folders().data().join(name));
    }
    window.restart()?;
    window.set_size(1366, 768)?;
    window.see("数据打不开了")?;
    window.script(
        "[...document.querySelectorAll('.secret-way input')].at(-1).click()",
        vec![],
    )?;
    window.fill("管理员工号", "1001")?;
    window.fill("密码", PASSWORD)?;
    window.fill("为什么恢复", "密钥文件丢失")?;
    window.click("restore-do")?;
    window.see("分不清您现在是否仍是管理员")?;
    window.shot("keys-lost")?;
    window.script(
        "document.querySelector('[data-test=restore-takes-place] input, input[data-test=restore-takes-place]').click()",
        vec![],
    )?;
    window.click("restore-do")?;
    window.see_in("restored", "已恢复到")?;
    unlock(window)?;
    window.see_in("restored-since", "请核实是谁恢复的")?;
    window.shot("told-of-somebody-s-word")?;
    Ok(())
}

fn sign_in(window: &mut Window) -> Step {
    window.see("请登录")?;
    window.fill("工号", "1001")?;
    window.fill("密码", PASSWORD)?;
    window.press("Enter")?;
    window.see("锁屏")
}

fn unlock(window: &mut Window) -> Step {
    if window.shows("工号")? {
        window.fill("工号", "1001")?;
    }
    window.fill("密码", PASSWORD)?;
    window.press("Enter")
}

pub fn go(window: &mut Window, path: &str) -> Step {
    window.script("location.hash = arguments[0]", vec![path.into()])?;
    Ok(())
}

/// The older database without its later log, as somebody would copy it back.
fn put_back(data: &Path, old: &[u8]) -> Step {
    std::fs::write(data.join("desk.db"), old)?;
    for end in ["desk.db-wal", "desk.db-shm"] {
        let _ = std::fs::remove_file(data.join(end));
    }
    Ok(())
}

/// The group with two symbols in the wrong order.
fn turned(group: &str) -> String {
    let mut symbols: Vec<char> = group.chars().collect();
    symbols.swap(0, 1);
    if symbols.iter().collect::<String>() == group {
        symbols.swap(2, 3);
    }
    symbols.into_iter().collect()
}

fn files_in(folder: &Path) -> Step<usize> {
    Ok(std::fs::read_dir(folder)?.count())
}
