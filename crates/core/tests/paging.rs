//! Walking pages: nothing is lost, nothing is bought twice, and the walk ends.

mod support;

use proptest::prelude::*;
use support::shop::{Shop, Total};
use support::{Double, builder, caller, plain, signed};
use zhixing_core::Error;
use zhixing_core::client::Caller;
use zhixing_core::error::{Counted, Kind};
use zhixing_core::transport::{
    Fault, HttpReply, HttpRequest, Limits, Phase, Transport, TransportError,
};

/// What a walk brought: the records of each page, and the error that ended it.
type Walked = (Vec<Vec<i64>>, Option<Error>);

/// A client of the first vendor; the shop does not sign.
fn skipping(shop: &Shop) -> Caller {
    builder(&signed::VENDOR, shop.clone())
        .dangerously_accept_unverified_replies()
        .build()
        .unwrap()
}

async fn skip_through(shop: &Shop, limit: u32) -> Walked {
    let mut pages = skipping(shop)
        .pages(&signed::Request::new("x"))
        .limit(limit);
    let mut seen = Vec::new();
    while let Some(page) = pages.next().await {
        match page {
            Ok(page) => seen.push(
                page.records()
                    .iter()
                    .filter_map(|item| item.number.get().copied())
                    .collect(),
            ),
            Err(error) => {
                assert!(pages.next().await.is_none(), "nothing follows an error");
                return (seen, Some(error));
            }
        }
    }
    assert!(pages.next().await.is_none());
    (seen, None)
}

async fn number_through(shop: &Shop, size: Option<i64>, limit: u32) -> Walked {
    let mut request = plain::Request::new("张德洲");
    request.page_size = size;
    let mut pages = caller(&plain::VENDOR, shop.clone())
        .pages(&request)
        .limit(limit);
    let mut seen = Vec::new();
    while let Some(page) = pages.next().await {
        match page {
            Ok(page) => {
                seen.push(
                    page.records()
                        .iter()
                        .filter_map(|row| row.id.get().copied())
                        .collect(),
                );
            }
            Err(error) => return (seen, Some(error)),
        }
    }
    (seen, None)
}

#[tokio::test]
async fn a_right_total_needs_no_page_more_than_there_are() {
    for (records, calls) in [(0, 1), (1, 1), (3, 1), (4, 2), (6, 2), (7, 3)] {
        let shop = Shop::new(records, Total::Says(records));
        let (pages, error) = skip_through(&shop, 99).await;
        assert!(error.is_none());
        assert_eq!(pages.concat(), (0..records as i64).collect::<Vec<_>>());
        assert_eq!(shop.calls(), calls, "{records} records");
    }
    let shop = Shop::new(20, Total::Says(20));
    let (pages, _) = number_through(&shop, None, 99).await;
    assert_eq!((pages.concat().len(), shop.calls()), (20, 2));
    assert_eq!(*shop.asked.lock().unwrap(), [0, 10]);
}

#[tokio::test]
async fn a_total_that_is_too_small_loses_nothing() {
    // 7 records, and the vendor says 2: the first page alone shows that it is wrong.
    let shop = Shop::new(7, Total::Says(2));
    let (pages, error) = skip_through(&shop, 99).await;
    assert!(error.is_none());
    assert_eq!(pages, [vec![0, 1, 2], vec![3, 4, 5], vec![6]]);
}

#[tokio::test]
async fn a_total_that_is_too_large_ends_at_an_empty_page() {
    let mut shop = Shop::new(4, Total::Says(9));
    let (pages, error) = skip_through(&shop, 99).await;
    assert!(error.is_none());
    assert_eq!(pages, [vec![0, 1, 2], vec![3], vec![]]);
    shop.forgets = true;
    let (pages, _) = number_through(&shop, Some(2), 99).await;
    assert_eq!(pages.concat(), [0, 1, 2, 3]);
}

#[tokio::test]
async fn without_a_total_a_short_or_empty_page_is_the_last() {
    for (records, calls) in [(0, 1), (2, 1), (3, 2), (5, 2), (6, 3)] {
        let shop = Shop::new(records, Total::Silent);
        let (pages, error) = skip_through(&shop, 99).await;
        assert!(error.is_none());
        assert_eq!(pages.concat().len() as u64, records);
        assert_eq!(shop.calls(), calls, "{records} records");
    }
}

#[tokio::test]
async fn short_pages_do_not_end_a_walk_whose_total_is_not_reached() {
    let mut shop = Shop::new(7, Total::Says(7));
    shop.at_most = 2; // of 3
    let (pages, error) = skip_through(&shop, 99).await;
    assert!(error.is_none());
    assert_eq!(pages.concat(), [0, 1, 2, 3, 4, 5, 6]);
}

#[tokio::test]
async fn a_page_that_comes_again_stops_with_an_error() {
    let mut shop = Shop::new(7, Total::Says(7));
    shop.stuck = true;
    let (pages, error) = skip_through(&shop, 99).await;
    assert_eq!(pages, [[0, 1, 2]], "its records are handed out once");
    let error = error.unwrap();
    assert_eq!(*error.kind(), Kind::RepeatedPage { fetched: 3 });
    assert_eq!(shop.calls(), 2);
    // The second call was made: nobody may read that it was not.
    assert_eq!(
        (error.phase(), error.counted()),
        (Phase::Answered, Counted::Unknown)
    );
    assert!(!error.to_string().contains("nothing was sent"));
}

#[tokio::test]
async fn the_limit_stops_with_an_error_and_no_call_beyond_it() {
    let shop = Shop::new(7, Total::Says(7));
    let (pages, error) = skip_through(&shop, 2).await;
    assert_eq!(pages.concat(), [0, 1, 2, 3, 4, 5]);
    let error = error.unwrap();
    let kind = Kind::PageLimit {
        pages: 2,
        fetched: 6,
        total: Some(7),
    };
    assert_eq!(*error.kind(), kind);
    assert_eq!((error.phase(), shop.calls()), (Phase::NotSent, 2));
    // Two pages were sent and paid for: nobody may read that nothing was.
    assert!(!error.to_string().contains("nothing was sent"), "{error}");
    // A walk that ends at its limit is no error.
    let (_, error) = skip_through(&Shop::new(6, Total::Says(6)), 2).await;
    assert!(error.is_none());
    let shop = Shop::new(1, Total::Silent);
    assert!(skip_through(&shop, 0).await.1.is_some());
    assert_eq!(shop.calls(), 0);
}

#[tokio::test]
async fn an_error_in_the_middle_ends_the_walk_after_the_pages_before_it() {
    let page = r#"{"error_code":0,"result":{"total":9,"list":[{"id":1},{"id":2}]}}"#;
    let double = Double::answering(page).then_fault(Fault::Timeout, Phase::InDoubt);
    let mut request = plain::Request::new("张德洲");
    request.page_size = Some(2);
    let mut records = caller(&plain::VENDOR, double.clone())
        .pages(&request)
        .records();
    let mut seen = Vec::new();
    let error = loop {
        match records.next().await.unwrap() {
            Ok(row) => seen.push(row.id.into_option().unwrap()),
            Err(error) => break error,
        }
    };
    assert_eq!(seen, [1, 2]);
    assert_eq!(error.phase(), Phase::InDoubt);
    assert!(records.next().await.is_none());
    assert_eq!(double.requests().len(), 2, "nothing is asked twice");
}

#[tokio::test]
async fn records_are_the_pages_one_after_the_other() {
    let shop = Shop::new(8, Total::Says(8));
    let mut records = skipping(&shop).pages(&signed::Request::new("x")).records();
    let mut seen = Vec::new();
    while let Some(record) = records.next().await {
        seen.push(record.unwrap().number.into_option().unwrap());
        let due = seen.len().div_ceil(3);
        assert_eq!(
            shop.calls(),
            due,
            "a page is bought when its first record is asked for"
        );
    }
    assert_eq!(seen, (0..8).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_walk_from_the_middle_buys_what_is_left_and_no_more() {
    let shop = Shop::new(8, Total::Says(8));
    let mut request = signed::Request::new("x");
    request.skip = Some(2);
    let mut pages = skipping(&shop).pages(&request);
    while let Some(page) = pages.next().await {
        assert!(
            !page.unwrap().receipt.completeness.complete,
            "the first two are not here"
        );
    }
    assert_eq!(*shop.asked.lock().unwrap(), [2, 5]);
}

/// Whoever waited for a page in vain and then thinks better of it is not sold the rest.
#[tokio::test]
async fn a_limit_holds_from_when_it_is_said_also_while_a_page_is_under_way() {
    let shop = Shop::new(12, Total::Says(12));
    let caller = builder(&signed::VENDOR, Slow(shop.clone()))
        .dangerously_accept_unverified_replies()
        .build()
        .unwrap();
    let mut pages = caller.pages(&signed::Request::new("x"));
    tokio::select! {
        biased;
        page = pages.next() => panic!("{}", page.is_some()),
        () = std::future::ready(()) => {}
    }
    let mut pages = pages.limit(2);
    let mut seen = 0;
    let error = loop {
        match pages.next().await {
            Some(Ok(_)) => seen += 1,
            Some(Err(error)) => break error,
            None => panic!("{seen} pages"),
        }
    };
    assert!(matches!(error.kind(), Kind::PageLimit { pages: 2, .. }));
    assert_eq!((seen, shop.calls()), (2, 2));
}

/// The shop, which lets others have a turn before it answers.
#[derive(Debug)]
struct Slow(Shop);

#[async_trait::async_trait]
impl Transport for Slow {
    async fn send(
        &self,
        request: &HttpRequest,
        limits: &Limits,
    ) -> Result<HttpReply, TransportError> {
        tokio::task::yield_now().await;
        self.0.send(request, limits).await
    }
}

fn wait<T>(walk: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap()
        .block_on(walk)
}

proptest! {
    /// Whatever the vendor says of its total, unless it says just what was fetched at the end of a page, every record is
    /// fetched, none twice, and the walk ends after at most one empty page.
    #[test]
    fn no_record_is_lost_or_bought_twice(
        records in 0_u64..60,
        size in 1_i64..=20,
        stated in proptest::option::of(0_u64..90),
    ) {
        let shop = Shop::new(records, stated.map_or(Total::Silent, Total::Says));
        let (pages, error) = wait(number_through(&shop, Some(size), 99));
        prop_assert!(error.is_none(), "{error:?}");
        let got = pages.concat();
        let all: Vec<i64> = (0..records as i64).collect();
        let size = size as u64;
        match stated {
            // Believed: a total that is reached exactly at the end of a full page.
            Some(total) if total > 0 && total < records && total % size == 0 => {
                prop_assert_eq!(&got[..], &all[..total as usize]);
            }
            _ => prop_assert_eq!(got, all),
        }
        prop_assert!(shop.calls() as u64 <= records.div_ceil(size) + 1);
        let mut asked = shop.asked.lock().unwrap().clone();
        asked.dedup();
        prop_assert_eq!(asked.len(), shop.calls());
    }

    #[test]
    fn skipping_loses_nothing_on_short_pages(records in 0_u64..40, at_most in 1_u64..4) {
        let mut shop = Shop::new(records, Total::Says(records));
        shop.at_most = at_most;
        let (pages, error) = wait(skip_through(&shop, 99));
        prop_assert!(error.is_none(), "{error:?}");
        prop_assert_eq!(pages.concat(), (0..records as i64).collect::<Vec<_>>());
    }
}
