//! Who is asking, and is it really they: the vendor's recipe, carried out again on the server's side.
//!
//! A server knows the secret, so it recomputes every field of the recipe at the time that the request itself claims and
//! compares. Three things can then be told apart: an unknown key, a wrong signature, and a right signature of a time that
//! is too far off.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Mutex;

use zhixing_core::clock::Timestamp;
use zhixing_core::credentials::{Credentials, Secret};
use zhixing_core::sign::{
    AuthField, Derived, NonceError, NonceForm, Nonces, Part, Place, Recipe, RequestToSign, Signing,
    TimeFormat,
};
use zhixing_core::spec::{Cause, Method, Operation};

use super::incoming::{Given, Incoming, without};
use super::refusal::Refusal;
use super::time::Written;
use crate::state::{Holder, lock};

#[cfg(test)]
mod tests;

const DAY_MILLIS: i64 = 24 * 60 * 60 * 1000;

/// However wide an account's window is, a signed day that is not sent is looked for no further than this.
const MOST_DAYS: i64 = 366;

/// Whether the case of a digest's digits counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DigestCase {
    /// The document says which case.
    AsDocumented,
    /// The document says that it does not matter.
    Either,
}

/// Finds the account whose key the request carries.
pub(crate) fn recognise<'a>(
    recipe: &Recipe,
    accounts: &'a [Holder],
    request: &Incoming,
) -> Result<&'a Holder, Refusal> {
    accounts
        .iter()
        .find(|account| knows(recipe, &account.credentials, request))
        .ok_or(Refusal::new(Cause::UnknownKey))
}

/// Checks that the account signed the request, and when. Gives back its nonces as one text, where the recipe has any: that
/// nobody sent them before is for the account to say.
pub(crate) fn verify(
    operation: &Operation,
    digest_case: DigestCase,
    account: &Holder,
    now: Timestamp,
    request: &Incoming,
) -> Result<Option<String>, Refusal> {
    let recipe = &operation.vendor.auth;
    for field in recipe.fields.iter().filter(|field| is_literal(field)) {
        literal(field, request)?;
    }
    let bad = || Refusal::new(Cause::BadSignature);
    let claims = Claims::of(recipe, request);
    let asked = to_sign(operation, request);
    let fits = |at| {
        let signing = Signing::at(at).nonces(&claims).request(&asked);
        is_signed(recipe, digest_case, &account.credentials, &signing, request)
    };
    let window = i64::try_from(account.terms.window.as_millis()).unwrap_or(i64::MAX);
    if claims.tell_the_time(recipe) {
        let at = claims.time(recipe).ok_or_else(bad)?;
        if !fits(at.first) {
            return Err(bad());
        }
        if at.distance(now) > i128::from(window) {
            return Err(Refusal::new(Cause::StaleTimestamp));
        }
        return Ok(claims.nonces());
    }
    let fits_at = |offset: i64| {
        now.as_millis()
            .checked_add(offset)
            .and_then(|millis| Timestamp::from_millis(millis).ok())
            .is_some_and(fits)
    };
    // A day that is not sent can only be found by trying: every day within the window, and its two ends.
    let days = (window / DAY_MILLIS).min(MOST_DAYS);
    let within = window.min(MOST_DAYS * DAY_MILLIS);
    let tried = (-days..=days).map(|day| day * DAY_MILLIS);
    if tried.chain([-within, within]).any(fits_at) {
        return Ok(claims.nonces());
    }
    // One day further: a clock or a zone that is wrong.
    let beyond = (days + 1) * DAY_MILLIS;
    if fits_at(-beyond) || fits_at(beyond) {
        return Err(Refusal::new(Cause::StaleTimestamp));
    }
    Err(bad())
}

/// Whether the request carries this account's key: every credential that stands in a field as it is.
fn knows(recipe: &Recipe, account: &Credentials, request: &Incoming) -> bool {
    let holds_one = |field: &&AuthField| {
        let credential = |part: &Part| matches!(part, Part::Credential(_));
        field.value.iter().any(credential)
    };
    recipe.fields.iter().filter(holds_one).all(|field| {
        let Some(text) = given(field, request).once() else {
            return false;
        };
        match unpick(field.value, text) {
            Some(pieces) => pieces.iter().all(|(part, piece)| match part {
                Part::Credential(name) => account.get(name).map(Secret::expose) == Some(*piece),
                _ => true,
            }),
            // Of a field in which pieces cannot be told apart, a whole key can be compared as a whole.
            None => !is_key(field) || fixed(field.value, account).as_deref() == Some(text),
        }
    })
}

/// The text of literals and credentials.
fn fixed(parts: &[Part], account: &Credentials) -> Option<String> {
    let text = parts.iter().map(|part| match part {
        Part::Literal(text) => Some(*text),
        Part::Credential(name) => account.get(name).map(Secret::expose),
        _ => None,
    });
    text.collect()
}

fn is_key(field: &AuthField) -> bool {
    let fixed = |part: &Part| matches!(part, Part::Literal(_) | Part::Credential(_));
    field.value.iter().all(fixed) && !is_literal(field)
}

fn is_literal(field: &AuthField) -> bool {
    field
        .value
        .iter()
        .all(|part| matches!(part, Part::Literal(_)))
}

fn literal(field: &'static AuthField, request: &Incoming) -> Result<(), Refusal> {
    let expected: String = field
        .value
        .iter()
        .filter_map(|part| match part {
            Part::Literal(text) => Some(*text),
            _ => None,
        })
        .collect();
    match given(field, request) {
        Given::Once(value) if value == expected => Ok(()),
        Given::Missing => Err(Refusal::of(Cause::MissingParameter, field.name, "不能为空")),
        _ => Err(Refusal::of(
            Cause::InvalidParameter,
            field.name,
            format!("应为{expected}"),
        )),
    }
}

/// A field's text cut at the literals of its parts. `None` if they do not stand there, or if two other pieces adjoin.
fn unpick<'a>(parts: &'static [Part], text: &'a str) -> Option<Vec<(Part, &'a str)>> {
    let mut rest = text;
    let mut pieces = Vec::new();
    let mut parts = parts.iter().peekable();
    while let Some(part) = parts.next() {
        if let Part::Literal(literal) = part {
            rest = rest.strip_prefix(literal)?;
            continue;
        }
        let end = match parts.peek() {
            None => rest.len(),
            Some(Part::Literal(next)) if !next.is_empty() => rest.find(next)?,
            Some(_) => return None,
        };
        let (piece, behind) = rest.split_at(end);
        pieces.push((*part, piece));
        rest = behind;
    }
    rest.is_empty().then_some(pieces)
}

/// The derived values that a request carries as they are: only the caller knew its time and its nonces.
struct Claims<'a> {
    values: Vec<(&'static str, Option<&'a str>)>,
    /// Those that the recipe took for nonces, with their texts.
    nonces: Mutex<BTreeMap<&'static str, &'a str>>,
}

impl fmt::Debug for Claims<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Claims").finish_non_exhaustive()
    }
}

impl<'a> Claims<'a> {
    fn of(recipe: &Recipe, request: &'a Incoming) -> Self {
        let mut claims = Vec::new();
        for field in recipe.fields {
            let pieces = given(field, request)
                .once()
                .and_then(|text| unpick(field.value, text));
            for part in field.value {
                if let Part::Value(name) = part {
                    let mut pieces = pieces.iter().flatten();
                    let piece = pieces.find(|(held, _)| held == part);
                    claims.push((*name, piece.map(|(_, piece)| *piece)));
                }
            }
        }
        Self {
            values: claims,
            nonces: Mutex::default(),
        }
    }

    /// All nonces that were used, as one text; `None` if the recipe has none.
    fn nonces(&self) -> Option<String> {
        let used: Vec<&str> = lock(&self.nonces).values().copied().collect();
        // No nonce holds a line end: a header could not.
        (!used.is_empty()).then(|| used.join("\n"))
    }

    /// Whether some field carries the time, well or badly.
    fn tell_the_time(&self, recipe: &Recipe) -> bool {
        self.clocks(recipe).next().is_some()
    }

    /// The time that the request says it was signed at, where several are sent the most exact one.
    fn time(&self, recipe: &Recipe) -> Option<Written> {
        let times = self
            .clocks(recipe)
            .map(|(format, text)| Written::read(format, text?));
        let times: Option<Vec<Written>> = times.collect();
        times?.into_iter().min_by_key(|time| time.millis)
    }

    fn clocks(&self, recipe: &Recipe) -> impl Iterator<Item = (TimeFormat, Option<&'a str>)> {
        let clocks = recipe.values.iter().filter_map(|(name, how)| match how {
            Derived::Clock(format) => Some((*name, *format)),
            _ => None,
        });
        clocks.filter_map(|(name, format)| {
            let (_, text) = self.values.iter().find(|(claimed, _)| *claimed == name)?;
            Some((format, *text))
        })
    }
}

impl Nonces for Claims<'_> {
    fn nonce(&self, name: &'static str, form: NonceForm) -> Result<String, NonceError> {
        let claimed = self.values.iter().find(|(claimed, _)| *claimed == name);
        let text = claimed.and_then(|(_, text)| text.filter(|text| form.fits(text)));
        let text = text.ok_or(NonceError)?;
        lock(&self.nonces).insert(name, text);
        Ok(text.to_owned())
    }
}

/// What the caller signed of its request: everything but the recipe's own fields.
fn to_sign(operation: &Operation, request: &Incoming) -> RequestToSign {
    let own = |place: Place| -> Vec<&str> {
        let fields = operation.vendor.auth.fields.iter();
        fields
            .filter(|field| field.place == place)
            .map(|field| field.name)
            .collect()
    };
    let (in_query, in_form, in_json) = (own(Place::Query), own(Place::Form), own(Place::Json));
    let mut parameters: Vec<(Place, String, String)> = request
        .parameters()
        .iter()
        .filter(|(_, name, _)| {
            let name = name.as_str();
            // A document that allows GET and POST allows its fields in query and form.
            ![&in_query, &in_form, &in_json]
                .iter()
                .any(|own| own.contains(&name))
        })
        .cloned()
        .collect();
    let documented = |name: &str| {
        let mut listed = operation.parameters.iter();
        listed.position(|it| it.name == name).unwrap_or(usize::MAX)
    };
    parameters.sort_by_key(|(_, name, _)| documented(name));
    RequestToSign {
        method: if request.method == Method::Post.as_str() {
            Method::Post
        } else {
            Method::Get
        },
        path: request.path.clone(),
        query: without(&request.query, &in_query),
        body: if request.is_form {
            without(&request.body, &in_form)
        } else {
            request.body.clone()
        },
        parameters,
    }
}

/// Whether every field is what this account would have sent then.
fn is_signed(
    recipe: &Recipe,
    digest_case: DigestCase,
    account: &Credentials,
    signing: &Signing<'_>,
    request: &Incoming,
) -> bool {
    let Ok(expected) = recipe.apply(account, signing) else {
        return false;
    };
    recipe.fields.iter().zip(&expected).all(|(field, signed)| {
        given(field, request).once().is_some_and(|value| {
            if digest_case == DigestCase::Either && !is_key(field) {
                value.eq_ignore_ascii_case(&signed.value)
            } else {
                value == signed.value
            }
        })
    })
}

fn given<'a>(field: &AuthField, request: &'a Incoming) -> Given<'a> {
    match field.place {
        Place::Header => request.header(field.name),
        _ => request.parameter(field.name),
    }
}
