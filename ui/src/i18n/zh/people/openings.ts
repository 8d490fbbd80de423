// Opening records: slower after many, then a reason, then a colleague's word.
import type { Problems } from "../../problems";
export default {
  wait: (seconds: number) => `一小时内打开的资料已较多，${seconds} 秒后自动打开`,
  waitDo: "不用离开这一页，已填的内容都在",
  reason: "为什么要看这么多人的资料？",
  reasonHint: "原因会记入操作日志，接下来的十个人不再询问",
  reasonDo: "记下理由，继续",
  stop: "一小时内打开的资料太多，要主管或管理员同意",
  stopHint: "请同事在这里输入自己的工号和密码，会记入操作日志，一小时内有效",
  no: "同事工号",
  password: "同事密码",
  stopDo: "同意，继续",
  problems: {
    opening_wait: (f) => `一小时内打开的资料已较多，请 ${f.seconds} 秒后再试。`,
    opening_reason: () => "一小时内打开的资料很多，请先说明原因。",
    opening_stop: () => "一小时内打开的资料太多，请主管或管理员在这里同意后再继续。",
    purpose_unfit: () => "这份资料与所办的事不符，没有打开。请从接待、预约、反馈或请求里打开。",
    allow_nobody: () => "这个工号不能同意：要另一位在岗的主管或管理员。",
    search_guess: () =>
      "这个尾号今天已试过几个号码，都没有找到。请用姓名找，或只输入后四位，或新登记。",
  } satisfies Partial<Problems>,
};
