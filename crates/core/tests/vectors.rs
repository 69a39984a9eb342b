//! The staged signing vectors: every folder under `vectors/`, stage by stage.
//!
//! The files were made without this crate, see `vectors/README.md`.

#[path = "support/schemes.rs"]
mod schemes;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use schemes::SCHEMES;
use serde::Deserialize;
use serde_json::value::RawValue;
use zhixing_core::credentials::{Credentials, Secret};
use zhixing_core::flatten::{EmptyRoot, Null, Policy};
use zhixing_core::sign::{
    Algorithm, AuthField, Derived, Encoding, FixedNonce, HexCase, Joined, Part, Place, Recipe,
    RequestToSign, Signing, Stage, TimeFormat,
};
use zhixing_core::spec::Method;
use zhixing_core::verify::{ReplySignature, Signature};

// The five documented recipes, as a generator would write them.

const QIXIN: Recipe = Recipe {
    values: &[
        ("timestamp", Derived::Clock(TimeFormat::EpochMillis)),
        (
            "sign",
            Derived::Digest {
                algorithm: Algorithm::Md5,
                encoding: Encoding::Hex(HexCase::Lower),
                text: Joined::new(&[
                    Part::Credential("appkey"),
                    Part::Value("timestamp"),
                    Part::Credential("secret_key"),
                ]),
            },
        ),
    ],
    fields: &[
        field(Place::Header, "Auth-Version", &[Part::Literal("2.0")]),
        field(Place::Header, "appkey", &[Part::Credential("appkey")]),
        field(Place::Header, "timestamp", &[Part::Value("timestamp")]),
        field(Place::Header, "sign", &[Part::Value("sign")]),
    ],
};

const XINSHU: Recipe = Recipe {
    values: &[
        ("day", Derived::Clock(TimeFormat::Day { offset_hours: 8 })),
        (
            "sign",
            Derived::Digest {
                algorithm: Algorithm::Md5,
                encoding: Encoding::Hex(HexCase::Lower),
                text: Joined::new(&[Part::Credential("private_key"), Part::Value("day")]),
            },
        ),
    ],
    fields: &[
        field(Place::Query, "apikey", &[Part::Credential("apikey")]),
        field(Place::Query, "sign", &[Part::Value("sign")]),
    ],
};

const QCC: Recipe = Recipe {
    values: &[
        ("Timespan", Derived::Clock(TimeFormat::EpochSeconds)),
        (
            "Token",
            Derived::Digest {
                algorithm: Algorithm::Md5,
                encoding: Encoding::Hex(HexCase::Upper),
                text: Joined::new(&[
                    Part::Credential("key"),
                    Part::Value("Timespan"),
                    Part::Credential("SecretKey"),
                ]),
            },
        ),
    ],
    fields: &[
        field(Place::Query, "key", &[Part::Credential("key")]),
        field(Place::Header, "Timespan", &[Part::Value("Timespan")]),
        field(Place::Header, "Token", &[Part::Value("Token")]),
    ],
};

const JUHE: Recipe = Recipe {
    values: &[],
    fields: &[field(Place::Form, "key", &[Part::Credential("key")])],
};

const CLOUDMARKET: Recipe = Recipe {
    values: &[],
    fields: &[field(
        Place::Header,
        "Authorization",
        &[Part::Literal("APPCODE "), Part::Credential("appcode")],
    )],
};

const RECIPES: [(&str, Recipe); 5] = [
    ("qixin", QIXIN),
    ("xinshu", XINSHU),
    ("qcc", QCC),
    ("juhe", JUHE),
    ("cloudmarket", CLOUDMARKET),
];

const fn field(place: Place, name: &'static str, value: &'static [Part]) -> AuthField {
    AuthField { place, name, value }
}

const REPLY: ReplySignature = ReplySignature {
    payload: &["data"],
    signature: &["sign"],
    separator: "&secret_key=",
    credential: "secret_key",
    algorithm: Algorithm::Md5,
    case: HexCase::Lower,
    policy: Policy::DEFAULT,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    recipe: String,
    at: String,
    credentials: BTreeMap<String, String>,
    nonce: Option<String>,
    request: Option<Asked>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    method: String,
    path: String,
    query: String,
    body: String,
    parameters: Vec<(String, String, String)>,
}

impl Asked {
    fn to_sign(&self) -> RequestToSign {
        let place = |name: &str| match name {
            "header" => Place::Header,
            "query" => Place::Query,
            "form" => Place::Form,
            other => panic!("a place that the vectors do not know: {other}"),
        };
        RequestToSign {
            method: match self.method.as_str() {
                "GET" => Method::Get,
                "POST" => Method::Post,
                other => panic!("a method that the vectors do not know: {other}"),
            },
            path: self.path.clone(),
            query: self.query.clone(),
            body: self.body.clone(),
            parameters: self
                .parameters
                .iter()
                .map(|(at, name, value)| (place(at), name.clone(), value.clone()))
                .collect(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reply<'a> {
    secret_key: String,
    #[serde(default)]
    policy: BTreeMap<String, String>,
    #[serde(borrow)]
    data: &'a RawValue,
}

/// A case's files. Each stage is compared as it is reached; what no stage asked for is a fault at the end.
struct Case {
    name: String,
    files: BTreeMap<String, String>,
    faults: Vec<String>,
}

impl Case {
    fn open(folder: &Path) -> Case {
        let files = fs::read_dir(folder)
            .expect("a readable folder")
            .map(|entry| entry.expect("a readable entry").path())
            .map(|path| {
                let text = fs::read_to_string(&path).expect("a text in UTF-8");
                (name_of(&path), text)
            })
            .collect();
        Case {
            name: name_of(folder),
            files,
            faults: Vec::new(),
        }
    }

    fn take(&mut self, file: &str) -> Option<String> {
        let text = self.files.remove(file);
        if text.is_none() {
            self.fault(format!("{file} is missing"));
        }
        text
    }

    fn compare(&mut self, stage: &str, file: &str, ours: &str) {
        if let Some(theirs) = self.take(file)
            && theirs.trim_end_matches('\n') != ours
        {
            self.fault(format!("{stage} differs\n  file: {theirs}\n  ours: {ours}"));
        }
    }

    fn fault(&mut self, what: String) {
        self.faults.push(format!("{}: {what}", self.name));
    }

    fn finish(mut self) -> Vec<String> {
        for file in std::mem::take(&mut self.files).into_keys() {
            self.fault(format!("{file} is used by no stage"));
        }
        self.faults
    }
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().expect("a name");
    name.to_str().expect("a name in UTF-8").to_owned()
}

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

#[test]
fn every_stage_of_every_vector_is_as_made() {
    let mut faults = Vec::new();
    let mut recipes_seen = BTreeSet::new();
    let mut replies_seen = 0;
    for entry in fs::read_dir(vectors()).expect("the vectors") {
        let path = entry.expect("a readable entry").path();
        if !path.is_dir() {
            continue;
        }
        if name_of(&path) == "__pycache__" {
            continue;
        }
        let mut case = Case::open(&path);
        if let Some(input) = case.take("input.json") {
            if case.name.starts_with("request-") {
                let request: Request = serde_json::from_str(&input).expect(&case.name);
                check_request(&mut case, &request);
                recipes_seen.insert(request.recipe);
            } else {
                let reply: Reply<'_> = serde_json::from_str(&input).expect(&case.name);
                check_reply(&mut case, &reply);
                replies_seen += 1;
            }
        }
        faults.extend(case.finish());
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let all: BTreeSet<_> = all_recipes().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(recipes_seen, all, "a recipe has no vector");
    assert!(replies_seen > 0, "no vector of a reply");
}

#[test]
fn nothing_lies_among_the_vectors_that_does_not_belong_there() {
    let known = [".gitattributes", "README.md", "make.py", "schemes.py"];
    let stray: Vec<_> = fs::read_dir(vectors())
        .expect("the vectors")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| !path.is_dir() && !known.contains(&name_of(path).as_str()))
        .collect();
    assert!(stray.is_empty(), "{stray:?}");
}

fn all_recipes() -> impl Iterator<Item = &'static (&'static str, Recipe)> {
    RECIPES.iter().chain(&SCHEMES)
}

fn check_request(case: &mut Case, request: &Request) {
    let named = |(name, _): &&(&str, Recipe)| *name == request.recipe;
    let Some((_, recipe)) = all_recipes().find(named) else {
        return case.fault(format!("there is no recipe {}", request.recipe));
    };
    let at = request.at.parse().expect("a time");
    let given = &request.credentials;
    let needed: BTreeSet<_> = recipe.credentials().into_iter().collect();
    let named: BTreeSet<_> = given.keys().map(String::as_str).collect();
    if needed != named {
        case.fault(format!(
            "credentials are {named:?}, the recipe uses {needed:?}"
        ));
    }
    let mut credentials = Credentials::new();
    for (name, value) in given {
        credentials.insert(name, value).expect("a good credential");
    }
    let asked = request.request.as_ref().map(Asked::to_sign);
    let nonces = FixedNonce(request.nonce.clone().unwrap_or_default());
    let mut signing = Signing::at(at).nonces(&nonces);
    if let Some(asked) = &asked {
        signing = signing.request(asked);
    }
    let stages = recipe.stages(&credentials, &signing).expect("stages");
    // The five documented schemes have one stage at most, the others name each.
    let documented = RECIPES.iter().any(|(name, _)| *name == request.recipe);
    for (stage, text) in stages.iter().filter_map(with_text) {
        let name = stage.name();
        let [of_text, of_value] = if documented {
            ["text-to-sign.txt".to_owned(), "digest.txt".to_owned()]
        } else {
            [format!("{name}.text.txt"), format!("{name}.txt")]
        };
        case.compare(&format!("the text of {name}"), &of_text, text);
        case.compare(name, &of_value, stage.value());
    }
    let mut ours: BTreeMap<&str, Vec<[String; 2]>> = BTreeMap::new();
    for field in recipe.apply(&credentials, &signing).expect("fields") {
        let place = match field.place {
            Place::Header => "header",
            Place::Query => "query",
            Place::Form => "form",
            other => panic!("a place that the vectors do not know: {other:?}"),
        };
        let pair = [field.name.to_owned(), field.value];
        ours.entry(place).or_default().push(pair);
    }
    if let Some(theirs) = case.take("request.json") {
        let theirs: BTreeMap<&str, Vec<[String; 2]>> =
            serde_json::from_str(&theirs).expect("request.json");
        if theirs != ours {
            case.fault(format!(
                "the request differs\n  file: {theirs:?}\n  ours: {ours:?}"
            ));
        }
    }
}

fn with_text(stage: &Stage) -> Option<(&Stage, &str)> {
    Some((stage, stage.text_to_sign()?))
}

fn check_reply(case: &mut Case, reply: &Reply<'_>) {
    let data = reply.data.get();
    let secret = &Secret::new(&reply.secret_key);
    let signature = ReplySignature {
        policy: policy_of(&reply.policy),
        ..REPLY
    };
    let masked = signature.explain(data).expect("a canonical text");
    let text = masked
        .strip_suffix("***")
        .expect("the explanation ends with the mask");
    let text = format!("{text}{}", secret.expose());
    case.compare("the text to sign", "text-to-sign.txt", &text);
    let digest = signature.sign_payload(data, secret).expect("a digest");
    case.compare("the digest", "digest.txt", &digest);
    // Only the raw text is at hand at run time, so the whole reply is tried too, in either case and with the wrong secret.
    for (sign, secret, found) in [
        (digest.clone(), secret, Signature::Verified),
        (digest.to_uppercase(), secret, Signature::Verified),
        (digest, &Secret::new("another"), Signature::Mismatch),
    ] {
        let reply = format!(r#"{{"status": "200", "sign": "{sign}", "data": {data}}}"#);
        if signature.verify_reply(&reply, secret) != Ok(found) {
            case.fault(format!("the whole reply is not {found}"));
        }
    }
}

fn policy_of(choices: &BTreeMap<String, String>) -> Policy {
    let mut policy = Policy::DEFAULT;
    for (choice, value) in choices {
        match (choice.as_str(), value.as_str()) {
            ("null", "empty") => policy.null = Null::Empty,
            ("null", "left_out") => policy.null = Null::LeftOut,
            ("empty_root", "empty_key") => policy.empty_root = EmptyRoot::EmptyKey,
            ("empty_root", "value_alone") => policy.empty_root = EmptyRoot::ValueAlone,
            other => panic!("a policy that this test does not know: {other:?}"),
        }
    }
    policy
}

/// Signatures that others published, so that the script is not alone in its reading of a scheme.
#[test]
fn published_signatures_are_among_the_vectors() {
    for (file, published) in [
        // The example of Alibaba Cloud's RPC signature.
        (
            "request-rpc-published/signature.txt",
            "OLeaidS1JvxuMvnyHOwuJ+uX5qY=",
        ),
        // RFC 7617, section 2
        ("request-basic/pair.txt", "QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
        // The example of the qixin document, 5.5, section 7
        (
            "reply-document/digest.txt",
            "31265e36ba96b780f6fb4ae1edce3915",
        ),
    ] {
        let text = fs::read_to_string(vectors().join(file)).expect("the vector");
        assert_eq!(text.trim_end(), published, "{file}");
    }
}
