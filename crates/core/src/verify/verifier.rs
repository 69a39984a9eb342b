//! Checking whole replies by one reading of their text.

use std::marker::PhantomData;
use std::sync::Arc;

use serde::de::{DeserializeOwned, DeserializeSeed, IgnoredAny};

use super::{ReplySignature, Signature, VerifyError};
use crate::credentials::Secret;
use crate::flatten::{Flat, MAX_BYTES, Room};
use crate::json::{Node, Tree, Value, WHOLE};
use crate::wire::{At, Fill, Object, Root, Spelt};

/// Checks replies, one after the other, in storage that is used again: one that has seen a reply as large allocates nothing, but for
/// what serde_json unescapes a string in.
///
/// ```
/// use zhixing_core::credentials::Secret;
/// use zhixing_core::verify::{Signature, Verifier};
/// # use zhixing_core::{flatten::Policy, sign::{Algorithm, HexCase}, verify::ReplySignature};
/// # const SIGNATURE: ReplySignature = ReplySignature {
/// #     payload: &["data"], signature: &["sign"], separator: "&secret_key=", credential: "secret_key",
/// #     algorithm: Algorithm::Md5, case: HexCase::Lower, policy: Policy::DEFAULT,
/// # };
///
/// let mut verifier = Verifier::new(SIGNATURE);
/// let secret = Secret::new("SECRET");
/// // printf 'a=1&secret_key=SECRET' | md5sum
/// let reply = r#"{"sign": "5b620b0cc4eacc201c7c64adcf25dccc", "data": {"a": 1}}"#;
/// assert_eq!(verifier.verify(reply, &secret)?, Signature::Verified);
///
/// #[derive(serde::Deserialize)]
/// struct Reply { data: Data }
/// #[derive(serde::Deserialize)]
/// struct Data { a: i64 }
/// let (signature, reply) = verifier.verify_as::<Reply>(reply, &secret)?;
/// assert_eq!((signature, reply.map(|reply| reply.data.a)), (Signature::Verified, Some(1)));
/// # Ok::<(), zhixing_core::verify::VerifyError>(())
/// ```
#[derive(Debug)]
pub struct Verifier {
    signature: ReplySignature,
    tree: Tree,
    room: Room,
}

impl Verifier {
    /// For replies that are signed like this.
    pub fn new(signature: ReplySignature) -> Self {
        Verifier {
            signature,
            tree: Tree::default(),
            room: Room::default(),
        }
    }

    /// Checks the text of a whole reply: [`ReplySignature::verify_reply`].
    ///
    /// # Errors
    /// As there.
    pub fn verify(&mut self, reply: &str, secret: &Secret) -> Result<Signature, VerifyError> {
        self.verify_as::<IgnoredAny>(reply, secret)
            .map(|(signature, _)| signature)
    }

    /// Checks the text of a whole reply and types it, in one reading. There is a typed reply only with
    /// [`Signature::Verified`], and then not if the reply has another shape: reading the text by `serde_json` tells which.
    ///
    /// # Errors
    /// As [`ReplySignature::verify_reply`].
    pub fn verify_as<R: DeserializeOwned>(
        &mut self,
        reply: &str,
        secret: &Secret,
    ) -> Result<(Signature, Option<R>), VerifyError> {
        self.verify_into(reply, PhantomData::<R>, secret)
    }

    /// Checks the text of a whole reply and types it by what a vendor's crate has for it, in one reading: [`verify_as`](Self::verify_as),
    /// but for the texts of the typed reply, which are parts of this one and no copies.
    ///
    /// # Errors
    /// As [`ReplySignature::verify_reply`].
    pub fn verify_shared<R: Object + Default>(
        &mut self,
        reply: &Arc<String>,
        secret: &Secret,
    ) -> Result<(Signature, Option<R>), VerifyError> {
        let mut typed = R::default();
        let (mut into, at) = (Root(&mut typed), At::root(Some(reply)));
        let mut fill = Fill::at(&at, &mut into);
        let (signature, read) = self.verify_into(reply, Spelt(&mut fill), secret)?;
        Ok((signature, read.map(|_| typed)))
    }

    fn verify_into<'t, S: DeserializeSeed<'t>>(
        &mut self,
        reply: &'t str,
        into: S,
        secret: &Secret,
    ) -> Result<(Signature, Option<S::Value>), VerifyError> {
        let read = (reply.len() <= MAX_BYTES).then(|| self.tree.read_as(reply, WHOLE, into));
        let (root, typed) = match read {
            Some(Ok((root, typed))) => (Some(root), Some(typed)),
            Some(Err(_)) => (self.tree.read(reply).ok(), None),
            None => (None, None),
        };
        let signature = self.signature.verify_noted(
            reply,
            root.map(|root| (&mut self.tree, root)),
            &mut self.room,
            secret,
        )?;
        let typed = typed.filter(|_| signature == Signature::Verified);
        Ok((signature, typed))
    }
}

impl ReplySignature {
    /// Checks a reply that was read. Whatever stands in the way of that, the careful way tells what it is.
    pub(crate) fn verify_noted(
        &self,
        reply: &str,
        read: Option<(&mut Tree, Node)>,
        room: &mut Room,
        secret: &Secret,
    ) -> Result<Signature, VerifyError> {
        let found = read.and_then(|(tree, root)| self.judge(reply, tree, root, room, secret));
        found.map_or_else(|| self.verify_located(reply, secret), Ok)
    }

    fn judge(
        &self,
        reply: &str,
        tree: &mut Tree,
        root: Node,
        room: &mut Room,
        secret: &Secret,
    ) -> Option<Signature> {
        let claimed = match tree.member(reply, root, self.signature).ok()? {
            Some(node) => match node.value {
                Value::Null => None,
                Value::Text(span) | Value::Escaped(span) => {
                    Some(node.value).filter(|_| span.len() > 0)
                }
                _ => return None,
            },
            None => None,
        };
        let payload = tree.member(reply, root, self.payload).ok()?;
        let Some(claimed) = claimed else {
            return Some(Signature::Unsigned);
        };
        let payload = payload.unwrap_or(Node {
            value: Value::Null,
            ..root
        });
        let flat = Flat::of(reply, tree, payload, &self.policy, room).ok()?;
        let hasher = self.hash_of(flat, secret);
        let claimed = tree.text_of(reply, &claimed)?.whole();
        Some(Signature::of(hasher.is(&claimed)))
    }
}
