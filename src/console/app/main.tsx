import "../../web/theme.css";
