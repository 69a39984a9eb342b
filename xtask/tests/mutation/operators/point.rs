//! A reference or a pointer leads elsewhere: to itself, around in a circle, into the nowhere.

use serde_json::{Value, json};
use xtask::read::Texts;

use super::tree;
use crate::odd;
use crate::rng::Rng;

pub(super) fn change(rng: &mut Rng, texts: &mut Texts) {
    if rng.once_in(3) {
        return tree::json(rng, texts, |rng, value| {
            let fields = tree::places(value, &tree::is_schema);
            let is_pointer =
                |_: &str, v: &Value| v.as_str().is_some_and(|text| text.starts_with('/'));
            let target = rng
                .pick(&fields)
                .map(|p| p.trim_start_matches("/reply").replace("/properties", ""));
            if let Some((_, place)) = tree::place(rng, value, &is_pointer) {
                *place = target
                    .filter(|_| !rng.once_in(3))
                    .unwrap_or_else(|| format!("/{}", odd::name(rng)))
                    .into();
            }
        });
    }
    tree::operation(rng, texts, |rng, value| {
        let places = tree::places(value, &tree::is_schema);
        let (Some(here), Some(target)) = (rng.pick(&places).cloned(), rng.pick(&places)) else {
            return;
        };
        let within = |pointer: &str| {
            pointer
                .trim_start_matches("/request")
                .trim_start_matches("/reply")
                .to_owned()
        };
        let reference = match rng.below(8) {
            0 => "#".to_owned(),
            1 => format!("#{}", within(&here)),
            2 => format!("#{}", within(&here[..here.rfind('/').unwrap_or(0)])),
            3 => format!("#/{}", odd::name(rng)),
            4 => odd::words(rng),
            _ => format!("#{}", within(target)),
        };
        if let Some(place) = value.pointer_mut(&here) {
            *place = json!({ "$ref": reference, "description": "Elsewhere." });
        }
    });
}
