//! Setting up a desk in the window, as the first administrator does.

use proofs::window::{Failure, Step, Window};

/// The password of the journeys' administrator.
pub const PASSWORD: &str = "梧桐 2 棵 在后院";

/// What the desk starts with.
pub enum Folder {
    /// Real work.
    Real,
    /// Made-up data for practice.
    Training,
}

/// Types the wizard through to the open board.
pub fn set_up(window: &mut Window, folder: &Folder) -> Step {
    set_up_with_codes(window, folder).map(drop)
}

/// The same; answers the recovery codes, as they stand on the paper.
pub fn set_up_with_codes(window: &mut Window, folder: &Folder) -> Step<Vec<String>> {
    window.see("设置首问")?;
    window.fill("机构名称", "仁和健康体检中心")?;
    window.fill("地址", "梧桐路 18 号二楼")?;
    window.fill("对外电话", "01066661234")?;
    window.shot("setup-institution")?;
    window.click("下一步")?;
    window.see("第一位管理员")?;
    window.fill("工号", "1001")?;
    window.fill("姓名", "李敏")?;
    window.fill("密码", PASSWORD)?;
    window.fill("再输一遍", PASSWORD)?;
    window.see("请记牢")?;
    window.shot("setup-administrator")?;
    window.click("下一步")?;
    window.see("从什么开始")?;
    if matches!(folder, Folder::Training) {
        window.click("这是练习用的数据目录")?;
    }
    window.shot("setup-content")?;
    window.click("建立加密数据")?;
    window.see("两张恢复码")?;
    window.shot("setup-codes")?;
    let codes = confirm_codes(window)?;
    window.click("核对并完成")?;
    window.see("可以开始了")?;
    window.shot("setup-finished")?;
    window.click("进入工作台")?;
    Ok(codes)
}

/// Reads the codes from the screen, as from the paper, and types the groups that are asked for.
pub fn confirm_codes(window: &mut Window) -> Step<Vec<String>> {
    let groups = "return [...document.querySelectorAll('.code-card ol')].map(ol => \
        [...ol.querySelectorAll('li')].map(li => li.lastChild.textContent.trim()))";
    let codes = window.script(groups, vec![])?;
    let mut typed = 0;
    for code in 0..2 {
        for group in 0..7 {
            let label = format!("恢复码 {} 第 {} 组", code + 1, group + 1);
            if window.shows(&label)? {
                let text = codes[code][group]
                    .as_str()
                    .unwrap_or_default()
                    .to_lowercase();
                window.fill(&label, &text)?;
                typed += 1;
            }
        }
    }
    if typed == 4 {
        let whole = |code: usize| {
            let groups: Vec<&str> = (0..7).filter_map(|g| codes[code][g].as_str()).collect();
            groups.join("-")
        };
        Ok(vec![whole(0), whole(1)])
    } else {
        Err(Failure::new(format!("{typed} groups are asked for, not 4")))
    }
}
