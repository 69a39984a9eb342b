//! A reply whose signature does not fit is typed by no way of asking, unless the caller insists.

use std::sync::Arc;

use qixin::Error;
use qixin::execution_list_by_name::{Reply, Request};
use qixin::zhixing_core::any::{AnyClient, AnyReply};
use qixin::zhixing_core::credentials::Secret;
use qixin::zhixing_core::error::Kind;
use qixin::zhixing_core::operation::Reply as _;
use qixin::zhixing_core::request::Arguments;
use qixin::zhixing_core::verify::{Signature, Verifier};

use crate::{SECRET, client, documented, reply, wait};

/// The documented reply with one sign of one name changed, and without any signature.
fn altered() -> [(String, Kind, Signature); 2] {
    let [(payload, sign), _] = documented();
    let changed = payload.write().replacen("郎红梅", "郎红海", 1);
    let unsigned = reply("200", "", &payload.write(), "");
    [
        (
            reply("200", "", &changed, sign),
            Kind::SignatureMismatch,
            Signature::Mismatch,
        ),
        (unsigned, Kind::SignatureMissing, Signature::Unsigned),
    ]
}

fn refused<T: std::fmt::Debug>(way: &str, came: Option<Result<T, Error>>, kind: &Kind) {
    match came {
        Some(Err(error)) => assert_eq!(error.kind(), kind, "{way}"),
        other => panic!("{way}: {other:?}"),
    }
}

#[test]
fn no_way_of_asking_types_it() {
    for (body, kind, _) in altered() {
        let request = Request::new("博山鲁星环保机械厂");
        let client = client(&body);
        let caller = client.caller();
        let arguments = || Arguments::new().with("keyword", "博山鲁星环保机械厂");
        wait(async {
            refused(
                "named",
                Some(client.execution_list_by_name(&request).await),
                &kind,
            );
            refused("call", Some(caller.call(&request).await), &kind);
            let operation = &qixin::execution_list_by_name::OPERATION;
            let with = caller.call_with::<Reply>(operation, arguments()).await;
            refused("call_with", Some(with), &kind);
            let any = client.call_any("execution_list_by_name", arguments()).await;
            refused("call_any", Some(any), &kind);
            let any = AnyReply::of::<Request>();
            let any = caller.call_any(any, arguments()).await;
            refused("the caller's call_any", Some(any), &kind);
            let mut pages = client.execution_list_by_name_pages(&request);
            refused("pages", pages.next().await, &kind);
            assert!(pages.next().await.is_none(), "nothing follows");
            let mut records = client.execution_list_by_name_pages(&request).records();
            refused("records", records.next().await, &kind);
            assert!(records.next().await.is_none(), "nothing follows");
        });
    }
}

#[test]
fn verifying_by_hand_types_what_is_verified_and_nothing_else() {
    let secret = Secret::new(SECRET);
    let mut verifier = Verifier::new(qixin::VENDOR.reply_signature.unwrap());
    for (body, _, verdict) in altered() {
        let (found, typed) = verifier.verify_as::<Reply>(&body, &secret).unwrap();
        assert_eq!((found, typed), (verdict, None));
        let shared = verifier.verify_shared::<Reply>(&Arc::new(body), &secret);
        assert_eq!(shared.unwrap(), (verdict, None));
    }
    let [(payload, sign), _] = documented();
    let body = reply("200", "", &payload.write(), sign);
    let (found, typed) = verifier.verify_as::<Reply>(&body, &secret).unwrap();
    assert_eq!(found, Signature::Verified);
    assert_eq!(typed.as_ref().unwrap().records().len(), 2);
    let shared = verifier.verify_shared::<Reply>(&Arc::new(body), &secret);
    assert_eq!(shared.unwrap(), (found, typed));
}
