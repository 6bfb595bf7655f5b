/** `ClipboardItem`: one entry of the clipboard with its forms. */

type Payload = ConstructorParameters<typeof Electron.ClipboardItem>[0][string];
type Offered = 'getType' | 'types';

/** What is on the clipboard: each form with its bytes. */
export type ClipboardForms = ReadonlyMap<string, Buffer>;

const bookmark = 'electron application/bookmark';

/** What `clipboard.read()` gave, and what it was made from: that may be nothing, and cannot be written back. */
const wasRead = new WeakSet<object>();

export class ClipboardItemStandIn implements Pick<Electron.ClipboardItem, Offered> {
  readonly #items: Readonly<Record<string, Payload>>;

  constructor(items: Record<string, Payload>) {
    if (typeof items !== 'object' || items === null || Array.isArray(items)) {
      throw new TypeError("Failed to construct 'ClipboardItem': 1 argument required");
    }
    if (wasRead.has(items)) wasRead.add(this);
    else if (Object.keys(items).length === 0) {
      throw new TypeError("Failed to construct 'ClipboardItem': at least one MIME type is required.");
    }
    this.#items = { ...items };
  }

  get types(): string[] {
    return Object.keys(this.#items);
  }

  getType: Electron.ClipboardItem['getType'] = async (type: string): Promise<never> => {
    const payload = Object.hasOwn(this.#items, type) ? this.#items[type] : undefined;
    if (payload === undefined) throw new Error(`The type '${type}' was not found in the ClipboardItem`);
    const value = await payload;
    return (typeof value === 'string' ? new Blob([value], { type }) : value) as never;
  };
}

export function itemOfForms(forms: ClipboardForms): ClipboardItemStandIn {
  const items = Object.fromEntries(
    [...forms].map(([type, data]) => [type, new Blob([new Uint8Array(data)], { type })]),
  );
  wasRead.add(items);
  return new ClipboardItemStandIn(items);
}

/** The bytes of every form; waits for those that are promised. */
export async function formsOf(item: ClipboardItemStandIn): Promise<ClipboardForms> {
  if (wasRead.has(item)) throw new TypeError('clipboard.write cannot accept a ClipboardItem from clipboard.read()');
  const forms = new Map<string, Buffer>();
  for (const type of item.types) {
    checkFormat(type);
    forms.set(type, await bytes(type, await item.getType(type)));
  }
  return forms;
}

async function bytes(type: string, payload: Payload): Promise<Buffer> {
  const value = await payload;
  if (type === bookmark && typeof value === 'object' && !(value instanceof Blob))
    return Buffer.from(JSON.stringify(value));
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  if (value instanceof Blob) return Buffer.from(await value.arrayBuffer());
  throw new TypeError(`The payload of '${type}' must be a string or a Blob`);
}

/** MIME types, `web …`, and Electron's own forms; a raw format of the system carries its name in quotes. */
function checkFormat(type: string): void {
  const isMime = /^(?:web )?[\w.+-]+\/[\w.+-]+$/.test(type);
  const isRaw = /^electron application\/osclipboard;format="[^"]+"$/.test(type);
  if (!isMime && !isRaw && type !== bookmark && type !== 'electron application/findtext') {
    throw new TypeError(`'${type}' is not a format that the clipboard takes`);
  }
}
