//! A call that tells nothing.

use crate::error::Error;
use crate::outcome::{Answer, Receipt};
use crate::spec::Operation;
use crate::transport::{HttpReply, TransportError};

#[derive(Debug)]
pub(crate) struct Call;

impl Call {
    pub(crate) fn begin(_: &'static Operation) -> Self {
        Self
    }

    pub(crate) async fn exchange(
        &mut self,
        sending: impl Future<Output = Result<HttpReply, TransportError>>,
    ) -> Result<HttpReply, TransportError> {
        sending.await
    }

    pub(crate) fn settle(&mut self, _: Result<(Answer, &Receipt), &Error>) {}

    pub(crate) fn failed(&mut self, error: Error) -> Error {
        error
    }
}
