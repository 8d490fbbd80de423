// Bookings and their vouchers.
import { dayWords, timeOf } from "@/lib/dates";
import { yuan } from "@/lib/money";
import type { Problems } from "../../problems";
const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const spokenNumber = (n: number): string =>
  n <= 10
    ? (DIGITS[n] ?? "")
    : n < 20
      ? `十${DIGITS[n - 10]}`
      : `${DIGITS[Math.floor(n / 10)]}十${n % 10 === 0 ? "" : DIGITS[n % 10]}`;
/** Counted as on the paper: the first print is no reprint. */
const reprint = (n: number): string => (n > 1 ? `（补打第 ${n - 1} 次）` : "");

export default {
  title: "预约",
  today: "今日预约",
  todayNote: (day: string) => day,
  todayCount: (arrived: number, total: number) => `已到 ${arrived} / ${total}`,
  todayEmpty: "今天还没有预约。",
  full: (taken: number, capacity: number) => `${taken}/${capacity} 满`,
  load: (taken: number, capacity: number) => `${taken}/${capacity}`,
  ofDay: (day: string) => `${day} 的预约`,
  ofDayNote: (arrived: number, total: number) => `应到 ${total} 位，已到 ${arrived} 位`,
  dayBefore: "前一天",
  dayAfter: "后一天",
  backToToday: "回到今天",
  scan: "扫凭证登记到达",
  scanHint: "对准二维码扫描，或输入 13 位凭证号后按 Enter",
  scanButton: "登记到达",
  arrivedNow: (name: string, time: string) => `${name} 已登记到达，预约 ${time}。`,
  empty: "这一天没有预约。",
  emptyDo: "在接待页选好项目后预约。",
  time: "时间",
  visitor: "来访者",
  phone: "电话",
  what: "项目",
  state: "状态",
  voucher: "凭证",
  andMore: (first: string, count: number) => `${first} 等 ${count} 项`,
  needsMark: "须告知科室",
  printedMark: "已打印",
  notPrintedMark: "未打印",
  choose: "选中一条，可登记到达、改期、取消或补打凭证。",
  checkIn: "登记到达",
  undoCheckIn: "撤销到达",
  complete: "完成",
  noShow: "记为爽约",
  move: "改期",
  cancel: "取消预约",
  openVoucher: "凭证",
  cancelAsk: (name: string) => `取消 ${name} 的预约？`,
  cancelText: "原凭证作废，号码保留；空出的时间可以再约。",
  cancelled: "已取消，原凭证作废。",
  cancelReason1: "本人改变计划",
  cancelReason2: "身体不适",
  cancelReason3: "约错了",
  moveTitle: (name: string) => `给 ${name} 改期`,
  moveReason: "改期原因",
  moved: "已改期，原凭证作废，请打印新凭证。",
  undone: "已撤销。",
  completed: "已完成。",
  markedNoShow: "已记为爽约。",
  arriveBy: (time: string) => `请 ${time} 前到`,
  needs: "过敏与特殊需要",
  needsHint: "资料里的病情和过敏会自动印上，这里写别的",
  note: "备注",
  when: "选时间",
  days: "日期",
  times: "时间",
  daysHint: "← → 换日期，↓ 到时间，Enter 选定",
  earlier: "更早",
  later: "更晚",
  left: (left: number, capacity: number) => `余 ${left}/${capacity}`,
  untilEnd: (end: string) => `到 ${end}`,
  dayFull: "没有可约的时间",
  dayFree: (count: number) => `可约 ${count}`,
  noneAtAll: "这一段日子都约不上，请看更晚的日期，或换项目。",
  untimed: (names: string) => `到了就做，不用约时间：${names}`,
  unplaced: (names: string) => `没有排班，这次约不了：${names}`,
  nothingToBook: "先在评估与推荐里选好项目，再来预约。",
  needsVisitor: "预约须登记姓名，请先在左边登记来访者。",
  itinerary: "当天顺序",
  fasting: "空腹",
  readBackTitle: "跟对方核对",
  readBack: (when: string, time: string, what: string, name: string, tail: string) =>
    `“跟您核对一下：${when}${time}，${what}；姓名${name}，${tail === "" ? "没有留电话" : `电话尾号 ${tail}`}，对吗？”`,
  spokenDay: (weekday: string, month: number, day: number) => `${weekday}，${month}月${day}日，`,
  spokenTime: (time: string) => {
    const [hour = 0, minute = 0] = time.split(":").map(Number);
    const part = hour < 12 ? "上午" : hour < 13 ? "中午" : hour < 18 ? "下午" : "晚上";
    const said = hour > 12 ? hour - 12 : hour;
    const rest =
      minute === 0
        ? ""
        : minute === 30
          ? "半"
          : `${minute < 10 ? "零" : ""}${spokenNumber(minute)}分`;
    return `${part}${said === 2 ? "两" : spokenNumber(said)}点${rest}`;
  },
  confirm: "对方确认，预约",
  confirmMove: "对方确认，改期",
  otherTime: "换时间",
  inTwo: (first: string, second: string) => `一天做不完，可分两次：${first}；${second}。`,
  inTwoPart: (day: string, names: string) => `${day} ${names}`,
  splitNow: "分两次预约",
  neverAtAll: (days: number, names: string) => `${days} 天内约不到：${names}。请换项目。`,
  visitOf: (n: number) => `第 ${n} 次`,
  pickVisit: (n: number, names: string) => `第 ${n} 次的时间：${names}`,
  oneVisit: "改回一次",
  readBackNext: (when: string, time: string) => `；第二次${when}${time}`,
  otherVisit: (day: string, start: string, voucher: string) =>
    `还有一次：${day} ${start}，凭证 ${voucher}`,
  otherStays: (day: string, start: string) => `另一次不变：${day} ${start}。`,
  rest: "另一次",
  restCancelled: "两次都取消",
  restKept: "只取消这次",
  restWhole: (day: string, start: string) => `套餐要整套取消：${day} ${start} 的另一次也会取消。`,
  booked: "已预约，请打印凭证。",
  again: "再约一次",
  voucherTitle: (number: string) => `凭证 ${number}`,
  paper: "纸张",
  paperLanguage: "语言",
  print: "打印",
  reprint: "补打",
  savePdf: "存为 PDF",
  notPrinted: "还没有打印",
  printRefused: "没有打出来",
  printUnknown: "不确定是否打出，请看一眼打印机",
  printed: (n: number, time: string, no: string) => `已交打印机${reprint(n)}，${time}，工号 ${no}`,
  savedAs: (path: string) => `已存为 ${path}`,
  sentToPrinter: (n: number) =>
    n > 1 ? `已交打印机，纸上标明补打第 ${n - 1} 次。` : "已交打印机。",
  missing: (chars: string) => `字库里没有这些字，纸上印成〓，请手写补上：${chars}`,
  history: "打印记录",
  historyLine: (n: number, paper: string, time: string, no: string) =>
    `${paper}${reprint(n)} · ${time} · 工号 ${no}`,
  preview: "凭证预览",
  previewOf: (no: string, what: string) => `预约凭证 ${no}：${what}`,
  voucherFor: (name: string, service: string, day: string, time: string) =>
    `${name}，${service}，${day} ${time}`,
  onVoucher: { services: "项目", price: "费用" },
  misfits: "是否适合此人",
  misfit: "与此人情况不符：",
  misfitAsk: "预约前请先问：",
  misfitLine: (name: string, why: string) => `${name}：${why}`,
  misfitAnd: "；",
  despite: "不适合仍预约的理由",
  despiteHint: "印在凭证上，并记入日志",
  despiteWho: "有项目不适合此人。替别人约的，请先登记那个人再约；确需仍约，请主管登录写明理由。",
  bookAgain: "确定再约一次",
  problems: {
    unsuited: () => "有项目不适合此人，原因见上。请换项目，或由主管写明理由后预约。",
    booked_twice: () => "同一项目在这次预约里出现了两次，请去掉一个。",
    package_part_missing: () => "套餐要整套预约、整套取消，缺了其中的项目。请补上，或改约单项。",
    booked_before: (f) =>
      `此人 ${dayWords(f.day, "zh")} 已约过同样的项目，凭证 ${f.voucher}。确实要再约，请再确认一次。`,
    other_person: () => "这次接待的不是此人，请从他本人的接待里预约。",
    price_changed: (f) => `价格已从 ${yuan(f.told)} 改为 ${yuan(f.now)}，请重新告知对方。`,
    booking_past: (f) => `${dayWords(f.day, "zh")} 已过，当天的记录不再改动。`,
    same_time: () => "就是原来的时间，不必改期。请另选时间。",
    read_back_missing: () => "请先把项目、时间、姓名、电话念给对方，确认后再预约。",
    several_days: () => "一次预约只能是同一天，最多分两次。",
    other_visit: (f) =>
      `同一套还有 ${dayWords(f.day, "zh")} 的一次，凭证 ${f.voucher}。请说明那一次取消还是保留。`,
    not_bookable: () => "有项目不能在这里预约，可能已停用或不单独约时间。请重新选择项目。",
    closed_day: (f) => `${dayWords(f.day, "zh")} 不开放，请换一天。`,
    beyond_horizon: (f) => `最多提前 ${f.days} 天预约，请选近一些的日子。`,
    slot_gone: (f) => `${f.start} 已不开放，排班刚刚改过。请另选时间。`,
    slot_full: (f) => `${f.start} 已约满（共 ${f.capacity} 位），请另选时间。`,
    not_together: () => "几个项目不能同时做，请错开时间。",
    slot_past: () => "这个时间已经过去，请选后面的时间。",
    lead_time: (f) => `这个项目至少提前 ${f.hours} 小时预约，请选晚一些的时间。`,
    overlap: (f) => `这位来访者 ${f.start} 前后已有预约，请另选时间。`,
    not_yet: (f) => `还没到 ${f.start}，不能记为爽约。`,
    voucher_unreadable: (f) =>
      `这不是预约凭证：凭证号 13 位，扫到的是 ${f.got} 位数字。请对准二维码再扫，或输入凭证号。`,
    voucher_typo: () => "凭证号输错了一位，请对照纸上再输入。",
    voucher_unknown: () => "没有这个凭证号。请核对，或按姓名、电话查找。",
    voucher_forged: () => "这张凭证不是本机构开具的，或被改动过。请核对证件，按姓名查找预约。",
    voucher_void: (f) =>
      f.cause === "rescheduled"
        ? "这张凭证已因改期作废，请看新凭证。"
        : "这张凭证已因取消作废，需要时请重新预约。",
    voucher_other_day: (f) => `这张凭证是 ${dayWords(f.day, "zh")} 的，不是今天。`,
    already_checked_in: (f) => `已在 ${timeOf(f.at)} 登记到达，不用再扫。`,
  } satisfies Partial<Problems>,
};
