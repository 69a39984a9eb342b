// Made by `cargo xtask codegen` from schemas/*/*.json. Do not edit.

/// Every schema by vendor and operation.
pub(crate) static SCHEMAS: &[(&str, &str, &str)] = &[
    (
        "cloudmarket",
        "dishonest",
        include_str!("../../../../schemas/cloudmarket/dishonest.json"),
    ),
    ("juhe", "person_risk", include_str!("../../../../schemas/juhe/person_risk.json")),
    (
        "qcc",
        "limit_exit_check",
        include_str!("../../../../schemas/qcc/limit_exit_check.json"),
    ),
    (
        "qixin",
        "execution_list_by_name",
        include_str!("../../../../schemas/qixin/execution_list_by_name.json"),
    ),
    (
        "xinshu",
        "executed_one_key_search",
        include_str!("../../../../schemas/xinshu/executed_one_key_search.json"),
    ),
];
