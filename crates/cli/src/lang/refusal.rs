//! Why the system refused a file or a port.

use std::io::{Error, ErrorKind};

use super::Lang;

/// What it says, which is English, and what that means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    kind: ErrorKind,
    words: String,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self {
            kind: error.kind(),
            words: error.to_string(),
        }
    }
}

impl Refusal {
    /// In that language; in the system's words where it is none of the usual reasons.
    pub(crate) fn text(&self, lang: Lang) -> &str {
        let (en, zh) = match self.kind {
            ErrorKind::NotFound => ("there is no such file or folder", "文件或目录不存在"),
            ErrorKind::PermissionDenied => ("permission denied", "没有权限"),
            ErrorKind::IsADirectory => ("it is a folder", "是目录，不是文件"),
            ErrorKind::NotADirectory => ("a part of the path is no folder", "路径中有一段不是目录"),
            ErrorKind::Unsupported => ("it is no file", "不是文件"),
            ErrorKind::InvalidFilename => (
                "the name is too long, or cannot be one",
                "文件名过长或不合规定",
            ),
            ErrorKind::AddrInUse => ("another program listens there", "已被其他程序占用"),
            ErrorKind::StorageFull => ("no space is left", "磁盘空间不足"),
            ErrorKind::ReadOnlyFilesystem => ("nothing can be written there", "文件系统只读"),
            ErrorKind::InvalidData => ("it is not UTF-8 text", "不是 UTF-8 文本"),
            _ => return &self.words,
        };
        lang.pick(en, zh)
    }
}

#[cfg(test)]
mod tests {
    use super::{Error, Lang, Refusal};

    #[test]
    fn the_usual_reasons_are_in_the_readers_language_and_others_in_the_systems() {
        // ENOENT and EAGAIN.
        let gone = Refusal::from(Error::from_raw_os_error(2));
        assert_eq!(gone.text(Lang::En), "there is no such file or folder");
        assert_eq!(gone.text(Lang::Zh), "文件或目录不存在");
        let other = Refusal::from(Error::other("the bus is full"));
        assert_eq!(other.text(Lang::Zh), "the bus is full");
    }
}
