//! What one account has used.

use std::collections::{BTreeSet, VecDeque};
use std::net::IpAddr;
use std::time::Duration;

use zhixing_core::clock::Timestamp;
use zhixing_core::spec::Cause;

use super::Terms;

const SECOND_MILLIS: i64 = 1000;
const DAY_MILLIS: i64 = 24 * 60 * 60 * SECOND_MILLIS;
/// Beijing is eight hours east of UTC all year.
const BEIJING_MILLIS: i64 = 8 * 60 * 60 * SECOND_MILLIS;

/// A server cannot remember for ever what nothing dates.
const NONCES: usize = 100_000;

/// Money, the day's calls and the last second's.
#[derive(Debug)]
pub(crate) struct Ledger {
    balance: Option<u64>,
    day: i64,
    calls_of_day: u64,
    recent: VecDeque<i64>,
    /// When each nonce came, and the same to look it up.
    nonces: VecDeque<(i64, String)>,
    known: BTreeSet<String>,
}

impl Ledger {
    pub(crate) fn new(terms: &Terms) -> Self {
        Self {
            balance: terms.balance,
            day: i64::MIN,
            calls_of_day: 0,
            recent: VecDeque::new(),
            nonces: VecDeque::new(),
            known: BTreeSet::new(),
        }
    }

    /// Whether nobody has sent this nonce before. One is remembered for as long as a signature that holds it could be taken:
    /// a time of signing may lie a whole window ahead when it first comes, and a whole window back when it last can.
    pub(crate) fn is_first(&mut self, nonce: String, now: Timestamp, window: Duration) -> bool {
        let kept = i64::try_from(window.as_millis().saturating_mul(2)).unwrap_or(i64::MAX);
        let now = now.as_millis();
        while let Some((at, _)) = self.nonces.front()
            && now.saturating_sub(*at) > kept
        {
            self.forget_oldest();
        }
        if !self.known.insert(nonce.clone()) {
            return false;
        }
        if self.nonces.len() >= NONCES {
            self.forget_oldest();
        }
        self.nonces.push_back((now, nonce));
        true
    }

    fn forget_oldest(&mut self) {
        if let Some((_, oldest)) = self.nonces.pop_front() {
            self.known.remove(&oldest);
        }
    }

    /// Lets a call in, or says why not. A call that is turned away uses nothing up.
    ///
    /// What is wrong with the account comes before what it has used up: money would not help whom nobody serves.
    pub(crate) fn admit(
        &mut self,
        terms: &Terms,
        now: Timestamp,
        caller: IpAddr,
        operation: &str,
    ) -> Result<(), Cause> {
        if terms.disabled {
            return Err(Cause::DisabledKey);
        }
        let allowed = terms.addresses.as_ref();
        if allowed.is_some_and(|allowed| !allowed.contains(&caller.to_canonical())) {
            return Err(Cause::ForbiddenAddress);
        }
        if terms.not_authorised.iter().any(|name| name == operation) {
            return Err(Cause::NotAuthorised);
        }
        let now = now.as_millis();
        // The second before now. A clock that was set back forgets what lies ahead of it.
        self.recent
            .retain(|at| *at <= now && now - at < SECOND_MILLIS);
        let within = u32::try_from(self.recent.len()).unwrap_or(u32::MAX);
        if terms.calls_per_second.is_some_and(|most| within >= most) {
            return Err(Cause::TooFrequent);
        }
        let day = now.saturating_add(BEIJING_MILLIS).div_euclid(DAY_MILLIS);
        if day != self.day {
            self.day = day;
            self.calls_of_day = 0;
        }
        if terms
            .daily_quota
            .is_some_and(|most| self.calls_of_day >= most)
        {
            return Err(Cause::NoQuota);
        }
        if self.balance == Some(0) {
            return Err(Cause::NoBalance);
        }
        self.calls_of_day = self.calls_of_day.saturating_add(1);
        if terms.calls_per_second.is_some() {
            self.recent.push_back(now);
        }
        Ok(())
    }

    /// Takes the price of one call.
    pub(crate) fn charge(&mut self) {
        self.balance = self.balance.map(|left| left.saturating_sub(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    #[test]
    fn a_quota_is_one_of_the_day_in_beijing() {
        let terms = Terms {
            daily_quota: Some(1),
            ..Terms::default()
        };
        let mut ledger = Ledger::new(&terms);
        let mut call = |text| ledger.admit(&terms, at(text), HERE, "x");
        assert_eq!(call("2024-02-28T00:00:00Z"), Ok(()));
        assert_eq!(call("2024-02-28T15:59:59.999Z"), Err(Cause::NoQuota));
        // 16:00 in UTC is midnight in Beijing.
        assert_eq!(call("2024-02-28T16:00:00Z"), Ok(()));
        assert_eq!(call("2024-02-29T00:00:00Z"), Err(Cause::NoQuota));
    }

    #[test]
    fn a_rate_is_one_of_any_second_and_refusals_do_not_prolong_it() {
        let terms = Terms {
            calls_per_second: Some(2),
            ..Terms::default()
        };
        let mut ledger = Ledger::new(&terms);
        let mut call = |text| ledger.admit(&terms, at(text), HERE, "x");
        assert_eq!(call("2024-01-01T00:00:00.000Z"), Ok(()));
        assert_eq!(call("2024-01-01T00:00:00.900Z"), Ok(()));
        assert_eq!(call("2024-01-01T00:00:00.999Z"), Err(Cause::TooFrequent));
        assert_eq!(call("2024-01-01T00:00:01.000Z"), Ok(()));
        assert_eq!(call("2024-01-01T00:00:01.899Z"), Err(Cause::TooFrequent));
        assert_eq!(call("2024-01-01T00:00:01.900Z"), Ok(()));
    }

    /// A window of 5 minutes: signed 5 minutes ahead of the server, a request can be taken for 10 minutes.
    #[test]
    fn a_nonce_is_remembered_for_as_long_as_its_signature_could_be_taken() {
        let mut ledger = Ledger::new(&Terms::default());
        let window = Duration::from_secs(300);
        let mut first = |nonce: &str, time| ledger.is_first(nonce.into(), at(time), window);
        assert!(first("a", "2024-01-01T00:00:00Z"));
        assert!(!first("a", "2024-01-01T00:00:00Z"));
        assert!(first("b", "2024-01-01T00:00:01Z"));
        assert!(!first("a", "2024-01-01T00:10:00Z"));
        assert!(first("a", "2024-01-01T00:10:00.001Z"));
        assert!(!first("b", "2024-01-01T00:10:01Z"));
        // A server without a window forgets the oldest in the end.
        let mut ledger = Ledger::new(&Terms::default());
        let mut first = |nonce: usize| {
            ledger.is_first(nonce.to_string(), at("2024-01-01T00:00:00Z"), Duration::MAX)
        };
        assert!((0..=NONCES).all(&mut first));
        assert!(!first(1) && !first(NONCES));
        assert!(first(0));
    }

    #[test]
    fn an_address_in_its_mapped_form_is_the_same_address() {
        let terms = Terms {
            addresses: Some(vec![HERE]),
            ..Terms::default()
        };
        let mut ledger = Ledger::new(&terms);
        let mut call = |address: &str| {
            let address = address.parse().expect("an address");
            ledger.admit(&terms, at("2024-01-01T00:00:00Z"), address, "x")
        };
        assert_eq!(call("::ffff:127.0.0.1"), Ok(()));
        assert_eq!(call("127.0.0.2"), Err(Cause::ForbiddenAddress));
    }
}
