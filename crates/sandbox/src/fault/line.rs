//! Faults of the line: the reply is right and does not arrive so.

use std::time::Duration;

use zhixing_core::transport::{Fault as Broken, HttpReply, Limits, Phase, TransportError};

use super::Fault;
use crate::protocol::Answered;

/// What the line does with a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    /// Brings it.
    Holds,
    /// Brings it so much later.
    Late(Duration),
    /// Is reset by the server.
    Reset,
    /// Is closed by the server without a byte.
    Closed,
    /// Is closed after so many bytes of the body, of which so many were declared.
    Short {
        /// Bytes that are sent.
        sent: usize,
        /// Bytes that are declared.
        declared: usize,
    },
    /// Brings the body so many bytes at a time.
    Drip {
        /// Bytes at a time, at least 1.
        bytes: usize,
        /// How long after one another.
        every: Duration,
    },
    /// Says that what it brings is compressed.
    Garbled,
}

impl Line {
    /// What becomes of a reply under a fault.
    pub(crate) fn under(fault: Option<&Fault>, answered: &Answered) -> Self {
        let length = answered.body.len();
        match fault {
            Some(Fault::Delay { millis }) => Self::Late(Duration::from_millis(*millis)),
            Some(Fault::ResetBeforeReading | Fault::ResetAfterReading) => Self::Reset,
            Some(Fault::BillThenDrop) => Self::Closed,
            // The last byte never comes: a cut that cuts nothing off would be none.
            Some(Fault::CutBody { after }) => Self::Short {
                sent: after.unwrap_or(length / 2).min(length.saturating_sub(1)),
                declared: length,
            },
            Some(Fault::WrongLength { by }) => Self::Short {
                sent: length,
                declared: length.saturating_add_signed(isize::try_from(*by).unwrap_or(isize::MIN)),
            },
            Some(Fault::SlowDrip {
                bytes,
                every_millis,
            }) => Self::Drip {
                bytes: (*bytes).max(1),
                every: Duration::from_millis(*every_millis),
            },
            Some(Fault::Garbled) => Self::Garbled,
            _ => Self::Holds,
        }
    }

    /// How long it may take.
    fn allowed(self, limits: &Limits) -> Duration {
        match self {
            Self::Late(_) => limits.head.min(limits.attempt),
            Self::Drip { every, .. } if every >= limits.silence => {
                limits.silence.min(limits.attempt)
            }
            _ => limits.attempt,
        }
    }

    /// How long it takes in all.
    fn takes(self, length: usize) -> Duration {
        match self {
            Self::Late(time) => time,
            Self::Drip { bytes, every } => {
                let pauses = length.div_ceil(bytes.max(1)).saturating_sub(1);
                every.saturating_mul(u32::try_from(pauses).unwrap_or(u32::MAX))
            }
            _ => Duration::ZERO,
        }
    }
}

/// What the caller's transport makes of it: the same as `zhixing_core::transport::HttpTransport` over a socket, which a
/// test compares fault by fault.
pub(crate) async fn in_process(
    answered: Answered,
    line: Line,
    date: Option<String>,
    limits: &Limits,
) -> Result<HttpReply, TransportError> {
    let Answered {
        status,
        content_type,
        mut body,
        ..
    } = answered;
    let arrived = |body| {
        let mut reply = HttpReply::new(status, Some(content_type), body);
        reply.date = date;
        reply
    };
    let takes = line.takes(body.len());
    let allowed = line.allowed(limits);
    if !takes.is_zero() {
        pass(takes.min(allowed)).await;
    }
    match line {
        Line::Late(_) if takes >= allowed => {
            return Err(TransportError::new(Broken::Timeout, Phase::InDoubt));
        }
        Line::Drip { bytes, every } if takes >= allowed => {
            let pieces = allowed.as_nanos().div_ceil(every.as_nanos().max(1));
            body.truncate(bytes.saturating_mul(usize::try_from(pieces).unwrap_or(usize::MAX)));
            return Err(TransportError::inside(Broken::Timeout, arrived(body)));
        }
        Line::Reset | Line::Closed => {
            return Err(TransportError::new(Broken::Cut, Phase::InDoubt));
        }
        Line::Short { sent, declared } if sent < declared => {
            body.truncate(sent);
            return Err(TransportError::inside(Broken::BodyCut, arrived(body)));
        }
        Line::Short { declared, .. } => body.truncate(declared),
        Line::Garbled => {
            return Err(TransportError::inside(Broken::Compression, arrived(body)));
        }
        _ => {}
    }
    if body.len() > limits.reply_bytes {
        let limit = limits.reply_bytes;
        return Err(TransportError::inside(
            Broken::TooLarge { limit },
            arrived(Vec::new()),
        ));
    }
    Ok(arrived(body))
}

/// Lets time pass under any executor: a library that is a test double cannot ask for tokio's timers, which panic where
/// there are none.
async fn pass(time: Duration) {
    let (done, passed) = tokio::sync::oneshot::channel::<()>();
    let spawned = std::thread::Builder::new().spawn(move || {
        std::thread::sleep(time);
        // Nobody may be waiting any longer.
        let _ = done.send(());
    });
    if spawned.is_ok() {
        let _ = passed.await;
    }
}
