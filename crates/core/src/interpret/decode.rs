//! From text to a typed reply.

use serde_json::error::Category;

use crate::operation::Reply;

/// Types a text that was not typed when it was read, and tells why not. Only then is the JSON path worth its price.
///
/// An error without a path is not about the shape: a lone surrogate, a number beyond all range, too
/// deep a nesting. Such a fault may sit in an undocumented field, whose key is content.
pub(super) fn decode<R: Reply>(text: &str) -> Result<R, Option<(String, String)>> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    match serde_path_to_error::deserialize::<_, R>(&mut deserializer) {
        Ok(reply) => Ok(reply),
        Err(error) => {
            if error.inner().classify() != Category::Data {
                return Err(None);
            }
            let path = format!("$.{}", error.path());
            let problem = error.into_inner().to_string();
            // serde_json adds the place in the text, which helps nobody without the text.
            let problem = problem
                .split(" at line ")
                .next()
                .unwrap_or_default()
                .to_owned();
            Err(Some((path.trim_end_matches('.').to_owned(), problem)))
        }
    }
}
