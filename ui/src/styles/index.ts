// Every style sheet in its order: Element Plus first, the house over it.
import "element-plus/theme-chalk/base.css";
import "element-plus/theme-chalk/el-button.css";
import "element-plus/theme-chalk/el-input.css";
import "element-plus/theme-chalk/el-popper.css";
import "element-plus/theme-chalk/el-scrollbar.css";
import "element-plus/theme-chalk/el-tag.css";
import "element-plus/theme-chalk/el-select.css";
import "element-plus/theme-chalk/el-option.css";
import "element-plus/theme-chalk/el-date-picker.css";
import "element-plus/theme-chalk/el-date-picker-panel.css";
import "./tokens.css";
import "./base.css";
import "./element.css";
