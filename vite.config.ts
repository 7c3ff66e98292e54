import { join } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = join(import.meta.dirname, "src");

/** The two pages: the customer's chat and the shop's console. The server serves what is built here. */
export default defineConfig({
  root,
  plugins: [react(), tailwindcss()],
  build: {
    outDir: join(import.meta.dirname, "dist/web"),
    emptyOutDir: true,
    // A data: script or font would be stopped by the content policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        chat: join(root, "channels/web-chat/page/index.html"),
        console: join(root, "console/app/index.html"),
      },
    },
  },
});
