//! Failures in the reader's language.
//!
//! The core's errors are English. In Chinese a failure is composed anew from what it says to machines:
//! its kind, its step, and what the document says of its status, which is Chinese already and verbatim.

use zhixing::{Failure, Reason};

use super::Lang;
use super::detail::detail;
use super::step;

/// What went wrong, in a sentence.
pub(crate) fn message(lang: Lang, vendor: &str, failure: &Failure) -> String {
    match lang {
        Lang::En => failure.message.clone(),
        // Only the next page or call was not sent: those before it were, and they were paid for.
        Lang::Zh if matches!(failure.kind.as_str(), "page_limit" | "budget") => {
            format!("{vendor}：{}", what(vendor, failure))
        }
        Lang::Zh => format!("{vendor}：{}{}", what(vendor, failure), sent(&failure.sent)),
    }
}

/// What to do next.
pub(crate) fn next_step(lang: Lang, vendor: &str, failure: &Failure) -> String {
    match lang {
        Lang::En if failure.kind == "identity_number_over_plain_http" => {
            format!("{} (--allow-plain-http-id)", failure.next_step)
        }
        Lang::En => failure.next_step.clone(),
        Lang::Zh => match failure.retry_after_seconds {
            Some(seconds) => format!("等待 {seconds} 秒后再查"),
            None => step::in_chinese(vendor, failure).to_owned(),
        },
    }
}

/// Why a source was not asked. A reason that is not known here is shown as it is.
pub(crate) fn reason(lang: Lang, reason: &Reason) -> String {
    match (lang, reason) {
        (Lang::Zh, Reason::NotChosen) => "不在指定的数据商之列".to_owned(),
        (Lang::Zh, Reason::NeedsPerson) => "须给出主体名下的人员姓名 (--person)".to_owned(),
        (Lang::Zh, Reason::NeedsIdNumber) => "须给出证件号码 (--id-number)".to_owned(),
        (Lang::Zh, Reason::NeedsParameter { parameter }) => {
            format!("须给出参数 {parameter}，只能用 zhixing call 给出")
        }
        (Lang::Zh, Reason::NotConfigured { variables }) => {
            format!("未配置：缺少 {}", variables.join(", "))
        }
        _ => reason.to_string(),
    }
}

fn what(vendor: &str, failure: &Failure) -> String {
    let with_details = |what: &str| format!("{what}（{}）", detail(&failure.message));
    match failure.kind.as_str() {
        "unknown_operation" => with_details("没有这个接口"),
        "unknown_parameter" => with_details("没有这个参数"),
        "missing_parameter" => with_details("缺少必填参数"),
        "invalid_parameter" => with_details("参数不符合规定"),
        "identity_number_over_plain_http" => {
            with_details("证件号码将以明文传输（plain http），已拒绝")
        }
        "missing_credential" => with_details("缺少凭据"),
        "invalid_credential" => with_details("凭据不可用"),
        "missing_base_url" => with_details("文档未印地址，须从产品页复制"),
        "invalid_base_url" => with_details("地址不可用"),
        "signing" => with_details("请求无法签名"),
        "shape" | "no_status" => with_details("答复的结构与文档不符"),
        "no_transport" => "没有可用的传输方式".into(),
        "transport" => match failure.sent.as_str() {
            "no" => "无法建立连接".into(),
            "in_doubt" => "连接在答复之前中断".into(),
            // The line broke inside the reply, or what came cannot be unpacked.
            _ => format!("答复未能完整读取{}", arrived(failure)),
        },
        "timeout" => format!("超时{}", arrived(failure)),
        "too_large" => format!("答复超出允许的长度{}", arrived(failure)),
        "http" => match failure.http_status {
            Some(status) => format!("服务器返回 HTTP 错误 {status}"),
            None => with_details("服务器返回 HTTP 错误"),
        },
        "redirect" => "服务器要求转向别处，未跟随".into(),
        "html" => "返回的是网页而不是 JSON".into(),
        "empty_body" => "答复为空".into(),
        "truncated" => "答复不完整".into(),
        "not_json" => "答复不是 JSON".into(),
        "undecodable" => format!("答复中有无法解读的内容{}", arrived(failure)),
        "signature_mismatch" => "答复的签名与内容不符".into(),
        "signature_missing" => "答复缺少文档承诺的签名".into(),
        "page_limit" => "已到页数上限，其余未取".into(),
        "interrupted" => "答复之前已中断".into(),
        "deadline" => "到期限仍无答复".into(),
        "budget" => "已到调用上限，此次调用未发出".into(),
        "repeated_page" => "同一页返回了两次，已停止翻页".into(),
        "status" | "unknown_status" => {
            let code = failure.code.as_deref().unwrap_or_default();
            let documented = zhixing::vendor(vendor).and_then(|entry| entry.vendor.status(code));
            match documented {
                Some(status) => format!("状态码 {code}「{}」", status.meaning),
                None => format!("状态码 {code}，文档中没有"),
            }
        }
        _ => failure.message.clone(),
    }
}

/// What came of a reply that did not come whole, in brackets; nothing where none had begun.
fn arrived(failure: &Failure) -> String {
    let told = failure.message.rsplit_once("(HTTP ");
    told.map_or_else(String::new, |(_, rest)| {
        format!("（HTTP {}）", rest.trim_end_matches(')'))
    })
}

fn sent(sent: &str) -> &'static str {
    match sent {
        "no" => "；未发出请求",
        "in_doubt" => "；不能确定服务器是否收到请求",
        _ => "",
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Lang, message, next_step};

    /// Its sentences say nothing, so that what is told can only come from its other members.
    pub(in crate::lang) fn failure(
        kind: &str,
        code: Option<&str>,
        class: Option<&str>,
        step: &str,
    ) -> zhixing::Failure {
        let value = serde_json::json!({
            "kind": kind, "code": code, "class": class, "message": "m",
            "sent": "yes", "counted": "unknown", "next_step": "n", "step": step,
        });
        serde_json::from_value(value).expect("a failure")
    }

    /// Its document: 101 is "Appkey 无效".
    #[test]
    fn a_status_is_told_in_the_documents_own_words() {
        let failure = failure("status", Some("101"), Some("auth"), "check_key");
        assert_eq!(
            message(Lang::Zh, "qixin", &failure),
            "qixin：状态码 101「Appkey 无效」"
        );
        assert_eq!(message(Lang::En, "qixin", &failure), "m");
        assert_eq!(
            next_step(Lang::Zh, "qixin", &failure),
            "检查 key、密钥和时钟"
        );
    }

    #[test]
    fn what_came_of_a_cut_reply_is_told() {
        let mut failure = failure("transport", None, None, "check_bill");
        assert_eq!(message(Lang::Zh, "qcc", &failure), "qcc：答复未能完整读取");
        failure.message =
            "qcc: the connection broke inside the reply (HTTP 200, 23 bytes, application/json)"
                .into();
        assert_eq!(
            message(Lang::Zh, "qcc", &failure),
            "qcc：答复未能完整读取（HTTP 200, 23 bytes, application/json）"
        );
    }

    /// Pages were bought before the limit was reached: 未发出请求 ("nothing was sent") would be wrong.
    #[test]
    fn a_walk_that_stops_at_its_limit_has_sent_something() {
        let mut failure = failure("page_limit", None, None, "raise_pages");
        failure.sent = "no".into();
        assert_eq!(
            message(Lang::Zh, "qixin", &failure),
            "qixin：已到页数上限，其余未取"
        );
    }

    /// Its document: 如果 HTTP 状态码为 502/503,通常为网络不稳定,请忽略再重试.
    #[test]
    fn an_http_error_is_told_without_english_and_retried_where_the_document_says_so() {
        let mut failure = failure("http", None, Some("server"), "as_documented");
        failure.http_status = Some(503);
        assert_eq!(
            message(Lang::Zh, "xinshu", &failure),
            "xinshu：服务器返回 HTTP 错误 503"
        );
        assert_eq!(next_step(Lang::Zh, "xinshu", &failure), "请忽略再重试");
    }

    #[test]
    fn a_kind_or_a_step_that_is_new_is_told_rather_than_hidden() {
        let mut failure = failure("invented", None, None, "dance");
        assert_eq!(message(Lang::Zh, "qixin", &failure), "qixin：m");
        assert_eq!(next_step(Lang::Zh, "qixin", &failure), "n");
        // A report that was written before there were steps.
        failure.step = String::new();
        assert_eq!(next_step(Lang::Zh, "qixin", &failure), "n");
    }
}
