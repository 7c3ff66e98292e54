const MINUTE_MS = 60_000;

/** What colleagues are told of conversations that are held, or wait to be. */
export const holdWords = {
  endsSoon: (name: string | null, leftMs: number, onPhone: boolean) =>
    `⏳ Chat dengan ${called(name)}${onPhone ? " (dijawab dari HP toko)" : ""} sudah lama sepi. ${Math.max(1, Math.round(leftMs / MINUTE_MS))} menit lagi dikembalikan ke bot. Balas saja pelanggannya kalau belum selesai.`,
  waits: (name: string | null, sinceMs: number) => `🔔 ${called(name)} menunggu penjual${sayFor(sinceMs)}.`,
  stillWaits: (name: string | null, sinceMs: number) =>
    `🔔 ${called(name)} masih menunggu penjual${sayFor(sinceMs)}, belum ada yang ambil.`,
  manyWait: (waiting: readonly { readonly name: string | null; readonly sinceMs: number }[]) =>
    [
      `🔔 ${waiting.length} pelanggan menunggu penjual:`,
      ...waiting.slice(0, MOST_NAMED).map(({ name, sinceMs }) => `• ${called(name)}${sayFor(sinceMs)}`),
      ...(waiting.length > MOST_NAMED ? [`… dan ${waiting.length - MOST_NAMED} lagi`] : []),
      "Ketik /tunggu untuk kartunya.",
    ].join("\n"),
  passedOn: (name: string | null, by: string, note: string) =>
    `🤝 ${by} menitipkan chat dengan ${called(name)} ke kamu.${note === "" ? "" : `\nPesannya: ${note}`}`,
};

const MOST_NAMED = 8;

function called(name: string | null): string {
  return name ?? "pelanggan";
}

function sayFor(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 1) return "";
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return ` (sudah ${Math.floor(hours / 24)} hari)`;
  return hours < 1 ? ` (sudah ${minutes} menit)` : ` (sudah ${hours} jam)`;
}
