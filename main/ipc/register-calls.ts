/** Connects the window's calls with their answers. */
import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { callChannel } from '../../preload/contract.ts';
import { TokentrayError } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { answer } from './answer.ts';
import type { Calls } from './answer.ts';
import { failureOf } from './failure.ts';
import { isTrustedSender } from './trusted-sender.ts';

export interface Registration {
  readonly calls: Calls;
  readonly profileOf: (id: string) => Profile | undefined;
  /** Of the window that is open now; undefined: none is. */
  readonly ownContents: () => WebContents | undefined;
  /** Of our own pages, such as `app://tokentray`. */
  readonly origin: string;
}

/** Once in the life of the process. Whoever else calls is answered with `internal.bad_request`, and nothing is done. */
export function registerCalls({ calls, profileOf, ownContents, origin }: Registration): void {
  ipcMain.handle(callChannel, (event: IpcMainInvokeEvent, name: unknown, input: unknown) => {
    const sender = { frame: event.senderFrame, contents: event.sender };
    if (isTrustedSender(sender, { contents: ownContents(), origin })) return answer(calls, name, input, profileOf);
    return { ok: false, failure: failureOf(new TokentrayError('internal.bad_request')) };
  });
}
