//! Who is asking, and is it really they: the vendor's recipe, carried out again on the server's side.
//!
//! A server knows the secret, so it recomputes every field of the recipe at the time that the request itself claims and
//! compares. Three things can then be told apart: an unknown key, a wrong signature, and a right signature of a time that
//! is too far off.

use zhixing_core::clock::Timestamp;
use zhixing_core::credentials::Credentials;
use zhixing_core::sign::{AuthField, Derived, Part, Place, Recipe, TimeFormat};
use zhixing_core::spec::Cause;

use super::incoming::{Given, Incoming};
use super::refusal::Refusal;
use crate::state::Holder;

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
    now: Timestamp,
    request: &Incoming,
) -> Result<&'a Holder, Refusal> {
    accounts
        .iter()
        .find(|account| knows(recipe, &account.credentials, now, request))
        .ok_or(Refusal::new(Cause::UnknownKey))
}

/// Checks that the account signed the request, and when.
pub(crate) fn verify(
    recipe: &Recipe,
    digest_case: DigestCase,
    account: &Holder,
    now: Timestamp,
    request: &Incoming,
) -> Result<(), Refusal> {
    for field in recipe.fields.iter().filter(|field| is_literal(field)) {
        literal(field, request)?;
    }
    let bad = || Refusal::new(Cause::BadSignature);
    let fits = |at| signed_at(recipe, digest_case, &account.credentials, at, request);
    let window = i64::try_from(account.terms.window.as_millis()).unwrap_or(i64::MAX);
    if let Some((field, format)) = claimed_time(recipe) {
        let at = given(field, request)
            .once()
            .and_then(|text| read_time(format, text))
            .ok_or_else(bad)?;
        if !fits(at) {
            return Err(bad());
        }
        // Far-off times must not overflow: the difference of two i64 may.
        let distance = i128::from(at.as_millis()) - i128::from(now.as_millis());
        if distance.abs() > i128::from(window) {
            return Err(Refusal::new(Cause::StaleTimestamp));
        }
        return Ok(());
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
        return Ok(());
    }
    // One day further: a clock or a zone that is wrong.
    let beyond = (days + 1) * DAY_MILLIS;
    if fits_at(-beyond) || fits_at(beyond) {
        return Err(Refusal::new(Cause::StaleTimestamp));
    }
    Err(bad())
}

/// Whether the request carries this account's key: every field that holds a credential as it is.
fn knows(recipe: &Recipe, account: &Credentials, now: Timestamp, request: &Incoming) -> bool {
    let Ok(expected) = recipe.apply(account, now) else {
        return false;
    };
    recipe.fields.iter().zip(&expected).all(|(field, signed)| {
        !is_key(field) || given(field, request) == Given::Once(&signed.value)
    })
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

/// The field that carries the time of signing as it is, if there is one.
fn claimed_time(recipe: &Recipe) -> Option<(&'static AuthField, TimeFormat)> {
    recipe.fields.iter().find_map(|field| {
        let [Part::Value(name)] = field.value else {
            return None;
        };
        recipe
            .values
            .iter()
            .find_map(|(held, derived)| match derived {
                Derived::Clock(format) if held == name => Some((field, *format)),
                _ => None,
            })
    })
}

fn read_time(format: TimeFormat, text: &str) -> Option<Timestamp> {
    let number: i64 = text.parse().ok()?;
    let millis = match format {
        TimeFormat::EpochMillis => number,
        TimeFormat::EpochSeconds => number.checked_mul(1000)?,
        _ => return None,
    };
    Timestamp::from_millis(millis).ok()
}

/// Whether every field is what this account would have sent at that time.
fn signed_at(
    recipe: &Recipe,
    digest_case: DigestCase,
    account: &Credentials,
    at: Timestamp,
    request: &Incoming,
) -> bool {
    let Ok(expected) = recipe.apply(account, at) else {
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
