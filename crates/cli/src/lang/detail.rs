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
        "must not hold blanks or line ends" => "不得含有空格或换行",
        "must not hold a query: the operation's path follows it" => {
            "不得含有查询串：其后接接口路径"
        }
        "must be a whole number" => "须为整数",
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
        ["must", "be", "a", "whole", "number", "from", min, "to", max] => {
            format!("须为 {min} 至 {max} 的整数")
        }
        [
            "must",
            "be",
            "a",
            "whole",
            "number",
            "of",
            "at",
            "least",
            min,
        ] => {
            format!("须为不小于 {min} 的整数")
        }
        [
            "must",
            "be",
            "a",
            "whole",
            "number",
            "of",
            "at",
            "most",
            max,
        ] => {
            format!("须为不大于 {max} 的整数")
        }
        ["must", "be", "one", "of", values @ ..] => format!("须为以下之一：{}", values.join(" ")),
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
