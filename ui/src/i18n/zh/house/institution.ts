// The institution's settings and its calendar.
import { weekdays } from "../terms";
import type { Problems } from "../../problems";
export default {
  title: "机构与日历",
  recovery: "恢复码",
  recoveryNote: "两张恢复码分开存放；丢了一张就换新。",
  renewCodes: "换新的恢复码",
  renewAsk: "换新的恢复码",
  renewText: "旧的两张立即作废。请备好打印机：新的要当场打印并核对。",
  renewDo: "继续",
  hint: "名称、接待时间、节假日与调休、自动锁定",
  idle: "无人操作多久锁定（秒）",
  idleHint: "60 到 900 秒",
  saved: "已保存",
  special: "节假日与调休",
  specialNote: "手工设置的优先于国务院安排",
  specialEmpty: "没有特别的日子。",
  specialEmptyDo: "国务院公布的放假安排随程序提供；机构自己的休息日和上班日在这里添加。",
  day: "日期",
  kind: "安排",
  dayName: "名称",
  dayNameExample: "如：国庆节",
  hoursOf: "按哪一天的时间上班",
  hoursOfOwn: "按当天；当天平时休息的，按周一",
  hoursOfDay: (day: string, opens: string, closes: string) => `${day} ${opens}–${closes}`,
  setBy: (no: string) => `${no} 设置`,
  addDay: "保存这一天",
  removeDay: "移除",
  changeDay: "改为",
  marked: "日历已更新",
  missingBar: (years: readonly number[]) => `缺 ${years.join("、")} 年放假安排`,
  missingYear: (year: number) =>
    `还没有 ${year} 年的放假安排，但那一年的日子已经可以预约、承诺和计算时限。国务院公布后请逐日添加（包括 10 月 1 日），或更新程序。`,
  moved: (day: string) => `${day}：请逐一联系和核对`,
  movedToast: (n: number) => `日历已更新，影响 ${n} 件事，请看下面的清单`,
  movedBooking: (start: string, no: string) => `预约 ${start}，凭证 ${no}：当天接待不了，请改期`,
  movedPromise: (time: string, no: string) => `承诺 ${time} 前回告，接待 ${no}：那时没有人上班`,
  movedFeedback: (no: string, from: string, to: string) => `反馈 ${no}：时限 ${from} → ${to}`,
  movedRequest: (no: string, from: string, to: string) =>
    `个人权利请求 ${no}：时限 ${from} → ${to}`,
  problems: {
    hours_order: (f) =>
      `${weekdays[f.weekday] ?? ""}的时间前后不对：结束要晚于开始，最晚 23:59，午休要在其中。`,
    weekday_closed: (f) =>
      `${weekdays[f.weekday] ?? ""}平时不上班，没有时间可以照着，请选别的一天。`,
  } satisfies Partial<Problems>,
};
