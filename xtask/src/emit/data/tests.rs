//! Held against prettyplease, whose layout it is, and proc-macro2, whose literals they are.

use proc_macro2::Literal;
use proptest::prelude::*;

use super::*;

/// Data of any depth.
fn data() -> impl Strategy<Value = Node<'static>> {
    let atom = prop_oneof![
        "[a-z中文 ]{0,40}".prop_map(|it| text(&it)),
        "m_[a-z]{1,12}::[A-Z][a-z]{0,30}".prop_map(path),
        Just("None").prop_map(path),
        any::<bool>().prop_map(boolean),
        "<S[A-Z][a-z]{1,9} as wire::OpenEnum>::SHAPE".prop_map(path),
        any::<i32>().prop_map(number),
        "[a-z/.]{1,70}".prop_map(|it| included(&it)),
    ];
    atom.prop_recursive(5, 60, 5, |inner| {
        let items = |least| proptest::collection::vec(inner.clone(), least..5);
        prop_oneof![
            // Numbers alone would fill lines: nothing of what is emitted is a list of them.
            items(0).prop_map(|mut items| {
                items.insert(0, text("first"));
                list(items)
            }),
            Just(()).prop_map(|()| list([])),
            items(2).prop_map(tuple),
            (items(0), "m_[a-z]{1,8}(::f_[a-z]{1,8})?").prop_map(|(items, path)| call(path, items)),
            (items(1), "m_[a-z]{1,8}::S[A-Z][a-z]{1,8}").prop_map(|(items, path)| {
                record(path, ["f0", "f1", "f2", "f3", "f4"].into_iter().zip(items))
            }),
            inner.prop_map(Node::referred),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn data_is_laid_out_as_prettyplease_does(value in data()) {
        let ours = table(&["What it is.".into()], "pub static TABLE: spec::Table", &value).text;
        let file = syn::parse_file(&ours).unwrap_or_else(|error| panic!("{error} in {ours}"));
        let peer = prettyplease::unparse(&file);
        prop_assert_eq!(&ours, peer.trim_end());
    }

    #[test]
    fn literals_are_those_of_proc_macro2(value in any::<String>(), chinese in "[一-鿿、-】！-～ -~]{0,20}") {
        for text in [value, chinese] {
            prop_assert_eq!(quoted(&text), Literal::string(&text).to_string());
        }
    }
}
