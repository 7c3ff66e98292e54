/** The longest side, in pixels, and the most bytes of a picture that is kept or sent. */
const LONGEST = 1_600;
const MOST_BYTES = 1_500_000;
const QUALITIES = [0.82, 0.65, 0.45] as const;

/**
 * A picture as small as a chat needs it, as a data URL of a JPEG, without what the camera noted in it; undefined where
 * the file is no picture that this browser can read.
 */
export async function shrinkPicture(file: Blob): Promise<string | undefined> {
  const image = await createImageBitmap(file).catch(() => undefined);
  if (image === undefined) return undefined;
  const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const brush = canvas.getContext("2d");
  if (brush === null) return undefined;
  // A JPEG knows no transparency.
  brush.fillStyle = "white";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return QUALITIES.map((quality) => canvas.toDataURL("image/jpeg", quality)).find(
    (url) => (url.length * 3) / 4 <= MOST_BYTES,
  );
}

/** The base64 of a data URL. */
export function base64Of(url: string): string {
  return url.slice(url.indexOf(",") + 1);
}
