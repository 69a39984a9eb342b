//! The OpenAPI documents, held against what the vendors' documents say. That they are OpenAPI, that their examples are what
//! their schemas say, and that a client can be generated is for tools that are not ours: `tests/openapi/run`.

mod common;

use std::fs;
use std::path::Path;

use common::{fixture, repository, stage};
use serde_json::{Value, json};
use xtask::codegen::documents;
use xtask::diagnostic::Diagnostics;
use xtask::read::vendor_names;

fn document(root: &Path, vendor: &str) -> Value {
    let files = documents(root, Some(vendor)).unwrap_or_else(|failure| panic!("{failure}"));
    let text = &files[&format!("openapi/{vendor}.json")];
    serde_json::from_str(text).expect("JSON")
}

fn of(vendor: &str) -> Value {
    document(&repository(), vendor)
}

/// Every value under a key, wherever it stands.
fn everywhere<'a>(value: &'a Value, key: &str, into: &mut Vec<&'a Value>) {
    match value {
        Value::Object(members) => {
            for (name, inner) in members {
                if name == key {
                    into.push(inner);
                }
                everywhere(inner, key, into);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| everywhere(item, key, into)),
        _ => {}
    }
}

fn parameter<'a>(operation: &'a Value, name: &str) -> &'a Value {
    let all = operation["parameters"].as_array().expect("parameters");
    all.iter()
        .find(|parameter| parameter["name"] == name)
        .unwrap_or_else(|| panic!("no {name} in {all:#?}"))
}

#[test]
fn a_query_has_its_limits_and_defaults() {
    let document = of("qcc");
    let operation = &document["paths"]["/api/yj/LimitExitCheck/GetList"]["get"];
    assert_eq!(operation["operationId"], "limit_exit_check");
    let size = parameter(operation, "pageSize");
    // qcc 6.3.1: 每页条数, 默认为 10, 最大不超过 20
    assert_eq!(size["in"], "query");
    assert_eq!(size["schema"]["default"], 10);
    assert_eq!(size["schema"]["maximum"], 20);
    assert_eq!(size.get("required"), None);
    assert_eq!(
        size["schema"]["x-description"],
        "每页条数, 默认为 10, 最大不超过 20"
    );
    let keyword = parameter(operation, "searchKey");
    assert_eq!(keyword["required"], true);
    assert_eq!(keyword["examples"]["success"]["value"], "xxxxxxx");
    assert_eq!(operation["x-zhixing-paging"]["first"], 1);
}

#[test]
fn a_form_is_a_body_and_holds_the_key() {
    let document = of("juhe");
    let operation = &document["paths"]["/personRisk/query"]["post"];
    assert_eq!(operation.get("parameters"), None);
    assert_eq!(operation["requestBody"]["required"], true);
    let content = &operation["requestBody"]["content"];
    assert_eq!(
        content["application/x-www-form-urlencoded"]["schema"]["$ref"],
        "#/components/schemas/PersonRiskRequest"
    );
    let form = &document["components"]["schemas"]["PersonRiskRequest"];
    assert_eq!(
        form["required"],
        json!(["key", "keyword", "realname", "type"])
    );
    assert_eq!(
        form["properties"]["realname"]["examples"],
        json!(["张德洲"])
    );
    // The request is ours to write: its enumeration is closed. 1：失信；2：被执行；3：限制消费
    let list = &document["components"]["schemas"]["PersonRiskListType"];
    let told: Vec<_> = list["oneOf"]
        .as_array()
        .expect("choices")
        .iter()
        .map(|choice| (&choice["const"], &choice["x-description"]))
        .collect();
    let expected = [("1", "失信"), ("2", "被执行"), ("3", "限制消费")]
        .map(|(code, words)| (json!(code), json!(words)));
    assert_eq!(
        told,
        expected.iter().map(|(c, w)| (c, w)).collect::<Vec<_>>()
    );
    assert_eq!(
        form["properties"]["type"]["$ref"],
        "#/components/schemas/PersonRiskListType"
    );
    // OpenAPI has no security scheme for a form.
    assert_eq!(document["security"], json!([]));
}

#[test]
fn what_openapi_cannot_say_of_signing_is_data() {
    let document = of("qixin");
    let schemes = &document["components"]["securitySchemes"];
    for name in ["appkey", "timestamp", "sign"] {
        assert_eq!(schemes[name]["type"], "apiKey", "{name}");
        assert_eq!(schemes[name]["in"], "header", "{name}");
    }
    assert_eq!(
        document["security"],
        json!([{ "appkey": [], "timestamp": [], "sign": [] }])
    );
    let operation = &document["paths"]["/APIService/execution/getExecutionListByName"]["get"];
    assert_eq!(
        parameter(operation, "Auth-Version")["schema"]["enum"],
        json!(["2.0"])
    );
    // qixin 5.1: appkey + Timestamp + SecretKey 组成的 32 位 md5 加密的小写字符串
    assert_eq!(
        document["x-zhixing-auth"]["values"][1]["digest"],
        json!({
            "algorithm": "md5",
            "hex": "lower",
            "parts": [{ "credential": "appkey" }, { "value": "timestamp" }, { "credential": "secret_key" }]
        })
    );
    // 7 3): 拼接上“&secret_key=${secret_key}”
    assert_eq!(
        document["x-zhixing-reply-signature"]["suffix"],
        "&secret_key="
    );
}

#[test]
fn a_bearer_token_is_one() {
    let root = stage(&[repository().join("schemas")]);
    let file = root.path().join("schemas/cloudmarket/vendor.json");
    let text = fs::read_to_string(&file).expect("text");
    assert!(text.contains("\"APPCODE \""));
    let schemes =
        |vendor: &str| document(root.path(), vendor)["components"]["securitySchemes"].clone();
    assert_eq!(schemes("cloudmarket")["Authorization"]["type"], "apiKey");
    fs::write(&file, text.replace("\"APPCODE \"", "\"Bearer \"")).expect("written");
    assert_eq!(schemes("cloudmarket")["Authorization"]["type"], "http");
    assert_eq!(schemes("cloudmarket")["Authorization"]["scheme"], "bearer");
}

#[test]
fn an_address_that_is_not_printed_is_a_variable() {
    let document = of("cloudmarket");
    let server = &document["servers"][0];
    assert_eq!(server["url"], "{base_url}");
    let default = server["variables"]["base_url"]["default"].as_str();
    assert!(
        default.is_some_and(|url| url.ends_with(".invalid")),
        "{server}"
    );
    // The endpoint is the caller's to its last letter: no slash is added behind it.
    let operation = &document["paths"]["/{endpoint}"]["get"];
    assert_eq!(parameter(operation, "endpoint")["in"], "path");
    assert_eq!(
        of("xinshu")["servers"][0]["url"],
        "http://api.xinshucredit.com"
    );
}

#[test]
fn codes_are_named_where_they_travel_and_what_the_document_does_not_list_is_no_fault() {
    for (vendor, reply, field, success, kind) in [
        (
            "qixin",
            "ExecutionListByNameReply",
            "status",
            json!("200"),
            "string",
        ),
        (
            "xinshu",
            "ExecutedOneKeySearchReply",
            "rc",
            json!("0000"),
            "string",
        ),
        (
            "qcc",
            "LimitExitCheckReply",
            "Status",
            json!("200"),
            "string",
        ),
        ("juhe", "PersonRiskReply", "error_code", json!(0), "integer"),
        ("cloudmarket", "DishonestReply", "code", json!(0), "integer"),
    ] {
        let document = of(vendor);
        let schemas = &document["components"]["schemas"];
        assert_eq!(
            schemas[reply]["properties"][field]["anyOf"],
            json!([{ "$ref": "#/components/schemas/Status" }, { "type": kind }]),
            "{vendor}"
        );
        let first = &schemas["Status"]["oneOf"][0];
        assert_eq!(
            (&first["const"], &first["title"]),
            (&success, &json!("Success"))
        );
    }
    // qcc: 【有效请求】 当前相同查询连续出错， 请等 2 小时后重试
    let qcc = of("qcc");
    let table = qcc["x-zhixing-statuses"].as_array().expect("a table");
    let failing = table.iter().find(|status| status["code"] == "110");
    let failing = failing.expect("110 is documented");
    assert_eq!(failing["valid_request"], true);
    assert_eq!(failing["advice"]["seconds"], 7200);
    assert!(table.iter().all(|status| status.get("causes").is_none()));
}

#[test]
fn an_enumeration_of_a_reply_is_open() {
    let document = of("qixin");
    let schemas = &document["components"]["schemas"];
    assert_eq!(
        schemas["ExecutionListByNameItem"]["properties"]["disabled"],
        json!({ "anyOf": [
            { "$ref": "#/components/schemas/ExecutionListByNameDisabled" },
            { "type": "string" }
        ] })
    );
}

#[test]
fn http_statuses_that_are_documented_are_responses() {
    let document = of("xinshu");
    let responses = &document["paths"]["/ws/repository/executedOneKeySearch"]["post"]["responses"];
    let codes: Vec<&String> = responses.as_object().expect("responses").keys().collect();
    assert_eq!(codes, ["200", "502", "503"]);
    assert_eq!(
        responses["502"]["x-zhixing-advice"]["verbatim"],
        "请忽略再重试"
    );
}

#[test]
fn no_word_of_a_vendors_document_is_lost() {
    for vendor in vendor_names(repository().as_path()) {
        let document = of(&vendor);
        let mut kept = Vec::new();
        everywhere(&document, "x-description", &mut kept);
        let folder = repository().join("schemas").join(&vendor);
        let mut count = 0;
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                continue;
            }
            let text = fs::read_to_string(&path).expect("text");
            let source: Value = serde_json::from_str(&text).expect("JSON");
            let mut words = Vec::new();
            everywhere(&source, "x-description", &mut words);
            for word in words {
                assert!(kept.contains(&word), "{}: {word}", path.display());
                count += 1;
            }
        }
        assert!(count > 3, "{vendor}: {count}");
    }
}

#[test]
fn every_reference_leads_to_a_component() {
    let torture = stage(&[fixture("torture/schemas")]);
    let mut all: Vec<Value> = vendor_names(repository().as_path())
        .iter()
        .map(|v| of(v))
        .collect();
    all.push(document(torture.path(), "torture"));
    for document in all {
        let mut references = Vec::new();
        everywhere(&document, "$ref", &mut references);
        assert!(!references.is_empty());
        for reference in references {
            let reference = reference.as_str().expect("text");
            let pointer = reference.strip_prefix('#').expect("of this document");
            assert!(pointer.starts_with("/components/schemas/"), "{reference}");
            assert!(document.pointer(pointer).is_some(), "{reference}");
        }
        let mut left = Vec::new();
        everywhere(&document["components"], "$defs", &mut left);
        assert!(left.is_empty(), "definitions are components");
    }
}

/// OpenAPI has one operation for a method and a path; the generator allows several.
#[test]
fn two_operations_of_one_address_are_both_there() {
    let root = stage(&[fixture("torture/schemas")]);
    let file = root.path().join("schemas/torture/client.json");
    let mut client: Value =
        serde_json::from_str(&fs::read_to_string(&file).expect("text")).expect("JSON");
    client["http"]["method"] = "POST".into();
    client["http"]["path"] = "/everything".into();
    fs::write(&file, client.to_string()).expect("written");
    let document = document(root.path(), "torture");
    let paths = &document["paths"];
    assert_eq!(paths["/everything"]["post"]["operationId"], "client");
    assert_eq!(paths["/everything#type"]["post"]["operationId"], "type");
}

/// Every way in which an argument can travel, each as OpenAPI writes it. The files are not checked here: which of them a
/// schema may say together is the checks' affair.
#[test]
fn arguments_travel_in_every_way_that_openapi_knows() {
    let root = stage(&[fixture("torture/schemas")]);
    let write = |file: &str, change: &dyn Fn(&mut Value)| {
        let file = root.path().join("schemas/torture").join(file);
        let text = fs::read_to_string(&file).expect("text");
        let mut value: Value = serde_json::from_str(&text).expect("JSON");
        change(&mut value);
        fs::write(&file, value.to_string()).expect("written");
    };
    let list = |how: Value| json!({ "type": "array", "items": { "type": "integer" }, "x-list": how, "x-in": "query", "description": "A list." });
    write("type.json", &|schema| {
        schema["http"] = json!({ "method": "POST", "path": "/of/{id}", "parameters": "json", "headers": { "X-Release": "3" } });
        schema["request"] = json!({
            "type": "object",
            "required": ["id", "filter"],
            "properties": {
                "id": { "type": "string", "x-in": "path", "description": "Which." },
                "filter": { "type": "object", "title": "Filter", "properties": {
                    "from": { "type": "string", "format": "date" },
                    "more": { "$ref": "#/properties/filter" }
                } },
                "mode": { "type": "string", "const": "full" },
                "repeated": list(json!("repeated")),
                "brackets": list(json!("brackets")),
                "comma": list(json!({ "joined": "," })),
                "bar": list(json!({ "joined": "|" })),
                "semicolon": list(json!({ "joined": ";" })),
                "text": list(json!("json"))
            }
        });
        schema["examples"][0]["arguments"] =
            json!({ "id": "7", "semicolon": ["1", "2"], "comma": ["3"] });
        schema["envelope"] = "other".into();
    });
    write("vendor.json", &|vendor| {
        vendor["envelopes"] = json!({ "other": { "code": "/order", "message": "/message" } });
        vendor["statuses"][1]["code"] = json!({ "from": 100, "to": 199 });
    });
    let mut faults = Diagnostics::default();
    let sources = xtask::read::read(root.path(), Some("torture"), &mut faults);
    assert!(faults.is_empty(), "{faults}");
    let files = xtask::openapi::files(&sources).expect("a place for each");
    let document: Value = serde_json::from_str(&files["openapi/torture.json"]).expect("JSON");

    let operation = &document["paths"]["/of/{id}"]["post"];
    let written = |name: &str| {
        let parameter = parameter(operation, name);
        let of = |key: &str| parameter.get(key).cloned().unwrap_or_default();
        (of("in"), of("style"), of("explode"))
    };
    let query = |style: &str, explode: bool| (json!("query"), json!(style), json!(explode));
    assert_eq!(written("id"), (json!("path"), Value::Null, Value::Null));
    assert_eq!(parameter(operation, "id")["required"], true);
    assert_eq!(written("repeated"), query("form", true));
    assert_eq!(written("brackets[]"), query("form", true));
    assert_eq!(written("comma"), query("form", false));
    assert_eq!(written("bar"), query("pipeDelimited", false));
    let text = parameter(operation, "text");
    assert_eq!(
        text["content"]["application/json"]["schema"]["type"],
        "array"
    );
    let semicolon = parameter(operation, "semicolon");
    assert_eq!(semicolon["schema"]["type"], "string");
    let name = document["paths"]["/of/{id}"]["post"]["responses"]["200"]["content"]["application/json"]["examples"]
        .as_object()
        .and_then(|examples| examples.keys().next())
        .expect("an example");
    assert_eq!(semicolon["examples"][name]["value"], "1;2");
    assert_eq!(
        parameter(operation, "comma")["examples"][name]["value"],
        json!([3])
    );
    assert_eq!(
        parameter(operation, "X-Release")["schema"]["enum"],
        json!(["3"])
    );

    let content = &operation["requestBody"]["content"]["application/json"];
    assert_eq!(
        content["schema"]["$ref"],
        "#/components/schemas/TypeRequest"
    );
    let schemas = &document["components"]["schemas"];
    assert_eq!(
        schemas["TypeRequest"]["required"],
        json!(["filter", "mode"])
    );
    assert_eq!(
        schemas["TypeRequest"]["properties"]["mode"]["enum"],
        json!(["full"])
    );
    assert_eq!(
        schemas["TypeFilter"]["properties"]["more"]["$ref"],
        "#/components/schemas/TypeFilter"
    );
    // The code travels where the operation's own envelope says.
    assert_eq!(
        schemas["TypeReply"]["properties"]["order"]["anyOf"][0]["$ref"],
        "#/components/schemas/Status"
    );
    assert_eq!(schemas["Status"]["anyOf"][1]["maximum"], 199);
    assert_eq!(schemas["Status"]["type"], json!(["integer", "string"]));
}
