//! The plug is pulled in the middle of a registration: nothing typed is lost,
//! and no file of the folder gives away what was typed.

use super::setup::{Folder, PASSWORD, set_up};
use proofs::window::{Folders, Step, Window};
use std::path::Path;

#[test]
fn a_pulled_plug_loses_no_word_and_gives_none_away() -> Step {
    let mut window = Window::on("pulled_plug", Folders::temporary()?)?;
    window.set_size(1366, 768)?;
    set_up(&mut window, &Folder::Real)?;
    window.see("今日工作台")?;
    window.press("F2")?;
    window.see("先找人，再登记")?;
    window.focus("find-visitor")?;
    window.type_text("拔线欧阳 13977771234")?;
    window.see("新登记：拔线欧阳 13977771234")?;
    window.press("Enter")?;
    window.see("草稿已存")?;
    window.kill_and_restart()?;
    window.set_size(1366, 768)?;
    window.see("请登录")?;
    window.shot("after-the-plug")?;
    window.fill("工号", "1001")?;
    window.fill("密码", PASSWORD)?;
    window.press("Enter")?;
    window.see("今日工作台")?;
    window.press("F2")?;
    window.see("个人信息告知与同意")?;
    window.see_in("visitor-name", "拔线欧阳")?;
    window.click("consent")?;
    window.click("register")?;
    window.see("接待 2")?;
    window.close()?;
    let mut files = 0;
    assert_none_hold(
        &window.folders().data(),
        &["拔线欧阳", "13977771234", "977 7123"],
        &mut files,
    );
    assert!(
        files >= 3,
        "the folder holds the key file, the database and more"
    );
    Ok(())
}

/// No file below the folder (the page's own store among them) holds any of the words.
fn assert_none_hold(folder: &Path, words: &[&str], files: &mut usize) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            assert_none_hold(&path, words, files);
            continue;
        }
        let bytes = std::fs::read(&path).unwrap_or_default();
        *files += 1;
        for word in words {
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let held = |needle: &[u8]| bytes.windows(needle.len()).any(|w| w == needle);
            assert!(
                !held(word.as_bytes()) && !held(&wide),
                "{} holds {word}",
                path.display()
            );
        }
    }
}
