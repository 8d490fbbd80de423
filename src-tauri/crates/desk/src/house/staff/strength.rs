//! How strong a password is, for people who think in pinyin, birthdays and
//! phone numbers: what the general estimator does not know is handed to it.

use crate::ground::names;
use zxcvbn::feedback::Warning;
use zxcvbn::{Score, zxcvbn};

/// What to do about a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Make it longer: at least eight characters.
    Longer,
    /// It is a common password or a common word.
    Common,
    /// It is made of a name, also in pinyin.
    Name,
    /// It is made of a date.
    Date,
    /// Neighbouring keys.
    Keyboard,
    /// The same again and again.
    Repeat,
    /// Nothing to say.
    Fine,
}

/// How strong a password is by the estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strength {
    /// 0 (none) to 4 (strong).
    pub score: u8,
    /// Whether the desk accepts it.
    pub enough: bool,
    /// What to do.
    pub advice: Advice,
}

/// So many characters of a password or of a hint are looked at.
const LONGEST: usize = 128;

/// Favourite number words and phrases of the Chinese keyboard.
const HABITS: &[&str] = &[
    "520",
    "1314",
    "5201314",
    "woaini",
    "woaiwojia",
    "iloveyou",
    "666666",
    "888888",
    "168168",
    "147258",
    "qwerty",
    "zhongguo",
    "beijing",
    "tijian",
    "jiankang",
    "yiyuan",
    "qiantai",
    "shouwen",
    "admin",
    "mima",
    "password",
    "woaini1314",
    "nihao",
];

/// Estimates a password. `hints` are what an attacker knows: the person's name
/// and number, the institution's name.
pub fn strength(password: &str, hints: &[&str]) -> Strength {
    let mut known: Vec<String> = HABITS.iter().map(|s| (*s).to_owned()).collect();
    let mut own = Vec::new();
    for hint in hints.iter().filter(|h| !h.trim().is_empty()) {
        // No name is longer; this is asked at every key that is pressed.
        let hint: String = hint.chars().take(LONGEST).collect();
        own.push(hint.to_lowercase());
        let keys = names::keys(&hint);
        own.extend(keys.pinyin);
        own.extend(keys.initials.into_iter().filter(|i| i.len() > 2));
    }
    known.extend(own.iter().cloned());
    known.extend(SURNAMES_IN_PINYIN.iter().map(|s| (*s).to_owned()));
    let inputs: Vec<&str> = known.iter().map(String::as_str).collect();
    let bounded: String = password.chars().take(LONGEST).collect();
    let entropy = zxcvbn(&bounded, &inputs);
    let score = u8::from(entropy.score());
    let long_enough = password.chars().count() >= 8;
    let lower = password.to_lowercase();
    let named = own
        .iter()
        .any(|word| word.chars().count() >= 3 && lower.contains(word.as_str()));
    let advice = if !long_enough {
        Advice::Longer
    } else if named && entropy.score() < Score::Four {
        Advice::Name
    } else if entropy.score() >= Score::Three {
        Advice::Fine
    } else {
        advise(entropy.feedback().and_then(|f| f.warning()))
    };
    Strength {
        score,
        enough: advice == Advice::Fine,
        advice,
    }
}

/// The commonest syllables of names: zhangsan123 is no secret.
const SURNAMES_IN_PINYIN: &[&str] = &[
    "zhang", "wang", "li", "liu", "chen", "yang", "zhao", "huang", "zhou", "wu", "xu", "sun", "hu",
    "zhu", "gao", "lin", "he", "guo", "ma", "luo", "liang", "song", "zheng", "xie", "han", "tang",
    "feng", "dong", "xiao", "cheng", "cao", "yuan", "deng", "fu", "shen", "zeng", "peng", "lv",
    "san", "wei", "fang", "min", "jing", "ming", "hong", "ying", "hua", "juan", "lei", "jun",
    "yong", "zhangsan", "lisi", "wangwu", "zhaoliu", "zhangwei", "wangfang", "liwei", "xiaoming",
];

fn advise(warning: Option<Warning>) -> Advice {
    match warning {
        Some(Warning::DatesAreOftenEasyToGuess | Warning::RecentYearsAreEasyToGuess) => {
            Advice::Date
        }
        Some(
            Warning::StraightRowsOfKeysAreEasyToGuess
            | Warning::ShortKeyboardPatternsAreEasyToGuess
            | Warning::SequencesLikeAbcAreEasyToGuess,
        ) => Advice::Keyboard,
        Some(
            Warning::RepeatsLikeAaaAreEasyToGuess
            | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess,
        ) => Advice::Repeat,
        Some(
            Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
            | Warning::CommonNamesAndSurnamesAreEasyToGuess,
        ) => Advice::Name,
        Some(_) => Advice::Common,
        None => Advice::Longer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_at_a_chinese_desk_would_choose_is_refused() {
        for weak in [
            "123456",
            "woaini1314",
            "zhangsan123",
            "qwertyuiop",
            "19880808",
            "88888888",
            "limin1001",
        ] {
            assert!(!strength(weak, &["李敏", "1001"]).enough, "{weak}");
        }
        assert_eq!(strength("abc", &[]).advice, Advice::Longer);
        assert_eq!(
            strength("limin1001x!", &["李敏", "1001"]).advice,
            Advice::Name
        );
    }

    #[test]
    fn a_sentence_of_one_s_own_is_accepted() {
        for strong in [
            "三楼 的 梧桐 2 棵树",
            "correct horse battery",
            "Kb7#tq-Wz92",
        ] {
            assert!(strength(strong, &["李敏", "1001"]).enough, "{strong}");
        }
    }
}
