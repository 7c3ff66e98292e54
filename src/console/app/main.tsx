import "../../web/theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ConsoleApp } from "./console-app.tsx";
import { LanguageProvider } from "./language.tsx";
import { startServiceWorker } from "./service-worker.ts";

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <ConsoleApp />
      </LanguageProvider>
    </StrictMode>,
  );
startServiceWorker();
