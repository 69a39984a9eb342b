//! The host in a base URL: what may be one, and what is said of it.
//!
//! Credentials go to one origin, that of the client's base URL, so everything that could make the origin another than the
//! one a person reads there is refused: a user name before an `@`, backslashes, which some readers of URLs take for
//! slashes, and invisible characters.

use crate::spec::Vendor;

/// Scheme, host and port: `https://host:port`. None of the path, which may hold names and keys, and
/// nothing where a user name or password stands in it.
///
/// ```
/// use zhixing_core::host::origin;
///
/// assert_eq!(origin("https://h:8/p?k=1"), Some("https://h:8"));
/// assert_eq!(origin("https://u:p@h/"), None);
/// ```
#[must_use]
pub fn origin(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    if !matches!(scheme, "http" | "https") {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    if authority.is_empty() || authority.contains(['@', '\\']) {
        return None;
    }
    url.get(..scheme.len() + 3 + authority.len())
}

/// Whether nothing encrypts what is sent there.
#[must_use]
pub fn is_plain_http(url: &str) -> bool {
    url.starts_with("http://")
}

/// Whether what is sent there stays on this machine: `localhost`, `127.0.0.0/8`, `[::1]`.
///
/// Other spellings of the same addresses (`127.1`, `0x7f.0.0.1`) are not known here, and so are treated as anybody's.
#[must_use]
pub fn is_loopback(url: &str) -> bool {
    let Some((_, authority)) = origin(url).and_then(|origin| origin.split_once("://")) else {
        return false;
    };
    let (host, port) = match authority.strip_prefix('[').map(|it| it.split_once(']')) {
        Some(Some(("::1", port))) => ("localhost", port.strip_prefix(':').unwrap_or(port)),
        Some(_) => return false,
        None => authority.split_once(':').unwrap_or((authority, "")),
    };
    let address = host.parse::<std::net::Ipv4Addr>();
    let here = host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|it| it.is_loopback());
    here && port.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether what is sent there can be read on the way.
pub(crate) fn is_readable_by_others(url: &str) -> bool {
    is_plain_http(url) && !is_loopback(url)
}

/// The URL, without a slash at its end where a path follows; a whole endpoint stays as it is. The
/// reasons name no part of it: it may hold a credential.
pub(crate) fn checked(
    url: &str,
    vendor: &Vendor,
    plain_http_anywhere: bool,
) -> Result<String, &'static str> {
    let url = url.trim();
    let Some(rest) = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
    else {
        return Err("must begin with http:// or https://");
    };
    let authority = rest.split(['/', '?']).next().unwrap_or_default();
    if authority.is_empty() || authority.starts_with(':') {
        return Err("must name a host");
    }
    if authority.contains('@') {
        return Err("must not hold a user name or password");
    }
    if url.contains('#') {
        return Err("must not hold a fragment");
    }
    if url.contains('\\') {
        return Err("must not hold a backslash");
    }
    if url.contains(|c: char| c.is_whitespace() || c.is_control() || is_invisible(c)) {
        return Err("must not hold blanks or line ends");
    }
    // Of an address in brackets the last colon is none of a port's.
    let port = authority.rsplit_once(':').map_or("", |(_, port)| port);
    let port = if port.ends_with(']') { "" } else { port };
    let digits = port.bytes().all(|byte| byte.is_ascii_digit());
    if authority.starts_with('[') != authority.contains(']')
        || !digits
        || !port.is_empty() && port.parse::<u16>().is_err()
    {
        return Err("must name a host, and no port beyond 65535");
    }
    let whole_endpoint = vendor.base_url.whole_endpoint;
    if !whole_endpoint && url.contains('?') {
        return Err("must not hold a query: the operation's path follows it");
    }
    let printed = vendor.base_url.url.is_some_and(is_plain_http);
    if is_readable_by_others(url) && !printed && !plain_http_anywhere {
        return Err("must begin with https://: the document prints no http");
    }
    Ok(if whole_endpoint {
        url
    } else {
        url.trim_end_matches('/')
    }
    .to_owned())
}

/// Signs that change how a name reads and not what it is: zero-width ones and those that turn the direction of writing.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::{is_loopback, origin};

    #[test]
    fn only_scheme_host_and_port_are_left() {
        assert_eq!(origin("https://h:8/p?k=1"), Some("https://h:8"));
        assert_eq!(origin("http://h?k=1"), Some("http://h"));
        for url in ["https://u:p@h/", "https://h\\.e/", "ftp://h/", "h/p"] {
            assert_eq!(origin(url), None, "{url}");
        }
    }

    /// RFC 6761, 6.3 (localhost), RFC 1122, 3.2.1.3 (127/8), RFC 4291, 2.5.3 (::1).
    #[test]
    fn this_machine_is_told_from_names_that_look_like_it() {
        for url in [
            "http://127.0.0.1:80/x",
            "http://127.9.9.9",
            "http://[::1]:80",
            "http://[::1]/x",
            "http://localhost",
            "http://LOCALHOST:8080/x",
        ] {
            assert!(is_loopback(url), "{url}");
        }
        for url in [
            "http://127.0.0.1.example.com",
            "http://localhost.example.com",
            "http://localhost:80@example.com",
            "http://[::1].example.com",
            "http://[::1",
            "http://[::ffff:127.0.0.1]",
            "http://127.0.0.1:80\\@example.com",
            "http://10.0.0.1",
            "http://0.0.0.0",
        ] {
            assert!(!is_loopback(url), "{url}");
        }
    }
}
