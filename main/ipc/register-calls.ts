/** Connects the calls of the windows with their answers. */
import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { callChannel } from '../../preload/contract.ts';
import { TokentrayError } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { answer } from './answer.ts';
import type { SomeCalls } from './answer.ts';
import { failureOf } from './failure.ts';
import { isTrustedSender } from './trusted-sender.ts';

export interface CallingWindow {
  /** Of the window that is there now; undefined: none is. */
  readonly contents: () => WebContents | undefined;
  /** All that it may call. */
  readonly calls: SomeCalls;
}

export interface Registration {
  readonly windows: readonly CallingWindow[];
  readonly profileOf: (id: string) => Profile | undefined;
  /** Of our own pages, such as `app://tokentray`. */
  readonly origin: string;
}

/** Once in the life of the process. Whoever else calls is answered with `internal.bad_request`, and nothing is done. */
export function registerCalls({ windows, profileOf, origin }: Registration): void {
  ipcMain.handle(callChannel, (event: IpcMainInvokeEvent, name: unknown, input: unknown) => {
    const sender = { frame: event.senderFrame, contents: event.sender };
    const from = windows.find(({ contents }) => isTrustedSender(sender, { contents: contents(), origin }));
    if (from !== undefined) return answer(from.calls, name, input, profileOf);
    return { ok: false, failure: failureOf(new TokentrayError('internal.bad_request')) };
  });
}
