// Refusals that belong to no subject: what is wrong and what to do.
import { zh as sets } from "@/ipc/words.generated";
import type { Problems } from "../problems";

export default {
  empty: () => "请填写这一项。",
  too_long: (f) => `太长了：最多 ${f.max} 个字，现在 ${f.got} 个。`,
  control_character: (f) => `第 ${f.position} 个字是看不见的控制字符，请删掉后重输。`,
  out_of_range: (f) => `请填 ${f.min} 到 ${f.max} 之间的数。`,
  no_such_time: () => "没有这个日期或时间，请检查，如 2026-01-31、08:30。",
  past_midnight: () => "一天到 23:59 为止，过零点的时间写不了；请写 23:59，后半段算到第二天。",
  unknown_code: (f) => `“${f.got}”不在可选范围内，请从列表里选。`,
  not_found: () => "没有找到，可能已被别人改动。请刷新后再看。",
  wrong_state: () => "同事刚刚改动过，现在不能这样做。请看一下最新情况。",
  reason_needed: () => "请写明原因，原因会记入操作日志。",
  operation_reused: () =>
    "这个操作号已经用过，这一次没有执行。请先看看上一次是否已经办好，没有再点一次。",
  phone_shape: () => "电话号码位数不够，打不通。请再问一遍。",
  period_reversed: () => "截止日期早于开始日期，请把两个日期对调。",
  period_length: (f) => `期间最长 ${f.max} 天，请分几次。`,
  code_taken: () => "代码已有人使用，请换一个。",
  code_shape: () => "代码为 2 到 40 位小写字母、数字和短横线。",
  too_many: (f) => `最多选 ${f.max} 项，请去掉次要的。`,
  no_right: (f) =>
    `您的岗位不能${(sets.Right as Record<string, string>)[f.right] ?? "这样操作"}，需要时请找主管或管理员。`,
  unknown_command: () => "窗口和程序版本不一致，请重新安装后再试。",
  input_shape: () => "格式不对，请检查后重新填写。",
  operation_id_missing: () => "窗口少交了一个编号，这一步没有执行。请再点一次。",
  time_not_yours: () => "只有训练目录可以指定时间。",
  folder_on_network: (f) =>
    `数据目录在网络盘上（${f.found}），断网或抢写会损坏数据。请换到本机硬盘。`,
  folder_synced: (f) =>
    `数据目录在 ${f.found} 的同步文件夹里，加密数据会被它改乱、传走。请换到不同步的目录。`,
  folder_too_deep: (f) =>
    `数据目录的路径太长（${f.found} 字节，最多 400）。请换到层数少、名字短的目录。`,
  folder_read_only: (f) =>
    `数据目录写不进去（${f.found}）：它属于别的用户，或磁盘只读。请让运行首问的用户拥有并可写，或换一处。`,
  folder_in_use: () => "另一个窗口正在使用这份数据，请先关闭那一个。",
  no_printer: () => "没有找到打印机，请检查连接和电源后再打印。",
  printer_refused: () => "打印机没有接受，请检查缺纸、卡纸后再打印。",
  printing_not_supported: () => "这台机器不能直接打印，请先另存为 PDF。",
  space_short: () =>
    "磁盘已满：现在只能查看，没有保存。请删掉电脑上不用的文件，空出地方后再按一次。",
  file_disk_full: () => "磁盘已满，文件没有写出。请清出空间后再试。",
  file_denied: () => "没有写入这个文件夹的权限，请找管理员。",
  file_failed: () => "文件没有写出，请再试一次。",
  paper_failed: () => "没能排出这一页，请再试；仍不行请把代码告诉管理员。",
  store_full: () => "磁盘已满，这一步没有保存。请清出空间后再试。",
  store_damaged: () => "数据文件有损坏，请停止录入，马上找管理员从备份恢复。",
  store_newer: () => "这份数据由更新的版本写成，请安装新版本后再打开。",
  desk_busy: () => "还有操作正在进行，请稍后再试。没有恢复任何内容。",
  store_failed: () => "数据没有写入，这一步没有完成。",
} satisfies Partial<Problems>;
