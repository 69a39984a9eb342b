//! Two things change places: values of one file, or whole files.

use serde_json::Value;
use xtask::read::Texts;

use super::tree;
use crate::rng::Rng;

pub(super) fn values(rng: &mut Rng, texts: &mut Texts) {
    tree::json(rng, texts, |rng, value| {
        let places = tree::places(value, &|pointer, _| !pointer.is_empty());
        let (Some(a), Some(b)) = (rng.pick(&places).cloned(), rng.pick(&places).cloned()) else {
            return;
        };
        let (Some(first), Some(second)) = (value.pointer(&a).cloned(), value.pointer(&b).cloned())
        else {
            return;
        };
        for (place, new) in [(a, second), (b, first)] {
            // The second may be gone with the first.
            if let Some(place) = value.pointer_mut(&place) {
                *place = new;
            }
        }
    });
}

pub(super) fn files(rng: &mut Rng, texts: &mut Texts) {
    let (Some(a), Some(b)) = (tree::file(rng, texts), tree::file(rng, texts)) else {
        return;
    };
    let (Some(first), Some(second)) = (texts.get(&a).cloned(), texts.get(&b).cloned()) else {
        return;
    };
    if rng.once_in(3) {
        // One member of one file stands in the other.
        let parsed = [&first, &second].map(|text| serde_json::from_slice::<Value>(text));
        if let [Ok(from), Ok(Value::Object(mut into))] = parsed {
            let member = from
                .as_object()
                .and_then(|m| m.iter().nth(rng.below(m.len())));
            if let Some((key, value)) = member {
                into.insert(key.clone(), value.clone());
                texts.insert(b, crate::source::pretty(&Value::Object(into)));
            }
        }
        return;
    }
    texts.insert(a, second);
    texts.insert(b, first);
}
