import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createIo, decodeUtf8, maxInputBytes } from '../../../main/cli/io.ts';

function ioOf(options: { stdin?: Readable; stdout?: Writable; isTTY?: boolean; noColour?: boolean }) {
  const stdout = Object.assign(options.stdout ?? new PassThrough(), { isTTY: options.isTTY ?? false, columns: 40 });
  return createIo({
    stdin: () => options.stdin ?? Readable.from([]),
    stdout,
    stderr: new PassThrough(),
    noColour: options.noColour ?? false,
  });
}

function failingWith(code: string): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });
}

describe('standard input', () => {
  it('is read to its end as UTF-8, without a byte order mark', async () => {
    const bytes = Buffer.from('\ufeffgeheim: ß東');
    const stdin = Readable.from([bytes.subarray(0, 13), bytes.subarray(13)]);
    await expect(ioOf({ stdin }).input.readAll()).resolves.toBe('geheim: ß東');
  });

  it('is refused when it is no UTF-8', async () => {
    const reading = ioOf({ stdin: Readable.from([Buffer.from([0xff, 0xfe])]) }).input.readAll();
    await expect(reading).rejects.toMatchObject({ code: 'config.file_invalid' });
  });

  it('is refused above 1 MiB', async () => {
    const reading = ioOf({ stdin: Readable.from([Buffer.alloc(maxInputBytes + 1, 97)]) }).input.readAll();
    await expect(reading).rejects.toMatchObject({ code: 'config.file_invalid' });
  });

  it('is not touched before somebody asks for it', () => {
    let touched = false;
    const stdin = () => {
      touched = true;
      return Readable.from([]);
    };
    createIo({ stdin, stdout: new PassThrough(), stderr: new PassThrough(), noColour: false });
    expect(touched).toBe(false);
  });
});

describe('standard output', () => {
  it.each([
    [true, false, true],
    [true, true, false],
    [false, false, false],
  ])('with terminal %s and NO_COLOR %s has colour %s', (isTTY, noColour, colour) => {
    expect(ioOf({ isTTY, noColour }).out.colour).toBe(colour);
  });

  it('has no width when it is no terminal', () => {
    expect(ioOf({ isTTY: false }).out.columns).toBeUndefined();
  });

  it('may lose its reader in silence', async () => {
    const { out } = ioOf({ stdout: failingWith('EPIPE') });
    out.write('token\n');
    await expect(out.flushed()).resolves.toBeUndefined();
  });

  it('reports that a disk is full', async () => {
    const { out } = ioOf({ stdout: failingWith('ENOSPC') });
    out.write('token\n');
    await expect(out.flushed()).rejects.toMatchObject({ code: 'storage.disk_full', data: { systemCode: 'ENOSPC' } });
  });

  it('has everything written once it is flushed', async () => {
    const chunks: string[] = [];
    const slow = new Writable({
      write: (chunk, _encoding, done) => {
        chunks.push(String(chunk));
        setImmediate(done);
      },
    });
    const { out } = ioOf({ stdout: slow });
    out.write('one ');
    out.write('two');
    await out.flushed();
    expect(chunks.join('')).toBe('one two');
  });
});

describe('decoding UTF-8', () => {
  it('names the file that is none', () => {
    expect(() => decodeUtf8(Uint8Array.of(0xc3, 0x28), 'profile.json')).toThrow(
      expect.objectContaining({ code: 'config.file_invalid', data: expect.objectContaining({ path: 'profile.json' }) }),
    );
  });
});
