//! Reads the few forms of TypeScript that the table writes.

use super::Shape;
use std::collections::{BTreeMap, BTreeSet};

/// `export type X = …;`, all of them.
pub(super) fn types(text: &str) -> BTreeMap<String, Shape> {
    let text = without_comments(text);
    let mut types = BTreeMap::new();
    for rest in text.split("export type ").skip(1) {
        let (name, body) = rest.split_once('=').expect("a declaration");
        if body.trim_start().starts_with("keyof") || body.trim_start().starts_with("(typeof") {
            continue;
        }
        let mut reader = Reader { rest: body };
        types.insert(name.trim().to_owned(), reader.shape());
    }
    types
}

/// The names in `interface Facts`.
pub(super) fn codes(text: &str) -> BTreeSet<String> {
    let (_, body) = text.split_once("export interface Facts {").expect("facts");
    let (body, _) = body.split_once("\n}").expect("the end of the facts");
    let lines = body.lines().filter_map(|line| line.split_once(':'));
    lines.map(|(code, _)| code.trim().to_owned()).collect()
}

fn without_comments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").expect("the end of a comment").1;
    }
    plain + rest
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn shape(&mut self) -> Shape {
        self.takes("|");
        let mut all = vec![self.joined()];
        while self.takes("|") {
            all.push(self.joined());
        }
        if all.len() == 1 {
            all.remove(0)
        } else {
            Shape::OneOf(all)
        }
    }

    fn joined(&mut self) -> Shape {
        let mut shape = self.one();
        while self.takes("&") {
            let (Shape::Record(mut fields), Shape::Record(more)) = (shape, self.one()) else {
                panic!("only records are joined: {}", self.near());
            };
            fields.extend(more);
            shape = Shape::Record(fields);
        }
        shape
    }

    fn one(&mut self) -> Shape {
        let mut shape = self.atom();
        while self.takes("[]") {
            shape = Shape::List(Box::new(shape));
        }
        shape
    }

    fn atom(&mut self) -> Shape {
        if self.takes("(") {
            let shape = self.shape();
            self.must(")");
            return shape;
        }
        if self.takes("{") {
            return self.record();
        }
        if self.takes("[") {
            let mut all = Vec::new();
            while !self.takes("]") {
                all.push(self.shape());
                self.takes(",");
            }
            return Shape::Several(all);
        }
        if self.takes("\"") {
            let (word, rest) = self.rest.split_once('"').expect("the end of a word");
            self.rest = rest;
            return Shape::Word(word.to_owned());
        }
        match self.name().as_str() {
            "string" => Shape::Text,
            "number" | "bigint" => Shape::Number,
            "boolean" => Shape::Truth,
            "null" => Shape::Null,
            "Array" => {
                self.must("<");
                let inner = self.shape();
                self.must(">");
                Shape::List(Box::new(inner))
            }
            "Record" => {
                self.must("<");
                self.shape();
                self.must(",");
                let inner = self.shape();
                self.must(">");
                if inner == Shape::OneOf(Vec::new()) {
                    Shape::Record(Vec::new())
                } else {
                    Shape::Map(Box::new(inner))
                }
            }
            "never" => Shape::OneOf(Vec::new()),
            "symbol" => Shape::Text,
            "" => panic!("not read: {}", self.near()),
            name => Shape::Named(name.to_owned()),
        }
    }

    fn record(&mut self) -> Shape {
        let mut fields = Vec::new();
        while !self.takes("}") {
            let quoted = self.takes("\"");
            let name = self.name();
            if quoted {
                self.must("\"");
            }
            self.takes("?");
            self.must(":");
            fields.push((name, self.shape()));
            if !self.takes(",") {
                self.takes(";");
            }
        }
        Shape::Record(fields)
    }

    fn name(&mut self) -> String {
        self.rest = self.rest.trim_start();
        let end = self
            .rest
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        name.to_owned()
    }

    fn takes(&mut self, sign: &str) -> bool {
        match self.rest.trim_start().strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn must(&mut self, sign: &str) {
        assert!(self.takes(sign), "no {sign} at: {}", self.near());
    }

    fn near(&self) -> String {
        self.rest.chars().take(60).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Shape, types};

    #[test]
    fn the_forms_of_the_table_are_read() {
        let text = "export type A = { \n/** Which: {a}; */\nid: number | null, words: Array<string>, b: B, };\n\nexport type B = \"one\" | \"two\";\nexport type C = { \"kind\": \"x\", n: [number, number] } | { kind: \"y\" };\nexport type D = Record<symbol, never>;";
        let all = types(text);
        let Shape::Record(fields) = &all["A"] else {
            panic!("{:?}", all["A"])
        };
        let number = Shape::OneOf(vec![Shape::Number, Shape::Null]);
        assert_eq!(fields[0], ("id".to_owned(), number));
        assert_eq!(fields[1].1, Shape::List(Box::new(Shape::Text)));
        assert_eq!(fields[2].1, Shape::Named("B".to_owned()));
        assert!(matches!(&all["C"], Shape::OneOf(two) if two.len() == 2));
        assert_eq!(all["D"], Shape::Record(Vec::new()));
    }
}
