//! The program is started twice on one data folder, by the same person and by another.

use super::handed::copied;
use super::locked::lock;
use proofs::desk::{PASSWORD, TestDesk};
use proofs::window::{Folders, Step, Window};

#[test]
fn a_second_start_brings_the_first_window_to_the_front_and_ends() -> Step {
    let folders = Folders::temporary()?;
    copied(&TestDesk::training(), &folders)?;
    let mut window = Window::on("second_start", folders)?;
    window.see("请登录")?;
    let said = window.start_again()?.ends()?;
    assert_eq!((said.code, said.words.as_str()), (Some(0), ""), "quietly");
    assert!(!window.folders().data().join("desk.show").exists());
    // The first is alive, unlocked or not.
    window.fill("工号", "1001")?;
    window.fill("密码", PASSWORD)?;
    window.press("Enter")?;
    window.see("今日工作台")?;
    let said = window.start_again()?.ends()?;
    assert_eq!(said.code, Some(0));
    window.see("今日工作台")
}

#[test]
fn a_folder_that_somebody_else_holds_is_said_to_be_in_use() -> Step {
    let folders = Folders::temporary()?;
    copied(&TestDesk::training(), &folders)?;
    // As another user's program, or the command line, which come to no front.
    let lock = std::fs::File::options()
        .write(true)
        .create(true)
        .truncate(false)
        .open(folders.data().join("desk.lock"))?;
    lock.try_lock().expect("nobody else holds it");
    let window = Window::nothing("held_folder", folders)?;
    let mut second = window.start_again()?;
    let said = second.says("正在使用这份数据")?;
    assert!(said.contains("another user of this computer"), "{said}");
    assert!(
        !window.folders().data().join("desk.show").exists(),
        "its card is taken back"
    );
    Ok(())
}

#[test]
fn a_synced_folder_is_refused_with_the_name_of_the_program() -> Step {
    let folders = Folders::temporary()?;
    std::fs::write(folders.root().join(".dropbox"), "")?;
    let window = Window::nothing("synced_folder", folders)?;
    let said = window.start_again()?.says("Dropbox")?;
    assert!(said.contains("同步文件夹"), "{said}");
    assert!(!window.folders().data().join("desk.lock").exists());
    Ok(())
}

#[test]
fn a_moment_is_handed_in_on_training_folders_only() -> Step {
    let folders = Folders::temporary()?;
    copied(&TestDesk::empty(), &folders)?;
    let window = Window::nothing("moment_refused", folders)?;
    // Every start of a journey hands one in; this one is not driven, as a person's is not.
    let said = window.start_again()?.says("--at")?;
    assert!(said.contains("Only a training folder"), "{said}");
    Ok(())
}

#[test]
fn a_locked_page_was_loaded_anew_and_the_draft_is_there_afterwards() -> Step {
    let folders = Folders::temporary()?;
    copied(&TestDesk::training(), &folders)?;
    let mut window = Window::on("locked_page", folders)?;
    window.set_size(1366, 768)?;
    window.see("请登录")?;
    window.fill("工号", "1001")?;
    window.fill("密码", PASSWORD)?;
    window.press("Enter")?;
    window.see("今日工作台")?;
    window.script("window.__kept = 'in the memory of the page'", vec![])?;
    lock(&mut window)?;
    window.see("已锁定")?;
    window.see("李敏")?;
    let kept = window.script("return window.__kept ?? null", vec![])?;
    assert!(kept.is_null(), "the page was not loaded anew: {kept}");
    window.fill("密码", PASSWORD)?;
    window.press("Enter")?;
    window.see("今日工作台")
}
