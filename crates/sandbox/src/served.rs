//! The vendors: their descriptions, how their replies are filled, and what their descriptions have no place for.

use std::sync::LazyLock;

use serde_json::{Map, Value};
use zhixing_core::operation::Reply;
use zhixing_core::spec::{Operation, Role, Vendor};

use crate::example::{Example, State};
use crate::generated::EXAMPLES;
use crate::protocol::{Arguments, DigestCase, Window};
use crate::world::render::{Cloudmarket, Juhe, Qcc, Qixin, Shape, Xinshu};
use crate::world::{Ask, World};

/// One vendor's product as the sandbox serves it.
pub(crate) struct Served {
    /// The vendor.
    pub(crate) vendor: &'static Vendor,
    /// The product.
    pub(crate) operation: &'static Operation,
    /// Whether a signature may be sent in either case. The recipe says only which case clients send.
    pub(crate) digest_case: DigestCase,
    /// Fills a reply.
    pub(crate) content:
        fn(&'static Operation, &World, &Arguments) -> Result<Content, serde_json::Error>,
    /// Fills a reply that says that there is nothing.
    pub(crate) nothing: fn(&Arguments) -> Result<Value, serde_json::Error>,
}

impl Served {
    /// A product of which nobody has written how a case looks: it is answered by its documented example for the
    /// arguments of that example, and by nothing for all others.
    fn documented(operation: &'static Operation) -> Self {
        Self {
            vendor: operation.vendor,
            operation,
            digest_case: DigestCase::AsDocumented,
            content: documented,
            nothing: |_| Ok(blank()),
        }
    }

    fn is(&self, operation: &Operation) -> bool {
        self.vendor.name == operation.vendor.name && self.operation.name == operation.name
    }
}

/// A reply without code, message, order number and signature.
pub(crate) enum Content {
    /// With records, or past the end of them.
    Found(Value),
    /// There is nothing.
    Nothing(Value),
}

/// The vendors that are served, in the order in which they are listed: all their products.
static VENDORS: &[&Vendor] = &[
    &qixin::VENDOR,
    &xinshu::VENDOR,
    &qcc::VENDOR,
    &juhe::VENDOR,
    &cloudmarket::VENDOR,
];

/// The products that are answered about invented companies too.
static SHAPED: [Served; 5] = [
    Served {
        vendor: &qixin::VENDOR,
        operation: &qixin::execution_list_by_name::OPERATION,
        digest_case: DigestCase::AsDocumented,
        content: content::<Qixin>,
        nothing: nothing::<Qixin>,
    },
    Served {
        vendor: &xinshu::VENDOR,
        operation: &xinshu::executed_one_key_search::OPERATION,
        // 2.3: MD5 算法生成 32 位信息摘要，不区分大小写
        digest_case: DigestCase::Either,
        content: content::<Xinshu>,
        nothing: nothing::<Xinshu>,
    },
    Served {
        vendor: &qcc::VENDOR,
        operation: &qcc::limit_exit_check::OPERATION,
        digest_case: DigestCase::AsDocumented,
        content: content::<Qcc>,
        nothing: nothing::<Qcc>,
    },
    Served {
        vendor: &juhe::VENDOR,
        operation: &juhe::person_risk::OPERATION,
        digest_case: DigestCase::AsDocumented,
        content: content::<Juhe>,
        nothing: nothing::<Juhe>,
    },
    Served {
        vendor: &cloudmarket::VENDOR,
        operation: &cloudmarket::dishonest::OPERATION,
        digest_case: DigestCase::AsDocumented,
        content: content::<Cloudmarket>,
        nothing: nothing::<Cloudmarket>,
    },
];

/// The products of which nobody has written how a case looks.
static OTHERS: LazyLock<Vec<Served>> = LazyLock::new(|| {
    let operations = vendors().flat_map(|vendor| vendor.operations);
    let others = operations.filter(|operation| !SHAPED.iter().any(|it| it.is(operation)));
    others
        .map(|operation| Served::documented(operation))
        .collect()
});

/// The vendors.
pub(crate) fn vendors() -> impl Iterator<Item = &'static Vendor> {
    VENDORS.iter().copied()
}

/// The vendor's products, in the order of its document.
pub(crate) fn of(vendor: &'static Vendor) -> impl Iterator<Item = &'static Served> {
    let operations = vendor.operations.iter();
    operations.filter_map(|operation| {
        let mut all = SHAPED.iter().chain(OTHERS.iter());
        all.find(|served| served.is(operation))
    })
}

/// That there is nothing.
fn nothing<S: Shape>(arguments: &Arguments) -> Result<Value, serde_json::Error> {
    let window = Window::read(S::operation(), arguments);
    serde_json::to_value(S::nothing(&window))
}

/// The documented example that these arguments ask for.
fn example_of(operation: &Operation, arguments: &Arguments) -> Option<&'static Example> {
    EXAMPLES.iter().find(|example| {
        example.vendor == operation.vendor.name
            && example.operation == operation.name
            && example.state == State::Found
            && example
                .arguments
                .iter()
                .all(|(name, value)| arguments.all(name).any(|given| given == *value))
    })
}

/// The documented example on the first page, and nothing else.
fn documented(
    operation: &'static Operation,
    _: &World,
    arguments: &Arguments,
) -> Result<Content, serde_json::Error> {
    let first = Window::read(operation, arguments).before == 0;
    match example_of(operation, arguments).filter(|_| first) {
        Some(example) => serde_json::from_str(example.reply).map(Content::Found),
        None => Ok(Content::Nothing(blank())),
    }
}

/// The reply with no field in it.
fn blank() -> Value {
    Value::Object(Map::new())
}

/// The documented example for its subject, else what the synthetic world holds.
///
/// The first page of a documented subject is the example as it is printed, even where it contradicts itself (it may hold
/// fewer records than its total and its page size say). Pages after it, and pages of another size, are cut from one list
/// that begins with the documented records and is filled up to the documented total with synthetic ones.
fn content<S: Shape>(
    operation: &'static Operation,
    world: &World,
    arguments: &Arguments,
) -> Result<Content, serde_json::Error> {
    let window = Window::read(operation, arguments);
    let ask = Ask {
        subject: arguments.role(Role::Subject).map_or("", |(_, value)| value),
        person: arguments.role(Role::Person).map(|(_, value)| value),
        list: arguments
            .role(Role::List)
            .and_then(|(parameter, value)| crate::world::list_of(operation, parameter, value)),
        vendor: operation.vendor.name,
        // Only a product that takes an identity number answers for a person under the subject's name.
        persons: operation.role(Role::IdNumber).is_some(),
    };
    let (documented, cases) = match example_of(operation, arguments) {
        Some(example) => {
            let reply: S::Reply = serde_json::from_str(example.reply)?;
            let total = reply.total().and_then(|total| usize::try_from(total).ok());
            let documented = reply.into_records();
            let as_printed = usize::try_from(window.size) == Ok(documented.len());
            if window.before == 0 && (as_printed || !window.size_given) {
                return serde_json::from_str(example.reply).map(Content::Found);
            }
            let missing = total
                .unwrap_or(documented.len())
                .saturating_sub(documented.len());
            (documented, world.continuation(&ask, missing))
        }
        None => (Vec::new(), world.cases(&ask)),
    };
    let total = documented.len() + cases.len();
    if total == 0 {
        return serde_json::to_value(S::nothing(&window)).map(Content::Nothing);
    }
    let record = |index: usize| -> Option<<S::Reply as Reply>::Record> {
        documented
            .get(index)
            .cloned()
            .or_else(|| Some(S::record(cases.get(index.checked_sub(documented.len())?)?)))
    };
    let records = window.range(total).filter_map(record).collect();
    let total = i64::try_from(total).unwrap_or(i64::MAX);
    serde_json::to_value(S::page(records, &window, total)).map(Content::Found)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use qcc::limit_exit_check::OPERATION;

    use super::*;
    use crate::protocol::Incoming;

    fn arguments(query: &str) -> Arguments {
        let served = Served::documented(&OPERATION);
        let request = Incoming::new("GET", served.operation.path, query, Vec::new(), "");
        Arguments::read(served.operation, &request)
            .unwrap_or_else(|_| panic!("{query} is in order"))
    }

    /// The one printed example of the document asks for what its schema says under `arguments`.
    #[test]
    fn a_product_that_nobody_has_described_answers_its_example_alone() {
        let served = Served::documented(&OPERATION);
        let answer = |query: &str| {
            let world = World::new(1);
            (served.content)(&OPERATION, &world, &arguments(query)).unwrap()
        };
        let documented = "searchKey=xxxxxxx";
        let printed = EXAMPLES.iter().find(|it| it.vendor == "qcc").unwrap();
        let printed: Value = serde_json::from_str(printed.reply).unwrap();
        assert!(matches!(answer(documented), Content::Found(reply) if reply == printed));
        for other in [
            "searchKey=别的公司".to_owned(),
            format!("{documented}&pageIndex=2"),
        ] {
            let empty = |reply: &Value| reply.as_object().is_some_and(serde_json::Map::is_empty);
            assert!(matches!(answer(&other), Content::Nothing(reply) if empty(&reply)));
        }
    }

    #[test]
    fn every_product_of_every_vendor_is_served_once() {
        for vendor in vendors() {
            let served: Vec<&str> = of(vendor).map(|served| served.operation.name).collect();
            let documented: Vec<&str> = vendor.operations.iter().map(|it| it.name).collect();
            assert_eq!(served, documented, "{}", vendor.name);
        }
        let mut names: Vec<&str> = vendors().map(|vendor| vendor.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), VENDORS.len());
        assert!(SHAPED.iter().all(|it| names.contains(&it.vendor.name)));
    }
}
