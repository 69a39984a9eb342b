//! What looks wrong with the question, in the reader's language.
//!
//! The facade's warnings are English sentences. In Chinese one is composed anew from what it says to
//! machines: what it is about, and the standard that the number resembles.

use zhixing::Warning;
use zhixing_core::record::Form;

use super::Lang;

/// What it is about, and what looks wrong. The number is not repeated.
pub(crate) fn advice(lang: Lang, warning: &Warning) -> String {
    if lang == Lang::En {
        return format!("{}: {}", warning.about, warning.message);
    }
    let about = match warning.about.as_str() {
        "subject" => "查询主体",
        "id_number" => "证件号码",
        other => other,
    };
    let form = match warning.form {
        Form::UnifiedSocialCreditCode => "统一社会信用代码",
        Form::OrganisationCode => "组织机构代码",
        Form::IdentityNumber => "公民身份号码",
        Form::RegistrationNumber => "工商注册号",
        _ => return format!("{about}：{}", warning.message),
    };
    format!("{about}：形似{form}，但校验位不符：是否输错？")
}
