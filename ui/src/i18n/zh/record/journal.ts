// The journal: who did, saw, exported what. Codes of actions become words here.
import type { Problems } from "../../problems";
const subjects: Record<string, string> = {
  disclosures: "导出登记", disclosure: "导出登记", incidents: "安全事件", incident: "安全事件报告", notices: "隐私告知",
  session: "登录", keys: "密钥", setup: "设置", staff: "人员", institution: "机构", visitors: "来访者", visitor: "来访者", encounters: "接待", encounter: "接待", promise: "承诺", categories: "事项分类", category: "事项分类",
  points: "窗口", point: "窗口", tickets: "排队", ticket: "排队号", catalogue: "目录", service: "服务项目", package: "套餐", term: "词汇", assessments: "评估", assessment: "评估", proposals: "方案", proposal: "方案", schedules: "排班",
  schedule: "排班", bookings: "预约", booking: "预约", vouchers: "凭证", voucher: "凭证", feedback: "反馈", ledger: "台账", guidance: "话术", phrase: "话术", referral: "转介", notice: "隐私告知", request: "权利请求", requests: "权利请求", retention: "保存期限", destruction: "销毁记录", special_group: "特殊人群", operations: "操作", operation: "操作", drafts: "草稿", draft: "草稿", clock: "电脑时钟", backups: "备份", backup: "备份", vault: "数据", integrity: "完整性告警", department: "科室",
};
const verbs: Record<string, string> = {
  set_basis: "设处理依据", print_failed: "打印未成",
  sign_in: "登录", sign_in_failed: "登录失败", count_lost: "失败次数记录损坏", recover: "用恢复码进入", print_code: "打印一次性口令", sign_out: "退出", lock: "锁屏", seen: "登录", create: "建立", confirm: "确认", renew_codes: "换恢复码", print_codes: "打印恢复码", add: "添加", set: "修改", set_role: "改岗位", deactivate: "停用", reactivate: "恢复", reset_password: "重设密码",
  change_password: "改密码", mark_day: "标记日期", register: "登记", correct: "更正", reveal: "查看完整信息", consent: "登记同意", give_consent: "登记同意", withdraw_consent: "撤回同意", put_group: "设置特殊人群", start: "开始", identify: "确认身份", describe: "记录事项", read_back: "复述确认",
  answer: "答复", promise: "承诺", keep_promise: "回告", close: "结束", reopen: "重新打开", receive: "受理", take: "接手", handle: "处理", tell: "告知", rate: "评价", export: "导出", export_failed: "导出未成文件", issue: "取号", call: "叫号", recall: "再叫",
  finish: "办完", no_show: "未到", leave: "离开", transfer: "转窗口", move: "调整次序", undo: "撤回", book: "预约", cancel: "取消", reschedule: "改期", check_in: "报到", complete: "完成", print: "打印", void: "作废", put: "保存", retire: "停用", open: "打开", publish: "发布", publish_notice: "发布隐私告知", repeat: "重复提交",
  save: "保存", clear: "清除", put_department: "保存科室", put_term: "保存词汇", save_service: "保存项目", save_package: "保存套餐", retire_service: "停用项目", retire_package: "停用套餐", return_service: "恢复项目", return_package: "恢复套餐",
  arrange: "排序", change: "修改", restore: "恢复", add_phrase: "添加话术", add_referral: "添加转介", choose: "选择方案", decline_all: "都不需要", look: "看方案", make: "提出方案", except: "设置例外", clear_exception: "取消例外", lapse: "过期作废",
  moved: "时间被改动", accept: "确认无误", record: "登记", see: "出示全部信息", copy: "制作副本", erase: "删除个人信息", restrict: "限制处理", lift: "解除限制", destroy: "销毁到期记录", undo_check_in: "撤回报到", settle_print: "确认打印结果",
  "backups.make": "备份", "backups.copy": "抄到第二处", verify: "核对", choose_second: "选定第二处", forget_second: "不再用第二处", "vault.restore": "从备份恢复", go_on: "继续使用", rotate: "更换密钥", repair: "修复密钥文件", hand_codes: "发一次性口令",
};
export default {
  title: "操作日志",
  hint: "谁在什么时候看过、改过、导出过什么",
  seq: "序号",
  at: "时间",
  actor: "谁",
  anybody: "所有人",
  nobody: "登录前",
  role: "身份",
  action: "做了什么",
  object: "对象",
  anything: "所有对象",
  detail: "要点",
  reason: "原因",
  facts: { previous_copy: "用上一份", finished_at_start: "开机时完成", due: "到时", by_hand: "手动", end_of_day: "关闭程序前", missing: "缺少", different: "不同", no_head: "头文件缺失", count: "次数", first: "最早", last: "最近", recovery_code: "恢复码", unknown_account: "没有的工号", encounter: "接待", proposals: "方案数", version: "第几版", accepted: "已选", considering: "再考虑", declined: "不要", personal: "个人信息", health: "健康信息", phone2: "备用电话", answer: "答复", visitor: "来访者", visitors: "来访者", days: "天数", seed: "种子", preferences: "偏好", matter: "事项", triage: "分诊", close: "结束", rating: "评分" },
  day: "日期",
  older: "更早的",
  newest: "最新的",
  empty: "没有符合的记录。",
  emptyDo: "放宽条件再找。",
  verify: "核对整条链",
  whole: (n: number) => `链完整，共 ${n} 条`,
  broken: (seq: number) => `第 ${seq} 条起对不上，请保留现场并告知管理员`,
  paper: "核对纸面",
  paperText: "每份台账末尾都印着一行：日期、条目序号、20 位印记、当日条数。照着签过字的纸输入，就知道日志有没有被换过。",
  paperLine: "纸上的那一行",
  paperHint: "如 2026-11-23 | 48213 | 0f3a77c012be5d9014aa | 94；日期和条数可省略，空格和大小写不限",
  paperDo: "核对",
  paperMatches: (seq: number) => `第 ${seq} 条与纸面一致`,
  paperDiffers: (seq: number) => `第 ${seq} 条与纸面不符：日志不是打印时的那一份。请保留现场并告知管理员`,
  paperNewer: (seq: number, missing: number) => `纸面印的是第 ${seq} 条，比日志新：日志缺 ${missing} 条。请保留现场并告知管理员`,
  did: (code: string): string => {
    const [subject = "", verb = ""] = code.split(".");
    return `${subjects[subject] ?? subject} · ${verbs[code] ?? verbs[verb] ?? verb}`;
  },
  thing: (code: string): string => subjects[code] ?? code,
  things: (code: string, id: number): string => (id === 0 ? (subjects[code] ?? code) : `${subjects[code] ?? code} ${id}`),
  problems: {
    journal_too_short: (f) => `操作日志的期限只能延长，现在不少于 ${f.min} 天；法律要求不少于 180 天。`,
  } satisfies Partial<Problems>,
};
