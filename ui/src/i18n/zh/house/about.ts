// The program itself, and whose work is in it.
export default {
  title: "关于首问",
  moreHint: "版本、所用的开源组件与许可证",
  version: (version: string) => `版本 ${version}`,
  madeWith: (parts: string) => `数据库与加密：${parts}`,
  own: "首问以 MIT 或 Apache-2.0 许可证发布，任选其一。",
  others: (count: number) => `程序内含 ${count} 个第三方组件，按各自的许可证使用。`,
  list: "第三方组件",
  name: "名称",
  at: "版本",
  licence: "许可证",
  from: "来源",
  empty: "此版本没有附带组件清单。",
  emptyDo: "清单在打包时生成，请使用完整的安装包。",
  text: "许可证原文",
  choose: "请从左边选择一个组件。",
  lost: "许可证原文没有读出来，请重新选择该组件。",
};
