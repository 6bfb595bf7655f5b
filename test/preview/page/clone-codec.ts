/** Structured clone as text, for the way between the main process and a page. Runs in both, so it refers to nothing outside. */

export interface CloneCodec {
  /** Throws a DataCloneError for what cannot be cloned, as Electron does. */
  encode(value: unknown): string;
  decode(text: string): unknown;
}

type Node = readonly [kind: string, ...rest: unknown[]];

export function createCloneCodec(): CloneCodec {
  const binaryKinds = { Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array };
  const wideKinds = { Float32Array, Float64Array, BigInt64Array, BigUint64Array };
  const arrayKinds: Record<string, new (buffer: ArrayBuffer) => ArrayBufferView> = { ...binaryKinds, ...wideKinds };
  const errorKinds: Record<string, new (message: string) => Error> = {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };

  const bytesOf = (view: ArrayBufferView) => [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)];

  function encode(value: unknown): string {
    // Refuses functions, symbols and promises, runs getters once, and leaves nothing but what is handled below.
    const copy = structuredClone(value);
    const nodes: Node[] = [];
    const places = new Map<object, number>();

    function add(part: unknown): number {
      if (typeof part === 'object' && part !== null) {
        const known = places.get(part);
        if (known !== undefined) return known;
        const place = nodes.push(['pending']) - 1;
        places.set(part, place);
        nodes[place] = describe(part);
        return place;
      }
      return nodes.push(simple(part)) - 1;
    }

    function simple(part: unknown): Node {
      if (part === undefined) return ['undefined'];
      if (typeof part === 'bigint') return ['bigint', String(part)];
      if (typeof part === 'number' && (!Number.isFinite(part) || Object.is(part, -0))) {
        return ['number', Object.is(part, -0) ? '-0' : String(part)];
      }
      return ['plain', part];
    }

    function describe(part: object): Node {
      if (Array.isArray(part))
        return ['array', part.length, Object.keys(part).map((key) => [key, add(part[Number(key)])])];
      if (part instanceof Date) return ['date', simple(part.getTime())];
      if (part instanceof RegExp) return ['regexp', part.source, part.flags];
      if (part instanceof Map) return ['map', [...part].map(([key, held]) => [add(key), add(held)])];
      if (part instanceof Set) return ['set', [...part].map(add)];
      if (part instanceof Error) return ['error', part.name, part.message];
      if (part instanceof ArrayBuffer) return ['buffer', bytesOf(new Uint8Array(part))];
      if (ArrayBuffer.isView(part)) return ['view', Object.prototype.toString.call(part).slice(8, -1), bytesOf(part)];
      if (Object.prototype.toString.call(part) !== '[object Object]') {
        throw new DOMException('An object could not be cloned.', 'DataCloneError');
      }
      return ['object', Object.entries(part).map(([key, held]) => [key, add(held)])];
    }

    return JSON.stringify({ root: add(copy), nodes });
  }

  function decode(text: string): unknown {
    const { root, nodes } = JSON.parse(text) as { root: number; nodes: Node[] };
    const made = new Map<number, unknown>();

    function take(place: number): unknown {
      if (made.has(place)) return made.get(place);
      const node = nodes[place] ?? ['undefined'];
      const shell = begin(node);
      made.set(place, shell);
      fill(shell, node);
      return shell;
    }

    function begin([kind, first, second]: Node): unknown {
      switch (kind) {
        case 'plain':
          return first;
        case 'bigint':
          return BigInt(first as string);
        case 'number':
          return Number(first);
        case 'array':
          return Array.from({ length: 0 });
        case 'date': {
          const [, stamp] = first as Node;
          return new Date(stamp === null ? Number.NaN : Number(stamp));
        }
        case 'regexp':
          return new RegExp(first as string, second as string);
        case 'map':
          return new Map();
        case 'set':
          return new Set();
        case 'error':
          return new (errorKinds[first as string] ?? Error)(second as string);
        case 'buffer':
          return new Uint8Array(first as number[]).buffer;
        case 'view':
          return new (arrayKinds[first as string] ?? Uint8Array)(new Uint8Array(second as number[]).buffer);
        case 'object':
          return {};
        default:
          return undefined;
      }
    }

    function fill(shell: unknown, [kind, first, second]: Node): void {
      if (kind === 'array') {
        const array = shell as unknown[];
        array.length = first as number;
        for (const [key, held] of second as [string, number][]) array[Number(key)] = take(held);
      } else if (kind === 'map') {
        for (const [key, held] of first as [number, number][])
          (shell as Map<unknown, unknown>).set(take(key), take(held));
      } else if (kind === 'set') {
        for (const held of first as number[]) (shell as Set<unknown>).add(take(held));
      } else if (kind === 'object') {
        for (const [key, held] of first as [string, number][]) {
          Object.defineProperty(shell, key, {
            value: take(held),
            writable: true,
            enumerable: true,
            configurable: true,
          });
        }
      }
    }

    return take(root);
  }

  return { encode, decode };
}
