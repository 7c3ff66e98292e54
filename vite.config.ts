import { createHash } from "node:crypto";
import { join } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const root = join(import.meta.dirname, "src");

/** Tells the console's service worker which files make up the console, so that it keeps just those. */
function serviceWorkerShell(): Plugin {
  return {
    name: "service-worker-shell",
    generateBundle(_, bundle) {
      const worker = bundle["installed/sw.js"];
      if (worker?.type !== "chunk") throw new Error("The console's service worker was not built.");
      const names = Object.keys(bundle).filter(
        (name) => name.startsWith("assets/") && !name.startsWith("assets/chat-"),
      );
      const files = names.sort().map((name) => `/${name}`);
      const build = createHash("sha256").update(files.join()).update(worker.code).digest("hex").slice(0, 12);
      worker.code = `const SHELL_FILES=${JSON.stringify(files)},SHELL_BUILD=${JSON.stringify(build)};\n${worker.code}`;
    },
  };
}

/** The two pages: the customer's chat and the shop's console, with its service worker. The server serves what is built here. */
export default defineConfig({
  root,
  publicDir: join(root, "console/app/public"),
  plugins: [react(), tailwindcss(), serviceWorkerShell()],
  build: {
    outDir: join(import.meta.dirname, "dist/web"),
    emptyOutDir: true,
    // A data: script or font would be stopped by the content policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        chat: join(root, "channels/web-chat/page/index.html"),
        console: join(root, "console/app/index.html"),
        sw: join(root, "console/app/sw.ts"),
      },
      output: {
        entryFileNames: ({ name }) => (name === "sw" ? "installed/sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
});
