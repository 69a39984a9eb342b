//! A budget is never exceeded, whoever calls how often at once; and what was not sent is not charged.

mod support;

use std::future::Future;
use std::task::{Context, Poll, Waker};

use support::rushed::Rushed;
use support::shop::{Shop, Total};
use support::{Double, builder, plain, signed};
use zhixing_core::Error;
use zhixing_core::client::{Budget, Caller, Exceeded, Spent};
use zhixing_core::error::{Counted, Kind};
use zhixing_core::transport::{
    Fault, HttpReply, HttpRequest, Limits, Phase, Transport, TransportError,
};

const FOUND: &str = r#"{"error_code":0,"result":{"total":1,"list":[{"id":1}]}}"#;

fn caller(budget: &Budget, transport: impl Transport + 'static) -> Caller {
    let builder = builder(&plain::VENDOR, transport).timer(Rushed::new());
    builder.budget(budget.clone()).build().unwrap()
}

async fn call(caller: &Caller) -> Result<(), Error> {
    let outcome = caller.call(&plain::Request::new("张德洲")).await;
    outcome.map(|_| ())
}

fn spent(calls: u64, money: u64) -> (u64, u64) {
    (calls, money)
}

fn of(spent: Spent) -> (u64, u64) {
    (spent.calls, spent.money)
}

/// Yields once, so that all calls are on their way before the first is answered.
#[derive(Debug, Clone, Default)]
struct Yielding(Double);

#[async_trait::async_trait]
impl Transport for Yielding {
    async fn send(
        &self,
        request: &HttpRequest,
        limits: &Limits,
    ) -> Result<HttpReply, TransportError> {
        tokio::task::yield_now().await;
        self.0.send(request, limits).await
    }
}

#[tokio::test]
async fn calls_in_flight_do_not_exceed_it_together() {
    let double = (0..10).fold(Double::new(), |double, _| double.then(FOUND));
    let budget = Budget::new().calls(10);
    let one = caller(&budget, Yielding(double.clone()));
    // A second client of the same budget, and clones of both.
    let other = caller(&budget, Yielding(double.clone()));
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..64 {
        let caller = if number % 2 == 0 {
            one.clone()
        } else {
            other.clone()
        };
        tasks.spawn(async move { call(&caller).await });
    }
    let mut answered = 0;
    while let Some(done) = tasks.join_next().await {
        match done.unwrap() {
            Ok(()) => answered += 1,
            Err(error) => {
                assert_eq!(*error.kind(), Kind::Budget(Exceeded::Calls { limit: 10 }));
                assert_eq!(
                    (error.phase(), error.counted()),
                    (Phase::NotSent, Counted::No)
                );
                assert_eq!(error.attempts(), 0);
            }
        }
    }
    assert_eq!((answered, double.requests().len()), (10, 10));
    assert_eq!(one.spent(), other.spent());
    assert_eq!(budget.spent().calls, 10);
}

#[tokio::test]
async fn what_was_not_sent_is_given_back_and_what_may_have_been_is_not() {
    let budget = Budget::new().calls(2);
    let double = Double::new()
        .then_fault(Fault::Tls, Phase::NotSent)
        .then_fault(Fault::NoConnection, Phase::NotSent)
        .then_fault(Fault::NoConnection, Phase::NotSent)
        .then_fault(Fault::Cut, Phase::InDoubt)
        .then(FOUND);
    let caller = caller(&budget, double.clone());
    call(&caller).await.unwrap_err();
    assert_eq!(budget.spent().calls, 0);
    let error = call(&caller).await.unwrap_err();
    assert_eq!((error.phase(), error.attempts()), (Phase::InDoubt, 3));
    assert_eq!(budget.spent().calls, 1);
    call(&caller).await.unwrap();
    let error = call(&caller).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "plain search: the budget of 2 calls is used up; the call was not sent"
    );
    assert_eq!(error.kind().as_str(), "budget");
    assert_eq!(double.requests().len(), 5);
}

/// What breaks a rule costs nothing, and takes nothing from the budget.
#[tokio::test]
async fn a_call_that_is_refused_before_it_leaves_is_not_charged() {
    let budget = Budget::new().calls(0);
    let caller = caller(&budget, Double::new());
    let error = caller.call(&plain::Request::new("x")).await.unwrap_err();
    assert_eq!(error.kind().as_str(), "invalid_parameter");
}

#[tokio::test]
async fn a_call_that_is_cancelled_on_its_way_stays_charged() {
    let budget = Budget::new();
    let caller = caller(&budget, Yielding(Double::answering(FOUND)));
    {
        let mut call = Box::pin(call(&caller));
        let mut context = Context::from_waker(Waker::noop());
        assert!(matches!(call.as_mut().poll(&mut context), Poll::Pending));
    }
    assert_eq!(budget.spent().calls, 1);
}

/// Each attempt may be billed. When there is no budget for another, the error is that of the attempt that was made.
#[tokio::test]
async fn attempts_are_charged_and_not_calls() {
    for (calls, attempts) in [(1, 1), (2, 2), (9, 3)] {
        let budget = Budget::new().calls(calls);
        let double = (0..9).fold(Double::new(), |double, _| {
            double.then_reply(HttpReply::new(502, None, ""))
        });
        let builder = builder(&signed::VENDOR, double.clone()).timer(Rushed::new());
        let caller = builder.budget(budget.clone()).build().unwrap();
        let error = caller.call(&signed::Request::new("x")).await.unwrap_err();
        assert_eq!(error.kind().as_str(), "http");
        assert_eq!(u64::from(error.attempts()), attempts);
        assert_eq!(
            (error.counted(), error.phase()),
            (Counted::Unknown, Phase::Answered)
        );
        assert_eq!(
            (budget.spent().calls, double.requests().len() as u64),
            (attempts, attempts)
        );
    }
}

#[tokio::test]
async fn money_is_counted_to_the_last_fen() {
    let budget = Budget::new().money(100).price("plain", "search", 33);
    let double = (0..9).fold(Double::new(), |double, _| double.then(FOUND));
    let caller = caller(&budget, double.clone());
    for _ in 0..3 {
        call(&caller).await.unwrap();
    }
    let error = call(&caller).await.unwrap_err();
    let exceeded = Exceeded::Money {
        limit: 100,
        spent: 99,
        price: 33,
    };
    assert_eq!(*error.kind(), Kind::Budget(exceeded));
    assert_eq!(of(budget.spent()), spent(3, 99));
    assert_eq!(double.requests().len(), 3);
    // What fits to the last is allowed.
    let budget = Budget::new().money(100).price("plain", "search", 10);
    let double = (0..10).fold(Double::new(), |double, _| double.then(FOUND));
    let caller = self::caller(&budget, double);
    for _ in 0..10 {
        call(&caller).await.unwrap();
    }
    assert_eq!(of(budget.spent()), spent(10, 100));
}

#[tokio::test]
async fn under_a_budget_for_money_what_has_no_price_is_not_called() {
    let budget = Budget::new().money(1).price("plain", "serach", 0);
    let error = call(&caller(&budget, Double::new())).await.unwrap_err();
    assert_eq!(*error.kind(), Kind::Budget(Exceeded::NoPrice));
    assert_eq!(
        error.next_step(),
        "give the budget a price for the operation"
    );
    // Without a limit for money a price only counts, and none counts nothing.
    let budget = Budget::new().calls(1);
    call(&caller(&budget, Double::answering(FOUND)))
        .await
        .unwrap();
    assert_eq!(of(budget.spent()), spent(1, 0));
    // No price is too high to be added.
    let budget = Budget::new().price("plain", "search", u64::MAX);
    let caller = caller(&budget, Double::answering(FOUND).then(FOUND));
    call(&caller).await.unwrap();
    call(&caller).await.unwrap();
    assert_eq!(of(budget.spent()), spent(2, u64::MAX));
}

#[tokio::test]
async fn pages_stop_at_it_and_keep_what_was_fetched() {
    let shop = Shop::new(100, Total::Says(100));
    let budget = Budget::new().calls(3);
    let caller = caller(&budget, shop.clone());
    let mut pages = caller.pages(&plain::Request::new("张德洲"));
    for _ in 0..3 {
        assert_eq!(pages.next().await.unwrap().unwrap().records().len(), 10);
    }
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind().as_str(), "budget");
    assert!(
        error.to_string().ends_with("; the call was not sent"),
        "{error}"
    );
    assert!(pages.next().await.is_none());
    assert_eq!(shop.calls(), 3);
}
