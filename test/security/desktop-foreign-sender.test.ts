/** Threat: a page that is not the window's own calls the main process. */
import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '../../main/ipc/trusted-sender.ts';

const contents = {};
const own = { contents, origin: 'app://tokentray' };
const page = { url: 'app://tokentray/index.html', parent: null };

describe('a foreign sender', () => {
  it('is told apart from the window itself', () => {
    expect(isTrustedSender({ frame: page, contents }, own)).toBe(true);
  });

  it.each([
    'https://tokentray/index.html',
    'app://tokentray.example.com/index.html',
    'app://tokentray@example.com/index.html',
    'app://jane:x@tokentray/index.html',
    'app://tokentray:8080/index.html',
    'application://tokentray/index.html',
    'file:///app://tokentray/index.html',
    'about:blank',
    'data:text/html,app://tokentray/',
    '',
  ])('at %s is not trusted', (url) => {
    expect(isTrustedSender({ frame: { ...page, url }, contents }, own)).toBe(false);
  });

  it('in a frame of the window is not trusted, whatever its address', () => {
    expect(isTrustedSender({ frame: { ...page, parent: page }, contents }, own)).toBe(false);
  });

  it('in another window is not trusted, whatever its address', () => {
    expect(isTrustedSender({ frame: page, contents: {} }, own)).toBe(false);
  });

  it('in a frame that has gone is not trusted', () => {
    expect(isTrustedSender({ frame: null, contents }, own)).toBe(false);
  });

  it('is not trusted while no window is open', () => {
    expect(isTrustedSender({ frame: page, contents: undefined }, { ...own, contents: undefined })).toBe(false);
  });
});
