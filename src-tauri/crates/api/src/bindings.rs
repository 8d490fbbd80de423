//! The TypeScript of the whole table and the words of its closed sets, written to
//! `ui/src/ipc/*.generated.ts` and compared by a test, so that they are never stale.

use crate::commands;
use crate::problem::{GATE_CODES, camel};
use crate::table::{CommandLine, Kind, Table, Topic, Types};
use desk::ground::acts::{Action, Object};
use desk::ground::keeping::Part;
use desk::subjects;
use paper::Language;
use paper::vocabulary;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use ts_rs::TypeVisitor as _;

/// Every command of the table, for people and scripts.
pub fn command_lines() -> Vec<CommandLine> {
    Table::new(commands::all()).lines()
}

/// The whole text of `ui/src/ipc/generated.ts`.
pub fn typescript() -> String {
    let table = Table::new(commands::all());
    let mut types = unasked();
    let (mut map, mut shows, mut writes) = (String::new(), String::new(), String::new());
    for command in table.iter() {
        let input = (command.input)(&mut types);
        let view = (command.view)(&mut types);
        let name = command.name;
        let _ = writeln!(map, "  \"{name}\": {{ input: {input}; view: {view} }};");
        match command.kind {
            Kind::Read(_) | Kind::Draw(_) | Kind::Look { .. } => {
                let subjects: Vec<String> = command.shows.iter().map(quoted).collect();
                let _ = writeln!(shows, "  \"{name}\": [{}],", subjects.join(", "));
            }
            Kind::Write(_) | Kind::Repeat(_) | Kind::Gate(_) => {
                let _ = writeln!(writes, "  \"{name}\",");
            }
        }
    }
    let mut text = String::from(
        "// Written by the api crate from its table of commands; `cargo xtask bindings` renews it.\n\n",
    );
    for declaration in types.declarations.values() {
        let _ = writeln!(text, "export {declaration}\n");
    }
    text.push_str(&subjects_of(&table));
    text.push_str(&own_types());
    let _ = writeln!(
        text,
        "/** Every command with its input and its view. */\nexport interface Commands {{\n{map}}}\n\nexport type CommandName = keyof Commands;\n"
    );
    let _ = writeln!(
        text,
        "/** What each read shows. */\nexport const SHOWS = {{\n{shows}}} as const satisfies Partial<Record<CommandName, readonly Topic[]>>;\n\nexport type ReadName = keyof typeof SHOWS;\n"
    );
    let _ = writeln!(
        text,
        "/** Commands that change something. */\nexport const WRITES = [\n{writes}] as const satisfies readonly CommandName[];\n\nexport type WriteName = (typeof WRITES)[number];\n"
    );
    text.push_str(&codes());
    text
}

/// The types of sets that no command names: they reach the window as codes with the set's name.
fn unasked() -> Types {
    let mut types = Types::default();
    types.visit::<crate::codes::Right>();
    types.visit::<crate::codes::HeldHealth>();
    types.visit::<crate::codes::LedgerChange>();
    types.visit::<crate::codes::Doubt>();
    types
}

/// Every closed set on the wire: its name and its codes, in the type's order.
fn closed_sets() -> BTreeMap<String, Vec<String>> {
    let mut types = unasked();
    for command in Table::new(commands::all()).iter() {
        (command.input)(&mut types);
        (command.view)(&mut types);
    }
    let mut closed = BTreeMap::new();
    for (name, declaration) in types.declarations {
        let union = declaration.split_once(" = \"").map(|(_, codes)| codes);
        if let Some(codes) = union.and_then(|codes| codes.strip_suffix("\";")) {
            closed.insert(name, codes.split("\" | \"").map(str::to_owned).collect());
        }
    }
    closed.extend(subjects_own().map(|(name, codes)| {
        let codes = codes.into_iter().map(str::to_owned);
        (name.to_owned(), codes.collect())
    }));
    closed
}

/// What subjects may say in the journal and hold of people; entries of another version may
/// say something else.
fn own_types() -> String {
    let mut text = String::new();
    for (name, codes) in subjects_own() {
        let _ = writeln!(
            text,
            "/** Every code that subjects have for these. */\nexport type {name} = \"{}\";\n",
            codes.join("\" | \"")
        );
    }
    text
}

fn subjects_own() -> [(&'static str, Vec<&'static str>); 5] {
    [
        (
            "JournalAction",
            subjects::actions().map(Action::code).collect(),
        ),
        (
            "JournalObject",
            subjects::objects().map(Object::code).collect(),
        ),
        (
            "HeldPart",
            subjects::parts().map(|Part(code)| code).collect(),
        ),
        (
            "ListTitle",
            subjects::lists().map(|list| list.code).collect(),
        ),
        ("ListColumn", {
            let columns = subjects::lists().flat_map(|list| list.columns);
            let facts = subjects::lists().flat_map(|list| list.facts.iter().copied());
            let codes: BTreeSet<&str> = columns.map(|one| one.code).chain(facts).collect();
            codes.into_iter().collect()
        }),
    ]
}

/// The words of closed sets in both languages, complete by type and in the type's order.
pub fn vocabulary() -> String {
    let mut text = String::from(
        "// Written by the api crate from the vocabulary on paper; `cargo xtask bindings` renews it.\n\nimport type * as sets from \"./generated\";\n",
    );
    let closed = closed_sets();
    for (tongue, language) in [("zh", Language::Zh), ("en", Language::En)] {
        let _ = writeln!(text, "\nexport const {tongue} = {{");
        for (name, codes) in &closed {
            let Some(set) = vocabulary::set(name) else {
                continue;
            };
            let _ = writeln!(text, "  {name}: {{");
            for code in codes {
                let word = set.say(code, language).unwrap_or_default();
                let _ = writeln!(text, "    {code:?}: {word:?},");
            }
            let _ = writeln!(text, "  }} satisfies Record<sets.{name}, string>,");
        }
        text.push_str("};\n");
    }
    text
}

fn subjects_of(table: &Table) -> String {
    let named = table
        .iter()
        .flat_map(|command| command.shows.iter().chain(command.touches));
    let names: BTreeSet<&str> = named.map(|Topic(name)| *name).collect();
    let names: Vec<&str> = names.into_iter().collect();
    format!(
        "/** What a screen shows and a change touches. */\nexport type Topic = \"{}\";\n\n",
        names.join("\" | \"")
    )
}

fn quoted(subject: &Topic) -> String {
    serde_json::to_string(subject).unwrap_or_default()
}

fn codes() -> String {
    let mut facts = String::new();
    let all = subjects::refusals().chain(GATE_CODES);
    for (code, names) in all {
        let fields: Vec<String> = names
            .iter()
            .map(|(name, kind)| format!("{}: {kind}", camel(name)))
            .collect();
        let body = if fields.is_empty() {
            "Record<string, never>".to_owned()
        } else {
            format!("{{ {} }}", fields.join("; "))
        };
        let _ = writeln!(facts, "  {code}: {body};");
    }
    format!(
        "/** Every refusal and failure with the facts of its sentence. */\nexport interface Facts {{\n{facts}}}\n\nexport type Code = keyof Facts;\n"
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

    use std::path::Path;

    #[test]
    fn generated_types_are_those_of_the_table() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/ipc");
        for (name, expected) in [
            ("generated.ts", super::typescript()),
            ("words.generated.ts", super::vocabulary()),
        ] {
            let path = folder.join(name);
            if std::env::var_os("SHOUWEN_WRITE_BINDINGS").is_some() {
                std::fs::write(&path, &expected).unwrap();
            }
            let found = std::fs::read_to_string(&path)
                .unwrap_or_default()
                .replace("\r\n", "\n");
            assert!(
                found == expected,
                "ui/src/ipc/{name} is stale: run `cargo xtask bindings`"
            );
        }
    }

    /// Sets whose codes need no words, since nobody reads them: colours, orders, phases and
    /// ways of the window's own, and reasons that it says in whole sentences with their facts.
    const UNSAID: &[&str] = &[
        "Advice",
        "AlarmKind",
        "AnswerWay",
        "BackupPlace",
        "BackupStage",
        "CatalogueKind",
        "ClockWay",
        "Content",
        "DestructionFormat",
        "DueMark",
        "Hidden",
        "Hindrance",
        "Hour",
        "LedgerDetail",
        "LedgerFormat",
        "Lift",
        "MoveSpot",
        "PaperLanguage",
        "PaperOutcome",
        "Phase",
        "Reached",
        "Rest",
        "RestoredOver",
        "Say",
        "Side",
        "TicketWhy",
        "Verdict",
        "Voice",
    ];

    #[test]
    fn every_closed_set_has_the_words_of_its_codes() {
        let mut closed = super::closed_sets();
        for set in paper::vocabulary::SETS {
            let mut codes = closed.remove(set.name).unwrap_or_default();
            codes.sort_unstable();
            let words: Vec<&str> = set.words.iter().map(|(code, ..)| *code).collect();
            assert_eq!(words, codes, "{}", set.name);
        }
        let left: Vec<String> = closed.into_keys().collect();
        assert_eq!(left, UNSAID, "a set without words");
    }
}
