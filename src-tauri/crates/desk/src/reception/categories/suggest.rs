//! Which leaf fits what was typed. Pure: the tree and a text in, leaves out.

use super::Category;
use crate::CategoryId;
use crate::ground::names::{self, fold};

/// How many leaves are offered.
const OFFERED: usize = 8;

/// A leaf that fits, with the piece of text that spoke for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The leaf.
    pub id: CategoryId,
    /// The word that spoke for it most.
    pub because: String,
    /// How strongly; only for the order.
    pub weight: usize,
}

/// The offered leaves that fit, the best first; equal ones in the institution's order.
pub fn best_leaves(tree: &[Category], typed: &str) -> Vec<Suggestion> {
    let text = fold(typed);
    if text.is_empty() {
        return Vec::new();
    }
    let retired = |id| tree.iter().any(|c| c.id == id && !c.active);
    let leaves = tree
        .iter()
        .filter(|c| c.active && c.parent.is_some_and(|p| !retired(p)));
    let mut found: Vec<Suggestion> = leaves.filter_map(|leaf| weigh(leaf, &text)).collect();
    // Stable: equal weights keep the order of the tree.
    found.sort_by_key(|s| std::cmp::Reverse(s.weight));
    found.truncate(OFFERED);
    found
}

fn weigh(leaf: &Category, text: &str) -> Option<Suggestion> {
    let mut evidence: Vec<(usize, String)> = Vec::new();
    let name = fold(&leaf.says.name_zh);
    let english = fold(&leaf.says.name_en);
    let length = text.chars().count();
    if text.contains(&name) {
        evidence.push((5 * name.chars().count(), leaf.says.name_zh.clone()));
    } else if name.contains(text) {
        evidence.push((4 * length, text.to_owned()));
    } else if english.contains(text) && length >= 3 {
        evidence.push((2 * length, text.to_owned()));
    }
    for word in &leaf.says.words {
        let folded = fold(word);
        if text.contains(&folded) {
            evidence.push((4 * folded.chars().count(), word.clone()));
        } else if folded.contains(text) {
            evidence.push((3 * length, word.clone()));
        }
    }
    evidence.extend(
        pairs(&name)
            .into_iter()
            .filter(|pair| text.contains(pair.as_str()))
            .map(|p| (2, p)),
    );
    if text.bytes().all(|b| b.is_ascii_lowercase()) {
        let keys = names::keys(&leaf.says.name_zh);
        if keys
            .initials
            .iter()
            .any(|initials| initials.starts_with(text))
        {
            evidence.push((5 * length, text.to_owned()));
        } else if keys.pinyin.iter().any(|pinyin| pinyin.starts_with(text)) {
            evidence.push((3 * length, text.to_owned()));
        }
    }
    let weight = evidence.iter().map(|(weight, _)| weight).sum();
    let because = evidence.into_iter().max_by_key(|(weight, _)| *weight)?.1;
    Some(Suggestion {
        id: leaf.id,
        because,
        weight,
    })
}

/// The pairs of neighbouring Chinese characters of a name.
fn pairs(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().filter(|c| !c.is_ascii()).collect();
    chars.windows(2).map(|pair| pair.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reception::categories::CategoryDetails;
    use crate::reception::categories::{Complexity, Urgency};

    fn node(id: i64, parent: Option<i64>, name: &str, words: &[&str]) -> Category {
        Category {
            id: CategoryId(id),
            parent: parent.map(CategoryId),
            code: format!("c{id}"),
            says: CategoryDetails {
                name_zh: name.to_owned(),
                name_en: format!("english {id}"),
                prefix: String::new(),
                urgency: Urgency::Routine,
                complexity: Complexity::OnTheSpot,
                point_code: String::new(),
                anonymous: true,
                words: words.iter().map(|w| (*w).to_owned()).collect(),
            },
            position: id,
            active: true,
        }
    }

    fn tree() -> Vec<Category> {
        vec![
            node(1, None, "业务办理", &[]),
            node(2, Some(1), "补打与邮寄报告", &["补打", "丢了", "报告重打"]),
            node(3, Some(1), "领取与查询报告", &["取报告", "报告好了吗"]),
            node(4, Some(1), "发票", &["开票", "抬头"]),
        ]
    }

    fn ids(text: &str) -> Vec<i64> {
        best_leaves(&tree(), text)
            .into_iter()
            .map(|s| s.id.0)
            .collect()
    }

    #[test]
    fn everyday_words_find_their_leaf() {
        assert_eq!(ids("我上次的报告丢了，能再打一份吗").first(), Some(&2));
        assert_eq!(ids("来取报告"), vec![3, 2]);
        assert_eq!(ids("报告").len(), 2);
    }

    #[test]
    fn initials_and_pinyin_find_a_leaf_while_typing() {
        assert_eq!(ids("fp"), vec![4]);
        assert_eq!(ids("fapiao"), vec![4]);
        assert_eq!(ids("BDYY").first(), Some(&2));
    }

    #[test]
    fn tops_and_retired_leaves_are_not_offered() {
        assert_eq!(ids("业务办理"), Vec::<i64>::new());
        let mut tree = tree();
        if let Some(leaf) = tree.get_mut(3) {
            leaf.active = false;
        }
        assert!(best_leaves(&tree, "发票").is_empty());
        if let Some(top) = tree.get_mut(0) {
            top.active = false;
        }
        assert!(best_leaves(&tree, "报告").is_empty());
    }
}
