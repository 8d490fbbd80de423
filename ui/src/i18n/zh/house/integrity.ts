// The alarm: what the store holds is not what was noted outside of it.
import type { Problems } from "../../problems";
export default {
  title: "数据完整性告警",
  missing: (operations: number, last: number) =>
    last > 0
      ? `${operations} 条已记录的操作不在数据库里，库里最后一条是第 ${last} 条。`
      : `${operations} 条已记录的操作不在数据库里。`,
  different: (at: number) => `从第 ${at} 条起，数据库里的操作与另外记下的不一样。`,
  noHead: "记着最后一条操作的文件（head.json）不见了或读不出来，无法判断有没有缺少操作。",
  why: "可能的原因",
  whyMissing: {
    a: "有人用较早的数据库文件覆盖了现在的",
    b: "断电时，硬盘丢掉了它说已写好的内容",
    c: "有人删掉了最后的记录",
  },
  whyDifferent: { a: "有人换上了另一份数据库文件", b: "数据库文件被改动过" },
  whyNoHead: { a: "有人移走或删掉了这个文件", b: "只复制了数据库，没有复制整个数据夹" },
  since: "发现之后没有写入任何内容，现有的文件原样保留。",
  todo: "怎么办",
  todoRestore: "恢复最近的备份：备份通常比缺的多，能找回大部分操作。",
  todoGoOn: "确认没有更好的备份，才接着用现在的数据：缺的操作不会回来，请照着纸面凭证补登。",
  call: "请不要关机，马上找主管或管理员：由他们登录后决定恢复备份还是继续使用。",
  restore: "恢复备份",
  goOn: "继续使用现在的数据",
  goOnAsk: "继续使用现在的数据？",
  goOnText: "告警随即解除。谁决定的、为什么、缺多少，都写进操作日志，以后查得到。",
  goOnOffers: { known: "原因已查明，缺的操作已补登", power: "断电造成，没有更新的备份" },
  adminOnly: "恢复备份要由管理员操作。",
  problems: {
    paper_line_shape: () => "请照着纸输入：条目序号，和后面 20 位数字字母。",
    alarm_stands: () => "数据完整性告警尚未处理：请主管或管理员先决定恢复备份还是继续使用。",
  } satisfies Partial<Problems>,
};
