// Made by `cargo xtask codegen` from schemas/*/*.json. Do not edit.

use crate::example::{Example, State};

/// Every documented example.
pub static EXAMPLES: &[Example] = &[
    Example {
        vendor: "cloudmarket",
        operation: "dishonest",
        file: "examples/dishonest/success.json",
        state: State::Found,
        arguments: &[("keyword", "乐视云计算有限公司")],
        reply: include_str!(
            "../../../../schemas/cloudmarket/examples/dishonest/success.json"
        ),
    },
    Example {
        vendor: "juhe",
        operation: "person_risk",
        file: "examples/person_risk/success.json",
        state: State::Found,
        arguments: &[("realname", "张德洲"), ("type", "1")],
        reply: include_str!("../../../../schemas/juhe/examples/person_risk/success.json"),
    },
    Example {
        vendor: "qcc",
        operation: "limit_exit_check",
        file: "examples/limit_exit_check/success.json",
        state: State::Found,
        arguments: &[("searchKey", "xxxxxxx")],
        reply: include_str!(
            "../../../../schemas/qcc/examples/limit_exit_check/success.json"
        ),
    },
    Example {
        vendor: "qixin",
        operation: "execution_list_by_name",
        file: "examples/execution_list_by_name/success.json",
        state: State::Found,
        arguments: &[("keyword", "博山鲁星环保机械厂")],
        reply: include_str!(
            "../../../../schemas/qixin/examples/execution_list_by_name/success.json"
        ),
    },
    Example {
        vendor: "xinshu",
        operation: "executed_one_key_search",
        file: "examples/executed_one_key_search/success.json",
        state: State::Found,
        arguments: &[("q", "上海东虹桥融资担保股份有限公司")],
        reply: include_str!(
            "../../../../schemas/xinshu/examples/executed_one_key_search/success.json"
        ),
    },
    Example {
        vendor: "xinshu",
        operation: "executed_one_key_search",
        file: "examples/executed_one_key_search/failure.json",
        state: State::Failed,
        arguments: &[],
        reply: include_str!(
            "../../../../schemas/xinshu/examples/executed_one_key_search/failure.json"
        ),
    },
];
