// Replacing the keys: somebody left with cause, or a computer was lost.
import type { Problems } from "../../problems";
export default {
  removeWithCause: "因故停用并更换密钥",
  removeTitle: (name: string) => `停用 ${name} 并更换密钥`,
  lost: "电脑或备份丢失：更换密钥",
  lostTitle: "更换密钥",
  whatPerson: "对方立即停用，手里的旧备份、旧密码、旧恢复码都打不开以后的数据。",
  whatLost: "丢失的电脑或备份里的旧密码、旧恢复码都打不开以后的数据。",
  whatAll:
    "其他同事各得一张一次性口令，24 小时内登录并设新密码；两张恢复码作废换新，当场打印核对。",
  whatTime: "前后各备份一次，全部数据重新加密，要等几秒到几分钟，期间请不要关闭程序。",
  password: "您自己的密码",
  reason: "原因",
  replace: "更换密钥",
  replacing: "正在备份并重新加密…",
  leftReason: "因故离职",
  lostReason: "电脑丢失",
  leakedReason: "密码或恢复码外泄",
  handTitle: "先把一次性口令交给同事",
  handLead: "密钥已更换。每人用自己的口令登录一次，随即设新密码。这张表只显示这一次。",
  handUntil: (when: string) => `${when} 之前有效`,
  no: "工号",
  name: "姓名",
  code: "一次性口令",
  copy: "复制整张表",
  print: "每人打一张",
  printed: (n: number) => `${n} 张已送到打印机，请马上取走。`,
  printedSome: (n: number, all: number) =>
    `只送出 ${n} 张（共 ${all} 张），再按一次从第 ${n + 1} 张接着打。`,
  copied: "已复制，用完请清空剪贴板。",
  notCopied: "没能复制，请照着屏幕抄写。",
  handNone: "没有其他同事，直接打印新的恢复码。",
  handDone: "已交代好，去打印恢复码",
  problems: {
    recovery_wrong: () => "这张恢复码打不开这里的数据。请确认是最近一次打印的。",
    recovery_length: () => "恢复码是 7 组、每组 5 个字符，请看着纸补全。",
    recovery_typo: (f) => `第 ${f.group} 组输错了，请看着纸再核对这一组。`,
    recover_no_administrator: () => "这个工号不是在用的管理员。恢复码只能给管理员设新密码。",
    wrong_group: () => "这一组和恢复码不一致，请对照纸上再输入。",
    codes_not_confirmed: () => "恢复码还没有确认。请管理员重新登录，打印并核对。",
    keys_unfinished: () => "更换密钥时程序中断了，请管理员先登录一次以完成更换。",
    keys_unsure: () =>
      "存储出错，分不清这次更改是否已写入，首问已锁定。请先用新密码（或新口令）登录，不行再用原来的。",
    keys_gone: () =>
      "钥匙文件不见了，数据还在，所以不能在这里新设。请把 keys.json 放回原处，或从备份恢复。",
    restore_unfinished: () =>
      "恢复只做了一半：有文件正被别的程序占用。请关闭杀毒、同步等程序后再登录，恢复会接着完成。",
    keys_older: () =>
      "钥匙文件是旧的：有人放回了以前的文件。只有印在纸上的恢复码能打开；打开后请重设密码。",
    keys_changed: () =>
      "另一个程序改动了钥匙文件，这次没有更改。请关闭其他首问程序，重新打开再试。",
  } satisfies Partial<Problems>,
};
