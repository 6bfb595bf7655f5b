/** What a preload script sent: handed to `ipcMain` with its sender, and answered. */
import { createAppEvent } from './app-event.ts';
import { IpcMainStandIn } from './ipc-main.ts';
import { createCloneCodec } from './page/clone-codec.ts';
import type { FromPage, ToPage } from './page/preload-world.ts';

export interface PageMessage {
  readonly message: FromPage;
  readonly sender: Electron.WebContents;
  readonly ipcMain: IpcMainStandIn;
  post(answer: ToPage): void;
}

const codec = createCloneCodec();

export function answerPage({ message, sender, ipcMain, post }: PageMessage): void {
  const senderFrame = sender.mainFrame;
  const origin = { type: 'frame', sender, senderFrame, frameId: 1, processId: senderFrame.processId } as const;
  if (message.kind === 'preload-error') {
    process.stderr.write(`[window] The preload script failed: ${message.message}\n`);
    sender.emit('preload-error', createAppEvent(), '', new Error(message.message));
    return;
  }
  if (message.kind === 'key') {
    sender.emit('before-input-event', createAppEvent(), { ...message.input, modifiers: [] });
    return;
  }
  if (message.kind === 'mouse') {
    sender.emit('before-mouse-event', createAppEvent(), message.input);
    return;
  }
  const values = codec.decode(message.values) as unknown[];
  const { channel } = message;
  if (message.kind === 'send') {
    const reply = (to: string, ...answers: unknown[]) => sender.send(to, ...answers);
    ipcMain.emit(channel, createAppEvent({ ...origin, ports: [], reply, returnValue: undefined }), ...values);
    return;
  }
  const { id } = message;
  IpcMainStandIn.answer(ipcMain, channel, createAppEvent(origin), values).then(
    (value) => post(resultOf(id, value)),
    (error: unknown) => {
      process.stderr.write(`Error occurred in handler for '${channel}': ${String(error)}\n`);
      post({ kind: 'failure', id, message: String(error) });
    },
  );
}

function resultOf(id: number, value: unknown): ToPage {
  try {
    return { kind: 'result', id, value: codec.encode(value) };
  } catch (error) {
    return { kind: 'failure', id, message: String(error) };
  }
}
