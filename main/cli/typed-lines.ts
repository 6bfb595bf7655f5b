/** Lines that a person types or pastes, or another program writes, while a command waits for something else. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Readable } from 'node:stream';

export interface LineListener {
  line(text: string): void;
  /** Ctrl+C at a terminal that is listened to. */
  interrupted(): void;
}

/** More without a line break is no line. */
const longestLine = 1024 * 1024;

/** The end of the input is no event. Returns the way to stop, after which the input keeps no process alive. */
export function followLines(input: Readable & { readonly isTTY?: boolean }, listener: LineListener): () => void {
  return input.isTTY === true ? followTerminal(input, listener) : followPipe(input, listener);
}

/**
 * Takes the terminal out of its own line editing, which would cut lines off at 4,096 characters, and shows nothing of what
 * is pasted: it holds a code.
 */
function followTerminal(input: Readable, listener: LineListener): () => void {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  let stopped = false;
  lines.on('line', (line) => {
    if (!stopped) listener.line(line);
  });
  lines.on('SIGINT', () => {
    if (!stopped) listener.interrupted();
  });
  return () => {
    stopped = true;
    lines.close();
    input.pause();
  };
}

/** As good as the end. */
const unreadable = () => undefined;

function followPipe(input: Readable, listener: LineListener): () => void {
  let rest = '';
  const take = (text: string) => {
    const parts = `${rest}${text}`.split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > longestLine) rest = '';
    for (const part of parts) listener.line(part);
  };
  const onData = (chunk: Buffer | string) => take(String(chunk));
  const onEnd = () => take('\n');
  input.on('data', onData).on('end', onEnd).on('error', unreadable);
  return () => {
    input.off('data', onData).off('end', onEnd);
    input.pause();
  };
}
