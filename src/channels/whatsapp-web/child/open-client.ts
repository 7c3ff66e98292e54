import wweb from "whatsapp-web.js";
import { fixPage } from "./fix-page.ts";

export type Page = NonNullable<wweb.Client["pupPage"]>;

export interface OpenOptions {
  /** Folder of the browser's profile, with the session in it */
  readonly profileDir: string;
  readonly executablePath: string;
  /** Called with the browser's page before it loads anything */
  readonly onPage: (page: Page) => Promise<void>;
  /** Told what a page no longer has that we mend */
  readonly onMissing: (modules: readonly string[]) => void;
}

/** The library's client on a browser of its own, with the page mended before the library looks at it. Not yet started. */
export function openClient(options: OpenOptions): wweb.Client {
  const auth = new wweb.LocalAuth({ dataPath: options.profileDir });
  const client = new wweb.Client({
    authStrategy: auth,
    webVersionCache: { type: "none" },
    puppeteer: {
      headless: true,
      executablePath: options.executablePath,
      // The browser then ends with this process, however that ends.
      pipe: true,
      args: browserArguments(),
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    },
  });
  let prepared: Page | undefined;
  auth.afterBrowserInitialized = async () => {
    // The library calls this again for the same page after a logout.
    if (!client.pupPage || client.pupPage === prepared) return;
    prepared = client.pupPage;
    await options.onPage(prepared);
  };
  // The last moment before the library puts its helpers into the page.
  auth.getAuthEventPayload = async () => {
    const missing = await client.pupPage?.evaluate(fixPage);
    if (missing && missing.length > 0) options.onMissing(missing);
  };
  return client;
}

/** Chromium refuses its sandbox to root, and a container's shared memory is too small for it. */
function browserArguments(): string[] {
  const isRoot = process.getuid?.() === 0;
  return ["--disable-dev-shm-usage", "--disable-gpu", "--no-first-run", ...(isRoot ? ["--no-sandbox"] : [])];
}
