//! One line typed at the desk, read into needs: everyday words become concerns,
//! conditions and allergies; numbers a budget, an age, a time.

use crate::Fen;
use crate::advice::catalogue::{Term, TermKind, Vocabulary};
use crate::ground::names;
use crate::people::visitors::Sex;
use unicode_normalization::UnicodeNormalization as _;

/// A term somebody may have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Kind of the term.
    pub kind: TermKind,
    /// Its code.
    pub code: String,
    /// The word that led to it.
    pub word: String,
    /// Said not to be so: 无青光眼.
    pub denied: bool,
}

/// What was understood of a line that somebody typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadLine {
    /// Terms, the likeliest of each word first.
    pub suggestions: Vec<Suggestion>,
    /// Budget.
    pub budget: Option<Fen>,
    /// Minutes there are.
    pub minutes: Option<u32>,
    /// Days and parts of days, as typed.
    pub days: String,
    /// Another person it is for.
    pub relation: String,
    /// Sex that follows from the line.
    pub sex: Option<Sex>,
    /// Age.
    pub age: Option<u32>,
    /// Words nothing was made of.
    pub rest: Vec<String>,
}

const RELATIONS: [(&str, Option<Sex>); 22] = [
    ("妈妈", Some(Sex::Female)),
    ("母亲", Some(Sex::Female)),
    ("婆婆", Some(Sex::Female)),
    ("岳母", Some(Sex::Female)),
    ("奶奶", Some(Sex::Female)),
    ("外婆", Some(Sex::Female)),
    ("姥姥", Some(Sex::Female)),
    ("妻子", Some(Sex::Female)),
    ("老婆", Some(Sex::Female)),
    ("女儿", Some(Sex::Female)),
    ("爸爸", Some(Sex::Male)),
    ("父亲", Some(Sex::Male)),
    ("公公", Some(Sex::Male)),
    ("岳父", Some(Sex::Male)),
    ("爷爷", Some(Sex::Male)),
    ("外公", Some(Sex::Male)),
    ("姥爷", Some(Sex::Male)),
    ("丈夫", Some(Sex::Male)),
    ("老公", Some(Sex::Male)),
    ("儿子", Some(Sex::Male)),
    ("孩子", None),
    ("老人", None),
];
const DAYS: [&str; 16] = [
    "周一", "周二", "周三", "周四", "周五", "周六", "周日", "周末", "星期", "礼拜", "明天", "后天",
    "上午", "下午", "早上", "下周",
];

/// Reads a line; words are parted by spaces or commas.
pub fn read_line(typed: &str, vocabulary: &Vocabulary) -> ReadLine {
    let mut line = ReadLine::default();
    let gap = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';' | '；' | '。');
    for word in typed.split(gap).filter(|w| !w.is_empty()).take(20) {
        let folded = names::fold(word);
        // Folding drops the point of 1.5.
        let plain: String = word.nfkc().flat_map(char::to_lowercase).collect();
        let number = number(&plain);
        let understood =
            person(&mut line, &folded) | figures(&mut line, &folded, number) | day(&mut line, word);
        let terms = if number.is_some() {
            Vec::new()
        } else {
            terms(&folded, vocabulary)
        };
        if terms.is_empty() && !understood {
            line.rest.push(word.to_owned());
        }
        for suggestion in terms {
            let known = |s: &Suggestion| s.kind == suggestion.kind && s.code == suggestion.code;
            if !line.suggestions.iter().any(known) {
                line.suggestions.push(suggestion);
            }
        }
    }
    line
}

fn person(line: &mut ReadLine, word: &str) -> bool {
    if let Some((relation, sex)) = RELATIONS.iter().find(|(name, _)| word.contains(name)) {
        (*relation).clone_into(&mut line.relation);
        line.sex = line.sex.or(*sex);
        return true;
    }
    match word {
        "男" | "男性" | "male" => line.sex = Some(Sex::Male),
        "女" | "女性" | "female" => line.sex = Some(Sex::Female),
        _ => return false,
    }
    true
}

/// The number a word starts with, after 预算 and ¥, and what follows it.
fn number(word: &str) -> Option<(f64, &str)> {
    let word = word
        .trim_start_matches("预算")
        .trim_start_matches(['¥', '￥']);
    let spoken = [
        ("半天", 240.0),
        ("一天", 480.0),
        ("一小时", 60.0),
        ("两小时", 120.0),
        ("半小时", 30.0),
    ];
    if let Some((_, minutes)) = spoken.iter().find(|(text, _)| *text == word) {
        return Some((*minutes, "分"));
    }
    let end = word
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(word.len());
    let (digits, unit) = word.split_at_checked(end)?;
    digits
        .parse()
        .ok()
        .filter(|n: &f64| n.is_finite())
        .map(|n| (n, unit))
}

#[allow(clippy::cast_possible_truncation, reason = "bounded before the cast")]
#[allow(clippy::cast_sign_loss, reason = "bounded before the cast")]
fn figures(line: &mut ReadLine, word: &str, number: Option<(f64, &str)>) -> bool {
    let Some((n, unit)) = number else {
        return false;
    };
    match unit {
        "" | "元" | "块" | "块钱" | "yuan" if (0.0..=1_000_000.0).contains(&n) => {
            line.budget = Some(Fen((n * 100.0).round() as i64));
        }
        "分" | "分钟" | "min" if (1.0..=1440.0).contains(&n) => line.minutes = Some(n as u32),
        "小时" | "个小时" | "h" if (0.1..=24.0).contains(&n) => {
            line.minutes = Some((n * 60.0).round() as u32);
        }
        "岁" if (0.0..=150.0).contains(&n) => line.age = Some(n as u32),
        _ => return word.is_empty(),
    }
    true
}

fn day(line: &mut ReadLine, word: &str) -> bool {
    let told = DAYS.iter().any(|d| word.contains(d));
    if told {
        if !line.days.is_empty() {
            line.days.push(' ');
        }
        line.days.push_str(word);
    }
    told
}

/// The terms a word may mean, the likeliest first.
fn terms(word: &str, vocabulary: &Vocabulary) -> Vec<Suggestion> {
    let (bare, denied) = ["没有", "无", "没", "不"]
        .iter()
        .find_map(|no| {
            word.strip_prefix(no)
                .filter(|rest| rest.chars().count() > 1)
        })
        .map_or((word, false), |rest| (rest, true));
    let had = ["既往", "患有", "有"]
        .iter()
        .find_map(|had| bare.strip_prefix(had));
    let bare = had.filter(|rest| !rest.is_empty()).unwrap_or(bare);
    let allergic = bare.strip_suffix("过敏").filter(|rest| !rest.is_empty());
    let mut found: Vec<(u32, usize, &Term)> = vocabulary
        .terms
        .iter()
        .filter(|term| term.active)
        .enumerate()
        .filter_map(|(place, term)| {
            let meant = match term.kind {
                TermKind::Concern if denied || (had.is_some() && allergic.is_none()) => None,
                TermKind::Allergy => closeness(allergic.unwrap_or(bare), term),
                TermKind::Concern | TermKind::Condition => closeness(bare, term),
            };
            let first = match term.kind {
                TermKind::Allergy if allergic.is_some() => 0,
                TermKind::Concern => 1,
                TermKind::Condition => 2,
                TermKind::Allergy => 3,
            };
            meant.map(|score| (score * 4 + first, place, term))
        })
        .collect();
    found.sort_by_key(|(score, place, _)| (*score, *place));
    let suggestion = |(_, _, term): (u32, usize, &Term)| Suggestion {
        kind: term.kind,
        code: term.code.clone(),
        word: word.to_owned(),
        denied,
    };
    found.into_iter().take(8).map(suggestion).collect()
}

/// How well a word fits a term: 0 exactly, larger is looser.
fn closeness(word: &str, term: &Term) -> Option<u32> {
    if word.is_empty() {
        return None;
    }
    let name = names::fold(&term.name.zh);
    let stem = name.split(['(', '（', '、']).next().unwrap_or(&name);
    let stem = stem.trim_end_matches(['类', '史', '期']);
    let spoken: Vec<String> = term.words.iter().map(|w| names::fold(w)).collect();
    if word == name || word == stem || spoken.iter().any(|s| s == word) {
        return Some(0);
    }
    let within = |part: &str| part.chars().count() > 1 && word.contains(part);
    if within(stem) || spoken.iter().any(|s| within(s)) {
        return Some(1);
    }
    if !word.is_ascii() {
        let part = name.contains(word) || spoken.iter().any(|s| s.contains(word));
        return part.then_some(2);
    }
    let english = term
        .name
        .en
        .to_lowercase()
        .split(' ')
        .any(|w| word.len() > 2 && w.starts_with(word));
    let keys = names::keys(stem);
    let spelled = keys.pinyin.iter().any(|p| p.starts_with(word))
        || (word.len() > 1 && keys.initials.iter().any(|i| i.starts_with(word)));
    (english || spelled).then_some(3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advice::catalogue::Bilingual;

    fn vocabulary() -> Vocabulary {
        let term = |kind, code: &str, zh: &str, en: &str, words: &[&str]| Term {
            kind,
            code: code.into(),
            name: Bilingual {
                zh: zh.into(),
                en: en.into(),
            },
            words: words.iter().map(|w| (*w).to_owned()).collect(),
            broad: false,
            active: true,
        };
        Vocabulary {
            terms: vec![
                term(
                    TermKind::Concern,
                    "cardiovascular",
                    "心血管",
                    "Heart",
                    &["心慌", "胸闷"],
                ),
                term(
                    TermKind::Concern,
                    "bone",
                    "骨骼与骨密度",
                    "Bones",
                    &["骨质疏松", "缺钙"],
                ),
                term(
                    TermKind::Concern,
                    "hypertension",
                    "高血压",
                    "High blood pressure",
                    &[],
                ),
                term(
                    TermKind::Condition,
                    "hypertension",
                    "高血压",
                    "High blood pressure",
                    &[],
                ),
                term(TermKind::Condition, "glaucoma", "青光眼", "Glaucoma", &[]),
                term(
                    TermKind::Allergy,
                    "penicillin",
                    "青霉素类",
                    "Penicillins",
                    &[],
                ),
            ],
            departments: Vec::new(),
        }
    }

    fn codes(line: &ReadLine) -> Vec<(&'static str, &str, bool)> {
        line.suggestions
            .iter()
            .map(|s| (s.kind.code(), s.code.as_str(), s.denied))
            .collect()
    }

    #[test]
    fn everyday_words_become_concerns_and_mother_a_woman() {
        let line = read_line("妈妈 骨质疏松 心慌", &vocabulary());
        assert_eq!(
            codes(&line),
            vec![
                ("concern", "bone", false),
                ("concern", "cardiovascular", false)
            ]
        );
        assert_eq!(
            (line.relation.as_str(), line.sex),
            ("妈妈", Some(Sex::Female))
        );
        assert!(line.rest.is_empty());
    }

    #[test]
    fn budget_time_and_age_are_told_apart() {
        let line = read_line("68岁 800 周六上午 90分", &vocabulary());
        assert_eq!(line.age, Some(68));
        assert_eq!(line.budget, Some(Fen(80_000)));
        assert_eq!(line.minutes, Some(90));
        assert_eq!(line.days, "周六上午");
        assert_eq!(
            read_line("预算1200元 1.5小时", &vocabulary()).minutes,
            Some(90)
        );
        assert_eq!(
            read_line("预算1200元", &vocabulary()).budget,
            Some(Fen(120_000))
        );
    }

    #[test]
    fn what_is_denied_or_had_is_no_concern() {
        assert_eq!(
            codes(&read_line("无青光眼", &vocabulary())),
            vec![("condition", "glaucoma", true)]
        );
        assert_eq!(
            codes(&read_line("有高血压", &vocabulary())),
            vec![("condition", "hypertension", false)]
        );
        assert_eq!(
            codes(&read_line("青霉素过敏", &vocabulary())),
            vec![("allergy", "penicillin", false)]
        );
    }

    #[test]
    fn pinyin_and_english_lead_to_a_term_too() {
        assert_eq!(
            codes(&read_line("xxg", &vocabulary())),
            vec![("concern", "cardiovascular", false)]
        );
        assert_eq!(
            codes(&read_line("glauc", &vocabulary())),
            vec![("condition", "glaucoma", false)]
        );
        assert_eq!(read_line("某某", &vocabulary()).rest, vec!["某某"]);
    }
}
