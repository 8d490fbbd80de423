// What to say now and where to send what is not ours.
export default {
  title: "手边",
  note: "随步骤变化",
  phrase: (step: string) => `话术 · ${step}`,
  steps: {
    opening: "开场", probing: "了解需求", read_back: "复述确认", introduce: "介绍方案", hold: "请稍候", transfer: "转接", transfer_failed: "转接不成", promise: "承诺回告",
    booking: "预约", feedback_praise: "受理表扬", feedback_suggestion: "受理建议", feedback_complaint: "受理投诉", closing: "结束",
  },
  none: "这一步没有话术。",
  referrals: "转介",
  referralsNote: "超出范围时",
  referralsNone: "没有对应的去处。",
  moreReferrals: (n: number) => `另有 ${n} 个去处，写明事项后自动筛选`,
};
