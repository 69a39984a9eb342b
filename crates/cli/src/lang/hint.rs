//! What the command says to a person beside its answer: nothing that a machine reads.

use super::Lang;

/// Something that helps. Values in it are names, paths and counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Hint {
    NoSuchFile,
    Planned {
        calls: usize,
        further: bool,
    },
    Patched {
        path: String,
        schema: String,
    },
    SandboxServes,
    Progress {
        answered: u64,
        waiting: String,
        seconds: u64,
    },
}

impl Hint {
    /// In that language.
    pub(crate) fn text(&self, lang: Lang) -> String {
        match self {
            Self::NoSuchFile => lang
                .pick("there is no such file yet", "该文件尚不存在")
                .to_owned(),
            Self::Planned { calls, further } => planned(lang, *calls, *further),
            Self::Patched { path, schema } => lang.format(
                format_args!(
                    "{path} changes {schema}; write what it marks PLACEHOLDER, then `cargo xtask codegen`"
                ),
                format_args!(
                    "{path} 是对 {schema} 的改动；请写好标有 PLACEHOLDER 的说明，再运行 `cargo xtask codegen`"
                ),
            ),
            Self::SandboxServes => lang
                .pick(
                    "sample data; set the variables above in another shell, stop with Ctrl-C",
                    "示例数据；在另一个终端设置以上变量，按 Ctrl-C 停止",
                )
                .to_owned(),
            Self::Progress {
                answered,
                waiting,
                seconds,
            } => lang.format(
                format_args!("{answered} answered, waiting for {waiting} ({seconds} s)"),
                format_args!("已答复 {answered}，等待 {waiting}（{seconds} 秒）"),
            ),
        }
    }
}

fn planned(lang: Lang, calls: usize, further: bool) -> String {
    let mut text = lang.format(
        format_args!("Calls that would be made: {calls}. Nothing was sent."),
        format_args!("将产生的调用：{calls} 次。未发出任何请求。"),
    );
    if further {
        text += lang.pick(
            " Each further page is one more call; how many, only the replies say.",
            "其后每页再加一次调用，页数由答复决定。",
        );
    }
    text
}
