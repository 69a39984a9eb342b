//! Every small change of a signed payload, at every place of it.

use crate::tree::{Node, Way};

/// One thing in which a payload differs from the one that was signed.
pub(crate) struct Change {
    pub(crate) what: &'static str,
    way: Way,
    instead: Node,
}

impl Change {
    /// Whether the signature breaks by it.
    pub(crate) fn breaks(&self) -> bool {
        !UNNOTICED.contains(&self.what)
    }

    /// The payload with it.
    pub(crate) fn of(&self, root: &Node) -> Node {
        let mut after = root.clone();
        if let Some(place) = after.at(&self.way) {
            *place = self.instead.clone();
        }
        after
    }
}

/// What changes the JSON and not the canonical text. `docs/reliability.md` has each with its reason.
pub(crate) const UNNOTICED: [&str; 5] = [TYPE, EMPTY, INDICES, ORDER, DOTS];

const TYPE: &str =
    "a number, a boolean or null becomes the string of the same characters, or the other way round";
const EMPTY: &str = "an empty list becomes the string `[]`, an empty object the string `{}`, or the other way round";
const INDICES: &str = "a list becomes an object whose keys are its indices";
const ORDER: &str = "an object's members stand in another order";
const DOTS: &str = "a nested object or list is spelled by keys with dots";

/// All changes of one thing, at every place.
pub(crate) fn changes(root: &Node) -> Vec<Change> {
    let mut root = root.clone();
    let mut changes = Vec::new();
    for way in root.ways() {
        let Some(here) = root.at(&way) else {
            continue;
        };
        let others = match here {
            Node::Leaf(text) => of_leaf(text),
            Node::List(items) => of_list(items),
            Node::Object(members) => of_object(members),
        };
        let others = others.into_iter().filter(|(_, other)| other != here);
        changes.extend(others.map(|(what, instead)| Change {
            what,
            way: way.clone(),
            instead,
        }));
    }
    changes
}

fn leaf(text: &str) -> Node {
    Node::Leaf(text.to_owned())
}

fn of_leaf(text: &str) -> Vec<(&'static str, Node)> {
    let mut instead = vec![
        ("a leaf in a list", Node::List(vec![leaf(text)])),
        (
            "a leaf in an object",
            Node::Object(vec![(String::new(), leaf(text))]),
        ),
        ("an empty list for a leaf", Node::List(Vec::new())),
        ("an empty object for a leaf", Node::Object(Vec::new())),
    ];
    let Ok(string) = serde_json::from_str::<String>(text) else {
        instead.extend([
            (TYPE, Node::text(text)),
            ("another number or word", leaf("7041")),
            (
                "another spelling of a number",
                Node::Leaf(format!("{text}.0")),
            ),
            (
                "another type",
                leaf(if text == "true" { "false" } else { "true" }),
            ),
        ]);
        // Of what is no number a spelling with a point is no JSON.
        instead.retain(|(_, node)| Node::read(&node.write()).is_some());
        return instead;
    };
    instead.extend([
        ("a character more", Node::text(&format!("{string}x"))),
        ("a blank more", Node::text(&format!("{string} "))),
        ("nothing", Node::text("")),
        ("another type", leaf("7041")),
        ("another type", leaf("true")),
        ("another type", leaf("null")),
    ]);
    // Of a long text, every thirteenth.
    let every = if string.chars().count() > 40 { 13 } else { 1 };
    for (at, _) in string.char_indices().step_by(every) {
        let mut shorter = string.clone();
        shorter.remove(at);
        instead.push(("a character less", Node::text(&shorter)));
    }
    match string.as_str() {
        "[]" => instead.push((EMPTY, Node::List(Vec::new()))),
        "{}" => instead.push((EMPTY, Node::Object(Vec::new()))),
        _ if matches!(Node::read(&string), Some(Node::Leaf(same)) if same == string)
            && !string.starts_with('"') =>
        {
            instead.push((TYPE, leaf(&string)));
        }
        _ => {}
    }
    // For a string that says so, an empty container is the same.
    instead.retain(|(what, _)| {
        !matches!(
            (*what, &*string),
            ("an empty list for a leaf", "[]") | ("an empty object for a leaf", "{}")
        )
    });
    instead
}

fn of_list(items: &[Node]) -> Vec<(&'static str, Node)> {
    if items.is_empty() {
        return vec![
            (EMPTY, Node::text("[]")),
            (
                "an empty object for an empty list",
                Node::Object(Vec::new()),
            ),
            ("null for an empty list", leaf("null")),
            ("an item in an empty list", Node::List(vec![leaf("0")])),
        ];
    }
    let mut instead = vec![("an empty list", Node::List(Vec::new()))];
    for at in 0..items.len() {
        let mut shorter = items.to_vec();
        shorter.remove(at);
        instead.push(("an item less", Node::List(shorter)));
        for other in at + 1..items.len() {
            let mut swapped = items.to_vec();
            swapped.swap(at, other);
            instead.push(("two items in each other's place", Node::List(swapped)));
        }
    }
    let longer = [items, &items[..1]].concat();
    instead.push(("an item more", Node::List(longer)));
    let named = items.iter().cloned().enumerate();
    let named = named.map(|(at, item)| (at.to_string(), item));
    instead.push((INDICES, Node::Object(named.collect())));
    instead
}

fn of_object(members: &[(String, Node)]) -> Vec<(&'static str, Node)> {
    if members.is_empty() {
        return vec![
            (EMPTY, Node::text("{}")),
            ("an empty list for an empty object", Node::List(Vec::new())),
            ("null for an empty object", leaf("null")),
        ];
    }
    let mut instead = vec![("an empty object", Node::Object(Vec::new()))];
    let mut turned = members.to_vec();
    turned.reverse();
    instead.push((ORDER, Node::Object(turned)));
    let with = |more: (String, Node)| {
        let mut members = members.to_vec();
        members.push(more);
        Node::Object(members)
    };
    instead.push(("a member more", with(("new".to_owned(), leaf("0")))));
    for (at, (key, value)) in members.iter().enumerate() {
        let mut shorter = members.to_vec();
        shorter.remove(at);
        instead.push(("a member less", Node::Object(shorter.clone())));
        instead.push(("a member twice", with((key.clone(), value.clone()))));
        let mut renamed = members.to_vec();
        renamed[at].0.push('x');
        instead.push(("another key", Node::Object(renamed.clone())));
        renamed[at].0 = key.to_uppercase();
        if *key != renamed[at].0 {
            instead.push(("a key in capitals", Node::Object(renamed)));
        }
        for (below, inner) in inside(value) {
            // One member by one that is spelled through it; the others stay below it.
            shorter.push((format!("{key}.{below}"), inner));
        }
        if shorter.len() >= members.len() {
            instead.push((DOTS, Node::Object(shorter)));
        }
    }
    instead
}

/// What a container holds, by the keys of its paths.
fn inside(value: &Node) -> Vec<(String, Node)> {
    match value {
        Node::Leaf(_) => Vec::new(),
        Node::List(items) => {
            let items = items.iter().cloned().enumerate();
            items.map(|(at, item)| (at.to_string(), item)).collect()
        }
        Node::Object(members) => members.clone(),
    }
}
