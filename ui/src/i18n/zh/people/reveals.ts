// Why a hidden value is shown in full.
export default {
  title: (what: string) => `为什么要看完整的${what}？`,
  hint: "原因会记入操作日志",
  reasons: {
    verify_identity: "核对身份",
    call_back: "回电联系",
    correct_record: "更正资料",
    emergency: "紧急情况",
    other: "其他",
  },
};
