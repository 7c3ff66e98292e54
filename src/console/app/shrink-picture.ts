const MOST_PIXELS = 1280;
const QUALITY = 0.82;

/** A picture as a JPEG of at most 1280 pixels a side, in base64; undefined where it cannot be read. */
export async function shrinkPicture(file: Blob): Promise<string | undefined> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, MOST_PIXELS / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext("2d");
    if (context === null) return undefined;
    // A JPEG knows no see-through: what was that becomes white, not black.
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const [, data] = canvas.toDataURL("image/jpeg", QUALITY).split(",");
    return data;
  } catch {
    return undefined;
  }
}
