import type { OwnNumberWords } from "./own-number-words.ts";

export const ownNumberEn: OwnNumberWords = {
  states: {
    off: "Not connected",
    starting: "Starting WhatsApp…",
    scan: "Scan this QR",
    code: "Type this code into the shop's phone",
    syncing: "Connected, fetching conversations…",
    live: "Connected",
    scanAgain: "The phone ended the link. Please scan again.",
    phoneOffline: "WhatsApp is offline. Check the internet of the shop and of the phone.",
    browserDied: "The browser died and is started again",
    noBrowser: "There is no browser on the shop's computer",
    failed: "WhatsApp could not be started",
  },
  off: {
    notConnected: "Never connected so far. Nothing runs until you press the button below.",
    disconnected: "Disconnected. Connect again whenever you like.",
    notScanned: "The QR was not scanned in time. Connect again with the phone in your hand.",
  },
  notOffered: "WhatsApp on an own number is switched off in this shop (WHATSAPP_WEB=0).",
  readFirst: "Read this before you connect",
  understood: "I have read it and accept the risk",
  connect: "Connect the number",
  again: "Connect again",
  disconnect: "Disconnect the number",
  sureDisconnect: "Yes, disconnect",
  scanHow: "On the shop's phone: WhatsApp › Linked devices › Link a device.",
  qr: "QR to scan with the shop's phone",
  byCode: "Cannot scan? Use a code",
  codeHow: "On the shop's phone: WhatsApp › Linked devices › Link with phone number, then type the code.",
  phone: "The shop's WhatsApp number",
  askCode: "Ask for a code",
  linked: (name, phone) => `${name} · ${phone}`,
  restarting: (seconds) => `Tried again in ${seconds} seconds. No message is lost.`,
  install: "Run this on the shop's computer, then connect again:",
  failures: {
    blocked:
      "WhatsApp has blocked this number. Open WhatsApp on the shop's phone to ask for a review; connect another number meanwhile.",
    proxy: "WhatsApp refuses this computer's internet connection. Switch its proxy or VPN off, then connect again.",
    pageChanged: "WhatsApp Web has changed and Kopdar does not know it yet. Update Kopdar, then connect again.",
    conflict: "WhatsApp Web of this number is open elsewhere. Close it there, then connect again.",
    folder:
      "The data folder on the shop's computer cannot be used. Check its disk space and permissions, then connect again.",
    browserFails:
      "The browser keeps failing to open WhatsApp Web. Check the internet and the memory of the shop's computer; it is still being tried.",
  },
  otherFailure: (code) =>
    `Something is wrong (code ${code}). Connect again; if it stays, send this code to whoever looks after Kopdar.`,
  pace: "Pace of messages",
  sent: (hour, day) => `${hour} messages in the last hour, ${day} in the last day.`,
  full: (until) => `All of it is used up. The next message goes from ${until}.`,
  perHour: "At most an hour",
  youngNumber: "New number (less than a month): at most 30 messages a day",
  save: "Save",
  saved: "Saved.",
};
