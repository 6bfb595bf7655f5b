/** How large a PNG or JPEG picture is, by its first bytes; anything else is no picture to Electron. */
import type { PreviewSize } from './options.ts';

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function pictureSize(data: Buffer): PreviewSize | null {
  if (data.length > 24 && data.subarray(0, 8).equals(pngStart)) {
    return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
  }
  return data.length > 4 && data.readUInt16BE(0) === 0xff_d8 ? jpegSize(data) : null;
}

/** Follows the segments to the start of the frame (ITU T.81, B.2.2). */
function jpegSize(data: Buffer): PreviewSize | null {
  let at = 2;
  while (at + 9 < data.length) {
    const marker = data.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) };
    at += 2 + data.readUInt16BE(at + 2);
  }
  return null;
}
