//! Is this supplier on the list of dishonest judgment debtors now?
//!
//! It is the whole of what a purchasing team needs to know, and four answers must stay apart: yes; the vendor searched
//! and no; the vendor could not be searched; nobody asked. A supplier about whom nothing is known is not a clean one.

use qixin::execution_list_by_name::{Disabled, Request};
use qixin::{Client, Error};

/// What is known of a supplier.
#[derive(Debug)]
pub enum Supplier {
    /// It is on the list now.
    Listed,
    /// The vendor searched, and it is not on the list now; it may have been.
    NotListed,
    /// The vendor could not be searched to the end: nothing follows for the supplier.
    NotSearched(Error),
    /// There was no name to ask for, so no call was paid for.
    NotAsked,
}

/// Asks the vendor: a call for each page until an entry stands, so usually one.
pub async fn is_listed(client: &Client, supplier: &str) -> Supplier {
    if supplier.trim().is_empty() {
        return Supplier::NotAsked;
    }
    let mut pages = client.execution_list_by_name_pages(&Request::new(supplier));
    while let Some(page) = pages.next().await {
        match page {
            Err(error) => return Supplier::NotSearched(error),
            // Only what the vendor calls history is history: a value that nobody knows stands.
            Ok(page) => {
                let mut entries = page.records().iter();
                if entries.any(|entry| entry.disabled.get() != Some(&Disabled::History)) {
                    return Supplier::Listed;
                }
            }
        }
    }
    Supplier::NotListed
}
