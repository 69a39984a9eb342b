//! Where a record came from and what had been asked.
//!
//! A record without its source cannot be checked, disputed or paid for. It cannot even be read: qixin's records do not
//! name the debtor, so the question is part of the answer.

use serde::{Deserialize, Serialize};

use super::blank::text;
use crate::personal::Personal;

/// Where a record came from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Source {
    /// The vendor, by the name of its crate: `qixin`.
    pub vendor: String,
    /// The operation: `execution_list_by_name`.
    pub operation: String,
    /// The vendor's number for the call, to quote when a bill or an answer is disputed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_number: Option<String>,
    /// What had been asked.
    #[serde(default, skip_serializing_if = "Query::is_empty")]
    pub query: Query,
    /// The vendor's own key for the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record_id: Option<String>,
}

impl Source {
    /// A source with nothing asked and no numbers yet.
    pub fn new(vendor: impl Into<String>, operation: impl Into<String>) -> Self {
        Self {
            vendor: vendor.into(),
            operation: operation.into(),
            order_number: None,
            query: Query::new(),
            record_id: None,
        }
    }

    /// With what had been asked.
    #[must_use]
    pub fn with_query(mut self, query: Query) -> Self {
        self.query = query;
        self
    }

    /// With the vendor's number for the call; a [blank](super::is_blank) one changes nothing.
    #[must_use]
    pub fn with_order_number(mut self, raw: &str) -> Self {
        self.order_number = text(raw).or(self.order_number);
        self
    }

    /// With the vendor's key for the record; a [blank](super::is_blank) one changes nothing.
    #[must_use]
    pub fn with_record_id(mut self, raw: &str) -> Self {
        self.record_id = text(raw).or(self.record_id);
        self
    }
}

/// One name and its value, a parameter of a query or a [detail](super::Record::details) of a record. `Debug` masks the
/// value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Detail {
    /// The name, as on the wire. Of a value inside the row with its place: `LimitList[0].Phone`.
    pub name: String,
    /// The value. It may be a person's name, address or telephone number.
    pub value: Personal,
}

impl Detail {
    /// A name and its value.
    pub fn new(name: impl Into<String>, value: impl Into<Personal>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
        }
    }
}

/// What had been asked: the parameters as on the wire, in their order, without credentials or signatures.
///
/// ```
/// use zhixing_core::record::Query;
///
/// let query: Query = [("keyword", "博山鲁星环保机械厂"), ("skip", "0")].into_iter().collect();
/// assert_eq!(query.get("keyword"), Some("博山鲁星环保机械厂"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Query {
    parameters: Vec<Detail>,
}

impl Query {
    /// A query without parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a parameter at the end. The caller leaves credentials and signatures out.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<Personal>) {
        self.parameters.push(Detail::new(name, value));
    }

    /// The value of the first parameter of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.parameters
            .iter()
            .find(|it| it.name == name)
            .map(|it| it.value.as_str())
    }

    /// The parameters in order.
    pub fn parameters(&self) -> &[Detail] {
        &self.parameters
    }

    /// Whether there are no parameters.
    pub fn is_empty(&self) -> bool {
        self.parameters.is_empty()
    }
}

impl<N: Into<String>, V: Into<Personal>> FromIterator<(N, V)> for Query {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(parameters: I) -> Self {
        Self {
            parameters: parameters
                .into_iter()
                .map(|(name, value)| Detail::new(name, value))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_keeps_the_order_of_the_query() {
        let query: Query = [("type", "1"), ("realname", "张德洲"), ("keyword", "x")]
            .into_iter()
            .collect();
        let source = Source::new("juhe", "person_risk")
            .with_query(query)
            .with_order_number("JH1")
            .with_record_id("-");
        let json = serde_json::json!({
            "vendor": "juhe",
            "operation": "person_risk",
            "order_number": "JH1",
            "query": [
                { "name": "type", "value": "1" },
                { "name": "realname", "value": "张德洲" },
                { "name": "keyword", "value": "x" },
            ],
        });
        assert_eq!(serde_json::to_value(&source).unwrap(), json);
        assert_eq!(serde_json::from_value::<Source>(json).unwrap(), source);
        assert!(!format!("{source:?}").contains("张德洲"));
    }
}
