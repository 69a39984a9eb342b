//! A machine whose clock is wrong, against the sandbox on a port, which holds every signature against its own clock and
//! dates its replies by it.
#![cfg(feature = "reqwest")]

use zhixing::{Question, Setup, State, Subject, check};
use zhixing_core::clock::{Clock, SystemClock, Timestamp};
use zhixing_sandbox::{Sandbox, listen, serve};

/// The clock of a server that is so far ahead of this machine.
#[derive(Debug)]
struct Ahead(i64);

impl Clock for Ahead {
    fn now(&self) -> Timestamp {
        let now = SystemClock.now().as_millis() + self.0;
        Timestamp::from_millis(now).expect("a time")
    }
}

/// What the three that sign the time call for, and the one that does not.
async fn calls(server_is_ahead: i64) -> Vec<(String, u32)> {
    let sandbox = Sandbox::builder().clock(Ahead(server_is_ahead)).build();
    let sandbox = sandbox.expect("a sandbox");
    let listener = listen(0).await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let environment = sandbox.environment(port);
    tokio::spawn(serve(sandbox, listener, std::future::pending()));
    let setup = Setup::from_lookup(move |variable| {
        let mut set = environment.iter();
        set.find(|(name, _)| name == variable)
            .map(|(_, value)| value.clone())
    });
    let vendors = ["qixin", "xinshu", "qcc", "cloudmarket"];
    let subject = Subject::new("上海东虹桥融资担保股份有限公司");
    let report = check(&Question::about(subject).vendors(vendors), &setup).await;
    let asked = report
        .sources
        .into_iter()
        .filter(|it| it.state != State::NotAsked);
    let asked = asked.map(|source| {
        assert_eq!(source.error, None);
        (source.vendor, source.calls)
    });
    asked.collect()
}

/// The sandbox allows five minutes, and of a day that is signed the days that these reach.
#[tokio::test]
async fn a_clock_that_is_wrong_costs_each_that_signs_the_time_one_more_call() {
    const DAY: i64 = 86_400_000;
    for (ahead, expected) in [
        (0, [1, 1, 1, 1]),
        (2 * DAY, [2, 2, 2, 1]),
        (-40 * DAY, [2, 2, 2, 1]),
    ] {
        let calls = calls(ahead).await;
        let made: Vec<u32> = calls.iter().map(|(_, calls)| *calls).collect();
        assert_eq!(made, expected, "{calls:?}");
    }
}
