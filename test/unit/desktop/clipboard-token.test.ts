import { beforeEach, expect, test } from 'vitest';
import { systemFormat, tokenForms } from '../../../main/desktop/clipboard-forms.ts';
import type { ClipboardForms } from '../../../main/desktop/clipboard-forms.ts';
import { createTokenClipboard } from '../../../main/desktop/clipboard-token.ts';
import type { ClipboardPort, TokenClipboardParts } from '../../../main/desktop/clipboard-token.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';

const marker = 'dev.tokentray.test';
const minuteMs = 60_000;

class FakeClipboard implements ClipboardPort {
  forms: ClipboardForms = {};
  cleared = 0;
  readonly asked: string[] = [];

  write = async (forms: ClipboardForms): Promise<void> => {
    this.forms = forms;
  };
  has = async (format: string): Promise<boolean> => {
    this.asked.push(format);
    return format in this.forms;
  };
  clear = (): void => {
    this.cleared++;
    this.forms = {};
  };

  get text(): unknown {
    return this.forms['text/plain'];
  }
}

let clock: FakeClock;
let port: FakeClipboard;

beforeEach(() => {
  clock = new FakeClock();
  port = new FakeClipboard();
});

function clipboard(over: Partial<TokenClipboardParts> = {}) {
  const own = {
    clock,
    port,
    platform: 'linux',
    marker,
    whenWritable: (run: () => void) => run(),
  };
  return createTokenClipboard({ ...own, ...over } as TokenClipboardParts);
}

test('a token is taken off though the next one could not be put there', async () => {
  const tokens = clipboard();
  await tokens.put('CANARY-1', minuteMs);
  const { write } = port;
  port.write = async () => {
    throw new Error('no clipboard');
  };
  await expect(tokens.put('CANARY-2', 0)).rejects.toThrow('no clipboard');
  port.write = write;
  await clock.advance(minuteMs);
  expect(port.text).toBeUndefined();
});

test('a token is taken off after its time, to the moment that was promised', async () => {
  const clearsAtMs = await clipboard().put('CANARY-1', minuteMs);
  await clock.advance(minuteMs - 1);
  expect(port.text).toBe('CANARY-1');
  await clock.advance(1);
  expect(port.text).toBeUndefined();
  expect(clearsAtMs).toBe(clock.now());
});

test('what somebody else copied meanwhile stays', async () => {
  await clipboard().put('CANARY-1', minuteMs);
  port.forms = { 'text/plain': 'of somebody else' };
  await clock.advance(minuteMs);
  expect(port.text).toBe('of somebody else');
  expect(port.cleared).toBe(0);
});

test('only the marker is ever asked for', async () => {
  await clipboard().put('CANARY-1', minuteMs);
  await clock.advance(minuteMs);
  expect(port.asked).toEqual([systemFormat(marker)]);
});

test('a second token stays for its own whole time', async () => {
  const tokens = clipboard();
  await tokens.put('CANARY-1', minuteMs);
  await clock.advance(minuteMs - 1_000);
  await tokens.put('CANARY-2', minuteMs);
  await clock.advance(minuteMs - 1);
  expect(port.text).toBe('CANARY-2');
  await clock.advance(1);
  expect(port.text).toBeUndefined();
});

test('with 0 seconds nothing is taken off by time', async () => {
  expect(await clipboard().put('CANARY-1', 0)).toBeNull();
  await clock.advance(24 * 3_600_000);
  expect(port.text).toBe('CANARY-1');
  expect(clock.pendingTimers).toBe(0);
});

test('at the end a token that is still there is taken off, also one that would have stayed', async () => {
  const tokens = clipboard();
  await tokens.put('CANARY-1', 0);
  await tokens.close();
  expect(port.text).toBeUndefined();
  expect(clock.pendingTimers).toBe(0);
});

test('at the end what somebody else copied stays', async () => {
  const tokens = clipboard();
  await tokens.put('CANARY-1', minuteMs);
  port.forms = { 'text/plain': 'of somebody else' };
  await tokens.close();
  expect(port.text).toBe('of somebody else');
});

test('at the end a token that is just being written is taken off, too', async () => {
  const written = Promise.withResolvers<void>();
  const tokens = clipboard({
    port: {
      has: port.has,
      clear: port.clear,
      async write(forms) {
        await written.promise;
        await port.write(forms);
      },
    },
  });
  const putting = tokens.put('CANARY-1', minuteMs);
  const closing = tokens.close();
  written.resolve();
  await Promise.all([putting, closing]);
  expect(port.text).toBeUndefined();
  expect(clock.pendingTimers).toBe(0);
});

test('a token that comes after the end is not copied', async () => {
  const tokens = clipboard();
  await tokens.close();
  await expect(tokens.put('CANARY-1', minuteMs)).rejects.toMatchObject({ code: 'internal.cancelled' });
  expect(port.text).toBeUndefined();
});

test('who copied nothing does not ask the clipboard at the end', async () => {
  await clipboard().close();
  expect(port.asked).toEqual([]);
});

test('a clipboard that cannot be asked is left alone', async () => {
  const tokens = clipboard();
  await tokens.put('CANARY-1', minuteMs);
  port.has = () => Promise.reject(new Error('busy'));
  await tokens.close();
  expect(port.cleared).toBe(0);
});

test('where the clipboard cannot be changed yet, the token is taken off as soon as it can', async () => {
  const waiting: (() => void)[] = [];
  await clipboard({ whenWritable: (run) => waiting.push(run) }).put('CANARY-1', minuteMs);
  await clock.advance(minuteMs);
  expect(port.text).toBe('CANARY-1');
  for (const run of waiting) run();
  await settle();
  expect(port.text).toBeUndefined();
});

test('a clearing that had to wait spares a later token', async () => {
  const waiting: (() => void)[] = [];
  const tokens = clipboard({ whenWritable: (run) => waiting.push(run) });
  await tokens.put('CANARY-1', minuteMs);
  await clock.advance(minuteMs);
  await tokens.put('CANARY-2', minuteMs);
  for (const run of waiting) run();
  await settle();
  expect(port.text).toBe('CANARY-2');
});

test('clipboard histories of macOS are asked to leave it out', () => {
  expect(Object.keys(tokenForms('CANARY-1', 'darwin', marker))).toEqual([
    'text/plain',
    systemFormat('org.nspasteboard.ConcealedType'),
    systemFormat(marker),
  ]);
});

test('the clipboard history and the cloud of Windows are told 0, as a DWORD', async () => {
  const forms = tokenForms('CANARY-1', 'win32', marker);
  expect(forms).toHaveProperty([systemFormat('ExcludeClipboardContentFromMonitorProcessing')]);
  for (const name of ['CanIncludeInClipboardHistory', 'CanUploadToCloudClipboard']) {
    const value = forms[systemFormat(name)];
    expect(await (value as Blob).bytes()).toEqual(new Uint8Array([0, 0, 0, 0]));
  }
});

test('clipboard managers of Linux are told that it is a secret', () => {
  expect(tokenForms('CANARY-1', 'linux', marker)[systemFormat('x-kde-passwordManagerHint')]).toBe('secret');
});

test.each(['darwin', 'win32', 'linux'] as const)('on %s nothing but the text holds the token', async (platform) => {
  const { 'text/plain': text, ...others } = tokenForms('CANARY-1', platform, marker);
  const values = await Promise.all(Object.values(others).map(async (value) => new Response(value).text()));
  expect(text).toBe('CANARY-1');
  expect(values.join('')).not.toContain('CANARY');
});
