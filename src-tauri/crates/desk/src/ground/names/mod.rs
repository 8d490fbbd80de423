//! Names as they are found: folded, in pinyin with every reading, by initials.
//! The folded form is for finding only and never replaces the name itself.

mod surnames;

use super::text::is_invisible;
use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use pinyin::ToPinyinMulti as _;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization as _;

/// How many spellings of one name are kept; names with more polyphones are rare.
const SPELLINGS: usize = 24;

/// The keys a name is found by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keys {
    /// Folded name without spaces and dots.
    pub folded: String,
    /// Whole spellings, the most likely first: `zhangsan`.
    pub pinyin: Vec<String>,
    /// Initials of each: `zs`.
    pub initials: Vec<String>,
}

/// Folds what is typed or stored: width, case, traditional characters, spaces, what is
/// invisible.
pub fn fold(text: &str) -> String {
    let normal: String = text
        .nfkc()
        .filter(|c| !is_gap(*c) && !is_invisible(*c))
        .flat_map(char::to_lowercase)
        .collect();
    simplify(&normal)
}

/// What tells the names of people apart: folded, without the marks that everybody writes
/// differently: `O'Brien`, `O’Brien` and `Obrien` are one name, and so are the names with
/// any of the dots between their parts.
pub fn person(name: &str) -> String {
    let bare: String = name.nfkc().filter(|c| !is_mark(*c)).collect();
    fold(&bare)
}

/// The keys of a name.
pub fn keys(name: &str) -> Keys {
    let folded = fold(name);
    let syllables = syllables(&person(name), name);
    let mut keys = Keys {
        folded,
        ..Keys::default()
    };
    for Spelling { whole, initials } in spellings(&syllables) {
        if !whole.is_empty() && !keys.pinyin.contains(&whole) {
            keys.pinyin.push(whole);
        }
        if !initials.is_empty() && !keys.initials.contains(&initials) {
            keys.initials.push(initials);
        }
    }
    keys
}

/// The readings of each syllable; a surname has the reading it has as a surname first.
fn syllables(folded: &str, name: &str) -> Vec<Vec<String>> {
    if folded.is_ascii() {
        // A name in Latin letters: its words are its syllables.
        let name: String = name.nfkc().collect();
        let words = name.split(|c: char| is_gap(c) || is_mark(c));
        return words
            .map(fold)
            .filter(|w| !w.is_empty())
            .map(|w| vec![w])
            .collect();
    }
    let chars: Vec<char> = folded.chars().collect();
    let (surname, taken) = surnames::reading(&chars);
    let mut found: Vec<Vec<String>> = surname;
    for c in chars.iter().skip(taken) {
        found.push(readings(*c));
    }
    found.retain(|r| !r.is_empty());
    found
}

/// Every reading of a character; `lv` for lü, as it is typed.
fn readings(c: char) -> Vec<String> {
    if c.is_ascii_alphanumeric() {
        return vec![c.to_string()];
    }
    let mut found: Vec<String> = Vec::new();
    if let Some(multi) = c.to_pinyin_multi() {
        for reading in multi {
            let plain = reading.plain().replace('ü', "v");
            if !found.contains(&plain) {
                found.push(plain);
            }
        }
    }
    found
}

/// One way to read a name aloud.
#[derive(Clone, Default)]
struct Spelling {
    whole: String,
    initials: String,
}

impl Spelling {
    fn push(&mut self, syllable: &str) {
        self.whole.push_str(syllable);
        self.initials.extend(syllable.chars().next());
    }

    fn and(&self, syllable: &str) -> Self {
        let mut longer = self.clone();
        longer.push(syllable);
        longer
    }
}

/// Combines the readings, the likeliest first, at most `SPELLINGS`: what is copied is
/// copied once for a spelling that is kept, so that a long text costs no more than its length.
fn spellings(syllables: &[Vec<String>]) -> Vec<Spelling> {
    let mut all = vec![Spelling::default()];
    for readings in syllables {
        let Some((likeliest, others)) = readings.split_first() else {
            continue;
        };
        let room = SPELLINGS - all.len();
        let also = others
            .iter()
            .flat_map(|reading| all.iter().map(|start| start.and(reading)));
        let also: Vec<Spelling> = also.take(room).collect();
        for spelling in &mut all {
            spelling.push(likeliest);
        }
        all.extend(also);
    }
    all
}

/// Stands between the parts of a name: white space and the dots that keyboards have for it.
pub(crate) fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '·' | '•' | '・' | '‧' | '．' | '.' | '∙' | '⋅' | '･' | '᛫'
        )
}

/// An apostrophe or a hyphen, as any keyboard writes it.
pub(crate) const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | '‛' | 'ʼ' | 'ʻ' | '′' | '`' | '´' | '＇' | '-' | '\u{2010}'
            ..='\u{2015}' | '−' | '－'
    )
}

fn simplify(text: &str) -> String {
    static TABLE: OnceLock<Option<OpenCC>> = OnceLock::new();
    if text.is_ascii() {
        return text.to_owned();
    }
    let table = TABLE.get_or_init(|| OpenCC::from_config(BuiltinConfig::T2s).ok());
    match table {
        Some(table) => text
            .chars()
            .map(|c| table.convert(&c.to_string()))
            .collect(),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(name: &str) -> String {
        keys(name).pinyin.into_iter().next().unwrap_or_default()
    }

    #[test]
    fn surnames_are_read_as_surnames() {
        for (name, expected) in [
            ("单雅琴", "shanyaqin"),
            ("曾国强", "zengguoqiang"),
            ("解晓东", "xiexiaodong"),
            ("仇英", "qiuying"),
            ("区伟", "ouwei"),
            ("尉迟恭", "yuchigong"),
            ("万俟明", "moqiming"),
            ("查良镛", "zhaliangyong"),
            ("朴槿", "piaojin"),
            ("缪斌", "miaobin"),
            ("覃丽", "qinli"),
            ("种师道", "chongshidao"),
            ("盖聂", "genie"),
            ("员半千", "yunbanqian"),
        ] {
            assert_eq!(first(name), expected, "{name}");
        }
    }

    #[test]
    fn initials_and_other_readings_are_kept() {
        assert!(keys("张三").initials.contains(&"zs".to_owned()));
        let shan = keys("单雅琴");
        assert!(
            shan.pinyin.contains(&"danyaqin".to_owned()),
            "whoever misreads it finds her too"
        );
        assert!(shan.initials.contains(&"syq".to_owned()));
    }

    #[test]
    fn width_script_and_dots_are_folded_for_finding_only() {
        assert_eq!(fold("張 三"), "张三");
        assert_eq!(fold("阿依古丽·买买提"), fold("阿依古丽•买买提"));
        assert_eq!(fold("Ｊohn"), "john");
        for dot in "·•・‧．∙⋅･ ".chars() {
            let name = format!("阿依古丽{dot}买买提");
            assert_eq!(fold(&name), "阿依古丽买买提", "{dot}");
        }
        assert_eq!(fold("\u{feff}张\u{200b}三\u{202c}"), "张三");
        assert_eq!(keys("John Smith").initials, vec!["js"]);
        assert_eq!(keys("吕布").pinyin[0], "lvbu");
    }

    #[test]
    fn marks_tell_no_two_people_apart_and_part_their_syllables() {
        for name in [
            "O'Brien",
            "O’Brien",
            "o‘brien",
            "Ｏ＇Ｂｒｉｅｎ",
            "O\u{200b}’Brien",
        ] {
            assert_eq!(person(name), "obrien", "{name}");
            assert_eq!(keys(name).pinyin, vec!["obrien"], "{name}");
            assert_eq!(keys(name).initials, vec!["ob"], "{name}");
        }
        assert_eq!(person("Jean‑Paul"), person("jean-paul"));
        assert_ne!(person("O'Brien"), person("O'Brian"));
    }

    #[test]
    fn a_text_of_ten_thousand_polyphones_is_read_in_its_length() {
        let short = "单行重".repeat(100);
        let long = "单行重".repeat(3_000);
        let timed = |text: &str| {
            let begun = std::time::Instant::now();
            assert_eq!(keys(text).pinyin.len(), SPELLINGS);
            begun.elapsed()
        };
        let (short, long) = (timed(&short).max(timed(&short)), timed(&long));
        // Thirty times as long; when every syllable copied all, it was nine hundred times.
        assert!(long < short * 200, "{short:?} {long:?}");
    }

    #[test]
    fn a_character_without_a_reading_still_leaves_the_others() {
        let keys = keys("𠮷野");
        assert_eq!(keys.folded, "𠮷野");
        assert_eq!(keys.pinyin[0], "ye");
    }
}
