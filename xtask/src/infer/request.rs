//! What one request says of the parameters.

use serde_json::{Value, json};
use zhixing_shape::{Kind, Observed, Patch, widen};

use super::{Work, drafting};
use crate::new::PLACEHOLDER;
use crate::new::untouched::Scaffold;
use crate::read::position::child;

impl Work {
    /// Parameters that the request has and the schema lacks. What signs the call is no parameter.
    pub(super) fn parameters(
        &mut self,
        operation: &Value,
        request: &[(String, Value)],
        vendor: &Value,
    ) {
        let signing: Vec<&str> = vendor
            .pointer("/auth/fields")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(|field| field.get("name")?.as_str())
            .collect();
        let parameters: Vec<&(String, Value)> = request
            .iter()
            .filter(|(name, _)| !signing.contains(&name.as_str()))
            .collect();
        if parameters.is_empty() {
            return;
        }
        let known = operation.pointer("/request/properties");
        if Scaffold::of(vendor).wrote_request(&operation["request"]) {
            let mut properties = serde_json::Map::new();
            for (name, value) in parameters {
                if let Some(schema) = self.parameter(name, value) {
                    properties.insert(name.clone(), schema);
                }
            }
            self.doubts.push("/request: which parameters are required, and which carries the subject (`x-role`), one request does not say.".into());
            let schema = json!({ "type": "object", "properties": properties });
            return self.patch(
                &Patch::Replace("/request".into(), schema),
                None,
                "/request: drafted from the request".into(),
            );
        }
        if known.is_some_and(|known| known.get(PLACEHOLDER).is_some()) {
            self.doubts.push(format!("/request/{PLACEHOLDER}: it is still the scaffold's. Describe it from the document, or delete it."));
        }
        let mut before: Option<&str> = None;
        for (name, value) in parameters {
            match known.and_then(|known| known.get(name)) {
                Some(schema) => self.held_against(name, schema, value),
                None => {
                    if let Some(schema) = self.parameter(name, value) {
                        let patch = Patch::Add(child("/request/properties", name), schema);
                        self.patch(
                            &patch,
                            before,
                            format!("/request/{name}: the parameter is not described"),
                        );
                    }
                }
            }
            before = Some(name);
        }
    }

    fn parameter(&mut self, name: &str, value: &Value) -> Option<Value> {
        let schema = drafting::parameter(name, value);
        if schema.is_none() {
            self.doubts.push(format!(
                "/request/{name}: it is a list, an object or null; transcribe it by hand."
            ));
        }
        schema
    }

    /// A request that the schema would refuse is told and changes nothing: limits are the document's.
    fn held_against(&mut self, name: &str, schema: &Value, value: &Value) {
        let mut observed = Observed::default();
        let text = value.as_str().and_then(|text| text.parse::<i64>().ok());
        match text.filter(|_| schema.get("type") == Some(&json!("integer"))) {
            Some(number) => observed.add(&number.into()),
            None => observed.add(value),
        }
        for change in widen(schema, &observed).changes {
            if change.kind != Kind::Field {
                self.doubts.push(format!("/request/{name}: the request breaks what is described ({}). Nothing was changed.", change.words));
            }
        }
    }
}
