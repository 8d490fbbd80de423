// The institution's settings and its calendar.
export default {
  title: "机构与日历",
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
  kinds: { closed: "休息", working: "上班" },
  dayName: "名称",
  dayNameExample: "如：国庆节",
  addDay: "添加",
  removeDay: "移除",
};
