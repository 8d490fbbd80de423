//! The languages people speak with each other at the desk.

crate::codes! {
    /// A language a conversation can be held in.
    Language {
        /// 普通话.
        Mandarin = "zh",
        /// 粤语.
        Cantonese = "yue",
        /// 英语.
        English = "en",
        /// 手语.
        Sign = "sign",
        /// 维吾尔语.
        Uyghur = "ug",
        /// 藏语.
        Tibetan = "bo",
        /// 日语.
        Japanese = "ja",
        /// 韩语.
        Korean = "ko",
        /// 俄语.
        Russian = "ru",
    }
}
