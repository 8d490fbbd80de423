//! Sheets as a real desk would print them, for the proofs and the samples.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

pub mod ledger;
pub mod picture;
pub mod read;

use paper::{
    Fen, Fonts, Institution, RecoverySheet, ServiceLine, Stamp, TicketSheet, VoucherSheet, Wait,
};

/// The small fonts beside the tests: they draw every word of the crate and of these sheets.
pub fn fixture() -> Fonts {
    let regular = include_bytes!("../../fixtures/Sheet-Regular.ttf").as_slice();
    let bold = include_bytes!("../../fixtures/Sheet-Bold.ttf").as_slice();
    Fonts::new(regular.into(), bold.into(), None).unwrap()
}

pub fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

pub fn institution() -> Institution {
    Institution {
        name: "青溪市健康体检中心".into(),
        address: "青溪市云湖区长宁路 88 号一楼大厅".into(),
        phone: "0599-6120 8800".into(),
    }
}

pub fn stamp() -> Stamp {
    Stamp {
        at: 1_795_250_000_000,
        text: "2026-11-21 10:33".into(),
    }
}

/// A plain voucher: three services, four things to bring, four steps.
pub fn voucher() -> VoucherSheet {
    VoucherSheet {
        institution: institution(),
        number: "2026112100127".into(),
        qr: "20261121001270358847120956".into(),
        visitor: "张桂兰".into(),
        phone: "138 0000 5678".into(),
        services: vec![
            ServiceLine {
                name: "老年基础体检套餐".into(),
                department: "体检科".into(),
            },
            ServiceLine {
                name: "双能 X 线骨密度检测".into(),
                department: "影像科".into(),
            },
            ServiceLine {
                name: "颈动脉彩色超声".into(),
                department: "超声科".into(),
            },
        ],
        place: "二楼 206 体检登记处（电梯出来右转）".into(),
        day: "2026-11-28".into(),
        starts: 510,
        arrive_by: 490,
        price: Some(Fen(76_800)),
        bring: strings(&[
            "身份证",
            "医保卡",
            "最近一年的检查报告",
            "正在吃的药，或药名清单",
        ]),
        prepare: strings(&[
            "前一天晚上 8 点以后不再进食，可以少量喝白开水。",
            "早上空腹来，先抽血，抽血后再吃早饭。",
            "高血压的药照常吃，用一小口水送服；糖尿病的药和胰岛素先不用，带来。",
            "穿宽松、没有金属扣的衣服，不戴项链。",
        ]),
        needs: Some("青霉素过敏；膝盖不好，需要轮椅。".into()),
        despite: None,
        notes: Some("女儿陪同。".into()),
        issued_by: "1001".into(),
        issued_at: stamp(),
        prints: 1,
        voided: false,
        training: false,
    }
}

/// Everything at once: long names, twelve steps, a second print, a training folder.
pub fn crowded() -> VoucherSheet {
    let plain = voucher();
    let mut prepare = plain.prepare.clone();
    prepare.extend(strings(&[
        "三天内饮食清淡，不饮酒，不吃动物血和肝脏。",
        "前一天不做剧烈运动，不熬夜，晚上 11 点以前睡。",
        "憋尿：做盆腔超声前一小时喝 500 毫升水，等到有尿意再做。",
        "留大便标本用的盒子在登记处领取，当天带来最好。",
        "近七天内做过钡餐或造影的，请先打电话改期。",
        "怀孕或可能怀孕的，不做 X 线检查，请先告诉前台。",
        "不化妆，不涂指甲油，不戴隐形眼镜。",
        "装有心脏起搏器或体内有金属的，请先告诉前台。",
    ]));
    VoucherSheet {
        institution: Institution {
            name: "青溪市云湖区人民医院健康管理中心（长宁路院区）暨老年人健康服务指导中心".into(),
            address: "青溪市云湖区长宁路 88 号门诊综合楼东侧二层，公交 12 路、205 路长宁路口站下车向北 150 米".into(),
            phone: "0599-6120 8800 转 1，周一至周六 8:00–17:30".into(),
        },
        visitor: "阿不都热合曼·买买提·尼亚孜 (Abdurahman Memet Niyaz)".into(),
        bring: strings(&["身份证", "医保卡", "最近一年的检查报告和影像光盘", "正在吃的药，或药名清单", "眼镜和助听器", "陪同家属的联系电话"]),
        prepare,
        notes: Some("请从东门进，保安会借轮椅。报告出来以后，电话通知女儿王小明，本人听力不好。".into()),
        prints: 3,
        training: true,
        ..plain
    }
}

pub fn english() -> VoucherSheet {
    VoucherSheet {
        institution: Institution {
            name: "Qingxi Health Check-up Centre".into(),
            address: "88 Changning Road, Yunhu District, Qingxi".into(),
            phone: "+86 599 6120 8800".into(),
        },
        visitor: "Margaret Featherstonehaugh-Cholmondeley".into(),
        services: vec![
            ServiceLine {
                name: "Basic check-up for older people".into(),
                department: "Check-up".into(),
            },
            ServiceLine {
                name: "Bone density (DXA)".into(),
                department: "Imaging".into(),
            },
        ],
        place: "Room 206, second floor (turn right out of the lift)".into(),
        bring: strings(&[
            "Passport or ID card",
            "Reports of the last year",
            "Your medicines, or a list of them",
        ]),
        prepare: strings(&[
            "Nothing to eat after 8 in the evening before; a little water is fine.",
            "Come with an empty stomach; blood is taken first.",
            "Wear loose clothes without metal.",
        ]),
        needs: Some("Allergic to penicillin; needs a wheelchair.".into()),
        despite: None,
        notes: None,
        ..voucher()
    }
}

pub fn ticket() -> TicketSheet {
    TicketSheet {
        institution: institution(),
        number: "A023".into(),
        category: "服务办理 › 体检预约".into(),
        service_point: "3 号窗口".into(),
        taken_at: stamp(),
        ahead: 4,
        wait: Some(Wait {
            median: 12,
            bound: 25,
        }),
        note: Some("您行动不便，请在轮椅区等，我们会过来。".into()),
        training: false,
    }
}

pub fn recovery() -> RecoverySheet {
    RecoverySheet {
        institution: institution(),
        codes: strings(&[
            "7Q3KA-M0XZ4-9TVBH-C2NRE-6WJ8P-D5GYS-1FKQ7",
            "H8DNW-3PZRC-X0AVT-5EMJ9-BQ27K-GY4S6-TN1CF",
        ]),
        made_at: stamp(),
        training: false,
    }
}
