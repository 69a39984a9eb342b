//! Why a stored reply's signature proves nothing.

use super::Lang;

/// What stands between a reply and `verified`. Pointers and names are the vendor's document's; nothing of the reply is
/// repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unproven {
    /// No text that a signature could be of.
    NoText(String),
    /// It could not be checked.
    Unchecked(String),
    /// There is no signature.
    Unsigned { signature: String },
    /// There is another one.
    Mismatch {
        signature: String,
        payload: String,
        variable: &'static str,
    },
}

impl Unproven {
    /// The word for machines.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::NoText(_) | Self::Unchecked(_) => "not_verified",
            Self::Unsigned { .. } => "signature_missing",
            Self::Mismatch { .. } => "signature_mismatch",
        }
    }

    /// What to do about it, in both languages.
    pub(super) fn next_step(&self) -> (&'static str, &'static str) {
        match self {
            Self::NoText(_) | Self::Unchecked(_) | Self::Unsigned { .. } => (
                "check that the file holds the one reply as it arrived, byte for byte, as `zhixing call --raw` writes it",
                "核对该文件是否为收到的一份原始答复，逐字节不变，如 `zhixing call --raw` 所写",
            ),
            Self::Mismatch { .. } => (
                "compare the key with that of the account that asked, and the file with what arrived; --explain prints what is signed",
                "核对密钥是否属于发起查询的账号、文件是否为收到的原文；--explain 打印被签名的文本",
            ),
        }
    }

    /// In that language.
    pub(crate) fn text(&self, lang: Lang) -> String {
        match self {
            Self::NoText(reason) => lang.format(
                format_args!("the reply has no text that could be signed: {reason}"),
                format_args!("答复中没有可签名的文本：{reason}"),
            ),
            Self::Unchecked(reason) => {
                format!("{}{reason}", lang.pick("", "答复无法验证："))
            }
            Self::Unsigned { signature } => lang.format(
                format_args!(
                    "nothing stands at {signature}, where the signature would be: who wrote the reply is not known"
                ),
                format_args!("签名应在 {signature} 处，而该处为空：无从确认答复由谁写出"),
            ),
            Self::Mismatch {
                signature,
                payload,
                variable,
            } => lang.format(
                format_args!(
                    "the signature at {signature} is not that of {payload} with {variable}: the reply was altered, or the key is another's"
                ),
                format_args!(
                    "{signature} 处的签名与 {payload} 及 {variable} 不符：答复已被改动，或密钥不对"
                ),
            ),
        }
    }
}
