import "../../../web/theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ChatPage } from "./chat-page.tsx";

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <ChatPage />
    </StrictMode>,
  );
