//! How much of what the vendor holds was fetched: said of one page and of a walk, and never more than is certain.

mod support;

use support::shop::{Shop, Total};
use support::{Double, builder, caller, plain, signed};
use zhixing_core::Answer;
use zhixing_core::client::Caller;
use zhixing_core::operation::Request;
use zhixing_core::outcome::{Completeness, Fingerprint};
use zhixing_core::page::Cursor;
use zhixing_core::request::Arguments;

/// A client of the first vendor; the shop does not sign.
fn skipping(shop: &Shop) -> Caller {
    builder(&signed::VENDOR, shop.clone())
        .dangerously_accept_unverified_replies()
        .build()
        .unwrap()
}

#[tokio::test]
async fn one_page_knows_whether_it_is_all() {
    for (records, total, complete) in [
        (2, Total::Says(2), true),
        (3, Total::Says(3), true),
        (3, Total::Says(4), false),
        (2, Total::Says(4), false),
        (3, Total::Says(1), false), // a full page beyond its total may have a successor
        (2, Total::Says(1), false), // and so may a short one: a server may give smaller pages than were asked for
        (2, Total::Silent, true),
        (3, Total::Silent, false),
    ] {
        let shop = Shop::new(records, total);
        let outcome = skipping(&shop)
            .call(&signed::Request::new("x"))
            .await
            .unwrap();
        let found = outcome.receipt.completeness;
        assert_eq!(
            (found.fetched, found.complete),
            (records, complete),
            "{total:?}"
        );
    }
    // Nothing beyond the end says nothing of what stands before it.
    let mut request = signed::Request::new("x");
    request.skip = Some(9);
    let shop = Shop::new(3, Total::Silent);
    let outcome = skipping(&shop).call(&request).await.unwrap();
    assert_eq!(outcome.answer, Answer::None);
    let found = outcome.receipt.completeness;
    assert_eq!((found.total, found.complete), (None, false));
}

/// What a reply counts and does not hold is somewhere.
#[tokio::test]
async fn a_page_that_counts_others_than_it_holds_is_not_all() {
    for (num, complete) in [
        ("2", true),
        ("\"2\"", true),
        ("null", true),
        ("5", false),
        ("0", false),
    ] {
        let body = format!(
            r#"{{"status":"200","data":{{"total":2,"num":{num},"items":[{{"number":1}},{{"number":2}}]}}}}"#
        );
        let caller = builder(&signed::VENDOR, Double::answering(body))
            .dangerously_accept_unverified_replies()
            .build()
            .unwrap();
        let outcome = caller.call(&signed::Request::new("x")).await.unwrap();
        assert_eq!(outcome.receipt.completeness.complete, complete, "{num}");
    }
}

fn print(record: u8) -> Fingerprint {
    Fingerprint::of([record])
}

/// A server may cap its pages below what was asked for. Beyond a total that is wrong, a short page is the end only if another one
/// shows that the server does not.
#[test]
fn beyond_a_wrong_total_a_short_page_need_not_be_the_end() {
    let page = |fetched| Completeness {
        fetched,
        total: Some(1),
        complete: false,
    };
    // So many records on each page, of three asked for; and whether another page is asked for behind them.
    for (pages, goes_on) in [
        (&[2][..], true),
        (&[2, 2], true),
        (&[3, 2], false),
        (&[2, 0], false),
    ] {
        let mut walk = Cursor::new(&signed::OPERATION, Arguments::new().with("keyword", "x"), 9);
        for (number, fetched) in (1..).zip(pages) {
            walk.ask().expect("it goes on").unwrap();
            walk.arrived(page(*fetched), print(number)).unwrap();
        }
        assert_eq!(walk.ask().is_some(), goes_on, "{pages:?}");
    }
}

#[test]
fn a_walk_that_stopped_is_not_complete() {
    let page = |fetched, total| Completeness {
        fetched,
        total,
        complete: false,
    };
    let begin = || Cursor::new(&signed::OPERATION, Arguments::new().with("keyword", "x"), 2);

    let mut repeated = begin();
    repeated.ask().unwrap().unwrap();
    repeated.arrived(page(3, None), print(1)).unwrap();
    repeated.ask().unwrap().unwrap();
    repeated.arrived(page(3, None), print(1)).unwrap_err();
    assert!(!repeated.completeness().complete);

    let mut limited = begin();
    for fingerprint in [1, 2] {
        limited.ask().unwrap().unwrap();
        limited.arrived(page(3, None), print(fingerprint)).unwrap();
    }
    limited.ask().unwrap().unwrap_err();
    assert!(!limited.completeness().complete);

    // An empty page whose total is 0 does not undo the total of the page before.
    let mut forgetful = begin();
    forgetful.ask().unwrap().unwrap();
    forgetful.arrived(page(3, Some(50)), print(1)).unwrap();
    forgetful.ask().unwrap().unwrap();
    forgetful.arrived(page(0, Some(0)), print(2)).unwrap();
    assert!(forgetful.ask().is_none());
    let found = forgetful.completeness();
    assert_eq!(
        (found.fetched, found.total, found.complete),
        (3, Some(50), false)
    );
}

/// The first page named no total. That the second one, which is empty, names one is no reason to believe in the end.
#[test]
fn an_empty_page_that_speaks_of_more_ends_no_list() {
    let page = |fetched, total| Completeness {
        fetched,
        total,
        complete: false,
    };
    for (last, complete) in [
        (None, true),
        (Some(0), true),
        (Some(3), true),
        (Some(9), false),
    ] {
        let operation = &signed::OPERATION;
        let mut cursor = Cursor::new(operation, Arguments::new().with("keyword", "x"), 9);
        cursor.ask().unwrap().unwrap();
        cursor.arrived(page(3, None), print(1)).unwrap();
        cursor.ask().unwrap().unwrap();
        cursor.arrived(page(0, last), print(2)).unwrap();
        assert!(cursor.ask().is_none());
        assert_eq!(cursor.completeness().complete, complete, "{last:?}");
    }
}

/// Servers that sort by a day and cut pages out of that have been seen to put a record on two pages, and another on none: as
/// many as the total says came, and one is missing.
#[tokio::test]
async fn a_record_that_comes_on_two_pages_leaves_room_for_one_that_came_on_none() {
    for (second, complete) in [([3, 4], true), ([2, 4], false)] {
        let page = |ids: [u8; 2]| {
            let [a, b] = ids;
            format!(
                r#"{{"error_code":0,"result":{{"total":4,"list":[{{"id":{a}}},{{"id":{b}}}]}}}}"#
            )
        };
        let caller = caller(
            &plain::VENDOR,
            Double::answering(page([1, 2])).then(page(second)),
        );
        let mut request = plain::Request::new("张德洲");
        request.page_size = Some(2);
        let mut cursor = Cursor::new(&plain::OPERATION, request.arguments(), 9);
        while let Some(arguments) = cursor.ask() {
            let call = caller.call_with::<plain::Reply>(&plain::OPERATION, arguments.unwrap());
            let outcome = call.await.unwrap();
            let print = outcome.fingerprint();
            cursor.arrived(outcome.receipt.completeness, print).unwrap();
        }
        let found = cursor.completeness();
        assert_eq!((found.fetched, found.complete), (4, complete), "{second:?}");
    }
}
