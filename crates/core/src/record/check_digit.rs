//! The check digits of four national standards.
//!
//! Each function answers whether the last character is the one that the standard computes from the others, or `None`
//! where the text has not the shape of the standard. Letters are upper case.

const DIGITS: &str = "0123456789";

/// The values of characters: their places in an alphabet. `None` if one is not of it.
fn values(text: &str, alphabet: &str) -> Option<Vec<usize>> {
    text.chars().map(|c| alphabet.find(c)).collect()
}

fn weighted(values: &[usize], weights: &[usize]) -> usize {
    let products = values.iter().zip(weights);
    products.map(|(value, weight)| value * weight).sum()
}

/// GB 32100-2015: 18 characters without I, O, S, V and Z; weights 3^(i-1) mod 31, check value (31 - sum mod 31) mod 31.
pub(super) fn unified_social_credit_code(text: &str) -> Option<bool> {
    const WEIGHTS: [usize; 17] = [
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
    ];
    let values = values(text, "0123456789ABCDEFGHJKLMNPQRTUWXY")?;
    let (check, body) = values.split_last().filter(|(_, body)| body.len() == 17)?;
    Some((31 - weighted(body, &WEIGHTS) % 31) % 31 == *check)
}

/// GB 11714-1997: 8 digits or letters, a hyphen or none, and a check character 0 to 9 or X.
pub(super) fn organisation_code(text: &str) -> Option<bool> {
    let (body, check) = text.split_at_checked(8)?;
    // 11 - sum mod 11, where 10 is written X and 11 itself 0.
    let check = "0123456789X".find(only(check.strip_prefix('-').unwrap_or(check))?)?;
    let values = values(body, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")?;
    let sum = weighted(&values, &[3, 7, 9, 10, 5, 8, 4, 2]);
    Some((11 - sum % 11) % 11 == check)
}

/// GB 11643-1999: 17 digits and a check character 0 to 9 or X (ISO 7064 MOD 11-2).
pub(super) fn identity_number(text: &str) -> Option<bool> {
    const WEIGHTS: [usize; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let (body, check) = text.split_at_checked(17)?;
    let check = "10X98765432".find(only(check)?)?;
    Some(weighted(&values(body, DIGITS)?, &WEIGHTS) % 11 == check)
}

/// GS 15-2006: 15 digits, ISO 7064 MOD 11,10.
pub(super) fn registration_number(text: &str) -> Option<bool> {
    let digits = values(text, DIGITS)?;
    let (check, body) = digits.split_last().filter(|(_, body)| body.len() == 14)?;
    let product = body
        .iter()
        .fold(10, |product, digit| match (product + digit) % 10 {
            0 => 10 * 2 % 11,
            sum => sum * 2 % 11,
        });
    Some((product + check) % 10 == 1)
}

/// The character of a text that has one.
fn only(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.as_str().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wrong_digit_fails_every_standard() {
        type Check = fn(&str) -> Option<bool>;
        let cases: [(Check, &str); 4] = [
            (unified_social_credit_code, "91350100M000100Y43"),
            (organisation_code, "96574785-6"),
            (identity_number, "11010519491231002X"),
            (registration_number, "110108000000016"),
        ];
        for (check, good) in cases {
            assert_eq!(check(good), Some(true), "{good}");
            for at in 0..8 {
                let digit = good[at..=at].parse::<u8>().unwrap();
                let bad = format!("{}{}{}", &good[..at], (digit + 1) % 10, &good[at + 1..]);
                assert_eq!(check(&bad), Some(false), "{bad}");
            }
        }
    }

    #[test]
    fn another_shape_is_not_judged() {
        for text in [
            "",
            "1",
            "张德洲的号码",
            "9135010000010Y43",
            "96574785--6",
            "1101051949123100210",
        ] {
            assert_eq!(unified_social_credit_code(text), None);
            assert_eq!(organisation_code(text), None);
            assert_eq!(identity_number(text), None);
            assert_eq!(registration_number(text), None);
        }
    }
}
