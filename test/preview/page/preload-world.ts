/** What the preload script sees: `require` with four modules, of which `electron` has the bridge and the way to the main process. */
import type { CloneCodec } from './clone-codec.ts';
import type { PageGlobal, WorldKeys } from './main-world.ts';
import type { createMembrane } from './membrane.ts';
import type { PageEmitter } from './page-emitter.ts';
import type { watchPageInput } from './page-input.ts';

/** From the page to the main process. Values are in the text form of the clone codec. */
export type FromPage =
  | { readonly kind: 'send'; readonly url: string; readonly channel: string; readonly values: string }
  | {
      readonly kind: 'invoke';
      readonly url: string;
      readonly channel: string;
      readonly values: string;
      readonly id: number;
    }
  | { readonly kind: 'key'; readonly url: string; readonly input: PageInput }
  | { readonly kind: 'mouse'; readonly url: string; readonly input: PageInput }
  | { readonly kind: 'preload-error'; readonly url: string; readonly message: string };

/** Of a keyboard or mouse event, what main is told before the page hears it. */
export type PageInput = Readonly<Record<string, string | number | boolean>>;

/** From the main process to the page. */
export type ToPage =
  | { readonly kind: 'message'; readonly channel: string; readonly values: string }
  | { readonly kind: 'result'; readonly id: number; readonly value: string }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'hidden'; readonly isHidden: boolean };

export interface PreloadWorldParts {
  readonly keys: WorldKeys;
  readonly codec: CloneCodec;
  readonly EventEmitter: new () => PageEmitter;
  readonly membraneOf: typeof createMembrane;
  readonly watchInput: typeof watchPageInput;
  readonly platform: string;
}

type PreloadScript = (require: unknown, process: unknown, exports: unknown, module: unknown, global: unknown) => void;

/** Runs in the preload script's world of the page and refers to nothing outside its parameters. */
export function startPreloadWorld(page: PageGlobal, parts: PreloadWorldParts, preload: PreloadScript): void {
  if (page.top !== page) return;
  const { keys, codec, EventEmitter, membraneOf, watchInput, platform } = parts;
  const globals = page as unknown as Record<string, unknown>;
  const binding = globals[keys.binding] as (text: string) => void;
  const { port1: port } = new MessageChannel();
  const target = port as unknown as EventTarget;
  page.dispatchEvent(new MessageEvent(keys.meeting, { ports: [port] }));
  const membrane = membraneOf(target, 'preload', 'page');
  const tell = (kind: string, data: readonly unknown[]) => target.dispatchEvent(new MessageEvent(kind, { data }));

  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void; channel: string }>();
  const exposed = new Set<string>();
  let nextId = 0;
  const post = (message: FromPage) => binding(JSON.stringify(message));
  const where = () => page.location.href;

  class IpcRenderer extends EventEmitter {
    send(channel: string, ...values: unknown[]): void {
      post({ kind: 'send', url: where(), channel: name(channel), values: codec.encode(values) });
    }

    invoke(channel: string, ...values: unknown[]): Promise<unknown> {
      const id = nextId++;
      const message = {
        kind: 'invoke',
        url: where(),
        channel: name(channel),
        values: codec.encode(values),
        id,
      } as const;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, channel });
        post(message);
      });
    }
  }

  function name(channel: unknown): string {
    if (typeof channel !== 'string' || channel === '') throw new TypeError('Missing required channel argument');
    return channel;
  }

  const ipcRenderer = new IpcRenderer();
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown): void {
      if (exposed.has(key)) throw new Error('Cannot bind an API on top of an existing property on the window object');
      exposed.add(key);
      tell('expose', [key, membrane.wrap(api)]);
    },
  };

  const receive = (message: ToPage): void => {
    if (message.kind === 'hidden') {
      tell('hidden', [message.isHidden]);
    } else if (message.kind === 'message') {
      const values = codec.decode(message.values) as unknown[];
      ipcRenderer.emit(
        message.channel,
        { sender: ipcRenderer, ports: [], preventDefault() {}, defaultPrevented: false },
        ...values,
      );
    } else {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === 'result') call?.resolve(codec.decode(message.value));
      else call?.reject(new Error(`Error invoking remote method '${call.channel}': ${message.message}`));
    }
  };
  Object.defineProperty(page, `${keys.binding}:receive`, { value: receive });
  watchInput(page, (kind, input) => post({ kind, url: where(), input }));

  const events = Object.assign(EventEmitter, { EventEmitter });
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globals;
  const url = { URL: globals['URL'], URLSearchParams: globals['URLSearchParams'] };
  const modules = new Map<string, unknown>([
    ['electron', { contextBridge, ipcRenderer }],
    ['electron/renderer', { contextBridge, ipcRenderer }],
    ...['events', 'node:events'].map((key) => [key, events] as const),
    ...['timers', 'node:timers'].map((key) => [key, { setTimeout, clearTimeout, setInterval, clearInterval }] as const),
    ...['url', 'node:url'].map((key) => [key, url] as const),
  ]);
  const require = (wanted: string): unknown => {
    if (!modules.has(wanted)) throw new Error(`module not found: ${wanted}`);
    return modules.get(wanted);
  };

  try {
    const exports = {};
    const process = { type: 'renderer', sandboxed: true, contextIsolated: true, platform };
    preload(require, process, exports, { exports }, page);
  } catch (error) {
    post({ kind: 'preload-error', url: where(), message: error instanceof Error ? error.message : String(error) });
  }
}
