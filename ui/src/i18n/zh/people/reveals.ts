// Why a hidden value is shown in full.
export default { title: (what: string) => `为什么要看完整的${what}？`, hint: "原因会记入操作日志" };
