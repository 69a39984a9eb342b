// Made by `cargo xtask codegen` from schemas/*/*.json. Do not edit.

use super::generated::{Compared, derived};

/// Every operation of every vendor's crate.
pub(super) fn operations() -> impl Iterator<Item = Compared> {
    let operations = [
        derived::<
            cloudmarket::dishonest::Request,
            cloudmarket::dishonest::Reply,
        >("schemas/cloudmarket/dishonest.json"),
        derived::<
            juhe::person_risk::Request,
            juhe::person_risk::Reply,
        >("schemas/juhe/person_risk.json"),
        derived::<
            qcc::limit_exit_check::Request,
            qcc::limit_exit_check::Reply,
        >("schemas/qcc/limit_exit_check.json"),
        derived::<
            qixin::execution_list_by_name::Request,
            qixin::execution_list_by_name::Reply,
        >("schemas/qixin/execution_list_by_name.json"),
        derived::<
            xinshu::executed_one_key_search::Request,
            xinshu::executed_one_key_search::Reply,
        >("schemas/xinshu/executed_one_key_search.json"),
    ];
    operations.into_iter()
}
