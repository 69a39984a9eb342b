// Made by `cargo xtask codegen --vendor torture` from schemas/torture/type.json. Do not edit.

//! Everything that is hard to name (酷刑\[测试\]).
//!
//! Source: 文档 \[1\], section 1. \<一>.

use zhixing_core::{operation, request, sign, spec, wire};

/// The operation, as its document describes it.
pub static OPERATION: spec::Operation = spec::Operation {
    vendor: &super::VENDOR,
    name: "type",
    title: spec::Bilingual {
        zh: "酷刑[测试]",
        en: "Everything that is hard to name",
    },
    section: "1. <一>",
    lists: &[],
    method: spec::Method::Post,
    path: "/everything",
    parameters: &[
        spec::Parameter {
            name: "self",
            required: true,
            default: None,
            place: sign::Place::Form,
            rule: spec::Rule::Text {
                min: 0,
                max: None,
            },
            role: Some(spec::Role::Subject),
            personal: true,
            description: "A keyword.",
            verbatim: "",
        },
        spec::Parameter {
            name: "new",
            required: true,
            default: None,
            place: sign::Place::Form,
            rule: spec::Rule::Integer {
                min: Some(-9),
                max: Some(9),
            },
            role: None,
            personal: false,
            description: "The constructor's name.",
            verbatim: "",
        },
        spec::Parameter {
            name: "类型",
            required: true,
            default: None,
            place: sign::Place::Form,
            rule: spec::Rule::OneOf(&[("1", "一"), ("-2", "")]),
            role: None,
            personal: false,
            description: "An enumeration of integers.",
            verbatim: "",
        },
        spec::Parameter {
            name: "arguments",
            required: false,
            default: None,
            place: sign::Place::Form,
            rule: spec::Rule::Text {
                min: 0,
                max: Some(3),
            },
            role: None,
            personal: false,
            description: "A method's name.",
            verbatim: "",
        },
        spec::Parameter {
            name: "add",
            required: false,
            default: None,
            place: sign::Place::Form,
            rule: spec::Rule::Integer {
                min: Some(-2147483649),
                max: Some(9007199254740993),
            },
            role: None,
            personal: false,
            description: "The name of a method of std's, and limits beyond 32 bits and beyond what a float holds.",
            verbatim: "",
        },
        spec::Parameter {
            name: "金额(元)",
            required: false,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::Text {
                min: 0,
                max: None,
            },
            role: None,
            personal: false,
            description: "Brackets.",
            verbatim: "",
        },
        spec::Parameter {
            name: "金额（元）",
            required: false,
            default: None,
            place: sign::Place::Form,
            rule: spec::Rule::Text {
                min: 0,
                max: None,
            },
            role: None,
            personal: false,
            description: " \0\u{feff}",
            verbatim: "",
        },
        spec::Parameter {
            name: "X-Trace",
            required: false,
            default: None,
            place: sign::Place::Header,
            rule: spec::Rule::Text {
                min: 0,
                max: None,
            },
            role: None,
            personal: false,
            description: "A header.",
            verbatim: "",
        },
        spec::Parameter {
            name: "sort",
            required: false,
            default: Some("asc"),
            place: sign::Place::Form,
            rule: spec::Rule::OneOf(&[("asc", ""), ("desc", "")]),
            role: None,
            personal: false,
            description: "An enumeration without a title.",
            verbatim: "",
        },
        spec::Parameter {
            name: "many",
            required: false,
            default: None,
            place: sign::Place::Form,
            rule: spec::Rule::OneOf(
                &[
                    ("v0", ""),
                    ("v1", ""),
                    ("v2", ""),
                    ("v3", ""),
                    ("v4", ""),
                    ("v5", ""),
                    ("v6", ""),
                    ("v7", ""),
                    ("v8", ""),
                    ("v9", ""),
                    ("v10", ""),
                    ("v11", ""),
                    ("v12", ""),
                    ("v13", ""),
                    ("v14", ""),
                    ("v15", ""),
                    ("v16", ""),
                    ("v17", ""),
                    ("v18", ""),
                    ("v19", ""),
                    ("v20", ""),
                    ("v21", ""),
                    ("v22", ""),
                    ("v23", ""),
                    ("v24", ""),
                    ("v25", ""),
                    ("v26", ""),
                    ("v27", ""),
                    ("v28", ""),
                    ("v29", ""),
                    ("v30", ""),
                    ("v31", ""),
                    ("v32", ""),
                    ("v33", ""),
                    ("v34", ""),
                    ("v35", ""),
                    ("v36", ""),
                    ("v37", ""),
                    ("v38", ""),
                    ("v39", ""),
                    ("v40", ""),
                    ("v41", ""),
                    ("v42", ""),
                    ("v43", ""),
                    ("v44", ""),
                    ("v45", ""),
                    ("v46", ""),
                    ("v47", ""),
                    ("v48", ""),
                    ("v49", ""),
                    ("v50", ""),
                    ("v51", ""),
                    ("v52", ""),
                    ("v53", ""),
                    ("v54", ""),
                    ("v55", ""),
                    ("v56", ""),
                    ("v57", ""),
                    ("v58", ""),
                    ("v59", ""),
                    ("v60", ""),
                    ("v61", ""),
                    ("v62", ""),
                    ("v63", ""),
                    ("v64", ""),
                    ("v65", ""),
                    ("v66", ""),
                    ("v67", ""),
                    ("v68", ""),
                    ("v69", ""),
                    ("v70", ""),
                    ("v71", ""),
                    ("v72", ""),
                    ("v73", ""),
                    ("v74", ""),
                    ("v75", ""),
                    ("v76", ""),
                    ("v77", ""),
                    ("v78", ""),
                    ("v79", ""),
                    ("v80", ""),
                    ("v81", ""),
                    ("v82", ""),
                    ("v83", ""),
                    ("v84", ""),
                    ("v85", ""),
                    ("v86", ""),
                    ("v87", ""),
                    ("v88", ""),
                    ("v89", ""),
                    ("v90", ""),
                    ("v91", ""),
                    ("v92", ""),
                    ("v93", ""),
                    ("v94", ""),
                    ("v95", ""),
                    ("v96", ""),
                    ("v97", ""),
                    ("v98", ""),
                    ("v99", ""),
                    ("v100", ""),
                    ("v101", ""),
                    ("v102", ""),
                    ("v103", ""),
                    ("v104", ""),
                    ("v105", ""),
                    ("v106", ""),
                    ("v107", ""),
                    ("v108", ""),
                    ("v109", ""),
                    ("v110", ""),
                    ("v111", ""),
                    ("v112", ""),
                    ("v113", ""),
                    ("v114", ""),
                    ("v115", ""),
                    ("v116", ""),
                    ("v117", ""),
                    ("v118", ""),
                    ("v119", ""),
                    ("v120", ""),
                    ("v121", ""),
                    ("v122", ""),
                    ("v123", ""),
                    ("v124", ""),
                    ("v125", ""),
                    ("v126", ""),
                    ("v127", ""),
                    ("v128", ""),
                    ("v129", ""),
                    ("v130", ""),
                    ("v131", ""),
                    ("v132", ""),
                    ("v133", ""),
                    ("v134", ""),
                    ("v135", ""),
                    ("v136", ""),
                    ("v137", ""),
                    ("v138", ""),
                    ("v139", ""),
                    ("v140", ""),
                    ("v141", ""),
                    ("v142", ""),
                    ("v143", ""),
                    ("v144", ""),
                    ("v145", ""),
                    ("v146", ""),
                    ("v147", ""),
                    ("v148", ""),
                    ("v149", ""),
                    ("v150", ""),
                    ("v151", ""),
                    ("v152", ""),
                    ("v153", ""),
                    ("v154", ""),
                    ("v155", ""),
                    ("v156", ""),
                    ("v157", ""),
                    ("v158", ""),
                    ("v159", ""),
                    ("v160", ""),
                    ("v161", ""),
                    ("v162", ""),
                    ("v163", ""),
                    ("v164", ""),
                    ("v165", ""),
                    ("v166", ""),
                    ("v167", ""),
                    ("v168", ""),
                    ("v169", ""),
                    ("v170", ""),
                    ("v171", ""),
                    ("v172", ""),
                    ("v173", ""),
                    ("v174", ""),
                    ("v175", ""),
                    ("v176", ""),
                    ("v177", ""),
                    ("v178", ""),
                    ("v179", ""),
                    ("v180", ""),
                    ("v181", ""),
                    ("v182", ""),
                    ("v183", ""),
                    ("v184", ""),
                    ("v185", ""),
                    ("v186", ""),
                    ("v187", ""),
                    ("v188", ""),
                    ("v189", ""),
                    ("v190", ""),
                    ("v191", ""),
                    ("v192", ""),
                    ("v193", ""),
                    ("v194", ""),
                    ("v195", ""),
                    ("v196", ""),
                    ("v197", ""),
                    ("v198", ""),
                    ("v199", ""),
                ],
            ),
            role: None,
            personal: false,
            description: "Two hundred values to choose from.",
            verbatim: "",
        },
    ],
    envelope: spec::Envelope {
        code: &["code"],
        message: &["message"],
        payload: None,
        order_number: Some(&["order"]),
    },
    reply: &[
        spec::Object {
            name: "Reply",
            schema: "/reply",
            fields: &[
                spec::Field::required("code", spec::Shape::Text),
                spec::Field::new("message", spec::Shape::Text),
                spec::Field::new("order", spec::Shape::Integer),
                spec::Field::required("data", spec::Shape::Object("Data")),
            ],
        },
        spec::Object {
            name: "Data",
            schema: "/reply/properties/data",
            fields: &[
                spec::Field::new("total", spec::Shape::Integer),
                spec::Field::new(
                    "items",
                    spec::Shape::List(&spec::Shape::Object("Torture")),
                ),
            ],
        },
        spec::Object {
            name: "Torture",
            schema: "/reply/properties/data/properties/items/items",
            fields: &[
                spec::Field::required("self", spec::Shape::Text),
                spec::Field::new("Self", spec::Shape::Text),
                spec::Field::new("super", spec::Shape::Text),
                spec::Field::new("crate", spec::Shape::Text),
                spec::Field::new("type", spec::Shape::Text),
                spec::Field::new("fn", spec::Shape::Text),
                spec::Field::new("async", spec::Shape::Text),
                spec::Field::new("match", spec::Shape::Text),
                spec::Field::new("gen", spec::Shape::Text),
                spec::Field::new("true", spec::Shape::Text),
                spec::Field::new("String", spec::Shape::Object("String_")),
                spec::Field::new("Option", spec::Shape::Object("Option_")),
                spec::Field::new("Vec", spec::Shape::Object("Vec_")),
                spec::Field::new("Result", spec::Shape::Object("Result_")),
                spec::Field::new("Box", spec::Shape::Object("Box_")),
                spec::Field::new("Some", spec::Shape::Object("Some_")),
                spec::Field::new("None", spec::Shape::Object("None_")),
                spec::Field::new("Default", spec::Shape::Object("Default_")),
                spec::Field::new("Clone", spec::Shape::Object("Clone_")),
                spec::Field::new("extra", spec::Shape::Text),
                spec::Field::required("金额(元)", spec::Shape::Number),
                spec::Field::new("金额（元）", spec::Shape::Number),
                spec::Field::new("金额/元", spec::Shape::Number),
                spec::Field::new("金额[USD]", spec::Shape::Number),
                spec::Field::new("金额(USD)", spec::Shape::Number),
                spec::Field::new("USD", spec::Shape::Number),
                spec::Field::new("usd_2", spec::Shape::Number),
                spec::Field::new("被执行人", spec::Shape::Text),
                spec::Field::new("debtor", spec::Shape::Text),
                spec::Field::new("field_1", spec::Shape::Text),
                spec::Field::new("3d", spec::Shape::Text),
                spec::Field::new("_", spec::Shape::Text),
                spec::Field::new("-", spec::Shape::Text),
                spec::Field::new("a-b", spec::Shape::Text),
                spec::Field::new("a.b", spec::Shape::Text),
                spec::Field::new("a_b", spec::Shape::Text),
                spec::Field::new("aB", spec::Shape::Text),
                spec::Field::new("a~b", spec::Shape::Text),
                spec::Field::new("quote\"back\\slash", spec::Shape::Text),
                spec::Field::new("wire", spec::Shape::Text),
                spec::Field::new("value", spec::Shape::Text),
                spec::Field::new(
                    "Relation",
                    spec::Shape::List(&spec::Shape::Object("Relation")),
                ),
                spec::Field::new("node", spec::Shape::Object("Node")),
                spec::Field::new("left", spec::Shape::Object("Left")),
                spec::Field::new("whole", spec::Shape::Object("Reply")),
                spec::Field::new("deep", spec::Shape::Object("Inner")),
                spec::Field::new("again", spec::Shape::Number),
                spec::Field::new("nothing", <Nothing as wire::OpenEnum>::SHAPE),
                spec::Field::new("many", <Many as wire::OpenEnum>::SHAPE),
                spec::Field::new("number", <Number as wire::OpenEnum>::SHAPE),
                spec::Field::new(
                    "maybe",
                    spec::Shape::Or(
                        &[spec::Instead::Null],
                        &<Maybe as wire::OpenEnum>::SHAPE,
                    ),
                ),
                spec::Field::new(
                    "byDate",
                    spec::Shape::Map(&spec::Shape::List(&spec::Shape::Object("Entry"))),
                ),
                spec::Field::new("byPath", spec::Shape::Map(&spec::Shape::Text)),
                spec::Field::new(
                    "byMap",
                    spec::Shape::Map(&spec::Shape::Map(&spec::Shape::Integer)),
                ),
                spec::Field::new(
                    "mixed",
                    spec::Shape::Any(
                        &[
                            spec::JsonType::Text,
                            spec::JsonType::Integer,
                            spec::JsonType::List,
                        ],
                    ),
                ),
                spec::Field::new("anything", spec::Shape::Any(&[])),
                spec::Field::new(
                    "matrix",
                    spec::Shape::List(&spec::Shape::List(&spec::Shape::Integer)),
                ),
                spec::Field::new("list", spec::Shape::List(&spec::Shape::Any(&[]))),
                spec::Field::new("flag", spec::Shape::Boolean),
                spec::Field::new("empty", spec::Shape::Object("Empty")),
                spec::Field::new(
                    "json",
                    spec::Shape::JsonText(
                        Some(&spec::Shape::List(&spec::Shape::Object("Staff"))),
                    ),
                ),
                spec::Field::new("phone", spec::Shape::Any(&[spec::JsonType::Integer])),
                spec::Field::new("names", spec::Shape::List(&spec::Shape::Text)),
                spec::Field::new("words", spec::Shape::Text),
                spec::Field::new("another", spec::Shape::Object("TortureEmpty")),
                spec::Field::new("wide", spec::Shape::Object("Wide")),
            ],
        },
        spec::Object {
            name: "String_",
            schema: "/reply/properties/data/properties/items/items/properties/String",
            fields: &[spec::Field::new("String", spec::Shape::Text)],
        },
        spec::Object {
            name: "Option_",
            schema: "/reply/properties/data/properties/items/items/properties/Option",
            fields: &[spec::Field::new("Option", spec::Shape::Text)],
        },
        spec::Object {
            name: "Vec_",
            schema: "/reply/properties/data/properties/items/items/properties/Vec",
            fields: &[spec::Field::new("Vec", spec::Shape::Text)],
        },
        spec::Object {
            name: "Result_",
            schema: "/reply/properties/data/properties/items/items/properties/Result",
            fields: &[spec::Field::new("Result", spec::Shape::Text)],
        },
        spec::Object {
            name: "Box_",
            schema: "/reply/properties/data/properties/items/items/properties/Box",
            fields: &[spec::Field::new("Box", spec::Shape::Text)],
        },
        spec::Object {
            name: "Some_",
            schema: "/reply/properties/data/properties/items/items/properties/Some",
            fields: &[spec::Field::new("Some", spec::Shape::Text)],
        },
        spec::Object {
            name: "None_",
            schema: "/reply/properties/data/properties/items/items/properties/None",
            fields: &[spec::Field::new("None", spec::Shape::Text)],
        },
        spec::Object {
            name: "Default_",
            schema: "/reply/properties/data/properties/items/items/properties/Default",
            fields: &[spec::Field::new("Default", spec::Shape::Text)],
        },
        spec::Object {
            name: "Clone_",
            schema: "/reply/properties/data/properties/items/items/properties/Clone",
            fields: &[spec::Field::new("Clone", spec::Shape::Text)],
        },
        spec::Object {
            name: "Relation",
            schema: "/reply/properties/data/properties/items/items/properties/Relation/items",
            fields: &[
                spec::Field::new("Relation", spec::Shape::Text),
                spec::Field::new("Field", spec::Shape::Object("Field")),
            ],
        },
        spec::Object {
            name: "Node",
            schema: "/reply/$defs/node",
            fields: &[
                spec::Field::new("next", spec::Shape::Object("Node")),
                spec::Field::new(
                    "children",
                    spec::Shape::List(&spec::Shape::Object("Node")),
                ),
                spec::Field::new(
                    "byName",
                    spec::Shape::Map(&spec::Shape::Object("Node")),
                ),
                spec::Field::new("payload", spec::Shape::Object("Payload")),
            ],
        },
        spec::Object {
            name: "Left",
            schema: "/reply/$defs/left",
            fields: &[spec::Field::new("right", spec::Shape::Object("Right"))],
        },
        spec::Object {
            name: "Inner",
            schema: "/reply/$defs/node/properties/payload/properties/inner",
            fields: &[spec::Field::new("depth", spec::Shape::Integer)],
        },
        spec::Object {
            name: "Entry",
            schema: "/reply/properties/data/properties/items/items/properties/byDate/additionalProperties/items",
            fields: &[spec::Field::new("count", spec::Shape::Integer)],
        },
        spec::Object {
            name: "Empty",
            schema: "/reply/properties/data/properties/items/items/properties/empty",
            fields: &[],
        },
        spec::Object {
            name: "Staff",
            schema: "/reply/properties/data/properties/items/items/properties/json/contentSchema/items",
            fields: &[spec::Field::new("name", spec::Shape::Text)],
        },
        spec::Object {
            name: "TortureEmpty",
            schema: "/reply/properties/data/properties/items/items/properties/another",
            fields: &[spec::Field::new("only", spec::Shape::Text)],
        },
        spec::Object {
            name: "Wide",
            schema: "/reply/properties/data/properties/items/items/properties/wide",
            fields: &[
                spec::Field::required("w0", spec::Shape::Integer),
                spec::Field::required("w1", spec::Shape::Integer),
                spec::Field::required("w2", spec::Shape::Integer),
                spec::Field::required("w3", spec::Shape::Integer),
                spec::Field::required("w4", spec::Shape::Integer),
                spec::Field::required("w5", spec::Shape::Integer),
                spec::Field::required("w6", spec::Shape::Integer),
                spec::Field::required("w7", spec::Shape::Integer),
                spec::Field::required("w8", spec::Shape::Integer),
                spec::Field::required("w9", spec::Shape::Integer),
                spec::Field::required("w10", spec::Shape::Integer),
                spec::Field::required("w11", spec::Shape::Integer),
                spec::Field::required("w12", spec::Shape::Integer),
                spec::Field::required("w13", spec::Shape::Integer),
                spec::Field::required("w14", spec::Shape::Integer),
                spec::Field::required("w15", spec::Shape::Integer),
                spec::Field::required("w16", spec::Shape::Integer),
                spec::Field::required("w17", spec::Shape::Integer),
                spec::Field::required("w18", spec::Shape::Integer),
                spec::Field::required("w19", spec::Shape::Integer),
                spec::Field::required("w20", spec::Shape::Integer),
                spec::Field::required("w21", spec::Shape::Integer),
                spec::Field::required("w22", spec::Shape::Integer),
                spec::Field::required("w23", spec::Shape::Integer),
                spec::Field::required("w24", spec::Shape::Integer),
                spec::Field::required("w25", spec::Shape::Integer),
                spec::Field::required("w26", spec::Shape::Integer),
                spec::Field::required("w27", spec::Shape::Integer),
                spec::Field::required("w28", spec::Shape::Integer),
                spec::Field::required("w29", spec::Shape::Integer),
                spec::Field::required("w30", spec::Shape::Integer),
                spec::Field::required("w31", spec::Shape::Integer),
                spec::Field::required("w32", spec::Shape::Integer),
                spec::Field::required("w33", spec::Shape::Integer),
                spec::Field::required("w34", spec::Shape::Integer),
                spec::Field::required("w35", spec::Shape::Integer),
                spec::Field::required("w36", spec::Shape::Integer),
                spec::Field::required("w37", spec::Shape::Integer),
                spec::Field::required("w38", spec::Shape::Integer),
                spec::Field::required("w39", spec::Shape::Integer),
                spec::Field::required("w40", spec::Shape::Integer),
                spec::Field::required("w41", spec::Shape::Integer),
                spec::Field::required("w42", spec::Shape::Integer),
                spec::Field::required("w43", spec::Shape::Integer),
                spec::Field::required("w44", spec::Shape::Integer),
                spec::Field::required("w45", spec::Shape::Integer),
                spec::Field::required("w46", spec::Shape::Integer),
                spec::Field::required("w47", spec::Shape::Integer),
                spec::Field::required("w48", spec::Shape::Integer),
                spec::Field::required("w49", spec::Shape::Integer),
                spec::Field::required("w50", spec::Shape::Integer),
                spec::Field::required("w51", spec::Shape::Integer),
                spec::Field::required("w52", spec::Shape::Integer),
                spec::Field::required("w53", spec::Shape::Integer),
                spec::Field::required("w54", spec::Shape::Integer),
                spec::Field::required("w55", spec::Shape::Integer),
                spec::Field::required("w56", spec::Shape::Integer),
                spec::Field::required("w57", spec::Shape::Integer),
                spec::Field::required("w58", spec::Shape::Integer),
                spec::Field::required("w59", spec::Shape::Integer),
                spec::Field::required("w60", spec::Shape::Integer),
                spec::Field::required("w61", spec::Shape::Integer),
                spec::Field::required("w62", spec::Shape::Integer),
                spec::Field::required("w63", spec::Shape::Integer),
                spec::Field::required("w64", spec::Shape::Integer),
                spec::Field::required("w65", spec::Shape::Integer),
                spec::Field::required("w66", spec::Shape::Integer),
                spec::Field::required("w67", spec::Shape::Integer),
                spec::Field::required("w68", spec::Shape::Integer),
                spec::Field::required("w69", spec::Shape::Integer),
                spec::Field::required("w70", spec::Shape::Integer),
                spec::Field::required("w71", spec::Shape::Integer),
                spec::Field::required("w72", spec::Shape::Integer),
                spec::Field::required("w73", spec::Shape::Integer),
                spec::Field::required("w74", spec::Shape::Integer),
                spec::Field::required("w75", spec::Shape::Integer),
                spec::Field::required("w76", spec::Shape::Integer),
                spec::Field::required("w77", spec::Shape::Integer),
                spec::Field::required("w78", spec::Shape::Integer),
                spec::Field::required("w79", spec::Shape::Integer),
                spec::Field::required("w80", spec::Shape::Integer),
                spec::Field::required("w81", spec::Shape::Integer),
                spec::Field::required("w82", spec::Shape::Integer),
                spec::Field::required("w83", spec::Shape::Integer),
                spec::Field::required("w84", spec::Shape::Integer),
                spec::Field::required("w85", spec::Shape::Integer),
                spec::Field::required("w86", spec::Shape::Integer),
                spec::Field::required("w87", spec::Shape::Integer),
                spec::Field::required("w88", spec::Shape::Integer),
                spec::Field::required("w89", spec::Shape::Integer),
                spec::Field::required("w90", spec::Shape::Integer),
                spec::Field::required("w91", spec::Shape::Integer),
                spec::Field::required("w92", spec::Shape::Integer),
                spec::Field::required("w93", spec::Shape::Integer),
                spec::Field::required("w94", spec::Shape::Integer),
                spec::Field::required("w95", spec::Shape::Integer),
                spec::Field::required("w96", spec::Shape::Integer),
                spec::Field::required("w97", spec::Shape::Integer),
                spec::Field::required("w98", spec::Shape::Integer),
                spec::Field::required("w99", spec::Shape::Integer),
                spec::Field::required("w100", spec::Shape::Integer),
                spec::Field::required("w101", spec::Shape::Integer),
                spec::Field::required("w102", spec::Shape::Integer),
                spec::Field::required("w103", spec::Shape::Integer),
                spec::Field::required("w104", spec::Shape::Integer),
                spec::Field::required("w105", spec::Shape::Integer),
                spec::Field::required("w106", spec::Shape::Integer),
                spec::Field::required("w107", spec::Shape::Integer),
                spec::Field::required("w108", spec::Shape::Integer),
                spec::Field::required("w109", spec::Shape::Integer),
                spec::Field::required("w110", spec::Shape::Integer),
                spec::Field::required("w111", spec::Shape::Integer),
                spec::Field::required("w112", spec::Shape::Integer),
                spec::Field::required("w113", spec::Shape::Integer),
                spec::Field::required("w114", spec::Shape::Integer),
                spec::Field::required("w115", spec::Shape::Integer),
                spec::Field::required("w116", spec::Shape::Integer),
                spec::Field::required("w117", spec::Shape::Integer),
                spec::Field::required("w118", spec::Shape::Integer),
                spec::Field::required("w119", spec::Shape::Integer),
                spec::Field::required("w120", spec::Shape::Integer),
                spec::Field::required("w121", spec::Shape::Integer),
                spec::Field::required("w122", spec::Shape::Integer),
                spec::Field::required("w123", spec::Shape::Integer),
                spec::Field::required("w124", spec::Shape::Integer),
                spec::Field::required("w125", spec::Shape::Integer),
                spec::Field::required("w126", spec::Shape::Integer),
                spec::Field::required("w127", spec::Shape::Integer),
                spec::Field::required("w128", spec::Shape::Integer),
                spec::Field::required("w129", spec::Shape::Integer),
                spec::Field::required("w130", spec::Shape::Integer),
                spec::Field::required("w131", spec::Shape::Integer),
                spec::Field::required("w132", spec::Shape::Integer),
                spec::Field::required("w133", spec::Shape::Integer),
                spec::Field::required("w134", spec::Shape::Integer),
                spec::Field::required("w135", spec::Shape::Integer),
                spec::Field::required("w136", spec::Shape::Integer),
                spec::Field::required("w137", spec::Shape::Integer),
                spec::Field::required("w138", spec::Shape::Integer),
                spec::Field::required("w139", spec::Shape::Integer),
                spec::Field::required("w140", spec::Shape::Integer),
                spec::Field::required("w141", spec::Shape::Integer),
                spec::Field::required("w142", spec::Shape::Integer),
                spec::Field::required("w143", spec::Shape::Integer),
                spec::Field::required("w144", spec::Shape::Integer),
                spec::Field::required("w145", spec::Shape::Integer),
                spec::Field::required("w146", spec::Shape::Integer),
                spec::Field::required("w147", spec::Shape::Integer),
                spec::Field::required("w148", spec::Shape::Integer),
                spec::Field::required("w149", spec::Shape::Integer),
            ],
        },
        spec::Object {
            name: "Field",
            schema: "/reply/properties/data/properties/items/items/properties/Relation/items/properties/Field",
            fields: &[spec::Field::new("Paging", spec::Shape::Object("Paging"))],
        },
        spec::Object {
            name: "Payload",
            schema: "/reply/$defs/node/properties/payload",
            fields: &[spec::Field::new("inner", spec::Shape::Object("Inner"))],
        },
        spec::Object {
            name: "Right",
            schema: "/reply/$defs/right",
            fields: &[spec::Field::new("left", spec::Shape::Object("Left"))],
        },
        spec::Object {
            name: "Paging",
            schema: "/reply/properties/data/properties/items/items/properties/Relation/items/properties/Field/properties/Paging",
            fields: &[],
        },
    ],
    none: None,
    returned: None,
    paging: Some(spec::Paging::Offset {
        parameter: "add",
        size: 5,
    }),
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Request {
    /// A keyword.
    ///
    /// On the wire: `self`.
    #[cfg_attr(feature = "schemars", schemars(rename = "self"))]
    pub self_: wire::Personal,
    /// The constructor's name.
    ///
    /// On the wire: `new`. From -9 to 9.
    #[cfg_attr(feature = "schemars", schemars(rename = "new", range(min = -9, max = 9)))]
    pub new_: i64,
    /// An enumeration of integers.
    ///
    /// On the wire: `类型`.
    #[cfg_attr(feature = "schemars", schemars(rename = "类型"))]
    pub kind: String2,
    /// A method's name.
    ///
    /// On the wire: `arguments`. At most 3 characters.
    #[cfg_attr(feature = "schemars", schemars(rename = "arguments", length(max = 3)))]
    pub arguments_: Option<String>,
    /// The name of a method of std's, and limits beyond 32 bits and beyond what a float holds.
    ///
    /// On the wire: `add`. From -2147483649 to 9007199254740993.
    #[cfg_attr(
        feature = "schemars",
        schemars(rename = "add", range(min = -2147483649i64, max = 9007199254740993i64))
    )]
    pub add_: Option<i64>,
    /// Brackets.
    ///
    /// On the wire: `金额(元)`.
    #[cfg_attr(feature = "schemars", schemars(rename = "金额(元)"))]
    pub field_6: Option<String>,
    /// The field `金额（元）` of the wire.
    ///
    /// On the wire: `金额（元）`.
    #[cfg_attr(feature = "schemars", schemars(rename = "金额（元）"))]
    pub field_7: Option<String>,
    /// A header.
    ///
    /// On the wire: `X-Trace`.
    #[cfg_attr(feature = "schemars", schemars(rename = "X-Trace"))]
    pub x_trace: Option<String>,
    /// An enumeration without a title.
    ///
    /// Left out, the vendor assumes `asc`.
    pub sort: Option<Sort>,
    /// Two hundred values to choose from.
    pub many: Option<Many2>,
}

impl Request {
    /// A request with what the document requires.
    ///
    /// `self_`: A keyword.
    ///
    /// `new_`: The constructor's name.
    ///
    /// `kind`: An enumeration of integers.
    #[must_use]
    pub fn new(self_: impl Into<wire::Personal>, new_: i64, kind: String2) -> Self {
        Self {
            self_: self_.into(),
            new_,
            kind,
            arguments_: None,
            add_: None,
            field_6: None,
            field_7: None,
            x_trace: None,
            sort: None,
            many: None,
        }
    }

    /// A method's name.
    #[must_use]
    pub fn arguments_(mut self, arguments_: impl Into<String>) -> Self {
        self.arguments_ = Some(arguments_.into());
        self
    }

    /// The name of a method of std's, and limits beyond 32 bits and beyond what a float holds.
    #[must_use]
    pub fn add_(mut self, add_: i64) -> Self {
        self.add_ = Some(add_);
        self
    }

    /// Brackets.
    #[must_use]
    pub fn field_6(mut self, field_6: impl Into<String>) -> Self {
        self.field_6 = Some(field_6.into());
        self
    }

    /// The field `金额（元）` of the wire.
    #[must_use]
    pub fn field_7(mut self, field_7: impl Into<String>) -> Self {
        self.field_7 = Some(field_7.into());
        self
    }

    /// A header.
    #[must_use]
    pub fn x_trace(mut self, x_trace: impl Into<String>) -> Self {
        self.x_trace = Some(x_trace.into());
        self
    }

    /// An enumeration without a title.
    #[must_use]
    pub fn sort(mut self, sort: Sort) -> Self {
        self.sort = Some(sort);
        self
    }

    /// Two hundred values to choose from.
    #[must_use]
    pub fn many(mut self, many: Many2) -> Self {
        self.many = Some(many);
        self
    }
}

impl operation::Request for Request {
    type Reply = Reply;
    const OPERATION: &'static spec::Operation = &OPERATION;

    fn arguments(&self) -> request::Arguments {
        let mut arguments = request::Arguments::new();
        arguments.push("self", self.self_.as_str());
        arguments.push("new", self.new_.to_string());
        arguments.push("类型", self.kind.as_wire());
        if let Some(value) = &self.arguments_ {
            arguments.push("arguments", value.as_str());
        }
        if let Some(value) = &self.add_ {
            arguments.push("add", value.to_string());
        }
        if let Some(value) = &self.field_6 {
            arguments.push("金额(元)", value.as_str());
        }
        if let Some(value) = &self.field_7 {
            arguments.push("金额（元）", value.as_str());
        }
        if let Some(value) = &self.x_trace {
            arguments.push("X-Trace", value.as_str());
        }
        if let Some(value) = &self.sort {
            arguments.push("sort", value.as_wire());
        }
        if let Some(value) = &self.many {
            arguments.push("many", value.as_wire());
        }
        arguments
    }
}

/// An enumeration of integers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum String2 {
    /// `1` 一
    Value1,
    /// `-2`
    ALL_,
}

impl String2 {
    /// Every documented value.
    pub const ALL: &'static [Self] = &[Self::Value1, Self::ALL_];

    /// The value on the wire.
    #[must_use]
    pub fn as_wire(self) -> &'static str {
        match self {
            Self::Value1 => "1",
            Self::ALL_ => "-2",
        }
    }

    /// The documented value of that wire text.
    #[must_use]
    pub fn from_wire(value: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.as_wire() == value)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for String2 {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "String2".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        const VALUES: &[(i64, &str)] = &[(1, "一"), (-2, "")];
        let values = VALUES
            .iter()
            .map(|(value, meaning)| {
                schemars::json_schema!({ "const" : value, "description" : meaning })
            });
        schemars::json_schema!(
            { "type" : "integer", "oneOf" : values.collect:: < Vec < _ >> () }
        )
    }
}

/// An enumeration without a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Sort {
    /// `asc`
    Asc,
    /// `desc`
    Desc,
}

impl Sort {
    /// Every documented value.
    pub const ALL: &'static [Self] = &[Self::Asc, Self::Desc];

    /// The value on the wire.
    #[must_use]
    pub fn as_wire(self) -> &'static str {
        match self {
            Self::Asc => "asc",
            Self::Desc => "desc",
        }
    }

    /// The documented value of that wire text.
    #[must_use]
    pub fn from_wire(value: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.as_wire() == value)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Sort {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Sort".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        const VALUES: &[(&str, &str)] = &[("asc", ""), ("desc", "")];
        let values = VALUES
            .iter()
            .map(|(value, meaning)| {
                schemars::json_schema!({ "const" : value, "description" : meaning })
            });
        schemars::json_schema!(
            { "type" : "string", "oneOf" : values.collect:: < Vec < _ >> () }
        )
    }
}

/// Two hundred values to choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Many2 {
    /// `v0`
    V0,
    /// `v1`
    V1,
    /// `v2`
    V2,
    /// `v3`
    V3,
    /// `v4`
    V4,
    /// `v5`
    V5,
    /// `v6`
    V6,
    /// `v7`
    V7,
    /// `v8`
    V8,
    /// `v9`
    V9,
    /// `v10`
    V10,
    /// `v11`
    V11,
    /// `v12`
    V12,
    /// `v13`
    V13,
    /// `v14`
    V14,
    /// `v15`
    V15,
    /// `v16`
    V16,
    /// `v17`
    V17,
    /// `v18`
    V18,
    /// `v19`
    V19,
    /// `v20`
    V20,
    /// `v21`
    V21,
    /// `v22`
    V22,
    /// `v23`
    V23,
    /// `v24`
    V24,
    /// `v25`
    V25,
    /// `v26`
    V26,
    /// `v27`
    V27,
    /// `v28`
    V28,
    /// `v29`
    V29,
    /// `v30`
    V30,
    /// `v31`
    V31,
    /// `v32`
    V32,
    /// `v33`
    V33,
    /// `v34`
    V34,
    /// `v35`
    V35,
    /// `v36`
    V36,
    /// `v37`
    V37,
    /// `v38`
    V38,
    /// `v39`
    V39,
    /// `v40`
    V40,
    /// `v41`
    V41,
    /// `v42`
    V42,
    /// `v43`
    V43,
    /// `v44`
    V44,
    /// `v45`
    V45,
    /// `v46`
    V46,
    /// `v47`
    V47,
    /// `v48`
    V48,
    /// `v49`
    V49,
    /// `v50`
    V50,
    /// `v51`
    V51,
    /// `v52`
    V52,
    /// `v53`
    V53,
    /// `v54`
    V54,
    /// `v55`
    V55,
    /// `v56`
    V56,
    /// `v57`
    V57,
    /// `v58`
    V58,
    /// `v59`
    V59,
    /// `v60`
    V60,
    /// `v61`
    V61,
    /// `v62`
    V62,
    /// `v63`
    V63,
    /// `v64`
    V64,
    /// `v65`
    V65,
    /// `v66`
    V66,
    /// `v67`
    V67,
    /// `v68`
    V68,
    /// `v69`
    V69,
    /// `v70`
    V70,
    /// `v71`
    V71,
    /// `v72`
    V72,
    /// `v73`
    V73,
    /// `v74`
    V74,
    /// `v75`
    V75,
    /// `v76`
    V76,
    /// `v77`
    V77,
    /// `v78`
    V78,
    /// `v79`
    V79,
    /// `v80`
    V80,
    /// `v81`
    V81,
    /// `v82`
    V82,
    /// `v83`
    V83,
    /// `v84`
    V84,
    /// `v85`
    V85,
    /// `v86`
    V86,
    /// `v87`
    V87,
    /// `v88`
    V88,
    /// `v89`
    V89,
    /// `v90`
    V90,
    /// `v91`
    V91,
    /// `v92`
    V92,
    /// `v93`
    V93,
    /// `v94`
    V94,
    /// `v95`
    V95,
    /// `v96`
    V96,
    /// `v97`
    V97,
    /// `v98`
    V98,
    /// `v99`
    V99,
    /// `v100`
    V100,
    /// `v101`
    V101,
    /// `v102`
    V102,
    /// `v103`
    V103,
    /// `v104`
    V104,
    /// `v105`
    V105,
    /// `v106`
    V106,
    /// `v107`
    V107,
    /// `v108`
    V108,
    /// `v109`
    V109,
    /// `v110`
    V110,
    /// `v111`
    V111,
    /// `v112`
    V112,
    /// `v113`
    V113,
    /// `v114`
    V114,
    /// `v115`
    V115,
    /// `v116`
    V116,
    /// `v117`
    V117,
    /// `v118`
    V118,
    /// `v119`
    V119,
    /// `v120`
    V120,
    /// `v121`
    V121,
    /// `v122`
    V122,
    /// `v123`
    V123,
    /// `v124`
    V124,
    /// `v125`
    V125,
    /// `v126`
    V126,
    /// `v127`
    V127,
    /// `v128`
    V128,
    /// `v129`
    V129,
    /// `v130`
    V130,
    /// `v131`
    V131,
    /// `v132`
    V132,
    /// `v133`
    V133,
    /// `v134`
    V134,
    /// `v135`
    V135,
    /// `v136`
    V136,
    /// `v137`
    V137,
    /// `v138`
    V138,
    /// `v139`
    V139,
    /// `v140`
    V140,
    /// `v141`
    V141,
    /// `v142`
    V142,
    /// `v143`
    V143,
    /// `v144`
    V144,
    /// `v145`
    V145,
    /// `v146`
    V146,
    /// `v147`
    V147,
    /// `v148`
    V148,
    /// `v149`
    V149,
    /// `v150`
    V150,
    /// `v151`
    V151,
    /// `v152`
    V152,
    /// `v153`
    V153,
    /// `v154`
    V154,
    /// `v155`
    V155,
    /// `v156`
    V156,
    /// `v157`
    V157,
    /// `v158`
    V158,
    /// `v159`
    V159,
    /// `v160`
    V160,
    /// `v161`
    V161,
    /// `v162`
    V162,
    /// `v163`
    V163,
    /// `v164`
    V164,
    /// `v165`
    V165,
    /// `v166`
    V166,
    /// `v167`
    V167,
    /// `v168`
    V168,
    /// `v169`
    V169,
    /// `v170`
    V170,
    /// `v171`
    V171,
    /// `v172`
    V172,
    /// `v173`
    V173,
    /// `v174`
    V174,
    /// `v175`
    V175,
    /// `v176`
    V176,
    /// `v177`
    V177,
    /// `v178`
    V178,
    /// `v179`
    V179,
    /// `v180`
    V180,
    /// `v181`
    V181,
    /// `v182`
    V182,
    /// `v183`
    V183,
    /// `v184`
    V184,
    /// `v185`
    V185,
    /// `v186`
    V186,
    /// `v187`
    V187,
    /// `v188`
    V188,
    /// `v189`
    V189,
    /// `v190`
    V190,
    /// `v191`
    V191,
    /// `v192`
    V192,
    /// `v193`
    V193,
    /// `v194`
    V194,
    /// `v195`
    V195,
    /// `v196`
    V196,
    /// `v197`
    V197,
    /// `v198`
    V198,
    /// `v199`
    V199,
}

impl Many2 {
    /// Every documented value.
    pub const ALL: &'static [Self] = &[
        Self::V0,
        Self::V1,
        Self::V2,
        Self::V3,
        Self::V4,
        Self::V5,
        Self::V6,
        Self::V7,
        Self::V8,
        Self::V9,
        Self::V10,
        Self::V11,
        Self::V12,
        Self::V13,
        Self::V14,
        Self::V15,
        Self::V16,
        Self::V17,
        Self::V18,
        Self::V19,
        Self::V20,
        Self::V21,
        Self::V22,
        Self::V23,
        Self::V24,
        Self::V25,
        Self::V26,
        Self::V27,
        Self::V28,
        Self::V29,
        Self::V30,
        Self::V31,
        Self::V32,
        Self::V33,
        Self::V34,
        Self::V35,
        Self::V36,
        Self::V37,
        Self::V38,
        Self::V39,
        Self::V40,
        Self::V41,
        Self::V42,
        Self::V43,
        Self::V44,
        Self::V45,
        Self::V46,
        Self::V47,
        Self::V48,
        Self::V49,
        Self::V50,
        Self::V51,
        Self::V52,
        Self::V53,
        Self::V54,
        Self::V55,
        Self::V56,
        Self::V57,
        Self::V58,
        Self::V59,
        Self::V60,
        Self::V61,
        Self::V62,
        Self::V63,
        Self::V64,
        Self::V65,
        Self::V66,
        Self::V67,
        Self::V68,
        Self::V69,
        Self::V70,
        Self::V71,
        Self::V72,
        Self::V73,
        Self::V74,
        Self::V75,
        Self::V76,
        Self::V77,
        Self::V78,
        Self::V79,
        Self::V80,
        Self::V81,
        Self::V82,
        Self::V83,
        Self::V84,
        Self::V85,
        Self::V86,
        Self::V87,
        Self::V88,
        Self::V89,
        Self::V90,
        Self::V91,
        Self::V92,
        Self::V93,
        Self::V94,
        Self::V95,
        Self::V96,
        Self::V97,
        Self::V98,
        Self::V99,
        Self::V100,
        Self::V101,
        Self::V102,
        Self::V103,
        Self::V104,
        Self::V105,
        Self::V106,
        Self::V107,
        Self::V108,
        Self::V109,
        Self::V110,
        Self::V111,
        Self::V112,
        Self::V113,
        Self::V114,
        Self::V115,
        Self::V116,
        Self::V117,
        Self::V118,
        Self::V119,
        Self::V120,
        Self::V121,
        Self::V122,
        Self::V123,
        Self::V124,
        Self::V125,
        Self::V126,
        Self::V127,
        Self::V128,
        Self::V129,
        Self::V130,
        Self::V131,
        Self::V132,
        Self::V133,
        Self::V134,
        Self::V135,
        Self::V136,
        Self::V137,
        Self::V138,
        Self::V139,
        Self::V140,
        Self::V141,
        Self::V142,
        Self::V143,
        Self::V144,
        Self::V145,
        Self::V146,
        Self::V147,
        Self::V148,
        Self::V149,
        Self::V150,
        Self::V151,
        Self::V152,
        Self::V153,
        Self::V154,
        Self::V155,
        Self::V156,
        Self::V157,
        Self::V158,
        Self::V159,
        Self::V160,
        Self::V161,
        Self::V162,
        Self::V163,
        Self::V164,
        Self::V165,
        Self::V166,
        Self::V167,
        Self::V168,
        Self::V169,
        Self::V170,
        Self::V171,
        Self::V172,
        Self::V173,
        Self::V174,
        Self::V175,
        Self::V176,
        Self::V177,
        Self::V178,
        Self::V179,
        Self::V180,
        Self::V181,
        Self::V182,
        Self::V183,
        Self::V184,
        Self::V185,
        Self::V186,
        Self::V187,
        Self::V188,
        Self::V189,
        Self::V190,
        Self::V191,
        Self::V192,
        Self::V193,
        Self::V194,
        Self::V195,
        Self::V196,
        Self::V197,
        Self::V198,
        Self::V199,
    ];

    /// The value on the wire.
    #[must_use]
    pub fn as_wire(self) -> &'static str {
        match self {
            Self::V0 => "v0",
            Self::V1 => "v1",
            Self::V2 => "v2",
            Self::V3 => "v3",
            Self::V4 => "v4",
            Self::V5 => "v5",
            Self::V6 => "v6",
            Self::V7 => "v7",
            Self::V8 => "v8",
            Self::V9 => "v9",
            Self::V10 => "v10",
            Self::V11 => "v11",
            Self::V12 => "v12",
            Self::V13 => "v13",
            Self::V14 => "v14",
            Self::V15 => "v15",
            Self::V16 => "v16",
            Self::V17 => "v17",
            Self::V18 => "v18",
            Self::V19 => "v19",
            Self::V20 => "v20",
            Self::V21 => "v21",
            Self::V22 => "v22",
            Self::V23 => "v23",
            Self::V24 => "v24",
            Self::V25 => "v25",
            Self::V26 => "v26",
            Self::V27 => "v27",
            Self::V28 => "v28",
            Self::V29 => "v29",
            Self::V30 => "v30",
            Self::V31 => "v31",
            Self::V32 => "v32",
            Self::V33 => "v33",
            Self::V34 => "v34",
            Self::V35 => "v35",
            Self::V36 => "v36",
            Self::V37 => "v37",
            Self::V38 => "v38",
            Self::V39 => "v39",
            Self::V40 => "v40",
            Self::V41 => "v41",
            Self::V42 => "v42",
            Self::V43 => "v43",
            Self::V44 => "v44",
            Self::V45 => "v45",
            Self::V46 => "v46",
            Self::V47 => "v47",
            Self::V48 => "v48",
            Self::V49 => "v49",
            Self::V50 => "v50",
            Self::V51 => "v51",
            Self::V52 => "v52",
            Self::V53 => "v53",
            Self::V54 => "v54",
            Self::V55 => "v55",
            Self::V56 => "v56",
            Self::V57 => "v57",
            Self::V58 => "v58",
            Self::V59 => "v59",
            Self::V60 => "v60",
            Self::V61 => "v61",
            Self::V62 => "v62",
            Self::V63 => "v63",
            Self::V64 => "v64",
            Self::V65 => "v65",
            Self::V66 => "v66",
            Self::V67 => "v67",
            Self::V68 => "v68",
            Self::V69 => "v69",
            Self::V70 => "v70",
            Self::V71 => "v71",
            Self::V72 => "v72",
            Self::V73 => "v73",
            Self::V74 => "v74",
            Self::V75 => "v75",
            Self::V76 => "v76",
            Self::V77 => "v77",
            Self::V78 => "v78",
            Self::V79 => "v79",
            Self::V80 => "v80",
            Self::V81 => "v81",
            Self::V82 => "v82",
            Self::V83 => "v83",
            Self::V84 => "v84",
            Self::V85 => "v85",
            Self::V86 => "v86",
            Self::V87 => "v87",
            Self::V88 => "v88",
            Self::V89 => "v89",
            Self::V90 => "v90",
            Self::V91 => "v91",
            Self::V92 => "v92",
            Self::V93 => "v93",
            Self::V94 => "v94",
            Self::V95 => "v95",
            Self::V96 => "v96",
            Self::V97 => "v97",
            Self::V98 => "v98",
            Self::V99 => "v99",
            Self::V100 => "v100",
            Self::V101 => "v101",
            Self::V102 => "v102",
            Self::V103 => "v103",
            Self::V104 => "v104",
            Self::V105 => "v105",
            Self::V106 => "v106",
            Self::V107 => "v107",
            Self::V108 => "v108",
            Self::V109 => "v109",
            Self::V110 => "v110",
            Self::V111 => "v111",
            Self::V112 => "v112",
            Self::V113 => "v113",
            Self::V114 => "v114",
            Self::V115 => "v115",
            Self::V116 => "v116",
            Self::V117 => "v117",
            Self::V118 => "v118",
            Self::V119 => "v119",
            Self::V120 => "v120",
            Self::V121 => "v121",
            Self::V122 => "v122",
            Self::V123 => "v123",
            Self::V124 => "v124",
            Self::V125 => "v125",
            Self::V126 => "v126",
            Self::V127 => "v127",
            Self::V128 => "v128",
            Self::V129 => "v129",
            Self::V130 => "v130",
            Self::V131 => "v131",
            Self::V132 => "v132",
            Self::V133 => "v133",
            Self::V134 => "v134",
            Self::V135 => "v135",
            Self::V136 => "v136",
            Self::V137 => "v137",
            Self::V138 => "v138",
            Self::V139 => "v139",
            Self::V140 => "v140",
            Self::V141 => "v141",
            Self::V142 => "v142",
            Self::V143 => "v143",
            Self::V144 => "v144",
            Self::V145 => "v145",
            Self::V146 => "v146",
            Self::V147 => "v147",
            Self::V148 => "v148",
            Self::V149 => "v149",
            Self::V150 => "v150",
            Self::V151 => "v151",
            Self::V152 => "v152",
            Self::V153 => "v153",
            Self::V154 => "v154",
            Self::V155 => "v155",
            Self::V156 => "v156",
            Self::V157 => "v157",
            Self::V158 => "v158",
            Self::V159 => "v159",
            Self::V160 => "v160",
            Self::V161 => "v161",
            Self::V162 => "v162",
            Self::V163 => "v163",
            Self::V164 => "v164",
            Self::V165 => "v165",
            Self::V166 => "v166",
            Self::V167 => "v167",
            Self::V168 => "v168",
            Self::V169 => "v169",
            Self::V170 => "v170",
            Self::V171 => "v171",
            Self::V172 => "v172",
            Self::V173 => "v173",
            Self::V174 => "v174",
            Self::V175 => "v175",
            Self::V176 => "v176",
            Self::V177 => "v177",
            Self::V178 => "v178",
            Self::V179 => "v179",
            Self::V180 => "v180",
            Self::V181 => "v181",
            Self::V182 => "v182",
            Self::V183 => "v183",
            Self::V184 => "v184",
            Self::V185 => "v185",
            Self::V186 => "v186",
            Self::V187 => "v187",
            Self::V188 => "v188",
            Self::V189 => "v189",
            Self::V190 => "v190",
            Self::V191 => "v191",
            Self::V192 => "v192",
            Self::V193 => "v193",
            Self::V194 => "v194",
            Self::V195 => "v195",
            Self::V196 => "v196",
            Self::V197 => "v197",
            Self::V198 => "v198",
            Self::V199 => "v199",
        }
    }

    /// The documented value of that wire text.
    #[must_use]
    pub fn from_wire(value: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.as_wire() == value)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Many2 {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Many2".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        const VALUES: &[(&str, &str)] = &[
            ("v0", ""),
            ("v1", ""),
            ("v2", ""),
            ("v3", ""),
            ("v4", ""),
            ("v5", ""),
            ("v6", ""),
            ("v7", ""),
            ("v8", ""),
            ("v9", ""),
            ("v10", ""),
            ("v11", ""),
            ("v12", ""),
            ("v13", ""),
            ("v14", ""),
            ("v15", ""),
            ("v16", ""),
            ("v17", ""),
            ("v18", ""),
            ("v19", ""),
            ("v20", ""),
            ("v21", ""),
            ("v22", ""),
            ("v23", ""),
            ("v24", ""),
            ("v25", ""),
            ("v26", ""),
            ("v27", ""),
            ("v28", ""),
            ("v29", ""),
            ("v30", ""),
            ("v31", ""),
            ("v32", ""),
            ("v33", ""),
            ("v34", ""),
            ("v35", ""),
            ("v36", ""),
            ("v37", ""),
            ("v38", ""),
            ("v39", ""),
            ("v40", ""),
            ("v41", ""),
            ("v42", ""),
            ("v43", ""),
            ("v44", ""),
            ("v45", ""),
            ("v46", ""),
            ("v47", ""),
            ("v48", ""),
            ("v49", ""),
            ("v50", ""),
            ("v51", ""),
            ("v52", ""),
            ("v53", ""),
            ("v54", ""),
            ("v55", ""),
            ("v56", ""),
            ("v57", ""),
            ("v58", ""),
            ("v59", ""),
            ("v60", ""),
            ("v61", ""),
            ("v62", ""),
            ("v63", ""),
            ("v64", ""),
            ("v65", ""),
            ("v66", ""),
            ("v67", ""),
            ("v68", ""),
            ("v69", ""),
            ("v70", ""),
            ("v71", ""),
            ("v72", ""),
            ("v73", ""),
            ("v74", ""),
            ("v75", ""),
            ("v76", ""),
            ("v77", ""),
            ("v78", ""),
            ("v79", ""),
            ("v80", ""),
            ("v81", ""),
            ("v82", ""),
            ("v83", ""),
            ("v84", ""),
            ("v85", ""),
            ("v86", ""),
            ("v87", ""),
            ("v88", ""),
            ("v89", ""),
            ("v90", ""),
            ("v91", ""),
            ("v92", ""),
            ("v93", ""),
            ("v94", ""),
            ("v95", ""),
            ("v96", ""),
            ("v97", ""),
            ("v98", ""),
            ("v99", ""),
            ("v100", ""),
            ("v101", ""),
            ("v102", ""),
            ("v103", ""),
            ("v104", ""),
            ("v105", ""),
            ("v106", ""),
            ("v107", ""),
            ("v108", ""),
            ("v109", ""),
            ("v110", ""),
            ("v111", ""),
            ("v112", ""),
            ("v113", ""),
            ("v114", ""),
            ("v115", ""),
            ("v116", ""),
            ("v117", ""),
            ("v118", ""),
            ("v119", ""),
            ("v120", ""),
            ("v121", ""),
            ("v122", ""),
            ("v123", ""),
            ("v124", ""),
            ("v125", ""),
            ("v126", ""),
            ("v127", ""),
            ("v128", ""),
            ("v129", ""),
            ("v130", ""),
            ("v131", ""),
            ("v132", ""),
            ("v133", ""),
            ("v134", ""),
            ("v135", ""),
            ("v136", ""),
            ("v137", ""),
            ("v138", ""),
            ("v139", ""),
            ("v140", ""),
            ("v141", ""),
            ("v142", ""),
            ("v143", ""),
            ("v144", ""),
            ("v145", ""),
            ("v146", ""),
            ("v147", ""),
            ("v148", ""),
            ("v149", ""),
            ("v150", ""),
            ("v151", ""),
            ("v152", ""),
            ("v153", ""),
            ("v154", ""),
            ("v155", ""),
            ("v156", ""),
            ("v157", ""),
            ("v158", ""),
            ("v159", ""),
            ("v160", ""),
            ("v161", ""),
            ("v162", ""),
            ("v163", ""),
            ("v164", ""),
            ("v165", ""),
            ("v166", ""),
            ("v167", ""),
            ("v168", ""),
            ("v169", ""),
            ("v170", ""),
            ("v171", ""),
            ("v172", ""),
            ("v173", ""),
            ("v174", ""),
            ("v175", ""),
            ("v176", ""),
            ("v177", ""),
            ("v178", ""),
            ("v179", ""),
            ("v180", ""),
            ("v181", ""),
            ("v182", ""),
            ("v183", ""),
            ("v184", ""),
            ("v185", ""),
            ("v186", ""),
            ("v187", ""),
            ("v188", ""),
            ("v189", ""),
            ("v190", ""),
            ("v191", ""),
            ("v192", ""),
            ("v193", ""),
            ("v194", ""),
            ("v195", ""),
            ("v196", ""),
            ("v197", ""),
            ("v198", ""),
            ("v199", ""),
        ];
        let values = VALUES
            .iter()
            .map(|(value, meaning)| {
                schemars::json_schema!({ "const" : value, "description" : meaning })
            });
        schemars::json_schema!(
            { "type" : "string", "oneOf" : values.collect:: < Vec < _ >> () }
        )
    }
}

/// What is answered.
///
/// The whole reply of 酷刑\* (Torture \<b>), envelope included.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[cfg_attr(feature = "schemars", schemars(extend("required" = vec!["code", "data"])))]
#[non_exhaustive]
pub struct Reply {
    /// The code.
    pub code: wire::Field<wire::Text>,
    /// The message.
    pub message: wire::Field<wire::Text>,
    /// The order.
    pub order: wire::Field<i64>,
    /// The result.
    pub data: wire::Field<Data>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

impl operation::Reply for Reply {
    type Record = Torture;

    fn records(&self) -> &[Torture] {
        self.data.get().map_or(&[], |value| value.items.as_slice())
    }

    fn into_records(self) -> Vec<Torture> {
        self.data
            .into_option()
            .and_then(|value| value.items.into_option())
            .unwrap_or_default()
    }

    fn total(&self) -> Option<i64> {
        self.data.get().and_then(|value| value.total.get()).copied()
    }
}

/// The result.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Data {
    /// How many.
    pub total: wire::Field<i64>,
    /// The records.
    pub items: wire::Field<Vec<Torture>>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// Every hard field.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("required" = vec!["self", "金额(元)"]))
)]
#[non_exhaustive]
pub struct Torture {
    /// A field that is called after the word `self`.
    ///
    /// On the wire: `self`.
    #[cfg_attr(feature = "schemars", serde(rename = "self"))]
    pub self_: wire::Field<wire::Text>,
    /// A field that is called after the word `Self`.
    ///
    /// On the wire: `Self`.
    #[cfg_attr(feature = "schemars", serde(rename = "Self"))]
    pub self_2: wire::Field<wire::Text>,
    /// A field that is called after the word `super`.
    ///
    /// On the wire: `super`.
    #[cfg_attr(feature = "schemars", serde(rename = "super"))]
    pub super_: wire::Field<wire::Text>,
    /// A field that is called after the word `crate`.
    ///
    /// On the wire: `crate`.
    #[cfg_attr(feature = "schemars", serde(rename = "crate"))]
    pub crate_: wire::Field<wire::Text>,
    /// A field that is called after the word `type`.
    ///
    /// On the wire: `type`.
    #[cfg_attr(feature = "schemars", serde(rename = "type"))]
    pub type_: wire::Field<wire::Text>,
    /// A field that is called after the word `fn`.
    ///
    /// On the wire: `fn`.
    #[cfg_attr(feature = "schemars", serde(rename = "fn"))]
    pub fn_: wire::Field<wire::Text>,
    /// A field that is called after the word `async`.
    ///
    /// On the wire: `async`.
    #[cfg_attr(feature = "schemars", serde(rename = "async"))]
    pub async_: wire::Field<wire::Text>,
    /// A field that is called after the word `match`.
    ///
    /// On the wire: `match`.
    #[cfg_attr(feature = "schemars", serde(rename = "match"))]
    pub match_: wire::Field<wire::Text>,
    /// A field that is called after the word `gen`.
    ///
    /// On the wire: `gen`.
    #[cfg_attr(feature = "schemars", serde(rename = "gen"))]
    pub gen_: wire::Field<wire::Text>,
    /// A field that is called after the word `true`.
    ///
    /// On the wire: `true`.
    #[cfg_attr(feature = "schemars", serde(rename = "true"))]
    pub true_: wire::Field<wire::Text>,
    /// A type that is called after one of the language's own.
    ///
    /// On the wire: `String`.
    #[cfg_attr(feature = "schemars", serde(rename = "String"))]
    pub string: wire::Field<String_>,
    /// A type that is called after one of the language's own.
    ///
    /// On the wire: `Option`.
    #[cfg_attr(feature = "schemars", serde(rename = "Option"))]
    pub option: wire::Field<Option_>,
    /// A type that is called after one of the language's own.
    ///
    /// On the wire: `Vec`.
    #[cfg_attr(feature = "schemars", serde(rename = "Vec"))]
    pub vec: wire::Field<Vec_>,
    /// A type that is called after one of the language's own.
    ///
    /// On the wire: `Result`.
    #[cfg_attr(feature = "schemars", serde(rename = "Result"))]
    pub result: wire::Field<Result_>,
    /// A type that is called after one of the language's own.
    ///
    /// On the wire: `Box`.
    #[cfg_attr(feature = "schemars", serde(rename = "Box"))]
    pub box_: wire::Field<Box_>,
    /// A type that is called after one of the language's own.
    ///
    /// On the wire: `Some`.
    #[cfg_attr(feature = "schemars", serde(rename = "Some"))]
    pub some: wire::Field<Some_>,
    /// A type that is called after one of the language's own.
    ///
    /// On the wire: `None`.
    #[cfg_attr(feature = "schemars", serde(rename = "None"))]
    pub none: wire::Field<None_>,
    /// A type that is called after one of the language's own.
    ///
    /// On the wire: `Default`.
    #[cfg_attr(feature = "schemars", serde(rename = "Default"))]
    pub default: wire::Field<Default_>,
    /// A type that is called after one of the language's own.
    ///
    /// On the wire: `Clone`.
    #[cfg_attr(feature = "schemars", serde(rename = "Clone"))]
    pub clone: wire::Field<Clone_>,
    /// A documented field of the name of the generated one.
    ///
    /// On the wire: `extra`.
    #[cfg_attr(feature = "schemars", serde(rename = "extra"))]
    pub extra_: wire::Field<wire::Text>,
    /// Half-width brackets.
    ///
    /// 金额(元)
    ///
    /// On the wire: `金额(元)`.
    #[cfg_attr(feature = "schemars", serde(rename = "金额(元)"))]
    pub field_21: wire::Field<f64>,
    /// Full-width brackets.
    ///
    /// On the wire: `金额（元）`.
    #[cfg_attr(feature = "schemars", serde(rename = "金额（元）"))]
    pub field_22: wire::Field<f64>,
    /// A slash, which a JSON pointer escapes.
    ///
    /// On the wire: `金额/元`.
    #[cfg_attr(feature = "schemars", serde(rename = "金额/元"))]
    pub field_23: wire::Field<f64>,
    /// ASCII in brackets.
    ///
    /// On the wire: `金额[USD]`.
    #[cfg_attr(feature = "schemars", serde(rename = "金额[USD]"))]
    pub usd: wire::Field<f64>,
    /// The same once cleaned.
    ///
    /// On the wire: `金额(USD)`.
    #[cfg_attr(feature = "schemars", serde(rename = "金额(USD)"))]
    pub usd_3: wire::Field<f64>,
    /// And once more.
    ///
    /// On the wire: `USD`.
    #[cfg_attr(feature = "schemars", serde(rename = "USD"))]
    pub usd_4: wire::Field<f64>,
    /// The name that the second would like.
    pub usd_2: wire::Field<f64>,
    /// A key without ASCII that the schema names.
    ///
    /// On the wire: `被执行人`. Says something of a person: masked in Debug.
    #[cfg_attr(feature = "schemars", serde(rename = "被执行人"))]
    pub debtor: wire::Field<wire::Personal>,
    /// A key that has that name already on the wire.
    ///
    /// On the wire: `debtor`.
    #[cfg_attr(feature = "schemars", serde(rename = "debtor"))]
    pub debtor_2: wire::Field<wire::Text>,
    /// A key like a name that is made up.
    pub field_1: wire::Field<wire::Text>,
    /// A digit first.
    ///
    /// On the wire: `3d`.
    #[cfg_attr(feature = "schemars", serde(rename = "3d"))]
    pub field_3d: wire::Field<wire::Text>,
    /// No letter at all.
    ///
    /// On the wire: `_`.
    #[cfg_attr(feature = "schemars", serde(rename = "_"))]
    pub field_32: wire::Field<wire::Text>,
    /// No letter either.
    ///
    /// On the wire: `-`.
    #[cfg_attr(feature = "schemars", serde(rename = "-"))]
    pub field_33: wire::Field<wire::Text>,
    /// One.
    ///
    /// On the wire: `a-b`.
    #[cfg_attr(feature = "schemars", serde(rename = "a-b"))]
    pub a_b_2: wire::Field<wire::Text>,
    /// Two.
    ///
    /// On the wire: `a.b`.
    #[cfg_attr(feature = "schemars", serde(rename = "a.b"))]
    pub a_b_3: wire::Field<wire::Text>,
    /// Three.
    pub a_b: wire::Field<wire::Text>,
    /// Four.
    ///
    /// On the wire: `aB`.
    #[cfg_attr(feature = "schemars", serde(rename = "aB"))]
    pub a_b_4: wire::Field<wire::Text>,
    /// A tilde, which a JSON pointer escapes.
    ///
    /// On the wire: `a~b`.
    #[cfg_attr(feature = "schemars", serde(rename = "a~b"))]
    pub a_b_5: wire::Field<wire::Text>,
    /// A key that must be escaped in Rust.
    ///
    /// On the wire: `quote"back\slash`.
    #[cfg_attr(feature = "schemars", serde(rename = "quote\"back\\slash"))]
    pub quote_back_slash: wire::Field<wire::Text>,
    /// The name of a module of the emitted code.
    pub wire: wire::Field<wire::Text>,
    /// The name of a closure's argument.
    pub value: wire::Field<wire::Text>,
    /// A type and its member of one name.
    ///
    /// On the wire: `Relation`.
    #[cfg_attr(feature = "schemars", serde(rename = "Relation"))]
    pub relation: wire::Field<Vec<Relation>>,
    /// A recursive type by reference.
    pub node: wire::Field<Node>,
    /// Holds the right.
    pub left: wire::Field<Left>,
    /// The whole reply once more.
    pub whole: wire::Field<Reply>,
    /// A reference deep into another type.
    pub deep: wire::Field<Inner>,
    /// A reference to a scalar with an escaped key.
    pub again: wire::Field<f64>,
    /// An enumeration without values.
    pub nothing: wire::Field<Nothing>,
    /// Two hundred values.
    pub many: wire::Field<Many>,
    /// Integers, one below zero.
    pub number: wire::Field<Number>,
    /// A value or null.
    pub maybe: wire::Field<Maybe>,
    /// Keys that are dates.
    ///
    /// On the wire: `byDate`.
    #[cfg_attr(feature = "schemars", serde(rename = "byDate"))]
    pub by_date: wire::Field<
        std::collections::BTreeMap<String, wire::Field<Vec<Entry>>>,
    >,
    /// Keys that are paths.
    ///
    /// On the wire: `byPath`.
    #[cfg_attr(feature = "schemars", serde(rename = "byPath"))]
    pub by_path: wire::Field<
        std::collections::BTreeMap<String, wire::Field<wire::Text>>,
    >,
    /// Maps of maps.
    ///
    /// On the wire: `byMap`.
    #[cfg_attr(feature = "schemars", serde(rename = "byMap"))]
    pub by_map: wire::Field<
        std::collections::BTreeMap<
            String,
            wire::Field<std::collections::BTreeMap<String, wire::Field<i64>>>,
        >,
    >,
    /// Several types.
    pub mixed: wire::Field<wire::Any>,
    /// No type.
    pub anything: wire::Field<wire::Any>,
    /// Lists of lists.
    pub matrix: wire::Field<Vec<Vec<i64>>>,
    /// A list of anything.
    pub list: wire::Field<Vec<wire::Any>>,
    /// A truth value.
    pub flag: wire::Field<bool>,
    /// An object without fields.
    pub empty: wire::Field<Empty>,
    /// JSON in text.
    ///
    /// The text holds JSON: read it by `parse::<Vec<Staff>>()`.
    pub json: wire::Field<wire::JsonText>,
    /// A number that is masked.
    ///
    /// Says something of a person: masked in Debug.
    pub phone: wire::Field<wire::Any>,
    /// A list that is masked.
    ///
    /// Says something of a person: masked in Debug.
    pub names: wire::Field<Vec<wire::Personal>>,
    /// Words with \` one backtick, \[a link\], \<b>HTML\</b>, \*stars\*, \\ and <http://a.example/b_c?d=>\[e\].
    ///
    /// 1\. 列表 \<script> \[链接\](x) \*\*粗\*\* \_斜\_ \`代码\` <http://a.cn/x>。# | > \~\~ \&amp; - 第二行 (List\<Object>, 长度 -, 必填 M\*)
    ///
    /// The document contradicts itself: \# Not a heading.
    ///
    /// \- Not a list.
    pub words: wire::Field<wire::Text>,
    /// Another type of a title that is taken.
    pub another: wire::Field<TortureEmpty>,
    /// An object of which everything is required.
    pub wide: wire::Field<Wide>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// A type that is called after one of the language's own.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct String_ {
    /// A member of the type's name.
    ///
    /// On the wire: `String`.
    #[cfg_attr(feature = "schemars", serde(rename = "String"))]
    pub string: wire::Field<wire::Text>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// A type that is called after one of the language's own.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Option_ {
    /// A member of the type's name.
    ///
    /// On the wire: `Option`.
    #[cfg_attr(feature = "schemars", serde(rename = "Option"))]
    pub option: wire::Field<wire::Text>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// A type that is called after one of the language's own.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Vec_ {
    /// A member of the type's name.
    ///
    /// On the wire: `Vec`.
    #[cfg_attr(feature = "schemars", serde(rename = "Vec"))]
    pub vec: wire::Field<wire::Text>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// A type that is called after one of the language's own.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Result_ {
    /// A member of the type's name.
    ///
    /// On the wire: `Result`.
    #[cfg_attr(feature = "schemars", serde(rename = "Result"))]
    pub result: wire::Field<wire::Text>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// A type that is called after one of the language's own.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Box_ {
    /// A member of the type's name.
    ///
    /// On the wire: `Box`.
    #[cfg_attr(feature = "schemars", serde(rename = "Box"))]
    pub box_: wire::Field<wire::Text>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// A type that is called after one of the language's own.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Some_ {
    /// A member of the type's name.
    ///
    /// On the wire: `Some`.
    #[cfg_attr(feature = "schemars", serde(rename = "Some"))]
    pub some: wire::Field<wire::Text>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// A type that is called after one of the language's own.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct None_ {
    /// A member of the type's name.
    ///
    /// On the wire: `None`.
    #[cfg_attr(feature = "schemars", serde(rename = "None"))]
    pub none: wire::Field<wire::Text>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// A type that is called after one of the language's own.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Default_ {
    /// A member of the type's name.
    ///
    /// On the wire: `Default`.
    #[cfg_attr(feature = "schemars", serde(rename = "Default"))]
    pub default: wire::Field<wire::Text>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// A type that is called after one of the language's own.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Clone_ {
    /// A member of the type's name.
    ///
    /// On the wire: `Clone`.
    #[cfg_attr(feature = "schemars", serde(rename = "Clone"))]
    pub clone: wire::Field<wire::Text>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// The type.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Relation {
    /// The member.
    ///
    /// On the wire: `Relation`.
    #[cfg_attr(feature = "schemars", serde(rename = "Relation"))]
    pub relation: wire::Field<wire::Text>,
    /// Called like a type of the core.
    ///
    /// On the wire: `Field`.
    #[cfg_attr(feature = "schemars", serde(rename = "Field"))]
    pub field: wire::Field<Field>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// Called like a type of the core.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Field {
    /// Another.
    ///
    /// On the wire: `Paging`.
    #[cfg_attr(feature = "schemars", serde(rename = "Paging"))]
    pub paging: wire::Field<Paging>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// Another.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Paging {
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// A tree.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Node {
    /// A tree.
    pub next: wire::Field<Box<Node>>,
    /// More.
    pub children: wire::Field<Vec<Node>>,
    /// Named.
    ///
    /// On the wire: `byName`.
    #[cfg_attr(feature = "schemars", serde(rename = "byName"))]
    pub by_name: wire::Field<std::collections::BTreeMap<String, wire::Field<Node>>>,
    /// What it holds.
    pub payload: wire::Field<Payload>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// What it holds.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Payload {
    /// Deep inside.
    pub inner: wire::Field<Inner>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// Deep inside.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Inner {
    /// How deep.
    pub depth: wire::Field<i64>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// Holds the right.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Left {
    /// Holds the left.
    pub right: wire::Field<Right>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// Holds the left.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Right {
    /// Holds the right.
    pub left: wire::Field<Box<Left>>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// An enumeration without values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Nothing {
    /// A value that the document does not list.
    Unknown(wire::Unknown),
}

impl wire::OpenEnum for Nothing {
    const KNOWN: &'static [(&'static str, &'static str)] = &[];
    const INTEGER: bool = false;

    fn from_wire(value: &str) -> Self {
        Self::Unknown(wire::Unknown::undocumented(value))
    }

    fn as_wire(&self) -> &str {
        let Self::Unknown(value) = self;
        value.as_str()
    }
}

/// Two hundred values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Many {
    /// (empty)
    Empty,
    /// `0`
    Value0,
    /// `00`
    Value00,
    /// `-1`
    ValueMinus1,
    /// `+1`
    Value51,
    /// `a`
    A,
    /// `A`
    A2,
    /// `失信`
    Value8,
    /// `限制[消费]`
    Value9,
    /// `Self`
    Self_,
    /// `Unknown`
    Unknown_,
    /// `self`
    Self2,
    /// `v0`
    V0,
    /// `v1`
    V1,
    /// `v2`
    V2,
    /// `v3`
    V3,
    /// `v4`
    V4,
    /// `v5`
    V5,
    /// `v6`
    V6,
    /// `v7`
    V7,
    /// `v8`
    V8,
    /// `v9`
    V9,
    /// `v10`
    V10,
    /// `v11`
    V11,
    /// `v12`
    V12,
    /// `v13`
    V13,
    /// `v14`
    V14,
    /// `v15`
    V15,
    /// `v16`
    V16,
    /// `v17`
    V17,
    /// `v18`
    V18,
    /// `v19`
    V19,
    /// `v20`
    V20,
    /// `v21`
    V21,
    /// `v22`
    V22,
    /// `v23`
    V23,
    /// `v24`
    V24,
    /// `v25`
    V25,
    /// `v26`
    V26,
    /// `v27`
    V27,
    /// `v28`
    V28,
    /// `v29`
    V29,
    /// `v30`
    V30,
    /// `v31`
    V31,
    /// `v32`
    V32,
    /// `v33`
    V33,
    /// `v34`
    V34,
    /// `v35`
    V35,
    /// `v36`
    V36,
    /// `v37`
    V37,
    /// `v38`
    V38,
    /// `v39`
    V39,
    /// `v40`
    V40,
    /// `v41`
    V41,
    /// `v42`
    V42,
    /// `v43`
    V43,
    /// `v44`
    V44,
    /// `v45`
    V45,
    /// `v46`
    V46,
    /// `v47`
    V47,
    /// `v48`
    V48,
    /// `v49`
    V49,
    /// `v50`
    V50,
    /// `v51`
    V51,
    /// `v52`
    V52,
    /// `v53`
    V53,
    /// `v54`
    V54,
    /// `v55`
    V55,
    /// `v56`
    V56,
    /// `v57`
    V57,
    /// `v58`
    V58,
    /// `v59`
    V59,
    /// `v60`
    V60,
    /// `v61`
    V61,
    /// `v62`
    V62,
    /// `v63`
    V63,
    /// `v64`
    V64,
    /// `v65`
    V65,
    /// `v66`
    V66,
    /// `v67`
    V67,
    /// `v68`
    V68,
    /// `v69`
    V69,
    /// `v70`
    V70,
    /// `v71`
    V71,
    /// `v72`
    V72,
    /// `v73`
    V73,
    /// `v74`
    V74,
    /// `v75`
    V75,
    /// `v76`
    V76,
    /// `v77`
    V77,
    /// `v78`
    V78,
    /// `v79`
    V79,
    /// `v80`
    V80,
    /// `v81`
    V81,
    /// `v82`
    V82,
    /// `v83`
    V83,
    /// `v84`
    V84,
    /// `v85`
    V85,
    /// `v86`
    V86,
    /// `v87`
    V87,
    /// `v88`
    V88,
    /// `v89`
    V89,
    /// `v90`
    V90,
    /// `v91`
    V91,
    /// `v92`
    V92,
    /// `v93`
    V93,
    /// `v94`
    V94,
    /// `v95`
    V95,
    /// `v96`
    V96,
    /// `v97`
    V97,
    /// `v98`
    V98,
    /// `v99`
    V99,
    /// `v100`
    V100,
    /// `v101`
    V101,
    /// `v102`
    V102,
    /// `v103`
    V103,
    /// `v104`
    V104,
    /// `v105`
    V105,
    /// `v106`
    V106,
    /// `v107`
    V107,
    /// `v108`
    V108,
    /// `v109`
    V109,
    /// `v110`
    V110,
    /// `v111`
    V111,
    /// `v112`
    V112,
    /// `v113`
    V113,
    /// `v114`
    V114,
    /// `v115`
    V115,
    /// `v116`
    V116,
    /// `v117`
    V117,
    /// `v118`
    V118,
    /// `v119`
    V119,
    /// `v120`
    V120,
    /// `v121`
    V121,
    /// `v122`
    V122,
    /// `v123`
    V123,
    /// `v124`
    V124,
    /// `v125`
    V125,
    /// `v126`
    V126,
    /// `v127`
    V127,
    /// `v128`
    V128,
    /// `v129`
    V129,
    /// `v130`
    V130,
    /// `v131`
    V131,
    /// `v132`
    V132,
    /// `v133`
    V133,
    /// `v134`
    V134,
    /// `v135`
    V135,
    /// `v136`
    V136,
    /// `v137`
    V137,
    /// `v138`
    V138,
    /// `v139`
    V139,
    /// `v140`
    V140,
    /// `v141`
    V141,
    /// `v142`
    V142,
    /// `v143`
    V143,
    /// `v144`
    V144,
    /// `v145`
    V145,
    /// `v146`
    V146,
    /// `v147`
    V147,
    /// `v148`
    V148,
    /// `v149`
    V149,
    /// `v150`
    V150,
    /// `v151`
    V151,
    /// `v152`
    V152,
    /// `v153`
    V153,
    /// `v154`
    V154,
    /// `v155`
    V155,
    /// `v156`
    V156,
    /// `v157`
    V157,
    /// `v158`
    V158,
    /// `v159`
    V159,
    /// `v160`
    V160,
    /// `v161`
    V161,
    /// `v162`
    V162,
    /// `v163`
    V163,
    /// `v164`
    V164,
    /// `v165`
    V165,
    /// `v166`
    V166,
    /// `v167`
    V167,
    /// `v168`
    V168,
    /// `v169`
    V169,
    /// `v170`
    V170,
    /// `v171`
    V171,
    /// `v172`
    V172,
    /// `v173`
    V173,
    /// `v174`
    V174,
    /// `v175`
    V175,
    /// `v176`
    V176,
    /// `v177`
    V177,
    /// `v178`
    V178,
    /// `v179`
    V179,
    /// `v180`
    V180,
    /// `v181`
    V181,
    /// `v182`
    V182,
    /// `v183`
    V183,
    /// `v184`
    V184,
    /// `v185`
    V185,
    /// `v186`
    V186,
    /// `v187`
    V187,
    /// A value that the document does not list.
    Unknown(wire::Unknown),
}

impl wire::OpenEnum for Many {
    const KNOWN: &'static [(&'static str, &'static str)] = &[
        ("", ""),
        ("0", ""),
        ("00", ""),
        ("-1", ""),
        ("+1", ""),
        ("a", ""),
        ("A", ""),
        ("失信", ""),
        ("限制[消费]", ""),
        ("Self", ""),
        ("Unknown", ""),
        ("self", ""),
        ("v0", ""),
        ("v1", ""),
        ("v2", ""),
        ("v3", ""),
        ("v4", ""),
        ("v5", ""),
        ("v6", ""),
        ("v7", ""),
        ("v8", ""),
        ("v9", ""),
        ("v10", ""),
        ("v11", ""),
        ("v12", ""),
        ("v13", ""),
        ("v14", ""),
        ("v15", ""),
        ("v16", ""),
        ("v17", ""),
        ("v18", ""),
        ("v19", ""),
        ("v20", ""),
        ("v21", ""),
        ("v22", ""),
        ("v23", ""),
        ("v24", ""),
        ("v25", ""),
        ("v26", ""),
        ("v27", ""),
        ("v28", ""),
        ("v29", ""),
        ("v30", ""),
        ("v31", ""),
        ("v32", ""),
        ("v33", ""),
        ("v34", ""),
        ("v35", ""),
        ("v36", ""),
        ("v37", ""),
        ("v38", ""),
        ("v39", ""),
        ("v40", ""),
        ("v41", ""),
        ("v42", ""),
        ("v43", ""),
        ("v44", ""),
        ("v45", ""),
        ("v46", ""),
        ("v47", ""),
        ("v48", ""),
        ("v49", ""),
        ("v50", ""),
        ("v51", ""),
        ("v52", ""),
        ("v53", ""),
        ("v54", ""),
        ("v55", ""),
        ("v56", ""),
        ("v57", ""),
        ("v58", ""),
        ("v59", ""),
        ("v60", ""),
        ("v61", ""),
        ("v62", ""),
        ("v63", ""),
        ("v64", ""),
        ("v65", ""),
        ("v66", ""),
        ("v67", ""),
        ("v68", ""),
        ("v69", ""),
        ("v70", ""),
        ("v71", ""),
        ("v72", ""),
        ("v73", ""),
        ("v74", ""),
        ("v75", ""),
        ("v76", ""),
        ("v77", ""),
        ("v78", ""),
        ("v79", ""),
        ("v80", ""),
        ("v81", ""),
        ("v82", ""),
        ("v83", ""),
        ("v84", ""),
        ("v85", ""),
        ("v86", ""),
        ("v87", ""),
        ("v88", ""),
        ("v89", ""),
        ("v90", ""),
        ("v91", ""),
        ("v92", ""),
        ("v93", ""),
        ("v94", ""),
        ("v95", ""),
        ("v96", ""),
        ("v97", ""),
        ("v98", ""),
        ("v99", ""),
        ("v100", ""),
        ("v101", ""),
        ("v102", ""),
        ("v103", ""),
        ("v104", ""),
        ("v105", ""),
        ("v106", ""),
        ("v107", ""),
        ("v108", ""),
        ("v109", ""),
        ("v110", ""),
        ("v111", ""),
        ("v112", ""),
        ("v113", ""),
        ("v114", ""),
        ("v115", ""),
        ("v116", ""),
        ("v117", ""),
        ("v118", ""),
        ("v119", ""),
        ("v120", ""),
        ("v121", ""),
        ("v122", ""),
        ("v123", ""),
        ("v124", ""),
        ("v125", ""),
        ("v126", ""),
        ("v127", ""),
        ("v128", ""),
        ("v129", ""),
        ("v130", ""),
        ("v131", ""),
        ("v132", ""),
        ("v133", ""),
        ("v134", ""),
        ("v135", ""),
        ("v136", ""),
        ("v137", ""),
        ("v138", ""),
        ("v139", ""),
        ("v140", ""),
        ("v141", ""),
        ("v142", ""),
        ("v143", ""),
        ("v144", ""),
        ("v145", ""),
        ("v146", ""),
        ("v147", ""),
        ("v148", ""),
        ("v149", ""),
        ("v150", ""),
        ("v151", ""),
        ("v152", ""),
        ("v153", ""),
        ("v154", ""),
        ("v155", ""),
        ("v156", ""),
        ("v157", ""),
        ("v158", ""),
        ("v159", ""),
        ("v160", ""),
        ("v161", ""),
        ("v162", ""),
        ("v163", ""),
        ("v164", ""),
        ("v165", ""),
        ("v166", ""),
        ("v167", ""),
        ("v168", ""),
        ("v169", ""),
        ("v170", ""),
        ("v171", ""),
        ("v172", ""),
        ("v173", ""),
        ("v174", ""),
        ("v175", ""),
        ("v176", ""),
        ("v177", ""),
        ("v178", ""),
        ("v179", ""),
        ("v180", ""),
        ("v181", ""),
        ("v182", ""),
        ("v183", ""),
        ("v184", ""),
        ("v185", ""),
        ("v186", ""),
        ("v187", ""),
    ];
    const INTEGER: bool = false;

    fn from_wire(value: &str) -> Self {
        match value {
            "" => Self::Empty,
            "0" => Self::Value0,
            "00" => Self::Value00,
            "-1" => Self::ValueMinus1,
            "+1" => Self::Value51,
            "a" => Self::A,
            "A" => Self::A2,
            "失信" => Self::Value8,
            "限制[消费]" => Self::Value9,
            "Self" => Self::Self_,
            "Unknown" => Self::Unknown_,
            "self" => Self::Self2,
            "v0" => Self::V0,
            "v1" => Self::V1,
            "v2" => Self::V2,
            "v3" => Self::V3,
            "v4" => Self::V4,
            "v5" => Self::V5,
            "v6" => Self::V6,
            "v7" => Self::V7,
            "v8" => Self::V8,
            "v9" => Self::V9,
            "v10" => Self::V10,
            "v11" => Self::V11,
            "v12" => Self::V12,
            "v13" => Self::V13,
            "v14" => Self::V14,
            "v15" => Self::V15,
            "v16" => Self::V16,
            "v17" => Self::V17,
            "v18" => Self::V18,
            "v19" => Self::V19,
            "v20" => Self::V20,
            "v21" => Self::V21,
            "v22" => Self::V22,
            "v23" => Self::V23,
            "v24" => Self::V24,
            "v25" => Self::V25,
            "v26" => Self::V26,
            "v27" => Self::V27,
            "v28" => Self::V28,
            "v29" => Self::V29,
            "v30" => Self::V30,
            "v31" => Self::V31,
            "v32" => Self::V32,
            "v33" => Self::V33,
            "v34" => Self::V34,
            "v35" => Self::V35,
            "v36" => Self::V36,
            "v37" => Self::V37,
            "v38" => Self::V38,
            "v39" => Self::V39,
            "v40" => Self::V40,
            "v41" => Self::V41,
            "v42" => Self::V42,
            "v43" => Self::V43,
            "v44" => Self::V44,
            "v45" => Self::V45,
            "v46" => Self::V46,
            "v47" => Self::V47,
            "v48" => Self::V48,
            "v49" => Self::V49,
            "v50" => Self::V50,
            "v51" => Self::V51,
            "v52" => Self::V52,
            "v53" => Self::V53,
            "v54" => Self::V54,
            "v55" => Self::V55,
            "v56" => Self::V56,
            "v57" => Self::V57,
            "v58" => Self::V58,
            "v59" => Self::V59,
            "v60" => Self::V60,
            "v61" => Self::V61,
            "v62" => Self::V62,
            "v63" => Self::V63,
            "v64" => Self::V64,
            "v65" => Self::V65,
            "v66" => Self::V66,
            "v67" => Self::V67,
            "v68" => Self::V68,
            "v69" => Self::V69,
            "v70" => Self::V70,
            "v71" => Self::V71,
            "v72" => Self::V72,
            "v73" => Self::V73,
            "v74" => Self::V74,
            "v75" => Self::V75,
            "v76" => Self::V76,
            "v77" => Self::V77,
            "v78" => Self::V78,
            "v79" => Self::V79,
            "v80" => Self::V80,
            "v81" => Self::V81,
            "v82" => Self::V82,
            "v83" => Self::V83,
            "v84" => Self::V84,
            "v85" => Self::V85,
            "v86" => Self::V86,
            "v87" => Self::V87,
            "v88" => Self::V88,
            "v89" => Self::V89,
            "v90" => Self::V90,
            "v91" => Self::V91,
            "v92" => Self::V92,
            "v93" => Self::V93,
            "v94" => Self::V94,
            "v95" => Self::V95,
            "v96" => Self::V96,
            "v97" => Self::V97,
            "v98" => Self::V98,
            "v99" => Self::V99,
            "v100" => Self::V100,
            "v101" => Self::V101,
            "v102" => Self::V102,
            "v103" => Self::V103,
            "v104" => Self::V104,
            "v105" => Self::V105,
            "v106" => Self::V106,
            "v107" => Self::V107,
            "v108" => Self::V108,
            "v109" => Self::V109,
            "v110" => Self::V110,
            "v111" => Self::V111,
            "v112" => Self::V112,
            "v113" => Self::V113,
            "v114" => Self::V114,
            "v115" => Self::V115,
            "v116" => Self::V116,
            "v117" => Self::V117,
            "v118" => Self::V118,
            "v119" => Self::V119,
            "v120" => Self::V120,
            "v121" => Self::V121,
            "v122" => Self::V122,
            "v123" => Self::V123,
            "v124" => Self::V124,
            "v125" => Self::V125,
            "v126" => Self::V126,
            "v127" => Self::V127,
            "v128" => Self::V128,
            "v129" => Self::V129,
            "v130" => Self::V130,
            "v131" => Self::V131,
            "v132" => Self::V132,
            "v133" => Self::V133,
            "v134" => Self::V134,
            "v135" => Self::V135,
            "v136" => Self::V136,
            "v137" => Self::V137,
            "v138" => Self::V138,
            "v139" => Self::V139,
            "v140" => Self::V140,
            "v141" => Self::V141,
            "v142" => Self::V142,
            "v143" => Self::V143,
            "v144" => Self::V144,
            "v145" => Self::V145,
            "v146" => Self::V146,
            "v147" => Self::V147,
            "v148" => Self::V148,
            "v149" => Self::V149,
            "v150" => Self::V150,
            "v151" => Self::V151,
            "v152" => Self::V152,
            "v153" => Self::V153,
            "v154" => Self::V154,
            "v155" => Self::V155,
            "v156" => Self::V156,
            "v157" => Self::V157,
            "v158" => Self::V158,
            "v159" => Self::V159,
            "v160" => Self::V160,
            "v161" => Self::V161,
            "v162" => Self::V162,
            "v163" => Self::V163,
            "v164" => Self::V164,
            "v165" => Self::V165,
            "v166" => Self::V166,
            "v167" => Self::V167,
            "v168" => Self::V168,
            "v169" => Self::V169,
            "v170" => Self::V170,
            "v171" => Self::V171,
            "v172" => Self::V172,
            "v173" => Self::V173,
            "v174" => Self::V174,
            "v175" => Self::V175,
            "v176" => Self::V176,
            "v177" => Self::V177,
            "v178" => Self::V178,
            "v179" => Self::V179,
            "v180" => Self::V180,
            "v181" => Self::V181,
            "v182" => Self::V182,
            "v183" => Self::V183,
            "v184" => Self::V184,
            "v185" => Self::V185,
            "v186" => Self::V186,
            "v187" => Self::V187,
            other => Self::Unknown(wire::Unknown::undocumented(other)),
        }
    }

    fn as_wire(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::Value0 => "0",
            Self::Value00 => "00",
            Self::ValueMinus1 => "-1",
            Self::Value51 => "+1",
            Self::A => "a",
            Self::A2 => "A",
            Self::Value8 => "失信",
            Self::Value9 => "限制[消费]",
            Self::Self_ => "Self",
            Self::Unknown_ => "Unknown",
            Self::Self2 => "self",
            Self::V0 => "v0",
            Self::V1 => "v1",
            Self::V2 => "v2",
            Self::V3 => "v3",
            Self::V4 => "v4",
            Self::V5 => "v5",
            Self::V6 => "v6",
            Self::V7 => "v7",
            Self::V8 => "v8",
            Self::V9 => "v9",
            Self::V10 => "v10",
            Self::V11 => "v11",
            Self::V12 => "v12",
            Self::V13 => "v13",
            Self::V14 => "v14",
            Self::V15 => "v15",
            Self::V16 => "v16",
            Self::V17 => "v17",
            Self::V18 => "v18",
            Self::V19 => "v19",
            Self::V20 => "v20",
            Self::V21 => "v21",
            Self::V22 => "v22",
            Self::V23 => "v23",
            Self::V24 => "v24",
            Self::V25 => "v25",
            Self::V26 => "v26",
            Self::V27 => "v27",
            Self::V28 => "v28",
            Self::V29 => "v29",
            Self::V30 => "v30",
            Self::V31 => "v31",
            Self::V32 => "v32",
            Self::V33 => "v33",
            Self::V34 => "v34",
            Self::V35 => "v35",
            Self::V36 => "v36",
            Self::V37 => "v37",
            Self::V38 => "v38",
            Self::V39 => "v39",
            Self::V40 => "v40",
            Self::V41 => "v41",
            Self::V42 => "v42",
            Self::V43 => "v43",
            Self::V44 => "v44",
            Self::V45 => "v45",
            Self::V46 => "v46",
            Self::V47 => "v47",
            Self::V48 => "v48",
            Self::V49 => "v49",
            Self::V50 => "v50",
            Self::V51 => "v51",
            Self::V52 => "v52",
            Self::V53 => "v53",
            Self::V54 => "v54",
            Self::V55 => "v55",
            Self::V56 => "v56",
            Self::V57 => "v57",
            Self::V58 => "v58",
            Self::V59 => "v59",
            Self::V60 => "v60",
            Self::V61 => "v61",
            Self::V62 => "v62",
            Self::V63 => "v63",
            Self::V64 => "v64",
            Self::V65 => "v65",
            Self::V66 => "v66",
            Self::V67 => "v67",
            Self::V68 => "v68",
            Self::V69 => "v69",
            Self::V70 => "v70",
            Self::V71 => "v71",
            Self::V72 => "v72",
            Self::V73 => "v73",
            Self::V74 => "v74",
            Self::V75 => "v75",
            Self::V76 => "v76",
            Self::V77 => "v77",
            Self::V78 => "v78",
            Self::V79 => "v79",
            Self::V80 => "v80",
            Self::V81 => "v81",
            Self::V82 => "v82",
            Self::V83 => "v83",
            Self::V84 => "v84",
            Self::V85 => "v85",
            Self::V86 => "v86",
            Self::V87 => "v87",
            Self::V88 => "v88",
            Self::V89 => "v89",
            Self::V90 => "v90",
            Self::V91 => "v91",
            Self::V92 => "v92",
            Self::V93 => "v93",
            Self::V94 => "v94",
            Self::V95 => "v95",
            Self::V96 => "v96",
            Self::V97 => "v97",
            Self::V98 => "v98",
            Self::V99 => "v99",
            Self::V100 => "v100",
            Self::V101 => "v101",
            Self::V102 => "v102",
            Self::V103 => "v103",
            Self::V104 => "v104",
            Self::V105 => "v105",
            Self::V106 => "v106",
            Self::V107 => "v107",
            Self::V108 => "v108",
            Self::V109 => "v109",
            Self::V110 => "v110",
            Self::V111 => "v111",
            Self::V112 => "v112",
            Self::V113 => "v113",
            Self::V114 => "v114",
            Self::V115 => "v115",
            Self::V116 => "v116",
            Self::V117 => "v117",
            Self::V118 => "v118",
            Self::V119 => "v119",
            Self::V120 => "v120",
            Self::V121 => "v121",
            Self::V122 => "v122",
            Self::V123 => "v123",
            Self::V124 => "v124",
            Self::V125 => "v125",
            Self::V126 => "v126",
            Self::V127 => "v127",
            Self::V128 => "v128",
            Self::V129 => "v129",
            Self::V130 => "v130",
            Self::V131 => "v131",
            Self::V132 => "v132",
            Self::V133 => "v133",
            Self::V134 => "v134",
            Self::V135 => "v135",
            Self::V136 => "v136",
            Self::V137 => "v137",
            Self::V138 => "v138",
            Self::V139 => "v139",
            Self::V140 => "v140",
            Self::V141 => "v141",
            Self::V142 => "v142",
            Self::V143 => "v143",
            Self::V144 => "v144",
            Self::V145 => "v145",
            Self::V146 => "v146",
            Self::V147 => "v147",
            Self::V148 => "v148",
            Self::V149 => "v149",
            Self::V150 => "v150",
            Self::V151 => "v151",
            Self::V152 => "v152",
            Self::V153 => "v153",
            Self::V154 => "v154",
            Self::V155 => "v155",
            Self::V156 => "v156",
            Self::V157 => "v157",
            Self::V158 => "v158",
            Self::V159 => "v159",
            Self::V160 => "v160",
            Self::V161 => "v161",
            Self::V162 => "v162",
            Self::V163 => "v163",
            Self::V164 => "v164",
            Self::V165 => "v165",
            Self::V166 => "v166",
            Self::V167 => "v167",
            Self::V168 => "v168",
            Self::V169 => "v169",
            Self::V170 => "v170",
            Self::V171 => "v171",
            Self::V172 => "v172",
            Self::V173 => "v173",
            Self::V174 => "v174",
            Self::V175 => "v175",
            Self::V176 => "v176",
            Self::V177 => "v177",
            Self::V178 => "v178",
            Self::V179 => "v179",
            Self::V180 => "v180",
            Self::V181 => "v181",
            Self::V182 => "v182",
            Self::V183 => "v183",
            Self::V184 => "v184",
            Self::V185 => "v185",
            Self::V186 => "v186",
            Self::V187 => "v187",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

/// Integers, one below zero.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Number {
    /// `-1`
    ValueMinus1,
    /// `0`
    Zero,
    /// `1`
    Value1,
    /// A value that the document does not list.
    Unknown(wire::Unknown),
}

impl wire::OpenEnum for Number {
    const KNOWN: &'static [(&'static str, &'static str)] = &[
        ("-1", ""),
        ("0", ""),
        ("1", ""),
    ];
    const INTEGER: bool = true;

    fn from_wire(value: &str) -> Self {
        match value {
            "-1" => Self::ValueMinus1,
            "0" => Self::Zero,
            "1" => Self::Value1,
            other => Self::Unknown(wire::Unknown::undocumented(other)),
        }
    }

    fn as_wire(&self) -> &str {
        match self {
            Self::ValueMinus1 => "-1",
            Self::Zero => "0",
            Self::Value1 => "1",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

/// A value or null.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Maybe {
    /// `y`
    Yes,
    /// A value that the document does not list.
    Unknown(wire::Unknown),
}

impl wire::OpenEnum for Maybe {
    const KNOWN: &'static [(&'static str, &'static str)] = &[("y", "")];
    const INTEGER: bool = false;

    fn from_wire(value: &str) -> Self {
        match value {
            "y" => Self::Yes,
            other => Self::Unknown(wire::Unknown::undocumented(other)),
        }
    }

    fn as_wire(&self) -> &str {
        match self {
            Self::Yes => "y",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

/// What a day has.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Entry {
    /// How many.
    pub count: wire::Field<i64>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// An object without fields.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Empty {
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// One of the staff.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Staff {
    /// The name.
    ///
    /// Says something of a person: masked in Debug.
    pub name: wire::Field<wire::Personal>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// Another type of a title that is taken.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct TortureEmpty {
    /// Here only.
    pub only: wire::Field<wire::Text>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// An object of which everything is required.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend(
            "required" = vec!["w0",
            "w1",
            "w2",
            "w3",
            "w4",
            "w5",
            "w6",
            "w7",
            "w8",
            "w9",
            "w10",
            "w11",
            "w12",
            "w13",
            "w14",
            "w15",
            "w16",
            "w17",
            "w18",
            "w19",
            "w20",
            "w21",
            "w22",
            "w23",
            "w24",
            "w25",
            "w26",
            "w27",
            "w28",
            "w29",
            "w30",
            "w31",
            "w32",
            "w33",
            "w34",
            "w35",
            "w36",
            "w37",
            "w38",
            "w39",
            "w40",
            "w41",
            "w42",
            "w43",
            "w44",
            "w45",
            "w46",
            "w47",
            "w48",
            "w49",
            "w50",
            "w51",
            "w52",
            "w53",
            "w54",
            "w55",
            "w56",
            "w57",
            "w58",
            "w59",
            "w60",
            "w61",
            "w62",
            "w63",
            "w64",
            "w65",
            "w66",
            "w67",
            "w68",
            "w69",
            "w70",
            "w71",
            "w72",
            "w73",
            "w74",
            "w75",
            "w76",
            "w77",
            "w78",
            "w79",
            "w80",
            "w81",
            "w82",
            "w83",
            "w84",
            "w85",
            "w86",
            "w87",
            "w88",
            "w89",
            "w90",
            "w91",
            "w92",
            "w93",
            "w94",
            "w95",
            "w96",
            "w97",
            "w98",
            "w99",
            "w100",
            "w101",
            "w102",
            "w103",
            "w104",
            "w105",
            "w106",
            "w107",
            "w108",
            "w109",
            "w110",
            "w111",
            "w112",
            "w113",
            "w114",
            "w115",
            "w116",
            "w117",
            "w118",
            "w119",
            "w120",
            "w121",
            "w122",
            "w123",
            "w124",
            "w125",
            "w126",
            "w127",
            "w128",
            "w129",
            "w130",
            "w131",
            "w132",
            "w133",
            "w134",
            "w135",
            "w136",
            "w137",
            "w138",
            "w139",
            "w140",
            "w141",
            "w142",
            "w143",
            "w144",
            "w145",
            "w146",
            "w147",
            "w148",
            "w149"]
        )
    )
)]
#[non_exhaustive]
pub struct Wide {
    /// One of many.
    pub w0: wire::Field<i64>,
    /// One of many.
    pub w1: wire::Field<i64>,
    /// One of many.
    pub w2: wire::Field<i64>,
    /// One of many.
    pub w3: wire::Field<i64>,
    /// One of many.
    pub w4: wire::Field<i64>,
    /// One of many.
    pub w5: wire::Field<i64>,
    /// One of many.
    pub w6: wire::Field<i64>,
    /// One of many.
    pub w7: wire::Field<i64>,
    /// One of many.
    pub w8: wire::Field<i64>,
    /// One of many.
    pub w9: wire::Field<i64>,
    /// One of many.
    pub w10: wire::Field<i64>,
    /// One of many.
    pub w11: wire::Field<i64>,
    /// One of many.
    pub w12: wire::Field<i64>,
    /// One of many.
    pub w13: wire::Field<i64>,
    /// One of many.
    pub w14: wire::Field<i64>,
    /// One of many.
    pub w15: wire::Field<i64>,
    /// One of many.
    pub w16: wire::Field<i64>,
    /// One of many.
    pub w17: wire::Field<i64>,
    /// One of many.
    pub w18: wire::Field<i64>,
    /// One of many.
    pub w19: wire::Field<i64>,
    /// One of many.
    pub w20: wire::Field<i64>,
    /// One of many.
    pub w21: wire::Field<i64>,
    /// One of many.
    pub w22: wire::Field<i64>,
    /// One of many.
    pub w23: wire::Field<i64>,
    /// One of many.
    pub w24: wire::Field<i64>,
    /// One of many.
    pub w25: wire::Field<i64>,
    /// One of many.
    pub w26: wire::Field<i64>,
    /// One of many.
    pub w27: wire::Field<i64>,
    /// One of many.
    pub w28: wire::Field<i64>,
    /// One of many.
    pub w29: wire::Field<i64>,
    /// One of many.
    pub w30: wire::Field<i64>,
    /// One of many.
    pub w31: wire::Field<i64>,
    /// One of many.
    pub w32: wire::Field<i64>,
    /// One of many.
    pub w33: wire::Field<i64>,
    /// One of many.
    pub w34: wire::Field<i64>,
    /// One of many.
    pub w35: wire::Field<i64>,
    /// One of many.
    pub w36: wire::Field<i64>,
    /// One of many.
    pub w37: wire::Field<i64>,
    /// One of many.
    pub w38: wire::Field<i64>,
    /// One of many.
    pub w39: wire::Field<i64>,
    /// One of many.
    pub w40: wire::Field<i64>,
    /// One of many.
    pub w41: wire::Field<i64>,
    /// One of many.
    pub w42: wire::Field<i64>,
    /// One of many.
    pub w43: wire::Field<i64>,
    /// One of many.
    pub w44: wire::Field<i64>,
    /// One of many.
    pub w45: wire::Field<i64>,
    /// One of many.
    pub w46: wire::Field<i64>,
    /// One of many.
    pub w47: wire::Field<i64>,
    /// One of many.
    pub w48: wire::Field<i64>,
    /// One of many.
    pub w49: wire::Field<i64>,
    /// One of many.
    pub w50: wire::Field<i64>,
    /// One of many.
    pub w51: wire::Field<i64>,
    /// One of many.
    pub w52: wire::Field<i64>,
    /// One of many.
    pub w53: wire::Field<i64>,
    /// One of many.
    pub w54: wire::Field<i64>,
    /// One of many.
    pub w55: wire::Field<i64>,
    /// One of many.
    pub w56: wire::Field<i64>,
    /// One of many.
    pub w57: wire::Field<i64>,
    /// One of many.
    pub w58: wire::Field<i64>,
    /// One of many.
    pub w59: wire::Field<i64>,
    /// One of many.
    pub w60: wire::Field<i64>,
    /// One of many.
    pub w61: wire::Field<i64>,
    /// One of many.
    pub w62: wire::Field<i64>,
    /// One of many.
    pub w63: wire::Field<i64>,
    /// One of many.
    pub w64: wire::Field<i64>,
    /// One of many.
    pub w65: wire::Field<i64>,
    /// One of many.
    pub w66: wire::Field<i64>,
    /// One of many.
    pub w67: wire::Field<i64>,
    /// One of many.
    pub w68: wire::Field<i64>,
    /// One of many.
    pub w69: wire::Field<i64>,
    /// One of many.
    pub w70: wire::Field<i64>,
    /// One of many.
    pub w71: wire::Field<i64>,
    /// One of many.
    pub w72: wire::Field<i64>,
    /// One of many.
    pub w73: wire::Field<i64>,
    /// One of many.
    pub w74: wire::Field<i64>,
    /// One of many.
    pub w75: wire::Field<i64>,
    /// One of many.
    pub w76: wire::Field<i64>,
    /// One of many.
    pub w77: wire::Field<i64>,
    /// One of many.
    pub w78: wire::Field<i64>,
    /// One of many.
    pub w79: wire::Field<i64>,
    /// One of many.
    pub w80: wire::Field<i64>,
    /// One of many.
    pub w81: wire::Field<i64>,
    /// One of many.
    pub w82: wire::Field<i64>,
    /// One of many.
    pub w83: wire::Field<i64>,
    /// One of many.
    pub w84: wire::Field<i64>,
    /// One of many.
    pub w85: wire::Field<i64>,
    /// One of many.
    pub w86: wire::Field<i64>,
    /// One of many.
    pub w87: wire::Field<i64>,
    /// One of many.
    pub w88: wire::Field<i64>,
    /// One of many.
    pub w89: wire::Field<i64>,
    /// One of many.
    pub w90: wire::Field<i64>,
    /// One of many.
    pub w91: wire::Field<i64>,
    /// One of many.
    pub w92: wire::Field<i64>,
    /// One of many.
    pub w93: wire::Field<i64>,
    /// One of many.
    pub w94: wire::Field<i64>,
    /// One of many.
    pub w95: wire::Field<i64>,
    /// One of many.
    pub w96: wire::Field<i64>,
    /// One of many.
    pub w97: wire::Field<i64>,
    /// One of many.
    pub w98: wire::Field<i64>,
    /// One of many.
    pub w99: wire::Field<i64>,
    /// One of many.
    pub w100: wire::Field<i64>,
    /// One of many.
    pub w101: wire::Field<i64>,
    /// One of many.
    pub w102: wire::Field<i64>,
    /// One of many.
    pub w103: wire::Field<i64>,
    /// One of many.
    pub w104: wire::Field<i64>,
    /// One of many.
    pub w105: wire::Field<i64>,
    /// One of many.
    pub w106: wire::Field<i64>,
    /// One of many.
    pub w107: wire::Field<i64>,
    /// One of many.
    pub w108: wire::Field<i64>,
    /// One of many.
    pub w109: wire::Field<i64>,
    /// One of many.
    pub w110: wire::Field<i64>,
    /// One of many.
    pub w111: wire::Field<i64>,
    /// One of many.
    pub w112: wire::Field<i64>,
    /// One of many.
    pub w113: wire::Field<i64>,
    /// One of many.
    pub w114: wire::Field<i64>,
    /// One of many.
    pub w115: wire::Field<i64>,
    /// One of many.
    pub w116: wire::Field<i64>,
    /// One of many.
    pub w117: wire::Field<i64>,
    /// One of many.
    pub w118: wire::Field<i64>,
    /// One of many.
    pub w119: wire::Field<i64>,
    /// One of many.
    pub w120: wire::Field<i64>,
    /// One of many.
    pub w121: wire::Field<i64>,
    /// One of many.
    pub w122: wire::Field<i64>,
    /// One of many.
    pub w123: wire::Field<i64>,
    /// One of many.
    pub w124: wire::Field<i64>,
    /// One of many.
    pub w125: wire::Field<i64>,
    /// One of many.
    pub w126: wire::Field<i64>,
    /// One of many.
    pub w127: wire::Field<i64>,
    /// One of many.
    pub w128: wire::Field<i64>,
    /// One of many.
    pub w129: wire::Field<i64>,
    /// One of many.
    pub w130: wire::Field<i64>,
    /// One of many.
    pub w131: wire::Field<i64>,
    /// One of many.
    pub w132: wire::Field<i64>,
    /// One of many.
    pub w133: wire::Field<i64>,
    /// One of many.
    pub w134: wire::Field<i64>,
    /// One of many.
    pub w135: wire::Field<i64>,
    /// One of many.
    pub w136: wire::Field<i64>,
    /// One of many.
    pub w137: wire::Field<i64>,
    /// One of many.
    pub w138: wire::Field<i64>,
    /// One of many.
    pub w139: wire::Field<i64>,
    /// One of many.
    pub w140: wire::Field<i64>,
    /// One of many.
    pub w141: wire::Field<i64>,
    /// One of many.
    pub w142: wire::Field<i64>,
    /// One of many.
    pub w143: wire::Field<i64>,
    /// One of many.
    pub w144: wire::Field<i64>,
    /// One of many.
    pub w145: wire::Field<i64>,
    /// One of many.
    pub w146: wire::Field<i64>,
    /// One of many.
    pub w147: wire::Field<i64>,
    /// One of many.
    pub w148: wire::Field<i64>,
    /// One of many.
    pub w149: wire::Field<i64>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

wire::objects! {
    Reply {
        "code" => code,
        "message" => message,
        "order" => order,
        "data" => data,
    }
    Data {
        "total" => total,
        "items" => items,
    }
    Torture {
        "self" => self_,
        "Self" => self_2,
        "super" => super_,
        "crate" => crate_,
        "type" => type_,
        "fn" => fn_,
        "async" => async_,
        "match" => match_,
        "gen" => gen_,
        "true" => true_,
        "String" => string,
        "Option" => option,
        "Vec" => vec,
        "Result" => result,
        "Box" => box_,
        "Some" => some,
        "None" => none,
        "Default" => default,
        "Clone" => clone,
        "extra" => extra_,
        "金额(元)" => field_21,
        "金额（元）" => field_22,
        "金额/元" => field_23,
        "金额[USD]" => usd,
        "金额(USD)" => usd_3,
        "USD" => usd_4,
        "usd_2" => usd_2,
        "被执行人" => debtor,
        "debtor" => debtor_2,
        "field_1" => field_1,
        "3d" => field_3d,
        "_" => field_32,
        "-" => field_33,
        "a-b" => a_b_2,
        "a.b" => a_b_3,
        "a_b" => a_b,
        "aB" => a_b_4,
        "a~b" => a_b_5,
        "quote\"back\\slash" => quote_back_slash,
        "wire" => wire,
        "value" => value,
        "Relation" => relation,
        "node" => node,
        "left" => left,
        "whole" => whole,
        "deep" => deep,
        "again" => again,
        "nothing" => nothing,
        "many" => many,
        "number" => number,
        "maybe" => maybe,
        "byDate" => by_date,
        "byPath" => by_path,
        "byMap" => by_map,
        "mixed" => mixed,
        "anything" => anything,
        "matrix" => matrix,
        "list" => list,
        "flag" => flag,
        "empty" => empty,
        "json" => json,
        "phone" => phone,
        "names" => names,
        "words" => words,
        "another" => another,
        "wide" => wide,
    }
    String_ {
        "String" => string,
    }
    Option_ {
        "Option" => option,
    }
    Vec_ {
        "Vec" => vec,
    }
    Result_ {
        "Result" => result,
    }
    Box_ {
        "Box" => box_,
    }
    Some_ {
        "Some" => some,
    }
    None_ {
        "None" => none,
    }
    Default_ {
        "Default" => default,
    }
    Clone_ {
        "Clone" => clone,
    }
    Relation {
        "Relation" => relation,
        "Field" => field,
    }
    Field {
        "Paging" => paging,
    }
    Paging {
    }
    Node {
        "next" => next,
        "children" => children,
        "byName" => by_name,
        "payload" => payload,
    }
    Payload {
        "inner" => inner,
    }
    Inner {
        "depth" => depth,
    }
    Left {
        "right" => right,
    }
    Right {
        "left" => left,
    }
    Entry {
        "count" => count,
    }
    Empty {
    }
    Staff {
        "name" => name,
    }
    TortureEmpty {
        "only" => only,
    }
    Wide {
        "w0" => w0,
        "w1" => w1,
        "w2" => w2,
        "w3" => w3,
        "w4" => w4,
        "w5" => w5,
        "w6" => w6,
        "w7" => w7,
        "w8" => w8,
        "w9" => w9,
        "w10" => w10,
        "w11" => w11,
        "w12" => w12,
        "w13" => w13,
        "w14" => w14,
        "w15" => w15,
        "w16" => w16,
        "w17" => w17,
        "w18" => w18,
        "w19" => w19,
        "w20" => w20,
        "w21" => w21,
        "w22" => w22,
        "w23" => w23,
        "w24" => w24,
        "w25" => w25,
        "w26" => w26,
        "w27" => w27,
        "w28" => w28,
        "w29" => w29,
        "w30" => w30,
        "w31" => w31,
        "w32" => w32,
        "w33" => w33,
        "w34" => w34,
        "w35" => w35,
        "w36" => w36,
        "w37" => w37,
        "w38" => w38,
        "w39" => w39,
        "w40" => w40,
        "w41" => w41,
        "w42" => w42,
        "w43" => w43,
        "w44" => w44,
        "w45" => w45,
        "w46" => w46,
        "w47" => w47,
        "w48" => w48,
        "w49" => w49,
        "w50" => w50,
        "w51" => w51,
        "w52" => w52,
        "w53" => w53,
        "w54" => w54,
        "w55" => w55,
        "w56" => w56,
        "w57" => w57,
        "w58" => w58,
        "w59" => w59,
        "w60" => w60,
        "w61" => w61,
        "w62" => w62,
        "w63" => w63,
        "w64" => w64,
        "w65" => w65,
        "w66" => w66,
        "w67" => w67,
        "w68" => w68,
        "w69" => w69,
        "w70" => w70,
        "w71" => w71,
        "w72" => w72,
        "w73" => w73,
        "w74" => w74,
        "w75" => w75,
        "w76" => w76,
        "w77" => w77,
        "w78" => w78,
        "w79" => w79,
        "w80" => w80,
        "w81" => w81,
        "w82" => w82,
        "w83" => w83,
        "w84" => w84,
        "w85" => w85,
        "w86" => w86,
        "w87" => w87,
        "w88" => w88,
        "w89" => w89,
        "w90" => w90,
        "w91" => w91,
        "w92" => w92,
        "w93" => w93,
        "w94" => w94,
        "w95" => w95,
        "w96" => w96,
        "w97" => w97,
        "w98" => w98,
        "w99" => w99,
        "w100" => w100,
        "w101" => w101,
        "w102" => w102,
        "w103" => w103,
        "w104" => w104,
        "w105" => w105,
        "w106" => w106,
        "w107" => w107,
        "w108" => w108,
        "w109" => w109,
        "w110" => w110,
        "w111" => w111,
        "w112" => w112,
        "w113" => w113,
        "w114" => w114,
        "w115" => w115,
        "w116" => w116,
        "w117" => w117,
        "w118" => w118,
        "w119" => w119,
        "w120" => w120,
        "w121" => w121,
        "w122" => w122,
        "w123" => w123,
        "w124" => w124,
        "w125" => w125,
        "w126" => w126,
        "w127" => w127,
        "w128" => w128,
        "w129" => w129,
        "w130" => w130,
        "w131" => w131,
        "w132" => w132,
        "w133" => w133,
        "w134" => w134,
        "w135" => w135,
        "w136" => w136,
        "w137" => w137,
        "w138" => w138,
        "w139" => w139,
        "w140" => w140,
        "w141" => w141,
        "w142" => w142,
        "w143" => w143,
        "w144" => w144,
        "w145" => w145,
        "w146" => w146,
        "w147" => w147,
        "w148" => w148,
        "w149" => w149,
    }
}
wire::open_enum!(Nothing);
wire::open_enum!(Many);
wire::open_enum!(Number);
wire::open_enum!(Maybe);
