// Every refusal, said in Chinese. A code without a sentence does not compile.
import type { Problems } from "../problems";

export default {
  empty: () => "请填写这一项。",
  too_long: (f) => `太长了：最多 ${f.max} 个字，现在 ${f.got} 个。`,
  too_short: (f) => `太短了：至少 ${f.min} 个字，现在 ${f.got} 个。`,
  bad_shape: () => "格式不对，请对照下面的例子修改。",
  weak_password: () => "密码太容易被猜到，请再长一些，或换几个不相干的词。",
  wrong_password: () => "工号或密码不对，请重新输入。",
  wait: (f) => `连续输错，请等 ${f.seconds} 秒再试。`,
  taken: () => "已经有人用了，请换一个。",
  not_found: () => "没有找到，可能已被别人改动。请刷新后再看。",
  not_allowed: () => "您的岗位没有这项权限，需要时请找主管。",
  locked: () => "已锁屏，请先解锁；刚才输入的内容都在。",
  reason_needed: () => "请写明原因，原因会记入操作日志。",
  last_administrator: () => "这是最后一位管理员，请先指定另一位。",
  must_change: () => "首次登录，请先改成自己的密码。",
  wrong_group: () => "这一组和打印的不一致，请对照纸上再输入。",
  no_printer: () => "没有找到打印机，请检查连接后再打印。",
  store: () => "数据没有写入，请勿关闭窗口，找管理员查看磁盘。",
  internal: () => "程序出错，刚才的操作没有完成。",
} satisfies Problems;
