//! Hiding where else somebody is reached: e-mail addresses, WeChat and QQ ids.

/// What takes the place of an address or an id.
const HIDDEN: &str = "****";
/// Shortest id of a chat: five digits of QQ, six places of WeChat.
const SHORTEST: usize = 5;
/// Most signs between the word and the id: `微信号是：“`.
const BETWEEN: usize = 4;

/// Words after which an id follows, folded; longer ones first.
const WORDS: &[&str] = &[
    "weixin", "wechat", "微信", "威信", "薇信", "v信", "v 信", "加微", "加v", "扣扣", "企鹅", "vx",
    "wx", "qq",
];
/// What follows such a word without being an id.
const NO_IDS: &[&str] = &["weixin", "wechat", "alipay", "mobile", "online"];

/// Hides e-mail addresses and the ids of chats.
pub(super) fn hide(text: &str) -> String {
    let shown: Vec<char> = text.chars().collect();
    let folded: Vec<char> = shown.iter().map(|c| fold(*c)).collect();
    let mut spans = addresses(&folded);
    spans.extend(ids(&folded));
    spans.sort_unstable();
    let (mut hidden, mut at) = (String::with_capacity(text.len()), 0);
    for (from, to) in spans {
        if to > at {
            hidden.extend(shown.get(at..from.max(at)).unwrap_or_default());
            hidden.push_str(HIDDEN);
            at = to;
        }
    }
    hidden.extend(shown.get(at..).unwrap_or_default());
    hidden
}

/// Half-width and small, one character for one.
fn fold(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        _ => c,
    }
    .to_ascii_lowercase()
}

const fn in_address(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-')
}

const fn in_id(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

/// Where an `@` stands between what may be an address: a letter must stand behind it.
fn addresses(text: &[char]) -> Vec<(usize, usize)> {
    let at = text.iter().enumerate().filter(|(_, c)| **c == '@');
    at.filter_map(|(at, _)| {
        let before = text.get(..at)?.iter().rev();
        let from = at - before.take_while(|c| in_address(**c)).count();
        let behind = text.get(at + 1..)?;
        let length = behind.iter().take_while(|c| in_address(**c)).count();
        let named = behind.get(..length)?.iter().any(char::is_ascii_alphabetic);
        (from < at && named).then_some((from, at + 1 + length))
    })
    .collect()
}

/// Where an id follows a word that says so, or begins as only an id does.
fn ids(text: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for start in 0..text.len() {
        let rest = text.get(start..).unwrap_or_default();
        let inside = start
            .checked_sub(1)
            .and_then(|before| text.get(before))
            .is_some_and(|c| c.is_ascii_alphanumeric());
        if inside {
            continue;
        }
        if begins(rest, "wxid_") {
            found.push((
                start,
                start + rest.iter().take_while(|c| in_id(**c)).count(),
            ));
        } else if let Some(word) = WORDS.iter().find(|word| begins(rest, word)) {
            let from = start + word.chars().count();
            found.extend(id_after(text, from));
        }
    }
    found
}

fn begins(text: &[char], word: &str) -> bool {
    let mut letters = text.iter();
    word.chars().all(|c| letters.next() == Some(&c))
}

/// The id that begins here or behind a few signs. Letters run on: `wxyz` is no `wx`.
fn id_after(text: &[char], from: usize) -> Option<(usize, usize)> {
    let rest = text.get(from..)?;
    let signs = rest.iter().take_while(|c| between(**c)).count();
    let latin = text.get(from.checked_sub(1)?)?.is_ascii_alphabetic();
    let runs_on = signs == 0 && latin && rest.first()?.is_ascii_alphabetic();
    if signs > BETWEEN || runs_on {
        return None;
    }
    let id = rest.get(signs..)?;
    // A number ends where its digits end: what follows a hyphen is a date or a price.
    let length = if id.first()?.is_ascii_digit() {
        id.iter().take_while(|c| c.is_ascii_alphanumeric()).count()
    } else {
        id.iter().take_while(|c| in_id(**c)).count()
    };
    let word: String = id.get(..length)?.iter().collect();
    (length >= SHORTEST && !NO_IDS.contains(&word.as_str()))
        .then_some((from + signs, from + signs + length))
}

const fn between(c: char) -> bool {
    matches!(
        c,
        ' ' | ':' | '=' | '"' | '(' | '\'' | '\u{201c}' | '号' | '是' | '为' | '叫'
    )
}
