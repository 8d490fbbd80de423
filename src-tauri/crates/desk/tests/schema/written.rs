//! Reads the files of `schema/`: what each subject keeps, with the words above and beside it.

use std::path::{Path, PathBuf};

/// A table, an index or a trigger.
pub struct Thing {
    /// `TABLE`, `INDEX` or `TRIGGER`.
    pub kind: String,
    pub name: String,
    /// `wing/subject`, or `vault`.
    pub place: String,
    /// What stands above it.
    pub says: String,
    /// Of a table.
    pub columns: Vec<Column>,
}

/// A column of a table.
pub struct Column {
    pub name: String,
    /// Its definition, without comments.
    pub sql: String,
    /// What stands above or beside it.
    pub says: String,
}

/// Every file of the document: its place (`wing/subject`, or `vault`) and its text.
pub fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema");
    let mut found = Vec::new();
    walk(&folder, "sql", &mut found);
    found.sort();
    let file = |path: PathBuf| {
        let place = path.strip_prefix(&folder).unwrap().with_extension("");
        let names: Vec<_> = place.iter().map(|name| name.to_str().unwrap()).collect();
        (names.join("/"), std::fs::read_to_string(&path).unwrap())
    };
    found.into_iter().map(file).collect()
}

/// The files below a folder with an ending.
pub fn walk(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, ending, found);
        } else if path.extension().is_some_and(|end| end == ending) {
            found.push(path);
        }
    }
}

/// Everything in the document, in its order.
pub fn things() -> Vec<Thing> {
    let files = files();
    files
        .iter()
        .flat_map(|(place, text)| things_of(place, text))
        .collect()
}

fn things_of(place: &str, text: &str) -> Vec<Thing> {
    let (mut things, mut above) = (Vec::new(), Vec::new());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(comment) = line.strip_prefix("-- ") {
            above.push(comment);
        } else if let Some(made) = line.strip_prefix("CREATE ") {
            let mut words = made.split_whitespace().filter(|word| *word != "UNIQUE");
            let mut word = || words.next().unwrap().to_owned();
            let (kind, name) = (word(), word());
            let columns = if kind == "TABLE" {
                columns(lines.by_ref().take_while(|line| *line != ") STRICT;"))
            } else {
                Vec::new()
            };
            things.push(Thing {
                columns,
                kind,
                name,
                place: place.to_owned(),
                says: above.join(" "),
            });
            above.clear();
        } else if line.is_empty() {
            above.clear();
        }
    }
    things
}

/// The columns of a table: each definition begins a line, and a comment alone on its
/// line belongs to the column below it.
fn columns<'a>(body: impl Iterator<Item = &'a str>) -> Vec<Column> {
    let mut found: Vec<Column> = Vec::new();
    let (mut above, mut ended) = (String::new(), true);
    for line in body {
        let (sql, beside) = line.split_once("--").unwrap_or((line, ""));
        let sql = sql.trim();
        if sql.is_empty() {
            above = beside.trim().to_owned();
            continue;
        }
        if ended {
            found.push(Column {
                name: sql.split(' ').next().unwrap().to_owned(),
                sql: String::new(),
                says: std::mem::take(&mut above),
            });
        }
        let column = found.last_mut().unwrap();
        column.sql += sql;
        column.says += beside.trim();
        let depth = column.sql.matches('(').count() - column.sql.matches(')').count();
        ended = depth == 0 && sql.ends_with(',');
    }
    // What is said of the whole table begins in upper case.
    found.retain(|column| column.name.starts_with(|c: char| c.is_ascii_lowercase()));
    found
}

impl Column {
    pub fn is_text(&self) -> bool {
        self.sql[self.name.len()..].trim_start().starts_with("TEXT")
    }

    /// The codes it is held to, if it is.
    pub fn codes(&self) -> Option<Vec<String>> {
        let (_, list) = self
            .sql
            .split_once(" IN (")
            .or(self.sql.split_once(" IN("))?;
        let list = list.split_once(')').unwrap().0;
        Some(
            list.split('\'')
                .skip(1)
                .step_by(2)
                .map(str::to_owned)
                .collect(),
        )
    }

    /// Whether its form is a code, a number or a day, by its name or its words.
    pub fn is_plain(&self) -> bool {
        let (name, says) = (self.name.as_str(), self.says.as_str());
        let named = ["no", "code", "day"].contains(&name)
            || ["_day", "_on", "_code"]
                .iter()
                .any(|end| name.ends_with(end));
        let forms = ["code", "number", "ISO day", "ISO month"];
        named || self.codes().is_some() || forms.iter().any(|form| says.starts_with(form))
    }

    /// Whose text it says it holds: `visitor`, `staff`, `receiver`, or nobody's.
    pub fn whose(&self, table: &Thing) -> Option<&'static str> {
        let whose = ["visitor", "staff", "receiver"];
        if let Some(one) = whose
            .iter()
            .find(|who| self.says.contains(&format!("personal: {who}")))
        {
            return Some(one);
        }
        let nobody = self.says.contains("no person") || table.says.contains("No person");
        nobody.then_some("nobody")
    }
}
