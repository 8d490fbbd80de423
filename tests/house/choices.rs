//! A closed set is offered whole: no screen lists its codes a second time, so that a new
//! code of the desk is offered as soon as it compiles (`ui/src/i18n/choices.ts`).

use crate::words::sets;
use proofs::sources::files;
use std::collections::{BTreeMap, BTreeSet};

type Sets = BTreeMap<String, BTreeMap<String, String>>;

/// Parts of a set that a screen picks on purpose: the set, the codes, the reason.
const PICKED: &[(&str, &[&str], &str)] = &[
    (
        "IncidentPart",
        &["many_reveals", "alarms", "failed_sign_ins"],
        "what may be an attack stands first, in red; every other part follows by itself",
    ),
    (
        "Question",
        &["pregnancy", "implants", "conditions"],
        "these are answered with conditions, as allergies are with allergies",
    ),
    (
        "Receiver",
        &["superior", "department", "other"],
        "these receivers have a name to write down",
    ),
    (
        "SpokenLanguage",
        &["zh", "en"],
        "the two languages of the window itself, whatever visitors speak",
    ),
    ("Step", &["opening", "probing"], PHRASES),
    ("Step", &["probing", "read_back"], PHRASES),
    ("Step", &["hold", "promise"], PHRASES),
    ("Step", &["introduce", "probing"], PHRASES),
    ("Step", &["booking", "read_back"], PHRASES),
    (
        "TicketState",
        &["waiting", "called", "serving"],
        "a slip is printed while the ticket is good",
    ),
];
const PHRASES: &str = "the phrases that belong to one step of the page";

/// A text in quotes, without them and without the type it is taken for.
fn quoted(item: &str) -> Option<&str> {
    let item = item.split(" as ").next()?.trim();
    let inner = |quote: char| item.strip_prefix(quote)?.strip_suffix(quote);
    inner('"').or_else(|| inner('\''))
}

/// The arrays of a source that hold texts and nothing else, and what
/// its arrays of objects name as `value`, taken together.
fn lists(text: &str) -> Vec<Vec<&str>> {
    let arrays = text.match_indices('[').filter_map(|(at, _)| {
        let body = text[at + 1..].split(']').next()?;
        let items = body.split(',').filter(|item| !item.trim().is_empty());
        items.map(quoted).collect::<Option<Vec<_>>>()
    });
    let values = |before: &'static str| {
        let said = text.match_indices(before).filter_map(move |(at, _)| {
            let said = &text[at + before.len()..];
            said.split(before.chars().last()?).next()
        });
        said.collect::<Vec<&str>>()
    };
    let objects = [values("value: \""), values("value: '"), values(" value=\"")];
    arrays.chain(objects).collect()
}

/// Sets of which a list says at least two codes and, unless it
/// says the whole set, nothing else, with the codes it says.
fn said<'s, 't>(list: &[&'t str], sets: &'s Sets) -> Vec<(&'s str, BTreeSet<&'t str>)> {
    let found = sets.iter().filter_map(|(set, words)| {
        let codes = list.iter().filter(|code| words.contains_key(**code));
        let codes: BTreeSet<&str> = codes.copied().collect();
        let others = list.iter().any(|code| !words.contains_key(*code));
        let again = codes.len() > 1 && (!others || codes.len() == words.len());
        again.then_some((set.as_str(), codes))
    });
    found.collect()
}

#[test]
fn no_screen_lists_the_codes_of_a_closed_set() {
    let sets = sets("zh");
    let mut picked = BTreeSet::new();
    let sources = files(&["ui/src"], &[".ts", ".vue"]);
    let own = sources
        .iter()
        .filter(|(name, _)| !name.ends_with(".test.ts") && !name.ends_with("generated.ts"));
    for (name, text) in own {
        for list in lists(text) {
            let found = said(&list, &sets);
            let known = PICKED.iter().position(|(set, codes, _)| {
                let codes: BTreeSet<&str> = codes.iter().copied().collect();
                found.iter().any(|(one, said)| one == set && *said == codes)
            });
            picked.extend(known);
            assert!(
                found.is_empty() || known.is_some(),
                "{name}: {list:?} is {found:?} again: choices() and codes() say the whole set"
            );
        }
    }
    let gone: Vec<_> = (0..PICKED.len())
        .filter(|n| !picked.contains(n))
        .map(|n| PICKED[n])
        .collect();
    assert!(gone.is_empty(), "nobody picks these any more: {gone:?}");
}

#[test]
fn what_lists_the_codes_of_a_closed_set_is_found() {
    let sets = sets("zh");
    let found = |text: &str| {
        let lists = lists(text).into_iter();
        let found = lists.flat_map(|list| said(&list, &sets));
        found.map(|(set, _)| set.to_owned()).collect::<Vec<_>>()
    };
    let literal = "const kinds = ([\"lecture\", \"activity\"] as const).map((value) => value);";
    assert_eq!(found(literal), ["EventKind"]);
    let typed =
        "const spoken: readonly SpokenLanguage[] = [\n  \"yue\",\n  \"sign\",\n  \"ug\",\n];";
    assert_eq!(found(typed), ["SpokenLanguage"]);
    let template = "<GuidancePanel :steps=\"['opening', 'closing']\" />";
    assert_eq!(found(template), ["Step"]);
    let objects =
        "[{ value: \"any\", label }, { value: \"female\", label }, { value: \"male\", label }]";
    assert_eq!(found(objects), ["Sex"]);
    let in_a_template = ":options=\"[{ value: 'lecture' }, { value: 'activity' }]\"";
    assert_eq!(found(in_a_template), ["EventKind"]);
    let options = "<option value=\"lecture\">A</option><option value=\"activity\">B</option>";
    assert_eq!(found(options), ["EventKind"]);
    let cast = "[\"lecture\" as EventKind, \"activity\" as EventKind]";
    assert_eq!(found(cast), ["EventKind"]);
    let with_another = "const sexes = [\"female\", \"male\", \"unknown\"] as const;";
    assert_eq!(found(with_another), ["Sex"]);
    let own = "choices(\"Asked\", [\"rated\"]); const themes = [\"system\", \"light\"]; [1, 2, 3]";
    assert_eq!(found(own), Vec::<String>::new());
}
