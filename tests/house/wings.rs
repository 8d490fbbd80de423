//! The wings of the house: their order, and that nothing goes in a circle, read from the
//! sources of the desk and of the table of commands.

mod paths;

use paths::{Modules, Path, absolute, followed, named};
use proofs::sources::files;
use std::collections::{BTreeMap, BTreeSet};

/// From the ground up: a wing names those before it only.
const ORDER: [&str; 8] = [
    "ground",
    "house",
    "people",
    "reception",
    "advice",
    "booking",
    "quality",
    "record",
];

/// Commands without a subject of the desk, and why.
const OF_THE_KEEPER: &[(&str, &str)] = &[
    ("house/integrity", "the vault's alarm"),
    ("house/keys", "the vault's keys"),
    ("house/recovery", "the vault's recovery codes"),
    ("house/session", "who is signed in is not stored"),
    ("house/setup", "there is no desk yet"),
    ("house/standing", "what several of these answer"),
];

/// The crate itself, and the one list of all subjects: it names every one of them, and who
/// reads it names none.
fn above(path: &[String]) -> bool {
    path.is_empty() || path == ["subjects"]
}

/// One crate: its modules, and what each names.
struct House {
    /// Below which path the wings are.
    below: &'static [&'static str],
    modules: BTreeMap<Path, Vec<Path>>,
}

impl House {
    fn read(name: &str, below: &'static [&'static str]) -> Self {
        let folder = format!("src-tauri/crates/{name}/src/");
        let sources: BTreeMap<Path, paths::Named> = files(&[&folder], &[".rs"])
            .into_iter()
            .map(|(file, text)| (module(&file[folder.len()..]), named(&text)))
            .collect();
        let mut all: Modules = sources
            .keys()
            .map(|p| (p.clone(), BTreeMap::new()))
            .collect();
        for (path, named) in &sources {
            let full =
                |(short, used): &(String, Path)| Some((short.clone(), absolute(used, path, &all)?));
            let short = named.used.iter().filter_map(full).collect();
            all.insert(path.clone(), short);
        }
        let tests: Vec<Path> = sources
            .iter()
            .flat_map(|(path, named)| named.tests.iter().map(move |name| (path, name)))
            .map(|(path, name)| [path.as_slice(), std::slice::from_ref(name)].concat())
            .collect();
        let modules = sources
            .iter()
            .filter(|(path, _)| !above(path) && !tests.iter().any(|t| path.starts_with(t)))
            .map(|(path, named)| {
                let whole = named.used.iter().map(|(_, used)| used).chain(&named.inline);
                let full = whole.filter_map(|named| absolute(named, path, &all));
                (path.clone(), full.map(|p| followed(p, &all)).collect())
            })
            .collect();
        Self { below, modules }
    }

    /// The subject a path is in, `wing/subject`; outside of the wings the first part.
    fn room(&self, path: &[String]) -> Option<String> {
        let below = self.below.len();
        let wings = path.len() >= below && path.iter().zip(self.below).all(|(a, b)| a == b);
        let depth = if wings && !(below > 0 && path.len() == below) {
            below + 2
        } else {
            1
        };
        // What is no module of its own, such as a type of the wing, is in the one above.
        let whole = &path[..depth.min(path.len())];
        let known = |part: &&[String]| self.modules.contains_key(*part);
        let room = (1..=whole.len()).rev().map(|n| &whole[..n]).find(known)?;
        let inside = room.strip_prefix(self.prefix(room)).unwrap_or(room);
        Some(inside.join("/"))
    }

    /// The part of a path that leads to the wings.
    fn prefix<'a>(&self, path: &'a [String]) -> &'a [String] {
        let below = self.below.len();
        let inside = path.len() > below && path.iter().zip(self.below).all(|(a, b)| a == b);
        if inside { &path[..below] } else { &[] }
    }

    /// Who names whom, each with one file that does.
    fn edges(&self) -> BTreeMap<(String, String), String> {
        let mut edges = BTreeMap::new();
        for (path, names) in &self.modules {
            let Some(from) = self.room(path) else {
                continue;
            };
            for to in names.iter().filter_map(|path| self.room(path)) {
                if to != from {
                    edges.insert((from.clone(), to), path.join("::"));
                }
            }
        }
        edges
    }

    /// Every `wing/subject`.
    fn subjects(&self) -> BTreeSet<String> {
        let rooms = self.modules.keys().filter_map(|path| self.room(path));
        rooms
            .filter(|room| {
                room.split_once('/')
                    .is_some_and(|(wing, _)| level(wing).is_some())
            })
            .collect()
    }
}

fn module(file: &str) -> Path {
    let path = file.trim_end_matches(".rs");
    let path = path.trim_end_matches("/mod");
    match path {
        "lib" => Vec::new(),
        path => path.split('/').map(str::to_owned).collect(),
    }
}

fn level(wing: &str) -> Option<usize> {
    ORDER.iter().position(|name| *name == wing)
}

fn wing(room: &str) -> Option<usize> {
    level(room.split('/').next().unwrap_or(room))
}

/// What names a wing above its own.
fn climbing(house: &House) -> Vec<String> {
    let edges = house.edges();
    let up = edges
        .iter()
        .filter(|((from, to), _)| wing(from).zip(wing(to)).is_some_and(|(from, to)| to > from));
    up.map(|((from, to), file)| format!("{file}: {from} names {to}"))
        .collect()
}

/// Every circle that a walk along the edges comes back to.
fn circles(house: &House) -> Vec<String> {
    let edges = house.edges();
    let mut next: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (from, to) in edges.keys() {
        next.entry(from).or_default().push(to);
    }
    let mut found = Vec::new();
    let mut done = BTreeSet::new();
    for from in next.keys() {
        walk(from, &next, &mut Vec::new(), &mut done, &mut found);
    }
    found
}

fn walk<'a>(
    room: &'a str,
    next: &BTreeMap<&str, Vec<&'a str>>,
    way: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
    found: &mut Vec<String>,
) {
    if let Some(begin) = way.iter().position(|passed| *passed == room) {
        found.push(format!("{} → {room}", way[begin..].join(" → ")));
        return;
    }
    if done.contains(room) {
        return;
    }
    way.push(room);
    for to in next.get(room).into_iter().flatten() {
        walk(to, next, way, done, found);
    }
    way.pop();
    done.insert(room);
}

fn desk() -> House {
    House::read("desk", &[])
}

fn table() -> House {
    House::read("api", &["commands"])
}

#[test]
fn no_wing_of_the_desk_names_one_above_it() {
    assert_eq!(climbing(&desk()), Vec::<String>::new());
}

#[test]
fn no_circle_between_subjects_of_the_desk() {
    assert_eq!(circles(&desk()), Vec::<String>::new());
}

#[test]
fn no_wing_of_the_commands_names_one_above_it() {
    assert_eq!(climbing(&table()), Vec::<String>::new());
}

#[test]
fn no_circle_inside_the_table_of_commands() {
    assert_eq!(circles(&table()), Vec::<String>::new());
}

#[test]
fn commands_stand_in_the_wing_of_their_subject() {
    let (desk, table) = (desk().subjects(), table().subjects());
    let own: BTreeSet<&str> = OF_THE_KEEPER.iter().map(|(room, _)| *room).collect();
    let strange: Vec<&String> = table
        .iter()
        .filter(|room| !desk.contains(*room) && !own.contains(room.as_str()))
        .collect();
    assert_eq!(strange, Vec::<&String>::new());
    let stale: Vec<&&str> = own
        .iter()
        .filter(|room| desk.contains(**room) || !table.contains(**room))
        .collect();
    assert_eq!(stale, Vec::<&&str>::new(), "no exception any longer");
}

#[test]
fn the_walk_sees_what_is_there() {
    let seen = |house: &House, known: &[(&str, &str)]| {
        let edges = house.edges();
        for (from, to) in known {
            let key = ((*from).to_owned(), (*to).to_owned());
            assert!(edges.contains_key(&key), "{from} names {to}");
        }
        edges.len()
    };
    let (desk, table) = (desk(), table());
    let of_desk = [
        ("booking/bookings", "booking/schedules"),
        ("quality/closing", "reception/encounters"),
        ("reception/tickets", "ground/time"),
    ];
    let of_table = [
        ("gateway", "keeper"),
        ("gateway", "commands"),
        ("keeper", "problem"),
        ("house/session", "house/standing"),
        ("booking/bookings", "booking/vouchers"),
    ];
    assert!(seen(&desk, &of_desk) > 200);
    assert!(seen(&table, &of_table) > 100);
    assert!(desk.subjects().len() > 40 && table.subjects().len() > 25);
}

#[test]
fn a_climb_and_a_circle_are_found() {
    let mut house = desk();
    let names = house
        .modules
        .get_mut(&module("house/institution/store.rs"))
        .unwrap();
    names.push(module("record/ledger.rs"));
    let climb = "house::institution::store: house/institution names record/ledger";
    assert_eq!(climbing(&house), [climb]);
    assert!(!circles(&house).is_empty());
}
