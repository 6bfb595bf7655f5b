/** Questions to the person at the terminal: asked on standard error, answered without echo where the answer is secret. */
import { openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Readable } from 'node:stream';
import { ReadStream } from 'node:tty';
import { TokentrayError } from '../errors.ts';

export type TerminalInput = Readable & { readonly isTTY?: boolean };

export interface Prompter {
  /** True when somebody sits at a terminal and can be asked. */
  isPossible(): boolean;
  /** Asks without echo. Rejects with `internal.cancelled` on Ctrl+C and Ctrl+D; ask only when possible. */
  secret(question: string): Promise<string>;
  /** Asks with echo; otherwise like `secret`. */
  line(question: string): Promise<string>;
}

interface Screen {
  write(text: string): void;
  readonly isTerminal: boolean;
}

/**
 * Asks on `screen`, which must be a terminal. Answers come from standard input when that is a terminal and unread, else
 * from the process's controlling terminal, so that `--file -` and `--secrets -` leave room for a passphrase.
 */
export function createPrompter(screen: Screen, standardInput: () => TerminalInput | undefined): Prompter {
  /** Lines that were typed or pasted ahead of the next question. */
  const ahead: string[] = [];
  let controlling: ReadStream | undefined;
  const keyboard = (): TerminalInput | undefined => {
    const input = standardInput();
    if (input?.isTTY === true) return input;
    controlling ??= openControllingTerminal();
    return controlling;
  };
  const ask = async (question: string, output: Writable) => {
    const input = screen.isTerminal ? keyboard() : undefined;
    if (input === undefined) throw new TokentrayError('internal.cancelled', { data: { detail: 'no terminal' } });
    try {
      return ahead.shift() ?? (await readLine(input, output, question, ahead));
    } finally {
      if (input === controlling) {
        controlling.destroy();
        controlling = undefined;
      }
    }
  };
  return {
    isPossible: () => screen.isTerminal && keyboard() !== undefined,
    async secret(question) {
      screen.write(question);
      return ask(
        '',
        writable(() => undefined),
      ).finally(() => screen.write('\n'));
    },
    line: (question) =>
      ask(
        question,
        writable((text) => screen.write(text)),
      ),
  };
}

function openControllingTerminal(): ReadStream | undefined {
  try {
    return new ReadStream(openSync(process.platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty', 'r'));
  } catch {
    return undefined;
  }
}

function writable(write: (text: string) => void): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      write(String(chunk));
      done();
    },
  });
}

/** readline edits the line, draws it on `output`, and puts the terminal into raw mode, which ends the terminal's own echo. */
function readLine(input: Readable, output: Writable, question: string, ahead: string[]): Promise<string> {
  const lines = createInterface({ input, output, terminal: true, historySize: 0, prompt: question });
  let closed = false;
  const answer = new Promise<string>((resolve, reject) => {
    let answered = false;
    lines.on('line', (line) => {
      // A closed interface may still hear of keys: they belong to the next question.
      if (closed) return;
      if (answered) ahead.push(line);
      answered = true;
      resolve(line);
    });
    const cancel = () => {
      if (!answered && question !== '') output.write('\n');
      reject(new TokentrayError('internal.cancelled'));
    };
    lines.once('SIGINT', cancel);
    lines.once('close', cancel);
  });
  lines.prompt();
  return answer.finally(() => {
    // Its other listeners on `close` are readline's own: they let go of the keyboard.
    closed = true;
    lines.close();
    input.pause();
  });
}
