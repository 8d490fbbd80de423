//! Reads which modules a Rust file names: its tokens without comments, texts and tests,
//! then every path, grouped or not, as one counted from the crate's root.

use std::collections::BTreeMap;

/// Segments from the crate's root.
pub(super) type Path = Vec<String>;

/// What one file names, as it stands there.
#[derive(Default)]
pub(super) struct Named {
    /// What its `use` lines bring, by short name.
    pub(super) used: Vec<(String, Path)>,
    /// Paths in the middle of code.
    pub(super) inline: Vec<Path>,
    /// Modules that it declares for tests only.
    pub(super) tests: Vec<String>,
}

/// Reads a file.
pub(super) fn named(text: &str) -> Named {
    let (tokens, tests) = without_tests(&tokens(text));
    let mut reader = Reader {
        tokens: &tokens,
        at: 0,
    };
    let mut named = Named {
        tests,
        ..Named::default()
    };
    while let Some(token) = reader.peek() {
        if token == "use" {
            reader.at += 1;
            reader.tree(&mut Vec::new(), &mut named.used);
        } else if is_name(token) {
            let path = reader.line();
            if path.len() > 1 {
                named.inline.push(path);
            }
        } else {
            reader.at += 1;
        }
    }
    named
}

/// The path from the root; none for what begins elsewhere, such as another crate.
/// `modules` are all that there are, with what each calls by a short name.
pub(super) fn absolute(path: &[String], module: &[String], modules: &Modules) -> Option<Path> {
    let mut base = module.to_vec();
    let mut rest = path;
    match path.first()?.as_str() {
        "crate" => {
            rest = &path[1..];
            base.clear();
        }
        "self" => rest = &path[1..],
        "super" => {
            while rest.first().is_some_and(|part| part == "super") {
                base.pop()?;
                rest = &rest[1..];
            }
        }
        name if modules.contains_key(&[module, &[name.to_owned()]].concat()) => {}
        name => {
            base = modules.get(module)?.get(name)?.clone();
            rest = &path[1..];
        }
    }
    Some([base.as_slice(), rest].concat())
}

/// Follows a path through what modules hand on under a short name.
pub(super) fn followed(mut path: Path, modules: &Modules) -> Path {
    // Handed on more often than this it would be a circle of `use` lines.
    for _ in 0..8 {
        let step = (0..path.len()).find_map(|n| {
            let child = modules.contains_key(&path[..=n]);
            let short = modules.get(&path[..n])?.get(&path[n]);
            short.filter(|_| !child).map(|meant| (n, meant))
        });
        match step {
            Some((n, meant)) => path = [meant.as_slice(), &path[n + 1..]].concat(),
            None => break,
        }
    }
    path
}

/// Modules by path, each with what it calls by a short name.
pub(super) type Modules = BTreeMap<Path, BTreeMap<String, Path>>;

struct Reader<'a> {
    tokens: &'a [String],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<&str> {
        self.tokens.get(self.at).map(String::as_str)
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.peek() == Some(token);
        self.at += usize::from(found);
        found
    }

    fn next(&mut self) -> String {
        self.at += 1;
        self.tokens.get(self.at - 1).cloned().unwrap_or_default()
    }

    /// `a::b::c`, as it stands in code.
    fn line(&mut self) -> Path {
        let mut path = vec![self.next()];
        while self.eat("::") {
            match self.peek() {
                Some(name) if is_name(name) => path.push(self.next()),
                _ => break,
            }
        }
        path
    }

    /// `a::{b, c::{self, d as e}, f::*}`: each leaf with its short name.
    fn tree(&mut self, before: &mut Path, found: &mut Vec<(String, Path)>) {
        let depth = before.len();
        self.eat("::");
        loop {
            if self.eat("{") {
                while !self.eat("}") && self.peek().is_some() {
                    self.tree(before, found);
                    self.eat(",");
                }
                break;
            }
            let part = self.next();
            if part == "self" && !before.is_empty() {
                self.leaf(before, found);
                break;
            }
            before.push(part);
            if !self.eat("::") {
                self.leaf(before, found);
                break;
            }
        }
        before.truncate(depth);
    }

    fn leaf(&mut self, path: &[String], found: &mut Vec<(String, Path)>) {
        let mut path = path.to_vec();
        let mut short = path.last().cloned().unwrap_or_default();
        if self.eat("as") {
            short = self.next();
        }
        if short == "*" {
            path.pop();
        }
        found.push((short, path));
    }
}

fn is_name(token: &str) -> bool {
    token
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() || c == '_')
}

/// What runs, and the names of modules that are for tests only.
fn without_tests(tokens: &[String]) -> (Vec<String>, Vec<String>) {
    const TEST: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let (mut kept, mut tests) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        if !tokens[at..].iter().take(7).eq(TEST.iter()) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        at += 7;
        let (begin, mut depth) = (at, 0);
        while at < tokens.len() {
            let token = tokens[at].as_str();
            at += 1;
            match token {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            if depth == 0 && matches!(token, ";" | "}") {
                break;
            }
        }
        let item = &tokens[begin..at];
        if let Some(name) = item.iter().position(|t| t == "mod").map(|n| &item[n + 1]) {
            tests.push(name.clone());
        }
    }
    (kept, tests)
}

/// Names, `::` and single marks; no comment, no text, no lifetime.
fn tokens(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let here = chars[at];
        let next = chars.get(at + 1).copied().unwrap_or(' ');
        match here {
            '/' if next == '/' => at = end_of_line(&chars, at),
            '/' if next == '*' => at = end_of_comment(&chars, at),
            '"' => at = end_of_text(&chars, at + 1),
            'r' | 'b' if raw_hashes(&chars, at).is_some() => {
                let (begin, hashes) = raw_hashes(&chars, at).unwrap();
                at = end_of_raw(&chars, begin, hashes);
            }
            '\'' => at = end_of_char(&chars, at),
            ':' if next == ':' => {
                found.push("::".to_owned());
                at += 2;
            }
            c if c.is_alphanumeric() || c == '_' => {
                let begin = at;
                while at < chars.len() && (chars[at].is_alphanumeric() || chars[at] == '_') {
                    at += 1;
                }
                found.push(chars[begin..at].iter().collect());
            }
            c => {
                if !c.is_whitespace() {
                    found.push(c.to_string());
                }
                at += 1;
            }
        }
    }
    found
}

fn end_of_line(chars: &[char], at: usize) -> usize {
    (at..chars.len())
        .find(|n| chars[*n] == '\n')
        .unwrap_or(chars.len())
}

fn end_of_comment(chars: &[char], mut at: usize) -> usize {
    let mut depth = 0;
    while at + 1 < chars.len() {
        match (chars[at], chars[at + 1]) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    chars.len()
}

fn end_of_text(chars: &[char], mut at: usize) -> usize {
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// Where `r##"` begins its text, and its hashes; also `br"`.
fn raw_hashes(chars: &[char], at: usize) -> Option<(usize, usize)> {
    let before = at.checked_sub(1).map(|n| chars[n]);
    if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let mut at = at + usize::from(chars[at] == 'b');
    if chars.get(at) != Some(&'r') {
        return None;
    }
    at += 1;
    let hashes = chars[at..].iter().take_while(|c| **c == '#').count();
    (chars.get(at + hashes) == Some(&'"')).then_some((at + hashes + 1, hashes))
}

fn end_of_raw(chars: &[char], begin: usize, hashes: usize) -> usize {
    let closes = |n: &usize| {
        chars[*n] == '"' && chars[n + 1..].iter().take_while(|c| **c == '#').count() >= hashes
    };
    let end = (begin..chars.len()).find(closes).unwrap_or(chars.len());
    end + 1 + hashes
}

/// A character such as `'x'` or `'\n'` is passed over; of a lifetime only its mark is.
fn end_of_char(chars: &[char], at: usize) -> usize {
    match (chars.get(at + 1), chars.get(at + 2)) {
        (Some('\\'), _) => {
            let close = (at + 3..chars.len()).find(|n| chars[*n] == '\'');
            close.unwrap_or(chars.len()) + 1
        }
        (Some(_), Some('\'')) => at + 3,
        _ => at + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> Path {
        text.split("::").map(str::to_owned).collect()
    }

    fn all(text: &str) -> Vec<String> {
        let here = path("booking::bookings");
        let mut modules = Modules::from([
            (
                Vec::new(),
                BTreeMap::from([("Day".to_owned(), path("ground::Day"))]),
            ),
            (
                path("ground"),
                BTreeMap::from([("Day".to_owned(), path("ground::time::Day"))]),
            ),
            (path("booking::bookings::store"), BTreeMap::new()),
        ]);
        let Named { used, inline, .. } = named(text);
        let short = used
            .iter()
            .filter_map(|(short, path)| Some((short.clone(), absolute(path, &here, &modules)?)))
            .collect();
        modules.insert(here.clone(), short);
        used.iter()
            .map(|(_, path)| path)
            .chain(&inline)
            .filter_map(|path| absolute(path, &here, &modules))
            .map(|path| followed(path, &modules).join("::"))
            .collect()
    }

    #[test]
    fn paths_are_seen_grouped_renamed_climbing_and_in_the_middle_of_code() {
        let text = r##"
            //! crate::comment::one
            use crate::{people::{visitors::{self, Sex}, mask as hide}, Day};
            use super::vouchers::*;
            use store::row;
            use std::fmt;
            /* crate::comment::two /* nested */ */
            pub(crate) fn f<'a>(c: &'a str) -> char {
                let text = "crate::text::three \" crate::text::four";
                let raw = r#"crate::text::five "#;
                hide::phone(c, '"', crate::house::staff::of);
                '\''
            }
            #[cfg(test)]
            mod tests { use crate::test::six; fn g() { crate::test::seven(); } }
            fn h() { self::rows(); row::of(); Day::parse() }
        "##;
        assert_eq!(
            all(text),
            [
                "people::visitors",
                "people::visitors::Sex",
                "people::mask",
                "ground::time::Day",
                "booking::vouchers",
                "booking::bookings::store::row",
                "people::mask::phone",
                "house::staff::of",
                "booking::bookings::rows",
                "booking::bookings::store::row::of",
                "ground::time::Day::parse",
            ]
        );
    }
}
