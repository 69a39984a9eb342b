//! From a question to the calls that answer it.

use zhixing_core::request::Arguments;
use zhixing_core::spec::{Operation, Paging, Parameter, Role, Rule, Vendor};

use crate::reason::Reason;
use crate::subject::Question;

/// What is to be done about one operation of one vendor.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Plan {
    /// These calls, each of which costs money.
    Ask(Vec<PlannedCall>),
    /// Nothing, for this reason.
    Skip(Reason),
}

/// One call that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlannedCall {
    /// Which enforcement list is asked, where the vendor wants to know: the wire value.
    pub list: Option<&'static str>,
    /// What the document calls that list.
    pub list_label: Option<&'static str>,
    /// The parameters.
    pub arguments: Arguments,
}

/// Plans what to ask of an operation. `vendor` is the one that offers it.
#[must_use]
pub fn plan(question: &Question, vendor: &Vendor, operation: &'static Operation) -> Plan {
    if !question.vendors.is_empty() && !question.vendors.iter().any(|name| name == vendor.name) {
        return Plan::Skip(Reason::NotChosen);
    }
    let subject = &question.subject;
    let mut arguments = Arguments::new();
    for parameter in operation.parameters {
        let value = match parameter.role {
            Some(Role::Subject) => Some(subject.name.as_str()),
            Some(Role::Person) => subject.person.as_deref(),
            Some(Role::IdNumber) => subject.id_number.as_deref(),
            // Lists are asked one by one below.
            Some(Role::List) => continue,
            // What has no role is left to the vendor's default; where there is none, a question fills no more than the
            // first page.
            _ if parameter.required => {
                let Some(value) = first_page(operation, parameter.name) else {
                    return Plan::Skip(lacking(parameter));
                };
                arguments.push(parameter.name, value.to_string());
                continue;
            }
            _ => continue,
        };
        match value {
            Some(value) => arguments.push(parameter.name, value),
            None if parameter.required => return Plan::Skip(lacking(parameter)),
            None => {}
        }
    }
    if let Some(size) = largest_page(operation) {
        arguments.set(size.0, size.1.to_string());
    }
    Plan::Ask(lists(operation, arguments))
}

/// What a parameter of paging holds when the first page is asked for.
fn first_page(operation: &'static Operation, name: &str) -> Option<u64> {
    match operation.paging? {
        Paging::Offset { parameter, .. } => (parameter == name).then_some(0),
        Paging::Page {
            parameter, first, ..
        } if parameter == name => Some(first),
        Paging::Page {
            size_parameter,
            size,
            ..
        } => (size_parameter == Some(name)).then_some(size),
        _ => None,
    }
}

/// A page costs the same however much it holds, so the largest documented one is asked for.
fn largest_page(operation: &'static Operation) -> Option<(&'static str, i64)> {
    let Some(Paging::Page {
        size_parameter: Some(name),
        ..
    }) = operation.paging
    else {
        return None;
    };
    match operation.parameter(name)?.rule {
        Rule::Integer { max: Some(max), .. } => Some((name, max)),
        _ => None,
    }
}

fn lists(operation: &'static Operation, arguments: Arguments) -> Vec<PlannedCall> {
    let parameter = operation.role(Role::List);
    let rule = |parameter: &Parameter| match parameter.rule {
        Rule::List { items, .. } => *items,
        single => single,
    };
    let Some((name, values)) = parameter.and_then(|parameter| match rule(parameter) {
        Rule::OneOf(values) | Rule::OneOfNumbers(values) => Some((parameter.name, values)),
        _ => None,
    }) else {
        return vec![PlannedCall {
            list: None,
            list_label: None,
            arguments,
        }];
    };
    values
        .iter()
        .map(|(value, label)| PlannedCall {
            list: Some(value),
            list_label: Some(label),
            arguments: arguments.clone().with(name, *value),
        })
        .collect()
}

fn lacking(parameter: &Parameter) -> Reason {
    match parameter.role {
        Some(Role::Person) => Reason::NeedsPerson,
        Some(Role::IdNumber) => Reason::NeedsIdNumber,
        // A question is about a subject, and says nothing of courts or days.
        _ => Reason::NeedsParameter {
            parameter: parameter.name.to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use zhixing_core::sign::Place;
    use zhixing_core::spec::Envelope;

    use super::*;
    use crate::subject::Subject;

    fn parameter(name: &'static str, role: Option<Role>) -> Parameter {
        Parameter {
            name,
            required: true,
            default: None,
            place: Place::Query,
            rule: Rule::Text { min: 1, max: None },
            role,
            personal: false,
            description: "",
            verbatim: "",
        }
    }

    /// An operation of our own invention that requires its subject and this, in numbered pages from 1 of 20.
    fn requires(name: &'static str) -> Operation {
        let documented = &qcc::limit_exit_check::OPERATION;
        let parameters = vec![
            parameter("name", Some(Role::Subject)),
            parameter(name, None),
        ];
        Operation {
            vendor: documented.vendor,
            name: "search",
            title: documented.title,
            section: "",
            lists: &[],
            method: documented.method,
            path: "/",
            parameters: parameters.leak(),
            envelope: Envelope {
                code: &["code"],
                message: &["message"],
                payload: None,
                order_number: None,
            },
            reply: &[],
            none: None,
            returned: None,
            paging: Some(Paging::Page {
                parameter: "page",
                first: 1,
                size_parameter: Some("size"),
                size: 20,
            }),
        }
    }

    fn planned(name: &'static str) -> Plan {
        let question = Question::about(Subject::new("张三"));
        plan(&question, &qcc::VENDOR, Box::leak(Box::new(requires(name))))
    }

    #[test]
    fn what_needs_more_than_a_question_holds_is_not_asked() {
        let parameter = "court".to_owned();
        let reason = Reason::NeedsParameter { parameter };
        assert_eq!(planned("court"), Plan::Skip(reason));
    }

    #[test]
    fn a_first_page_that_must_be_named_is_named() {
        for (name, value) in [("page", "1"), ("size", "20")] {
            let Plan::Ask(calls) = planned(name) else {
                panic!("{name} is known")
            };
            let expected = Arguments::new().with("name", "张三").with(name, value);
            assert_eq!(calls[0].arguments, expected);
        }
    }
}
