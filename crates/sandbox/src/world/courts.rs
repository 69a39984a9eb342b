//! Real courts with their places in case numbers, and other words that invented cases are made of.

use super::case::Court;

const fn court(
    name: &'static str,
    province: &'static str,
    sign: &'static str,
    digits: &'static str,
) -> Court {
    Court {
        name,
        province,
        sign,
        digits,
    }
}

/// 310105
pub(crate) const CHANGNING: Court = court("上海市长宁区人民法院", "上海", "沪", "0105");
/// 310114
pub(crate) const JIADING: Court = court("上海市嘉定区人民法院", "上海", "沪", "0114");

/// Courts besides [`CHANGNING`].
pub(crate) const COURTS: &[Court] = &[
    JIADING,
    court("北京市朝阳区人民法院", "北京", "京", "0105"),
    court("淄博市博山区人民法院", "山东", "鲁", "0304"),
    court("常熟市人民法院", "江苏", "苏", "0581"),
    court("宿迁市宿豫区人民法院", "江苏", "苏", "1311"),
    court("深圳市福田区人民法院", "广东", "粤", "0304"),
    court("杭州市西湖区人民法院", "浙江", "浙", "0106"),
    court("成都市锦江区人民法院", "四川", "川", "0104"),
    court("武汉市武昌区人民法院", "湖北", "鄂", "0106"),
    court("西安市雁塔区人民法院", "陕西", "陕", "0113"),
    court("厦门市思明区人民法院", "福建", "闽", "0203"),
    court("天津市和平区人民法院", "天津", "津", "0101"),
];

/// The commonest ground of listing.
pub(crate) const ABLE_BUT_UNWILLING: &str = "有履行能力而拒不履行生效法律文书确定义务";

/// The other grounds of the rule, and one of the older form.
pub(crate) const GROUNDS: &[&str] = &[
    ABLE_BUT_UNWILLING,
    "以伪造证据、暴力、威胁等方法妨碍、抗拒执行",
    "以虚假诉讼、虚假仲裁或者以隐匿、转移财产等方法规避执行",
    "违反财产报告制度",
    "违反限制消费令",
    "无正当理由拒不履行执行和解协议",
    "其他有履行能力而拒不履行生效法律文书确定义务",
];

/// Invented applicants.
pub(crate) const APPLICANTS: &[&str] = &[
    "示例商业银行股份有限公司",
    "样本融资租赁有限公司",
    "试验建材有限公司",
    "范例小额贷款股份有限公司",
];
