//! The host in a URL, as far as it matters here: what is printed, and what is asked for its `/`.

/// Scheme, host and port: `https://host:port`. None of the path, which may hold names and keys, and
/// nothing where a user name or password stands in it.
pub(crate) fn origin(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    if !matches!(scheme, "http" | "https") {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    if authority.is_empty() || authority.contains('@') {
        return None;
    }
    url.get(..scheme.len() + 3 + authority.len())
}

/// Whether nothing encrypts what is sent there.
pub(crate) fn is_plain_http(url: &str) -> bool {
    url.starts_with("http://")
}

/// Whether what is sent there stays on this machine.
pub(crate) fn is_loopback(url: &str) -> bool {
    let Some((_, authority)) = origin(url).and_then(|origin| origin.split_once("://")) else {
        return false;
    };
    if let Some(rest) = authority.strip_prefix('[') {
        return rest.split(']').next() == Some("::1");
    }
    let host = authority.split(':').next().unwrap_or_default();
    let address = host.parse::<std::net::Ipv4Addr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::{is_loopback, origin};

    #[test]
    fn only_scheme_host_and_port_are_left() {
        assert_eq!(origin("https://h:8/p?k=1"), Some("https://h:8"));
        assert_eq!(origin("http://h?k=1"), Some("http://h"));
        assert_eq!(origin("https://u:p@h/"), None);
        assert_eq!(origin("ftp://h/"), None);
        assert_eq!(origin("h/p"), None);
    }

    #[test]
    fn this_machine_is_told_from_names_that_look_like_it() {
        assert!(is_loopback("http://127.0.0.1:80/x") && is_loopback("http://[::1]:80"));
        assert!(is_loopback("http://localhost"));
        assert!(
            !is_loopback("http://127.0.0.1.example.com")
                && !is_loopback("http://localhost.example.com")
        );
    }
}
