//! One short sentence a code, in both languages: for people who run scripts. The
//! window has its own, longer ones.

/// A step of something long.
pub fn stage(code: &str) -> &'static str {
    match code {
        "copy" => "复制 / copying",
        "check" => "核对 / checking",
        "pack" => "打包 / packing",
        _ => "换上 / putting in place",
    }
}

/// The sentence of a code; rules that only a form can break share one.
pub fn of(code: &str) -> &'static str {
    match code {
        "locked" => "未登录 / nobody is signed in",
        "no_right" => "此账号无此权限 / this account may not do that",
        "unknown_command" => {
            "没有这个命令，见 deskctl commands / no such command, see deskctl commands"
        }
        "input_shape" => {
            "输入的格式不对，见 deskctl commands --json / the input has the wrong shape, see deskctl commands --json"
        }
        "operation_id_missing" => "写入需要 UUID 操作号 / a write needs a UUID as its operation id",
        "operation_reused" => {
            "此操作号已用于另一命令 / this operation id was used with another command"
        }
        "sign_in_failed" => "工号或密码不对 / the staff number or the password is wrong",
        "sign_in_paused" => "连续输错，请稍后再试 / too many wrong passwords, wait a while",
        "must_change_password" => {
            "先用 staff.change_password 设自己的密码 / choose a password of your own with staff.change_password"
        }
        "code_expired" => {
            "一次性口令已过 24 小时，请管理员重新给 / the one-time code is older than 24 hours, ask for another"
        }
        "recovery_wrong" => "恢复码打不开此数据夹 / the recovery code does not open this folder",
        "recovery_length" => {
            "恢复码是 7 组、每组 5 个字符 / a recovery code has 7 groups of 5 characters"
        }
        "recovery_typo" => "恢复码有一组输错了 / a group of the recovery code is mistyped",
        "recover_no_administrator" => {
            "此工号不是在用的管理员 / this number is no active administrator"
        }
        "paper_line_shape" => {
            "要写条目序号和 20 位印记 / the entry's number and 20 digits of its seal are needed"
        }
        "paper_differs" => "日志与纸面不符 / the journal is not the one on paper",
        "paper_newer" => "纸面比日志新，日志有缺失 / the paper is newer, entries are missing",
        "journal_broken" => "日志链从此条起对不上 / the journal's chain is broken from here",
        "set_up_already" => "此数据夹已设立过 / this folder is set up already",
        "not_set_up" => {
            "此数据夹尚未设立，先运行 deskctl init / this folder is not set up, run deskctl init first"
        }
        "codes_not_confirmed" => "恢复码尚未确认 / the recovery codes are not confirmed yet",
        "time_not_yours" => {
            "只有练习数据夹可以指定时刻 / only a training folder takes another time"
        }
        "training_only" => {
            "只能用于练习数据夹（init --training） / for training folders only (init --training)"
        }
        "not_empty" => {
            "此数据夹已有来访者，演示数据要用新的数据夹 / this folder has visitors already, use a new one"
        }
        "folder_in_use" => "另一个程序正在使用此数据夹 / another program has this folder open",
        "folder_on_network" => {
            "数据夹在网络盘上，请换到本机硬盘 / this folder lies on a network drive, use a disk of this computer"
        }
        "folder_synced" => {
            "数据夹在同步文件夹里，请换一处 / this folder is copied elsewhere by a program, use another one"
        }
        "no_printer" => "没有打印机 / there is no printer",
        "printer_refused" => "打印机未接收 / the printer did not take it",
        "printing_not_supported" => {
            "命令行不打印，请用 deskctl voucher --out / this command line does not print, use deskctl voucher --out"
        }
        "file_disk_full" | "store_full" => "磁盘已满 / the disk is full",
        "file_denied" => "没有写入权限 / the folder is not writable",
        "file_failed" => "文件写不进去 / the file could not be written",
        "file_exists" => "文件已存在，不覆盖 / the file exists and is not overwritten",
        "copy_differs" => {
            "抄出的备份与原件不同，请换一个盘 / the copy differs from the backup, use another disk"
        }
        "file_unreadable" => "文件读不出来 / the file cannot be read",
        "fonts_missing" => {
            "缺少印刷字体，请用 --fonts 指定 / the fonts are missing, name them with --fonts"
        }
        "paper_failed" => {
            "无法排版；是否缺少字体？见 --fonts / could not be typeset; are the fonts there? see --fonts"
        }
        "store_damaged" => "数据夹已损坏，请从备份恢复 / the folder is damaged, restore a backup",
        "store_newer" => "数据夹由更新的版本写成 / the folder was written by a newer version",
        "keys_unfinished" => {
            "更换密钥未完成，请管理员登录一次 / the keys are being replaced: an administrator has to sign in once"
        }
        "done" => "完成 / done",
        "backup_refused" => "不是完整的备份，或已被改动 / not a whole backup, or it was changed",
        "backup_unknown" => {
            "这个备份已不在原处，请重新选择 / this backup is no longer where it was; choose one again"
        }
        "backup_place_is_own" => {
            "第二存放处不能在数据夹里面，请选 U 盘或共享文件夹 / the second place cannot be inside the data folder; choose a stick or a share"
        }
        "restore_secret_needed" => {
            "请输入管理员工号和密码，或一张恢复码 / type an administrator’s number and password, or a recovery code"
        }
        "restore_no_administrator" => {
            "这个工号在备份里不是管理员，请换管理员或使用恢复码 / in this backup that number is no administrator; use another one or a recovery code"
        }
        "desk_busy" => {
            "还有操作正在进行，请稍后再试。没有恢复任何内容 / something is still running; try again in a moment. Nothing was restored"
        }
        "alarm_stands" => {
            "数据完整性告警尚未处理：请主管或管理员先决定恢复备份还是继续使用 / an integrity alarm stands: a supervisor or administrator has to restore a backup or decide to go on"
        }
        "store_failed" => "存储出错，未作任何更改 / the store failed, nothing was changed",
        "password_weak" => "密码太弱 / the password is too weak",
        "password_wrong" => "当前密码不对 / the current password is wrong",
        "password_same" => "新密码与旧密码相同 / the new password is the old one",
        "staff_no_shape" => {
            "工号为 2 至 12 位字母或数字 / a staff number is 2 to 12 letters and digits"
        }
        "staff_no_taken" => "工号已被使用 / the staff number is taken",
        "last_administrator" => "至少要有一名管理员 / there must be one administrator",
        "empty" => "此栏不能为空 / this field must not be empty",
        "too_long" => "太长 / too long",
        "out_of_range" => "数值超出范围 / the number is out of range",
        "control_character" => "含有控制字符 / holds a control character",
        "no_such_time" => "日期或时间不存在 / no such day or time",
        "unknown_code" => "不在可选值之内 / not one of the known values",
        "not_found" => "找不到 / not found",
        "reason_needed" => "需要写明理由 / a reason is needed",
        _ => "按规则不允许 / a rule does not allow it",
    }
}
