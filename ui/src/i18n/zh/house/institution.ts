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
  specialNote: "与平时不同的日子",
  specialEmpty: "没有特别的日子。",
  specialEmptyDo: "国务院公布放假安排后，把放假日和调休上班日添加进来。",
  day: "日期",
  kind: "安排",
  dayName: "名称",
  dayNameExample: "如：国庆节",
  addDay: "添加",
  removeDay: "移除",
  problems: {
    hours_order: (f) =>
      `${weekdays[f.weekday] ?? ""}的时间前后不对：结束要晚于开始，午休要在其中。`,
  } satisfies Partial<Problems>,
};
