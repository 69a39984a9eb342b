//! Held against prettyplease, whose layout it is.

use proc_macro2::TokenStream;
use proptest::prelude::*;

fn peer(source: &str) -> String {
    let file = syn::parse_file(source).unwrap_or_else(|error| panic!("{error} in {source}"));
    prettyplease::unparse(&file).trim_end().to_owned()
}

fn ours(source: &str) -> Option<String> {
    let tokens: TokenStream = source.parse().expect("tokens");
    super::item(&tokens)
}

/// Data of any depth, as a line of Rust.
fn data() -> impl Strategy<Value = String> {
    let atom = prop_oneof![
        "\"[a-z中文 ]{0,40}\"",
        "m_[a-z]{1,12}::[A-Z][a-z]{0,30}",
        Just("None".to_owned()),
        Just("true".to_owned()),
        "<S[A-Z][a-z]{1,9} as wire::OpenEnum>::SHAPE",
        "[1-9][0-9]{0,6}",
        "include_str!\\(\"[a-z/.]{1,70}\"\\)",
    ];
    atom.prop_recursive(5, 60, 5, |inner| {
        let items = |least| proptest::collection::vec(inner.clone(), least..5);
        prop_oneof![
            items(0).prop_map(|items| format!("&[{}]", items.join(", "))),
            items(0).prop_map(|items| format!("[{}]", items.join(", "))),
            items(2).prop_map(|items| format!("({})", items.join(", "))),
            (items(0), "m_[a-z]{1,8}(::f_[a-z]{1,8})?")
                .prop_map(|(items, path)| format!("{path}({})", items.join(", "))),
            (items(1), "m_[a-z]{1,8}::S[A-Z][a-z]{1,8}").prop_map(|(items, path)| {
                let fields = items.iter().enumerate();
                let fields: Vec<String> = fields
                    .map(|(index, item)| format!("f{index}: {item}"))
                    .collect();
                format!("{path} {{ {} }}", fields.join(", "))
            }),
            inner.prop_map(|item| format!("&{item}")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn data_is_laid_out_as_prettyplease_does(value in data()) {
        let source = format!("/// What it is.\npub static TABLE: spec::Table = {value};");
        // What it leaves to prettyplease is right by itself: lists of numbers, a reference to a reference in a pattern's place.
        if let Some(text) = ours(&source) {
            prop_assert_eq!(text, peer(&source));
        }
    }

    #[test]
    fn types_are_laid_out_as_prettyplease_does(
        names in proptest::collection::vec("m_[a-z]{1,40}", 1..6),
        doc in "[ -~中]{0,60}",
        key in "[a-z中]{1,40}",
    ) {
        let mut source = String::from(
            "#[derive(Debug, Clone, PartialEq)]\n\
             #[cfg_attr(feature = \"schemars\", derive(schemars::JsonSchema), serde(default), schemars(transform = wire::without_defaults))]\n\
             #[non_exhaustive]\npub struct Row {",
        );
        for (index, name) in names.iter().enumerate() {
            source += &format!(
                "#[doc = {doc:?}] #[cfg_attr(feature = \"schemars\", serde(rename = {key:?}))] \
                 pub {name}{index}: wire::Field<Vec<{name}::Row>>,"
            );
        }
        source += "}";
        if let Some(text) = ours(&source) {
            prop_assert_eq!(text, peer(&source));
        }
    }
}

/// What the generator emits most is not left to prettyplease.
#[test]
fn tables_and_types_are_known() {
    for source in [
        "pub static A: &[(&str, u8)] = &[(\"a\", 1), (\"b\", 2)];",
        "/// Doc.\npub(crate) static B: T = T { a: Some(spec::X { b: None }), c: f(\"x\", &[g]) };",
        "/// Doc.\n#[derive(Debug)]\npub struct C { /// A field.\n pub d: wire::Field<String>, pub e: Vec<u8>, }",
        "/// Doc.\npub enum D { /// One.\n One, Unknown(wire::Unknown), }",
    ] {
        assert_eq!(ours(source).as_deref(), Some(&*peer(source)));
    }
}

/// Code is.
#[test]
fn code_is_left_to_prettyplease() {
    for source in [
        "impl A { fn b() {} }",
        "pub static A: u8 = 1 + 2;",
        "pub static A: u8 = { 1 };",
        "pub struct A;",
        "pub struct A<T> { a: T }",
        "pub static A: [u8; 2] = [1, 2];",
        "use a::B;",
    ] {
        assert_eq!(ours(source), None, "{source}");
    }
}
