/** `WebFrameMain`: the main frame of a window, by which a message's sender is known. */
import { EventEmitter } from 'node:events';

type Offered =
  | 'detached'
  | 'frames'
  | 'framesInSubtree'
  | 'frameTreeNodeId'
  | 'isDestroyed'
  | 'name'
  | 'origin'
  | 'parent'
  | 'processId'
  | 'routingId'
  | 'send'
  | 'top'
  | 'url';

export interface FrameParts {
  readonly id: number;
  url(): string;
  send(channel: string, values: readonly unknown[]): void;
  isDestroyed(): boolean;
}

export class WebFrameStandIn extends EventEmitter implements Pick<Electron.WebFrameMain, Offered> {
  readonly #parts: FrameParts;
  readonly detached = false;
  readonly name = '';
  readonly parent = null;
  readonly frames: Electron.WebFrameMain[] = [];
  readonly processId: number;
  readonly routingId = 1;
  readonly frameTreeNodeId: number;

  constructor(parts: FrameParts) {
    super();
    this.#parts = parts;
    this.processId = parts.id;
    this.frameTreeNodeId = parts.id;
  }

  get top(): Electron.WebFrameMain {
    return this as unknown as Electron.WebFrameMain;
  }

  get framesInSubtree(): Electron.WebFrameMain[] {
    return [this.top];
  }

  get url(): string {
    return this.#parts.url();
  }

  get origin(): string {
    const { url } = this;
    if (!URL.canParse(url)) return 'null';
    const { protocol, host, origin } = new URL(url);
    return origin === 'null' && host !== '' ? `${protocol}//${host}` : origin;
  }

  isDestroyed(): boolean {
    return this.#parts.isDestroyed();
  }

  send(channel: string, ...values: unknown[]): void {
    this.#parts.send(channel, values);
  }
}
