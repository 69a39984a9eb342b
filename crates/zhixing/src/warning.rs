//! Advice before money is spent: numbers that a typing error made.

use serde::{Deserialize, Serialize};
use zhixing_core::record::{Check, Form, Identifier};

use crate::subject::Subject;

/// Something about the question that looks wrong. It was asked all the same: real numbers fail their
/// checks too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Warning {
    /// What of the question it is about: `subject` or `id_number`.
    pub about: String,
    /// What the number looks like.
    pub form: Form,
    /// In a sentence. It does not repeat the number.
    pub message: String,
}

/// What looks wrong with the numbers of a subject.
#[must_use]
pub fn warnings(subject: &Subject) -> Vec<Warning> {
    let numbers = [
        ("subject", Some(&subject.name)),
        ("id_number", subject.id_number.as_ref()),
    ];
    numbers
        .into_iter()
        .filter_map(|(about, number)| {
            let identifier = Identifier::parse(number?.as_str())?;
            let form = identifier
                .form()
                .filter(|_| identifier.check() == Check::Failed)?;
            let message = format!(
                "reads like {} whose check digit is wrong: a typing error?",
                named(form)
            );
            Some(Warning {
                about: about.to_owned(),
                form,
                message,
            })
        })
        .collect()
}

fn named(form: Form) -> &'static str {
    match form {
        Form::UnifiedSocialCreditCode => "a unified social credit code (统一社会信用代码)",
        Form::OrganisationCode => "an organisation code (组织机构代码)",
        Form::IdentityNumber => "an identity number (公民身份号码)",
        Form::RegistrationNumber => "a registration number (工商注册号)",
        _ => "a number",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_check_digit_is_told_and_a_right_one_or_a_name_is_not() {
        // The credit codes that pass and fail by GB 32100-2015, and the identity number by GB 11643-1999.
        for good in [
            "91350100M000100Y43",
            "91110000802100433B",
            "博山鲁星环保机械厂",
        ] {
            assert_eq!(warnings(&Subject::new(good)), [], "{good}");
        }
        let wrong = warnings(&Subject::new("91320594758983201R").id_number("110105194912310021"));
        let about: Vec<&str> = wrong.iter().map(|warning| warning.about.as_str()).collect();
        assert_eq!(about, ["subject", "id_number"]);
        assert!(
            wrong
                .iter()
                .all(|warning| !warning.message.contains("9132"))
        );
        assert_eq!(
            warnings(&Subject::new("x").id_number("11010519491231002X")),
            []
        );
    }
}
