// Every style sheet in its order.
import "./tokens.css";
import "./base.css";
