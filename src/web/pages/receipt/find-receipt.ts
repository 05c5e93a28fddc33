import { fail, ok, type Result } from '../../../core/result';

/** Why there is no receipt in what a person gave. */
export type NoReceiptCode =
  'empty' | 'none-in-text' | 'none-in-picture' | 'none-in-qr' | 'file-too-large' | 'file-unreadable';

/** What of a receipt's JWS (RFC 7515 §3.1) shows in any text: three parts of base64url, the first an object. */
const compactJws = /eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/;

/** Characters of a text that are looked through. */
const maximumText = 65_536;
/** Octets of a picture that is read. */
const maximumPicture = 20 * 1024 * 1024;
/** Pixels along the longer side of a picture: larger ones are reduced before they are searched. */
const maximumSide = 1600;

/** The receipt in a text: alone, in a receipt file, or in JSON. Line breaks that a mail program put into it are taken out. */
export function receiptInText(text: string): Result<string, NoReceiptCode> {
  if (text.trim() === '') return fail('empty');
  if (text.length > maximumText) return fail('file-too-large');
  const found = compactJws.exec(text) ?? compactJws.exec(unbroken(text));
  return found === null ? fail('none-in-text') : ok(found[0]);
}

const unbroken = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('')
    .replace(/\s/g, '');

/** The receipt in a file: in its text, or in the QR code of a picture. The file is read in this browser and goes nowhere. */
export async function receiptInFile(file: File): Promise<Result<string, NoReceiptCode>> {
  if (file.size > maximumPicture) return fail('file-too-large');
  if (!file.type.startsWith('image/'))
    return file.size > maximumText ? fail('file-too-large') : receiptInText(await file.text());
  const pixels = await pixelsOf(file).catch(() => undefined);
  if (pixels === undefined) return fail('file-unreadable');
  const { default: readQrCode } = await import('jsqr');
  const code = readQrCode(pixels.data, pixels.width, pixels.height);
  if (code === null) return fail('none-in-picture');
  const found = receiptInText(code.data);
  return found.ok ? found : fail('none-in-qr');
}

async function pixelsOf(file: File): Promise<ImageData> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, maximumSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas here');
  // A transparent picture is read as on paper.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
