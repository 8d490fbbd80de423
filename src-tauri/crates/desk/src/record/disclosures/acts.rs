//! What the journal says about disclosures.

crate::ground::acts::acts! {
    objects {
        /// 台账.
        LEDGER = "ledger",
        /// 导出登记.
        DISCLOSURE = "disclosure",
        /// 安全事件报告.
        INCIDENT = "incident",
    }
    Exported {
        /// A ledger left.
        EXPORT_LEDGER = "ledger.export",
        /// It never became a file.
        EXPORT_LEDGER_FAILED = "ledger.export_failed",
        /// A person's copy left.
        COPY_PERSON = "visitors.copy",
        /// It never became a file.
        COPY_PERSON_FAILED = "visitors.copy_failed",
        /// The register left.
        EXPORT_REGISTER = "disclosures.export",
        /// It never became a file.
        EXPORT_REGISTER_FAILED = "disclosures.export_failed",
        /// The report of an incident left.
        PRINT_INCIDENT = "incidents.print",
        /// It never became a file.
        PRINT_INCIDENT_FAILED = "incidents.print_failed",
    }
}
