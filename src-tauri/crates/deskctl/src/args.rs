//! Arguments: `--name value`, `--name=value`, switches without a value, and what is left.

use crate::failure::Failure;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What `deskctl help` prints.
pub const USAGE: &str = "\
deskctl: 首问的管理命令行 / the command line of Shouwen

  deskctl init     --data DIR --institution NAME --admin NO --password-file F --recovery-out F
                   [--admin-name NAME] [--address TEXT] [--phone TEXT] [--starter] [--training]
  deskctl demo     --data DIR --as NO --password-file F --visitors N --days D --seed S
                   [--staff-password-file F]
  deskctl recover  --data DIR --code-file F --as NO --password-file F --recovery-out F
  deskctl verify-journal --data DIR --as NO --password-file F [--line TEXT]
  deskctl backup   --data DIR --as NO --password-file F [--out DIR]
  deskctl verify   --backup FILE (--as NO --password-file F | --code-file F) [--data DIR]
  deskctl restore  --data DIR --backup FILE (--as NO --password-file F | --code-file F) --reason TEXT
                   [--then-as NO --then-password-file F | --then-code-file F] [--take-place]
  deskctl commands [--json]
  deskctl call     --data DIR --as NO --password-file F COMMAND [JSON | -]
  deskctl session  --data DIR --as NO --password-file F
  deskctl voucher  --data DIR --as NO --password-file F --number N --paper a4|a5|80mm --out FILE
  deskctl ledger   --data DIR --as NO --password-file F --from DAY --to DAY --format csv|xlsx|pdf --out FILE
                   [--full --purpose complaint|statistics|inspection|handover|person_request|other [--reason TEXT]
                    --receiver own_use|superior|department|person|other [--receiver-name NAME]]

  session 从标准输入逐行读取 / reads one JSON object a line:
    {\"id\":1,\"command\":\"visitors.find\",\"input\":{\"text\":\"zs\"}}
  并逐行回答 / and answers one a line:
    {\"id\":1,\"value\":…,\"touched\":[…]}  或 / or  {\"id\":1,\"error\":{\"code\":…,\"params\":…,\"field\":…}}
  久无输入或满 12 小时即锁定 / locks after the institution's idle time without a line, and after 12 hours
  练习数据夹还可带时刻 / a training folder also takes a moment: \"at\": UTC 毫秒 / milliseconds

  --fonts DIR      印刷字体所在 / where the fonts for PDF files are
  --exports DIR    导出文件放哪里，默认当前目录 / where exports go; this folder by default

退出码 / exit codes: 0 成功 done · 1 被拒绝 refused · 2 用法有误 usage · 3 存储故障 store · 4 数据夹正被使用 folder in use";

/// Arguments that were read.
pub struct Args {
    values: BTreeMap<String, String>,
    switches: Vec<String>,
    rest: Vec<String>,
}

/// Flags that every command knows.
const EVERYWHERE: &[&str] = &["data", "as", "password-file", "fonts", "exports"];

impl Args {
    /// Reads arguments, knowing which flags take a value and which do not.
    pub fn read(given: &[String], flags: &[&str], switches: &[&str]) -> Result<Self, Failure> {
        let mut args = Self {
            values: BTreeMap::new(),
            switches: Vec::new(),
            rest: Vec::new(),
        };
        let mut given = given.iter();
        while let Some(one) = given.next() {
            let Some(named) = one.strip_prefix("--").filter(|name| !name.is_empty()) else {
                args.rest.push(one.clone());
                continue;
            };
            let (name, inline) = match named.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (named, None),
            };
            if switches.contains(&name) && inline.is_none() {
                args.switches.push(name.to_owned());
            } else if flags.contains(&name) || EVERYWHERE.contains(&name) {
                let value = inline.or_else(|| given.next().cloned());
                let value = value.ok_or_else(|| {
                    Failure::usage(format!("--{name} 后面缺少内容 / --{name} needs a value"))
                })?;
                if args.values.insert(name.to_owned(), value).is_some() {
                    return Err(Failure::usage(format!(
                        "--{name} 写了两次 / --{name} is given twice"
                    )));
                }
            } else {
                return Err(Failure::usage(format!(
                    "没有这个选项 / no such option: --{name}"
                )));
            }
        }
        Ok(args)
    }

    /// A flag that may be missing.
    pub fn maybe(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }

    /// A flag that must be there.
    pub fn must(&self, name: &str) -> Result<&str, Failure> {
        self.maybe(name)
            .ok_or_else(|| Failure::usage(format!("缺少 / missing: --{name}")))
    }

    /// A flag that must be a file or folder.
    pub fn path(&self, name: &str) -> Result<PathBuf, Failure> {
        self.must(name).map(PathBuf::from)
    }

    /// A flag that must be a whole number.
    pub fn number<T: std::str::FromStr>(&self, name: &str) -> Result<T, Failure> {
        let text = self.must(name)?;
        text.parse().map_err(|_| {
            Failure::usage(format!(
                "--{name} 要填整数 / --{name} takes a whole number: {text}"
            ))
        })
    }

    /// Whether a switch was given.
    pub fn has(&self, name: &str) -> bool {
        self.switches.iter().any(|s| s == name)
    }

    /// What is neither flag nor switch; at most `most` of them.
    pub fn rest(&self, most: usize) -> Result<&[String], Failure> {
        match self.rest.get(most) {
            Some(extra) => Err(Failure::usage(format!(
                "多余的内容 / not expected: {extra}"
            ))),
            None => Ok(&self.rest),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn read(line: &str) -> Result<Args, Failure> {
        let given: Vec<String> = line.split(' ').map(str::to_owned).collect();
        Args::read(&given, &["seed"], &["full"])
    }

    #[test]
    fn values_follow_or_are_joined() {
        let args = read("--data here --seed=9 visitors.find --full -").unwrap();
        assert_eq!(args.must("data").ok(), Some("here"));
        assert_eq!(args.number::<u64>("seed").ok(), Some(9));
        assert!(args.has("full"));
        assert_eq!(
            args.rest(2).ok(),
            Some(["visitors.find".to_owned(), "-".to_owned()].as_slice())
        );
        assert!(args.rest(1).is_err());
    }

    #[test]
    fn what_is_unknown_twice_or_empty_is_said() {
        for line in ["--sed 9", "--seed", "--seed 1 --seed 2", "--full=yes"] {
            assert!(read(line).is_err(), "{line}");
        }
        assert!(read("--seed nine").unwrap().number::<u64>("seed").is_err());
        assert!(read("--seed 9").unwrap().must("data").is_err());
    }
}
