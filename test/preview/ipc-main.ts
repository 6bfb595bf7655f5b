/** `ipcMain`: listeners and handlers of channels, and how a message from a page reaches them. */
import { EventEmitter } from 'node:events';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

export class IpcMainStandIn
  extends EventEmitter
  implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  readonly #handlers = new Map<string, Handler>();

  /** What a page's `invoke` gets. Rejects as the handler does, or because there is none. */
  static async answer(
    ipcMain: IpcMainStandIn,
    channel: string,
    event: Electron.IpcMainInvokeEvent,
    values: readonly unknown[],
  ): Promise<unknown> {
    const handler = ipcMain.#handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return (await handler(event, ...values)) as unknown;
  }

  handle(channel: string, listener: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof listener !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`);
    }
    this.#handlers.set(channel, listener);
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...values: unknown[]) => {
      this.removeHandler(channel);
      return listener(event, ...values) as unknown;
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }
}
