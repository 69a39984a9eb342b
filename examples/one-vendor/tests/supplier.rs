//! The four answers, with neither an account nor a socket; one call is paid for and lost, and then the money is gone.

use one_vendor::{Supplier, is_listed};
use zhixing_sandbox::{Account, Fault, Route, Sandbox};

#[tokio::test]
async fn the_four_answers_are_kept_apart() -> Result<(), Box<dyn std::error::Error>> {
    let lost = Route::to("qixin").subject("断线有限公司");
    let sandbox = Sandbox::builder()
        .account("qixin", Account::new().balance(3))
        .fault(lost, Fault::BillThenDrop)
        .build()?;
    let client = qixin::Client::builder()
        .from_lookup(|variable| sandbox.lookup(variable))
        .transport(sandbox.transport_for("qixin"))
        .build()?;
    let ask = async |supplier| is_listed(&client, supplier).await;
    assert!(matches!(
        ask("大量记录测试有限公司").await,
        Supplier::Listed
    ));
    assert!(matches!(ask("查无此企业").await, Supplier::NotListed));
    assert!(matches!(ask(" ").await, Supplier::NotAsked));
    for name in ["断线有限公司", "查无此企业"] {
        assert!(matches!(ask(name).await, Supplier::NotSearched(_)));
    }
    assert_eq!(sandbox.bill().counted("qixin"), 3);
    Ok(())
}
