/** The icon files of Windows and macOS: containers around PNG pictures. */

export interface IcoPicture {
  readonly pixels: number;
  readonly png: Uint8Array;
}

const icoHeaderBytes = 6;
const icoEntryBytes = 16;

/** An `.ico` with PNG entries, which Windows reads since Vista. At most 256 pixels each. */
export function icoFile(pictures: readonly IcoPicture[]): Buffer {
  const head = Buffer.alloc(icoHeaderBytes + icoEntryBytes * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [at, { pixels, png }] of pictures.entries()) {
    const entry = icoHeaderBytes + icoEntryBytes * at;
    // One byte each, in which 0 stands for 256.
    head.writeUInt8(pixels % 256, entry);
    head.writeUInt8(pixels % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

export interface IcnsPicture {
  /** Four letters that say size and scale. */
  readonly type: string;
  readonly png: Uint8Array;
}

export function icnsFile(pictures: readonly IcnsPicture[]): Buffer {
  const entries = pictures.map(({ type, png }) => chunk(type, png));
  return chunk('icns', Buffer.concat(entries));
}

/** Lengths count the eight bytes before the content, too. */
function chunk(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
