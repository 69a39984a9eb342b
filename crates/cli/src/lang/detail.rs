//! What exactly is wrong with a request or a reply, in Chinese.
//!
//! The core's sentences are a closed list: a name in backticks, then a rule. The name, the numbers and
//! the values stay as they are; a rule that is not known here is shown in English rather than not.

/// The detail of an English sentence of the core, without what the failure says elsewhere.
pub(super) fn detail(message: &str) -> String {
    let bare = message
        .split_once(": ")
        .map_or(message, |(_, sentence)| sentence)
        .trim_end_matches("; nothing was sent");
    translated(bare).unwrap_or_else(|| bare.to_owned())
}

fn translated(sentence: &str) -> Option<String> {
    if let Some(rest) = sentence.strip_prefix("the base URL ") {
        return Some(format!("地址{}", rule(rest)?));
    }
    let (before, rest) = sentence.split_once('`')?;
    let (name, after) = rest.split_once('`')?;
    let after = after.trim_start();
    Some(match before {
        "the parameter " if after.starts_with("holds an identity number") => format!("`{name}`"),
        "the parameter " | "the credential " => match after.strip_prefix("is missing; set ") {
            Some(variable) => format!("`{name}`，请设置 {variable}"),
            None => format!("`{name}` {}", rule(after)?),
        },
        "the required parameter " => format!("`{name}`"),
        "there is no parameter " | "there is no operation " => {
            let known = after
                .split_once("there is ")
                .or(after.split_once("there are "))?
                .1;
            format!("`{name}`；可用：{known}")
        }
        "the reply has another shape than documented at " | "the reply has no status code at " => {
            let arrived = after.rsplit_once('(').map_or("", |(_, arrived)| arrived);
            format!("`{name}`，{}", arrived.trim_end_matches(')'))
        }
        _ => return None,
    })
}

fn rule(rule: &str) -> Option<String> {
    let whole = match rule {
        "must not be empty" | "is empty" => "不得为空",
        "must be given once" => "只能给出一次",
        "must not hold control characters or line ends" => "不得含有控制字符或换行",
        "holds a line end or another control character" => "含有换行或其他控制字符",
        "begins or ends with a blank" => "首尾有空格",
        "must begin with http:// or https://" => "须以 http:// 或 https:// 开头",
        "must name a host" => "须含主机名",
        "must not hold a user name or password" => "不得含有用户名或密码",
        "must not hold a fragment" => "不得含有片段（#）",
        "must not hold a backslash" => "不得含有反斜杠",
        "must begin with https://: the document prints no http" => {
            "须以 https:// 开头：文档未印 http 地址"
        }
        "must not hold blanks or line ends" => "不得含有空格或换行",
        "must not hold a query: the operation's path follows it" => {
            "不得含有查询串：其后接接口路径"
        }
        "must be a whole number" => "须为整数",
        "must be a number" => "须为数字",
        "must be true or false" => "须为 true 或 false",
        "must be given" => "必须给出",
        "must be text in quotes" => "须为带引号的文本",
        "must be a JSON list, such as [\"a\",\"b\"]" => "须为 JSON 数组，如 [\"a\",\"b\"]",
        "must be a JSON object, such as {\"name\":\"value\"}" => {
            "须为 JSON 对象，如 {\"name\":\"value\"}"
        }
        "must not be `.` or `..`: it stands in the path" => "不得为 `.` 或 `..`：该值位于路径中",
        "must not hold slashes: it is one segment of the path" => {
            "不得含有斜杠：该值是路径中的一段"
        }
        _ => "",
    };
    if !whole.is_empty() {
        return Some(whole.to_owned());
    }
    let words: Vec<&str> = rule.split(' ').collect();
    Some(match words.as_slice() {
        [
            "must",
            "have",
            "at",
            "least",
            min,
            "characters",
            "and",
            "has",
            length,
        ] => {
            format!("至少 {min} 个字符，现为 {length} 个")
        }
        [
            "must",
            "have",
            "at",
            "most",
            max,
            "characters",
            "and",
            "has",
            length,
        ] => {
            format!("至多 {max} 个字符，现为 {length} 个")
        }
        [
            "must",
            "have",
            "at",
            "least",
            min,
            "values",
            "and",
            "has",
            count,
        ] => {
            format!("至少 {min} 个值，现为 {count} 个")
        }
        [
            "must",
            "have",
            "at",
            "most",
            max,
            "values",
            "and",
            "has",
            count,
        ] => {
            format!("至多 {max} 个值，现为 {count} 个")
        }
        ["must", "be", "a", "whole", "number", range @ ..] => number(range, "整数")?,
        ["must", "be", "a", "number", range @ ..] => number(range, "数字")?,
        [
            "must",
            "be",
            "a",
            "day",
            "written",
            pattern,
            "such",
            "as",
            example,
        ] => {
            format!(
                "须为按 {} 书写的日期，如 {example}",
                pattern.trim_end_matches(',')
            )
        }
        [
            "must",
            "be",
            value @ ..,
            "and",
            "need",
            "not",
            "be",
            "given",
        ] => {
            format!("只能是 {}，不必给出", value.join(" "))
        }
        ["is", "not", "documented;", "there", "are", known @ ..] => {
            format!("没有此项；可用：{}", known.join(" "))
        }
        [
            "must",
            "not",
            "hold",
            ..,
            "which",
            "stands",
            "between",
            "the",
            "values",
        ] => {
            let joined = rule.split('`').nth(1)?;
            format!("不得含有 `{joined}`：它用来分隔各值")
        }
        ["must", "be", "one", "of", values @ ..] => format!("须为以下之一：{}", values.join(" ")),
        _ => return None,
    })
}

/// The limits of a number.
fn number(range: &[&str], kind: &str) -> Option<String> {
    Some(match range {
        ["from", min, "to", max] => format!("须为 {min} 至 {max} 的{kind}"),
        ["of", "at", "least", min] => format!("须为不小于 {min} 的{kind}"),
        ["of", "at", "most", max] => format!("须为不大于 {max} 的{kind}"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::detail;

    /// The sentences that the command prints in English, found by trying each rule.
    #[test]
    fn every_rule_is_told_in_chinese() {
        for (english, chinese) in [
            (
                "qcc limit_exit_check: the parameter `searchKey` must have at least 2 characters and has 1; nothing was sent",
                "`searchKey` 至少 2 个字符，现为 1 个",
            ),
            (
                "qcc limit_exit_check: the parameter `pageSize` must be a whole number from 1 to 20; nothing was sent",
                "`pageSize` 须为 1 至 20 的整数",
            ),
            (
                "qixin execution_list_by_name: the parameter `skip` must be a whole number of at least 0; nothing was sent",
                "`skip` 须为不小于 0 的整数",
            ),
            (
                "juhe person_risk: the parameter `type` must be one of 1 (失信), 2 (被执行), 3 (限制消费); nothing was sent",
                "`type` 须为以下之一：1 (失信), 2 (被执行), 3 (限制消费)",
            ),
            (
                "juhe person_risk: the required parameter `realname` is missing; nothing was sent",
                "`realname`",
            ),
            (
                "qixin execution_list_by_name: there is no parameter `kyword`; there are keyword, skip; nothing was sent",
                "`kyword`；可用：keyword, skip",
            ),
            (
                "qixin: there is no operation `x`; there is execution_list_by_name; nothing was sent",
                "`x`；可用：execution_list_by_name",
            ),
            (
                "qixin: the credential `appkey` is missing; set QIXIN_APPKEY; nothing was sent",
                "`appkey`，请设置 QIXIN_APPKEY",
            ),
            (
                "qixin: the credential `appkey` begins or ends with a blank; nothing was sent",
                "`appkey` 首尾有空格",
            ),
            (
                "acme search: the parameter `ratio` must be a number from 0 to 1; nothing was sent",
                "`ratio` 须为 0 至 1 的数字",
            ),
            (
                "acme search: the parameter `day` must be a day written yyyyMMdd, such as 20240131; nothing was sent",
                "`day` 须为按 yyyyMMdd 书写的日期，如 20240131",
            ),
            (
                "acme search: the parameter `ids` must have at most 3 values and has 4; nothing was sent",
                "`ids` 至多 3 个值，现为 4 个",
            ),
            (
                "acme search: the parameter `tags[1]` must not hold `, `, which stands between the values; nothing was sent",
                "`tags[1]` 不得含有 `, `：它用来分隔各值",
            ),
            (
                "acme search: the parameter `channel` must be api and need not be given; nothing was sent",
                "`channel` 只能是 api，不必给出",
            ),
            (
                "acme search: the parameter `lead.nmae` is not documented; there are name, age; nothing was sent",
                "`lead.nmae` 没有此项；可用：name, age",
            ),
            (
                "qcc: the base URL must name a host; nothing was sent",
                "地址须含主机名",
            ),
            (
                "qcc limit_exit_check: the reply has no status code at `$.Status` (HTTP 200, 2 bytes, application/json)",
                "`$.Status`，HTTP 200, 2 bytes, application/json",
            ),
        ] {
            assert_eq!(detail(english), chinese);
        }
        assert_eq!(detail("x: something new"), "something new");
    }
}
