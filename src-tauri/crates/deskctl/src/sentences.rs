//! One short sentence a code, in both languages: for people who run scripts. The
//! window has its own, longer ones.

/// A step of something long.
pub fn stage(code: &str) -> &'static str {
    match code {
        "copy" => "复制 / copying",
        "check" => "核对 / checking",
        "pack" => "打包 / packing",
        _ => "换上 / putting in place",
    }
}

/// Code and sentence, a line each.
const SENTENCES: &str = include_str!("sentences.txt");

/// The sentence of a code; rules that only a form can break share one.
pub fn of(code: &str) -> &'static str {
    let mut sentences = SENTENCES.lines().filter_map(|line| line.split_once(": "));
    let found = sentences.find(|(known, _)| *known == code);
    found.map_or("按规则不允许 / a rule does not allow it", |(_, said)| said)
}
