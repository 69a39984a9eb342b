//! What stands around a reply, of vendors of our own invention as well.

use serde_json::json;
use zhixing_core::spec::{Envelope, Field, Method, NoneMarker, Object};

use super::*;

#[test]
fn braces_are_filled_in_order() {
    let meaning = "参数{}设置错误:{...具体错误信息...}";
    assert_eq!(
        fill(meaning, [Some("q"), Some("不能为空")]),
        "参数q设置错误:不能为空"
    );
    assert_eq!(fill("查询成功", [Some("q"), None]), "查询成功");
    assert_eq!(fill("a{b", [Some("q"), None]), "a{b");
}

#[test]
fn a_value_goes_where_its_path_leads_and_nowhere_else() {
    let mut reply = json!({"a": {"b": 1}, "n": null});
    put(&mut reply, &["a", "c"], 2.into());
    put(&mut reply, &["d", "e"], 3.into());
    put(&mut reply, &["n", "x"], 4.into());
    assert_eq!(
        reply,
        json!({"a": {"b": 1, "c": 2}, "d": {"e": 3}, "n": null})
    );
}

#[test]
fn a_range_is_answered_by_a_code_that_means_nothing_else() {
    let status = |code| Status {
        code,
        name: "Name",
        meaning: "",
        description: "",
        class: Class::Server,
        valid_request: None,
        old_code: None,
        advice: None,
        causes: &[],
    };
    let statuses: &'static [Status; 3] = Box::leak(Box::new([
        status("1000"),
        status("1000..=1999"),
        status("7"),
    ]));
    let documented = &qixin::VENDOR;
    let vendor = Vendor {
        name: documented.name,
        title: documented.title,
        document: documented.document,
        base_url: documented.base_url,
        credentials: documented.credentials,
        auth: documented.auth,
        statuses,
        http_statuses: &[],
        reply_signature: None,
        operations: &[],
    };
    assert_eq!(code_for(&vendor, &statuses[1]), "1001");
    assert_eq!(code_for(&vendor, &statuses[2]), "7");
}

fn status(code: &'static str, class: Class, causes: &'static [Cause]) -> Status {
    Status {
        code,
        name: "Name",
        meaning: code,
        description: "",
        class,
        valid_request: None,
        old_code: None,
        advice: None,
        causes,
    }
}

/// A vendor with a table of text codes and, for one of its products, an envelope that says `true` or `false`.
fn vendor() -> &'static Vendor {
    let statuses: &'static [Status] = Box::leak(Box::new([
        status("0", Class::Success, &[]),
        status("1", Class::NoData, &[]),
        status("7", Class::Auth, &[Cause::BadSignature]),
        status("true", Class::Success, &[]),
        status("false", Class::Server, &[]),
    ]));
    let documented = &qixin::VENDOR;
    Box::leak(Box::new(Vendor {
        name: "invented",
        title: documented.title,
        document: documented.document,
        base_url: documented.base_url,
        credentials: documented.credentials,
        auth: documented.auth,
        statuses,
        http_statuses: &[],
        reply_signature: None,
        operations: &[],
    }))
}

fn product(code: Shape, none: Option<NoneMarker>) -> &'static Operation {
    let fields: &'static [Field] = Box::leak(Box::new([
        Field::required("how", code),
        Field::new("list", Shape::List(&Shape::Text)),
        Field::new("count", Shape::Integer),
    ]));
    let reply: &'static [Object] = Box::leak(Box::new([Object {
        name: "Reply",
        schema: "/reply",
        fields,
    }]));
    Box::leak(Box::new(Operation {
        vendor: vendor(),
        name: "search",
        title: vendor().title,
        section: "",
        lists: &[],
        method: Method::Get,
        path: "/",
        parameters: &[],
        envelope: Envelope {
            code: &["how"],
            message: &["words"],
            payload: Some(&["list"]),
            order_number: None,
        },
        reply,
        none,
        returned: None,
        paging: None,
    }))
}

fn code(operation: &'static Operation, class: Class) -> Option<&'static str> {
    of_class(operation, class).map(|status| status.code)
}

#[test]
fn an_envelope_answers_with_its_own_codes_and_never_with_anothers() {
    let (table, flag) = (product(Shape::Text, None), product(Shape::Boolean, None));
    assert_eq!(code(table, Class::Success), Some("0"));
    assert_eq!(code(flag, Class::Success), Some("true"));
    assert_eq!(code(table, Class::NoData), Some("1"));
    assert_eq!(
        code(flag, Class::NoData),
        None,
        "the flag has no word for it"
    );
    assert_eq!(code(table, Class::Server), None, "`false` is the flag's");

    let refused = |operation, cause| refuse(operation, &Refusal::new(cause));
    let code = |(answered, status): (Answered, Option<&Status>)| {
        (answered.status, status.map(|status| status.code))
    };
    assert_eq!(code(refused(table, Cause::BadSignature)), (200, Some("7")));
    // All that a flag can say of a bad signature is that it did not work.
    assert_eq!(
        code(refused(flag, Cause::BadSignature)),
        (200, Some("false"))
    );
    assert_eq!(code(refused(table, Cause::NoQuota)), (403, None));
}

#[test]
fn without_a_code_for_it_the_reply_says_that_there_is_nothing() {
    let mut reply = json!({});
    state_nothing(product(Shape::Boolean, None), &mut reply);
    assert_eq!(reply, json!({"list": []}));
    let none = NoneMarker {
        path: &["count"],
        value: "0",
    };
    let mut reply = json!({"list": ["kept"]});
    state_nothing(product(Shape::Boolean, Some(none)), &mut reply);
    assert_eq!(reply, json!({"list": ["kept"], "count": 0}));
}
