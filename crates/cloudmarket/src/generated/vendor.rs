// Made by `cargo xtask codegen --vendor cloudmarket` from schemas/cloudmarket/vendor.json. Do not edit.

use zhixing_core::{sign, spec};

/// 云市场 (Cloud marketplace), as its document describes it.
///
/// Source: 1.1 软件著作权查询.
///
/// Of the document as a whole:
///
/// - The printed title 软件著作权查询 (software copyrights) is wrong: overview, parameters, reply and codes are those of a query of dishonest judgment debtors.
/// - The vendor is not named: the product is sold on a cloud marketplace, which is all that the document says of its seller.
/// - No address is printed: the buyer copies the whole endpoint from the product page.
/// - Only the codes 0 and 2 are printed. How the marketplace's gateway refuses a call (an unknown APPCODE, an exhausted quota, a wrong parameter) is not, so the sandbox has no documented code for a refusal.
/// - The document prints no types: those of the reply are taken from the example.
/// - The table of the reply's fields explains neither code, desc nor result.
///
/// The document says:
///
/// - The address of the interface stands on the product page. 接口 url 请在产品页面查看 (1.1.1 概述)
/// - The secret, called APPCODE, is found on the marketplace: buyer centre, list of purchased services. 秘钥（APPCODE）在云市场->买家中心->已购买服务列表里面查看 (1.1.1 概述)
/// - The product page has a demonstration to follow, and a place to try calls online. API 对接请参考产品页面 demo，您也可以在产品页面的“去调试”做在线调试 (1.1.1 概述)
/// - The parameters are those of a GET request. 下面是 get 请求参数 (1.1.1 概述)
pub static VENDOR: spec::Vendor = spec::Vendor {
    name: "cloudmarket",
    title: spec::Bilingual {
        zh: "云市场",
        en: "Cloud marketplace",
    },
    document: "1.1 软件著作权查询",
    base_url: spec::BaseUrl {
        url: None,
        environment: "CLOUDMARKET_URL",
        whole_endpoint: true,
    },
    credentials: &[
        spec::CredentialSpec {
            name: "appcode",
            environment: "CLOUDMARKET_APPCODE",
            description: "The APPCODE of the buyer, found in the marketplace's list of purchased services; sent in a header.",
        },
    ],
    auth: sign::Recipe {
        values: &[],
        fields: &[
            sign::AuthField {
                place: sign::Place::Header,
                name: "Authorization",
                value: &[
                    sign::Part::Literal("APPCODE "),
                    sign::Part::Credential("appcode"),
                ],
            },
        ],
    },
    statuses: &[
        spec::Status {
            code: "0",
            name: "Success",
            meaning: "成功",
            description: "The query succeeded.",
            class: spec::Class::Success,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
        spec::Status {
            code: "2",
            name: "NoData",
            meaning: "无数据",
            description: "The query found nothing.",
            class: spec::Class::NoData,
            valid_request: None,
            old_code: None,
            advice: None,
            causes: &[],
        },
    ],
    http_statuses: &[],
    reply_signature: None,
    operations: &[&super::dishonest::OPERATION],
};
