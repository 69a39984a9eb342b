//! A signed reply of any number of records, the same at every run.
//!
//! A record has every documented field and some 2.4 kB, most of it the duty, as in practice: a page of 20 is about 48 kB. All
//! of it is invented. Every fifth duty has line ends, which JSON must escape.

use super::naive;

/// What signs the replies.
pub const SECRET: &str = "bench-secret-key";

/// The bytes of a duty from which on no clause is added, of the shortest and of the longest.
const DUTY: (usize, usize) = (1_600, 2_100);

const PLACES: [(&str, &str, &str); 6] = [
    ("山东", "鲁0304", "淄博市博山区人民法院"),
    ("浙江", "浙0106", "杭州市西湖区人民法院"),
    ("广东", "粤0305", "深圳市南山区人民法院"),
    ("四川", "川0107", "成都市武侯区人民法院"),
    ("湖北", "鄂0111", "武汉市洪山区人民法院"),
    ("内蒙古", "内0102", "呼和浩特市新城区人民法院"),
];
const PEOPLE: [&str; 8] = [
    "李建国",
    "王秀兰",
    "张伟东",
    "刘晓芳",
    "陈志强",
    "欧阳海燕",
    "赵明",
    "孙丽华",
];
const COMPANIES: [&str; 5] = [
    "鼎盛机械制造有限公司",
    "恒远物资贸易有限公司",
    "金桥建筑工程有限责任公司",
    "华茂纺织股份有限公司",
    "瑞丰农业发展有限公司",
];
const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const STATUSES: [&str; 3] = ["全部未履行", "部分未履行", "全部已履行"];
const CONDUCTS: [&str; 3] = [
    "有履行能力而拒不履行生效法律文书确定义务",
    "违反财产报告制度",
    "以虚假诉讼、虚假仲裁或者以隐匿、转移财产等方法规避执行",
];

/// The text of a whole reply.
pub fn reply(records: usize) -> String {
    signed(records, 5)
}

/// The same without line ends, so that nothing is escaped.
pub fn without_escapes(records: usize) -> String {
    signed(records, usize::MAX)
}

/// One of so many duties has line ends.
fn signed(records: usize, escaped: usize) -> String {
    let items: Vec<String> = (0..records).map(|n| record(n, escaped)).collect();
    let data = format!(
        r#"{{"total":{records},"num":{records},"items":[{}]}}"#,
        items.join(",")
    );
    let payload = serde_json::from_str(&data).expect("JSON");
    let sign = naive::signature(&payload, SECRET);
    format!(r#"{{"status":"200","message":"查询成功","sign":"{sign}","data":{data}}}"#)
}

fn record(n: usize, escaped: usize) -> String {
    let (province, code, court) = pick(&PLACES, n);
    let year = 2013 + n % 11;
    let (month, day) = (1 + n % 12, 1 + (n * 7) % 28);
    let number = 1000 + n * 37 % 8000;
    let fields = [
        ("court", (*court).to_owned()),
        ("oper_name", (*pick(&PEOPLE, n * 3)).to_owned()),
        ("province", (*province).to_owned()),
        (
            "doc_number",
            format!("（{year}）{code}民初{number}号民事判决书"),
        ),
        ("date", format!("{}-{month:02}-{day:02}", year + 1)),
        (
            "case_number",
            format!("（{}）{code}执{}号", year + 1, number + 11),
        ),
        ("ex_department", format!("{province}{court}")),
        ("final_duty", duty(n, escaped)),
        ("execution_status", (*pick(&STATUSES, n)).to_owned()),
        ("execution_desc", (*pick(&CONDUCTS, n / 2)).to_owned()),
        (
            "publish_date",
            format!("{}-{month:02}-{:02}", year + 2, 29 - day),
        ),
        (
            "number",
            format!("{:08}-{}", 10_000_000 + n * 9_176_531 % 89_999_999, n % 10),
        ),
        ("disabled", (n % 2).to_string()),
    ];
    let members: Vec<String> = fields
        .iter()
        .map(|(name, text)| {
            let text = serde_json::to_string(text).expect("a string is JSON");
            format!(r#""{name}":{text}"#)
        })
        .collect();
    format!("{{{}}}", members.join(","))
}

/// Clauses as courts write them, until they are long enough.
fn duty(n: usize, escaped: usize) -> String {
    let end = if n % escaped == escaped - 1 {
        "；\n"
    } else {
        "；"
    };
    let enough = DUTY.0 + n * 89 % (DUTY.1 - DUTY.0);
    let mut text = String::new();
    for clause in 0.. {
        let n = n * 13 + clause;
        let (person, guarantor) = (pick(&PEOPLE, n), pick(&PEOPLE, n + 3));
        let (debtor, creditor) = (pick(&COMPANIES, n), pick(&COMPANIES, n + 2));
        let numeral = pick(&NUMERALS, clause);
        let yuan = 10_000 + n * 7_919 % 4_990_000;
        let rate = 4 + n % 20;
        let (year, month, day) = (2012 + n % 11, 1 + n % 12, 1 + n % 28);
        let clause = match n % 4 {
            0 => format!(
                "{numeral}、被告{debtor}于本判决生效之日起十日内偿还原告{creditor}借款本金人民币{yuan}.{rate:02}元，\
                 并自{year}年{month}月{day}日起至实际清偿之日止，按年利率{rate}%支付利息"
            ),
            1 => format!(
                "{numeral}、被告{person}、{guarantor}对上述第一项债务承担连带清偿责任；被告{person}承担保证责任后，\
                 有权向被告{debtor}追偿"
            ),
            2 => format!(
                "{numeral}、原告{creditor}有权就被告{debtor}名下位于{}的房产（建筑面积{rate}8.5平方米）折价\
                 或者以拍卖、变卖该房产所得价款在{yuan}元范围内优先受偿",
                pick(&PLACES, n).2.replace("人民法院", "人民路")
            ),
            _ => format!(
                "{numeral}、如果未按本判决指定的期间履行给付金钱义务，应当加倍支付迟延履行期间的债务利息。案件受理费\
                 {}元、财产保全费{}元，由被告{debtor}负担，于{year}年{month}月{day}日前交纳",
                yuan / 97,
                yuan / 211
            ),
        };
        text.push_str(&clause);
        if text.len() >= enough {
            break;
        }
        text.push_str(end);
    }
    text.push('。');
    text
}

fn pick<T>(from: &[T], n: usize) -> &T {
    &from[n % from.len()]
}
