//! What only the hosts can say: whether they are there, and what time they have.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use zhixing_core::clock::Timestamp;
use zhixing_core::transport::{HttpRequest, HttpTransport, Limits, Transport};

use super::{About, offline};
use crate::config::{Setting, Settings};
use crate::lang::Finding;
use crate::traffic::Traffic;
use zhixing_core::host::origin;

/// A clock that is further off is worth mending. No document prints how much its server tolerates.
const TOLERABLE_SECONDS: i64 = 60;

/// Asks each configured host once, one after the other.
pub(super) async fn examine(settings: &Settings, traffic: &Traffic) -> Vec<About> {
    let mut findings = Vec::new();
    let mut asked = BTreeSet::new();
    for setting in settings.settings.iter().filter(|it| !it.secret) {
        let vendor = setting.vendor;
        let Some(host) = setting.value.as_ref().and_then(|url| origin(url.expose())) else {
            continue;
        };
        if !offline::is_configured(settings, vendor) || !asked.insert(host) {
            continue;
        }
        let found = if product_may_be_at_root(setting, host) {
            vec![Finding::Skipped { host: host.into() }]
        } else {
            ask(host, vendor.name, traffic).await
        };
        findings.extend(found.into_iter().map(|it| (Some(vendor.name), it)));
    }
    findings
}

/// A whole endpoint without a path is the product itself.
fn product_may_be_at_root(setting: &Setting, host: &str) -> bool {
    let url = setting.value.as_ref().map_or("", |url| url.expose());
    let path = url.strip_prefix(host).unwrap_or_default();
    let path = path.split(['?', '#']).next().unwrap_or_default();
    setting.vendor.base_url.whole_endpoint && path.trim_matches('/').is_empty()
}

async fn ask(host: &str, vendor: &'static str, traffic: &Traffic) -> Vec<Finding> {
    let host_name = || host.to_owned();
    let limits = Limits::default();
    let http = HttpTransport::new(&limits).map(|http| Arc::new(http) as Arc<dyn Transport>);
    let transport = traffic.watch(vendor, http);
    let (start, wall) = (Instant::now(), now());
    let outcome = transport
        .send(&HttpRequest::get(format!("{host}/")), &limits)
        .await;
    let took = start.elapsed();
    let reply = match outcome {
        Ok(reply) => reply,
        Err(error) => {
            return vec![Finding::NotReached {
                host: host_name(),
                fault: error.fault,
            }];
        }
    };
    let reached = Finding::Reached {
        host: host_name(),
        status: reply.status,
        millis: u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
        tls: host.starts_with("https://"),
    };
    vec![reached, clock(host, reply.date.as_deref(), wall, took)]
}

fn now() -> Duration {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
}

/// How far this clock is ahead of the server's. The server wrote its date at some moment of the
/// exchange and cut it to whole seconds, so the middle of both is taken and half of both is doubt.
fn clock(host: &str, date: Option<&str>, start: Duration, took: Duration) -> Finding {
    let host = host.to_owned();
    let Some(server) = date.and_then(Timestamp::from_http_date) else {
        return Finding::NoDate { host };
    };
    let server = server.as_millis();
    let millis = |time: Duration| i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
    let doubt = millis(took) / 2 + 500;
    let here = millis(start).saturating_add(millis(took) / 2);
    let ahead = here.saturating_sub(server.saturating_add(500));
    let offset = (ahead + 500).div_euclid(1000);
    let uncertainty = (doubt + 999) / 1000;
    if offset.abs() > TOLERABLE_SECONDS + uncertainty {
        Finding::ClockOff {
            host,
            offset,
            uncertainty,
        }
    } else {
        Finding::Clock {
            host,
            offset,
            uncertainty,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Finding, clock};

    /// RFC 9110 prints `Sun, 06 Nov 1994 08:49:37 GMT`; `date -ud '1994-11-06 08:49:37' +%s` is 784111777.
    const DATE: &str = "Sun, 06 Nov 1994 08:49:37 GMT";

    fn found(start: u64, took: u64) -> Finding {
        let (start, took) = (Duration::from_millis(start), Duration::from_millis(took));
        clock("h", Some(DATE), start, took)
    }

    #[test]
    fn the_offset_is_this_clock_minus_the_servers() {
        let host = || "h".to_owned();
        // The server wrote its date between .0 and .999 of that second, here in its middle.
        let same = Finding::Clock {
            host: host(),
            offset: 0,
            uncertainty: 1,
        };
        assert_eq!(found(784_111_777_400, 200), same);
        let ahead = Finding::ClockOff {
            host: host(),
            offset: 120,
            uncertainty: 1,
        };
        assert_eq!(found(784_111_897_400, 200), ahead);
        let behind = Finding::ClockOff {
            host: host(),
            offset: -120,
            uncertainty: 3,
        };
        assert_eq!(found(784_111_655_500, 4000), behind);
    }

    #[test]
    fn no_date_is_no_offset() {
        let nothing = Duration::ZERO;
        assert_eq!(
            clock("h", Some("soon"), nothing, nothing),
            Finding::NoDate { host: "h".into() }
        );
    }
}
