/** The clipboard of the preview host: several forms at once, and what Wayland does to those who are not focused. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFixtureApp } from './fixture-app.ts';
import type { FixtureApp } from './fixture-app.ts';

let app: FixtureApp;
const pasted = () => app.order('clipboardText', null);
const raw = 'electron application/osclipboard;format="x-kde-passwordManagerHint"';

describe('the clipboard', () => {
  beforeAll(async () => void (app = await startFixtureApp()));
  afterAll(() => app.close());

  it('takes one item with several forms as a whole', async () => {
    await app.inMain('await electron.clipboard.writeText("before")');
    const item = JSON.stringify({ 'text/plain': 'new', [raw]: 'secret' });
    await app.inMain(`await electron.clipboard.write([new electron.ClipboardItem(${item})])`);
    expect(await app.order('clipboardFormats', null)).toEqual(['text/plain', raw]);
    expect(await app.inMain(`return electron.clipboard.has(${JSON.stringify(raw)})`)).toBe(true);
  });

  it('keeps what it has when a form is refused', async () => {
    await app.inMain('await electron.clipboard.writeText("before")');
    const writing = app.inMain(
      `await electron.clipboard.write([new electron.ClipboardItem({ 'text/plain': 'new', 'no format': 'x' })])`,
    );
    await expect(writing).rejects.toThrow(/not a format/);
    expect(await pasted()).toBe('before');
  });

  it('is written without a window where the desktop is not Wayland', async () => {
    await app.inMain('await electron.clipboard.writeText("unfocused")');
    expect(await pasted()).toBe('unfocused');
  });
});

describe('under Wayland', () => {
  beforeAll(async () => {
    app = await startFixtureApp({ words: ['--wayland'] });
    await app.inMain('kept.window = await openWindow()');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.inMain('kept.window.blur()');
    await app.order('clipboardWrite', "another application's");
  });

  it('what an unfocused application writes is dropped, while it reads it back', async () => {
    await app.inMain('await electron.clipboard.writeText("own")');
    expect(await app.inMain('return electron.clipboard.readText()')).toBe('own');
    expect(await pasted()).toBe("another application's");
  });

  it('what an unfocused application clears stays', async () => {
    await app.inMain('electron.clipboard.clear()');
    expect(await pasted()).toBe("another application's");
  });

  it('a focused window may write', async () => {
    await app.inMain('kept.window.focus(); await electron.clipboard.writeText("own")');
    expect(await pasted()).toBe('own');
  });

  it('another application that copies ends what was believed', async () => {
    await app.inMain('await electron.clipboard.writeText("own")');
    await app.order('clipboardWrite', 'later');
    expect(await app.inMain('return electron.clipboard.readText()')).toBe('later');
  });
});
