/** `DownloadItem`: a file that a page wants to save. The preview saves none. */
import { EventEmitter } from 'node:events';
import type { Download } from 'playwright';

type Offered =
  | 'cancel'
  | 'getFilename'
  | 'getReceivedBytes'
  | 'getState'
  | 'getURL'
  | 'getURLChain'
  | 'hasUserGesture'
  | 'setSavePath';

export class DownloadItemStandIn extends EventEmitter implements Pick<Electron.DownloadItem, Offered> {
  readonly #download: Download;
  #state: ReturnType<Electron.DownloadItem['getState']> = 'progressing';

  constructor(download: Download) {
    super();
    this.#download = download;
  }

  cancel(): void {
    this.#state = 'cancelled';
    this.#download.cancel().catch(() => undefined);
  }

  getFilename(): string {
    return this.#download.suggestedFilename();
  }

  getReceivedBytes(): number {
    return 0;
  }

  getState(): ReturnType<Electron.DownloadItem['getState']> {
    return this.#state;
  }

  getURL(): string {
    return this.#download.url();
  }

  getURLChain(): string[] {
    return [this.getURL()];
  }

  hasUserGesture(): boolean {
    return false;
  }

  setSavePath(): void {
    throw new Error('The preview host saves no downloads');
  }
}
