// What to say now and where to send what is not ours.
export default {
  title: "手边",
  note: "随步骤变化",
  phrase: (step: string) => `话术 · ${step}`,
  none: "这一步没有话术。",
  referrals: "转介",
  referralsNote: "超出范围时",
  referralsNone: "没有对应的去处。",
  moreReferrals: (n: number) => `另有 ${n} 个去处，写明事项后自动筛选`,
};
