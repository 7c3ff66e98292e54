/**
 * The console's service worker: keeps the app's shell, so that it opens without a signal, and shows push notifications.
 * It never touches `/console/api`: what customers say is kept nowhere in the browser.
 */

// A module, so that `self` may be described anew.
export {};

// Pages and workers have different globals, and the types of this folder are those of pages.
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Pushed extends Extendable {
  readonly data: { json(): unknown } | null;
}
interface Clicked extends Extendable {
  readonly notification: Notification;
}
interface OpenPage {
  readonly url: string;
  focus(): Promise<OpenPage>;
  navigate(url: string): Promise<OpenPage | null>;
}
declare const self: {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly OpenPage[]>;
    openWindow(url: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Extendable) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
  addEventListener(type: "push", listener: (event: Pushed) => void): void;
  addEventListener(type: "notificationclick", listener: (event: Clicked) => void): void;
};
/** Files of this build, put in while it is built */
declare const SHELL_FILES: readonly string[];
/** Changes with every build */
declare const SHELL_BUILD: string;

const SHELL = `kopdar-shell-${SHELL_BUILD}`;
const PAGE = "/console";
/** A signal that brings nothing for so long is none. */
const PATIENCE_MS = 4_000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || pathname.startsWith("/console/api/")) return;
  if (request.mode === "navigate") event.respondWith(openPage(request));
  else if (SHELL_FILES.includes(pathname)) event.respondWith(kept(pathname, request));
});

self.addEventListener("push", (event) => {
  const { title, body, tag, url } = wordsOf(event.data);
  const icon = "/console/installed/icon-192.png";
  event.waitUntil(
    self.registration.showNotification(title, { body, tag, icon, badge: icon, lang: "id", data: { url } }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show(urlIn(event.notification.data)));
});

async function keepShell(): Promise<void> {
  const shell = await caches.open(SHELL);
  // The browser's own store may hold an older page.
  await shell.addAll([new Request(PAGE, { cache: "reload" }), ...SHELL_FILES]);
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith("kopdar-shell-") && name !== SHELL);
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** The page from the shop, or the kept one where the shop cannot be reached: it is the same for everybody. */
async function openPage(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    return kept(PAGE, request);
  }
}

async function kept(path: string, request: Request): Promise<Response> {
  return (await (await caches.open(SHELL)).match(path)) ?? fetch(request);
}

interface Words {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly url: string;
}

/** A browser takes the permission back from those who are pushed and show nothing: whatever comes is shown. */
function wordsOf(data: Pushed["data"]): Words {
  const words: Words = { title: "Konsol toko", body: "Ada yang perlu dilihat.", tag: "kopdar", url: PAGE };
  try {
    return { ...words, ...textsIn(data?.json()) };
  } catch {
    return words;
  }
}

function textsIn(given: unknown): Partial<Words> {
  const texts = Object.entries(given ?? {}).filter(([, value]) => typeof value === "string");
  return Object.fromEntries(texts);
}

async function show(url: string): Promise<void> {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = pages.find((page) => new URL(page.url).pathname.startsWith(PAGE));
  if (open === undefined) return void (await self.clients.openWindow(url));
  await open.focus();
  await open.navigate(url).catch(() => undefined);
}

/** Only a place in the console is ever opened. */
function urlIn(data: unknown): string {
  const { url = PAGE } = textsIn(data);
  return url.startsWith(`${PAGE}/`) ? url : PAGE;
}
