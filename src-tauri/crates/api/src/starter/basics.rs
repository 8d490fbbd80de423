//! What every desk needs whatever its content: the privacy notice and the
//! special groups.

use desk::people::visitors::{self, Lift, Notice, SpecialGroup, consent};
use desk::{Result, Writing};
use serde::Deserialize;

#[derive(Deserialize)]
struct NoticeFile {
    version: String,
    zh: String,
    en: String,
}

#[derive(Deserialize)]
struct GroupFile {
    group: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    code: String,
    zh: String,
    en: String,
    priority: String,
    escort: bool,
    min_age: Option<u32>,
}

/// Loads the notice and the groups.
///
/// # Errors
/// Of the desk; a file that does not read is a fault of the program.
pub(crate) fn load_basics(w: &Writing<'_>) -> Result<()> {
    let notice: NoticeFile = parse(include_str!("../../starter/notice.toml"))?;
    let NoticeFile { version, zh, en } = notice;
    consent::publish(
        w,
        &Notice {
            version,
            text_zh: zh,
            text_en: en,
        },
    )?;
    let groups: GroupFile = parse(include_str!("../../starter/groups.toml"))?;
    for group in groups.group {
        let Group {
            code,
            zh,
            en,
            priority,
            escort,
            min_age,
        } = group;
        let lifts = Lift::parse(&priority).unwrap_or(Lift::FirstAmongEquals);
        let min_age = min_age.filter(|age| *age > 0);
        let group = SpecialGroup {
            code,
            name_zh: zh,
            name_en: en,
            lifts,
            escort,
            min_age,
        };
        visitors::put_group(w, &group)?;
    }
    Ok(())
}

/// Reads a starter file; a test proves that every one reads.
pub(super) fn parse<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T> {
    toml::from_str(text).map_err(|_| vault::Error::Damaged("starter content").into())
}
