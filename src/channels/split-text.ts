/** Parts of at most `max` UTF-16 units, cut where a reader would pause. One part where the text fits. */
export function splitText(text: string, max: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const at = cutAt(rest, max);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  parts.push(rest);
  // Platforms refuse a message of nothing but blanks.
  const visible = parts.filter((part) => part.trim() !== "");
  return visible.length > 0 ? visible : [text];
}

const pauses = ["\n\n", "\n", ". ", " "];

/** The last good place before `max`, unless it would leave the part less than half full. */
function cutAt(text: string, max: number): number {
  for (const pause of pauses) {
    const at = text.lastIndexOf(pause, max - pause.length);
    if (at >= max / 2) return at + pause.length;
  }
  return isInsideCharacter(text, max) ? max - 1 : max;
}

function isInsideCharacter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
