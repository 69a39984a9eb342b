//! Broken documents: lines cut, cells deleted, rows joined, signs lost. An import never panics, and never claims
//! a name, a code or a meaning that the text does not print.

mod common;

use std::collections::BTreeSet;
use std::fs;

use common::fixture;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;
use xtask::import::{Draft, draft};
use xtask::new::PLACEHOLDER;

const FORMS: [&str; 6] = [
    "tabs.txt",
    "pipes.md",
    "aligned.txt",
    "page.html",
    "mixed.md",
    "doubtful.txt",
];

fn documents() -> Vec<String> {
    let read =
        |name: &&str| fs::read_to_string(fixture("import").join(name)).expect("the document");
    FORMS.iter().map(read).collect()
}

/// One thing that goes wrong with a text.
#[derive(Debug, Clone)]
enum Damage {
    CutLine(Index),
    JoinLines(Index),
    SplitLine(Index, Index),
    RepeatLine(Index),
    DropCell(Index, Index),
    DropSign(Index),
    /// Without backslashes, which make a JSON key read otherwise than it is printed.
    Insert(Index, String),
    CutEnd(Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<Index>;
    prop_oneof![
        at().prop_map(Damage::CutLine),
        at().prop_map(Damage::JoinLines),
        (at(), at()).prop_map(|(line, place)| Damage::SplitLine(line, place)),
        at().prop_map(Damage::RepeatLine),
        (at(), at()).prop_map(|(line, cell)| Damage::DropCell(line, cell)),
        at().prop_map(Damage::DropSign),
        (at(), "[\\PC\t\n|<>\\[\\]{}\"`.└]{0,6}")
            .prop_map(|(place, text)| Damage::Insert(place, text.replace('\\', "/"))),
        at().prop_map(Damage::CutEnd),
    ]
}

/// The byte at which a sign begins.
fn place(text: &str, index: &Index) -> usize {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    if places.is_empty() {
        0
    } else {
        places[index.index(places.len())]
    }
}

fn apply(text: &str, damage: &Damage) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    let count = lines.len();
    match damage {
        Damage::CutLine(at) => drop(lines.remove(at.index(count))),
        Damage::RepeatLine(at) => {
            let line = lines[at.index(count)].clone();
            lines.insert(at.index(count), line);
        }
        Damage::JoinLines(at) if count > 1 => {
            let at = at.index(count - 1);
            let next = lines.remove(at + 1);
            lines[at] += &next;
        }
        Damage::SplitLine(at, inner) => {
            let at = at.index(count);
            let inner = place(&lines[at], inner);
            let rest = lines[at].split_off(inner);
            lines.insert(at + 1, rest);
        }
        Damage::DropCell(at, cell) => {
            let line = &mut lines[at.index(count)];
            let border = ["\t", "|", "</td>", "   "]
                .into_iter()
                .find(|border| line.contains(border));
            if let Some(border) = border {
                let mut cells: Vec<&str> = line.split(border).collect();
                cells.remove(cell.index(cells.len()));
                *line = cells.join(border);
            }
        }
        Damage::DropSign(at) => {
            let mut text = text.to_owned();
            text.remove(place(&text, at));
            return text;
        }
        Damage::Insert(at, more) => {
            let mut text = text.to_owned();
            text.insert_str(place(&text, at), more);
            return text;
        }
        Damage::CutEnd(at) => return text[..place(text, at)].to_owned(),
        Damage::JoinLines(_) => {}
    }
    lines.join("\n") + "\n"
}

/// Every name of a field or parameter, and every code and meaning, that the draft claims.
fn claims(draft: &Draft) -> BTreeSet<String> {
    fn walk(schema: &Value, into: &mut BTreeSet<String>) {
        for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
            into.insert(name.clone());
            for key in ["x-description", "x-type", "x-length", "x-required"] {
                into.extend(inner[key].as_str().map(str::to_owned));
            }
            walk(inner, into);
            let mut items = &inner["items"];
            while !items.is_null() {
                walk(items, into);
                items = &items["items"];
            }
        }
    }
    let mut claims = BTreeSet::new();
    walk(&draft.operation["request"], &mut claims);
    walk(&draft.operation["reply"], &mut claims);
    for field in draft.vendor["auth"]["fields"]
        .as_array()
        .into_iter()
        .flatten()
    {
        claims.extend(field["name"].as_str().map(str::to_owned));
    }
    for status in draft.vendor["statuses"].as_array().into_iter().flatten() {
        claims.insert(status["code"].to_string().replace('"', ""));
        claims.extend(status["meaning"].as_str().map(str::to_owned));
    }
    claims.retain(|claim| !claim.contains(PLACEHOLDER));
    claims
}

/// What the text prints: references of HTML resolved, which may lack their semicolon; blanks and escapes aside.
fn printed(text: &str) -> String {
    let text = text
        .replace("&lt", "<")
        .replace("&gt", ">")
        .replace("&amp", "&");
    text.chars()
        .filter(|c| !c.is_whitespace() && !['\\', '`', ';'].contains(c))
        .collect()
}

/// The text as HTML shows it, where damage made tags of it: what begins like one is not shown up to its bracket, be it another tag, one
/// without a name or a comment (WHATWG HTML, 13.2.5.6 and 7). A cell ends where its tag stands.
fn shown(text: &str) -> String {
    let (mut shown, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once('<') {
        shown.push_str(before);
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        rest = match after.split_once('>').filter(|_| is_tag) {
            Some((tag, behind)) => {
                let name = tag.trim_start_matches('/');
                if ["td", "th", "tr"].iter().any(|cell| name.starts_with(cell)) {
                    shown.push('\0');
                }
                behind
            }
            None => {
                shown.push('<');
                after
            }
        };
    }
    shown + rest
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_broken_document_breaks_nothing(form in 0..FORMS.len(), damages in prop::collection::vec(damage(), 1..12)) {
        let mut text = documents()[form].clone();
        for damage in &damages {
            text = apply(&text, damage);
        }
        let draft = draft(&text, "lanting", "case_search", None);
        let whole = [printed(&text), printed(&shown(&text))];
        for claim in claims(&draft) {
            let claim = printed(&claim);
            let is_there = whole.iter().any(|whole| whole.contains(&claim));
            prop_assert!(is_there, "{claim:?} is not in the text:\n{text}");
        }
        let lines = text.lines().count();
        for remark in &draft.remarks {
            prop_assert!((1..=lines.max(1)).contains(&remark.line), "{remark} of {lines} lines");
        }
        // Told in one line each, whatever the document holds.
        for remark in &draft.remarks {
            prop_assert!(remark.to_string().lines().count() <= 2, "{remark:?}");
        }
    }

    #[test]
    fn any_text_at_all_is_read(text in "[\\PC\t\n|<>\\[\\]{}\":,`.0-9]{0,400}") {
        let _ = draft(&text, "lanting", "case_search", None);
    }
}

/// Found by the damages above: a sign that falls into an end tag makes something else of it, and text of what stands behind.
#[test]
fn a_broken_end_tag_shows_nothing() {
    let text = fs::read_to_string(fixture("import").join("page.html")).expect("the document");
    for end in ["</>td>", "</ >td>", "</<>td>", "<p>td>"] {
        let broken = text.replacen("10</td>", &format!("10{end}"), 1);
        assert_ne!(broken, text);
        let claims = claims(&draft(&broken, "lanting", "case_search", None));
        let claims: Vec<String> = claims.iter().map(|claim| printed(claim)).collect();
        assert!(claims.contains(&"10td>".into()), "{end}: {claims:?}");
        assert!(printed(&shown(&broken)).contains("10td>"), "{end}");
    }
}

/// One cell deleted, in each row of the tabbed document: a type, a mark or a description never becomes a name.
#[test]
fn a_lost_cell_makes_no_field() {
    let text = fs::read_to_string(fixture("import").join("tabs.txt")).expect("the document");
    let known = claims(&draft(&text, "lanting", "case_search", None));
    let lines: Vec<&str> = text.lines().collect();
    let mut tried = 0;
    for (number, line) in lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.contains('\t'))
    {
        for lost in 0..line.split('\t').count() {
            let cells: Vec<&str> = line
                .split('\t')
                .enumerate()
                .filter(|(place, _)| *place != lost)
                .map(|(_, cell)| cell)
                .collect();
            let mut broken: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            broken[number] = cells.join("\t");
            let draft = draft(&broken.join("\n"), "lanting", "case_search", None);
            let new: Vec<String> = claims(&draft).difference(&known).cloned().collect();
            assert_eq!(
                new,
                Vec::<String>::new(),
                "line {} without cell {lost}",
                number + 1
            );
            tried += 1;
        }
    }
    assert!(tried > 60, "{tried}");
}
