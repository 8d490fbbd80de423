// Closed sets inside sentences: weekdays (1 is Monday) and what a right allows.
export const weekdays: Record<number, string> = {
  1: "周一",
  2: "周二",
  3: "周三",
  4: "周四",
  5: "周五",
  6: "周六",
  7: "周日",
};

export const roleNeeded: Record<string, string> = {
  receive: "登记和预约",
  serve: "叫号和解答",
  reveal: "查看完整信息",
  move_ticket: "调整排队",
  handle_feedback: "处理反馈",
  ledger: "查看台账",
  ledger_full: "导出完整台账",
  journal: "查看操作日志",
  edit_content: "修改目录和排班",
  handle_requests: "办理个人权利请求",
  administer: "管理人员和设置",
};
