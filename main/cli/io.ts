/** The streams a command talks through, and what the terminal behind them can show. Tests pass their own. */
import type { Readable, Writable } from 'node:stream';
import { TokentrayError } from '../errors.ts';
import { createPrompter } from './prompt.ts';
import type { Prompter, TerminalInput } from './prompt.ts';
import { followLines } from './typed-lines.ts';
import type { LineListener } from './typed-lines.ts';

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Width of the terminal; undefined when the output is a pipe or a file. */
  readonly columns: number | undefined;
  /** True on a terminal unless `NO_COLOR` is set (no-color.org). */
  readonly colour: boolean;
  /** Resolves when everything written has left. A reader that went away is fine (EPIPE); rejects with `storage.disk_full`. */
  flushed(): Promise<void>;
}

interface Input {
  readonly isTerminal: boolean;
  /** Everything until the end, as UTF-8. Rejects with `config.file_invalid` above 1 MiB or when it is no UTF-8. */
  readAll(): Promise<string>;
  /** Calls back for every line from now on; returns the way to stop. */
  follow(listener: LineListener): () => void;
}

export interface CliIo {
  readonly out: Output;
  readonly err: Output;
  readonly input: Input;
  readonly prompt: Prompter;
}

/** Profiles and secrets are small; more than this is the wrong file. */
export const maxInputBytes = 1024 * 1024;

type TerminalOutput = Writable & { readonly isTTY?: boolean; readonly columns?: number };

export function createIo(streams: {
  /** A function, because touching a process's standard input has effects of its own. */
  readonly stdin: () => TerminalInput;
  readonly stdout: TerminalOutput;
  readonly stderr: TerminalOutput;
  readonly noColour: boolean;
}): CliIo {
  const err = createOutput(streams.stderr, streams.noColour);
  let consumed = false;
  return {
    out: createOutput(streams.stdout, streams.noColour),
    err,
    input: {
      get isTerminal() {
        return streams.stdin().isTTY === true;
      },
      readAll() {
        consumed = true;
        return readText(streams.stdin());
      },
      follow(listener) {
        const stream = streams.stdin();
        consumed ||= stream.isTTY !== true;
        return followLines(stream, listener);
      },
    },
    prompt: createPrompter(err, () => (consumed ? undefined : streams.stdin())),
  };
}

function createOutput(stream: TerminalOutput, noColour: boolean): Output {
  let pending: Promise<NodeJS.ErrnoException | undefined> = Promise.resolve(undefined);
  // Without a listener a broken pipe would end the process with a stack trace; `flushed` reports what matters.
  stream.on('error', () => undefined);
  return {
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.isTTY === true ? stream.columns : undefined;
    },
    colour: stream.isTTY === true && !noColour,
    write(text) {
      const before = pending;
      const written = new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
        stream.write(text, (error) => resolve(error ?? undefined));
      });
      pending = before.then(async (failure) => failure ?? (await written));
    },
    async flushed() {
      const failure = await pending;
      if (failure === undefined || isGoneReader(failure)) return;
      throw new TokentrayError('storage.disk_full', {
        data: { ...(failure.code === undefined ? {} : { systemCode: failure.code }), detail: 'standard output' },
      });
    },
  };
}

/** True of what a write fails with when nobody reads any more. */
export function isGoneReader(failure: NodeJS.ErrnoException): boolean {
  return failure.code === 'EPIPE' || failure.code === 'ERR_STREAM_DESTROYED' || failure.code === 'EOF';
}

async function readText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
    bytes += part.length;
    if (bytes > maxInputBytes) throw notText('standard input is larger than 1 MiB');
    chunks.push(part);
  }
  return decodeUtf8(Buffer.concat(chunks));
}

/** Text of UTF-8 bytes without a byte order mark. Throws `config.file_invalid`; `path` is absent for standard input. */
export function decodeUtf8(bytes: Uint8Array, path?: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notText(`${path === undefined ? 'standard input' : 'it'} is not UTF-8 text`, path);
  }
}

function notText(detail: string, path?: string): TokentrayError {
  return new TokentrayError('config.file_invalid', { data: { ...(path === undefined ? {} : { path }), detail } });
}
