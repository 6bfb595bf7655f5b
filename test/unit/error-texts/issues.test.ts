import { describe, expect, it } from 'vitest';
import { issueSentences, issueText } from '../../../main/error-texts/issues.ts';

describe('an issue as text', () => {
  it('begins with the path of the field', () => {
    expect(issueText({ path: 'endpoints.token', message: 'Is missing.' })).toBe('endpoints.token: Is missing.');
  });

  it('speaks of the whole document where there is no path', () => {
    expect(issueText({ path: '', message: 'Must be an object.' })).toBe('Must be an object.');
  });

  it('closes a message that lacks its full stop', () => {
    expect(issueText({ path: 'name', message: 'must stay acme here' })).toBe('name: Must stay acme here.');
  });

  it('gives the example where nothing better is known', () => {
    expect(issueText({ path: 'name', message: 'Is missing.', example: 'acme-prod' })).toContain('acme-prod');
  });

  it('prefers the suggestion to the example', () => {
    const text = issueText({ path: 'auth', message: 'Is wrong.', example: 'api_key', suggestion: 'linked' });
    expect(text).toContain('linked');
    expect(text).not.toContain('api_key');
  });

  it('keeps control characters of a field name off the terminal', () => {
    expect(issueText({ path: 'a\u001b[2Jb', message: 'Is wrong.' })).toBe('a [2Jb: Is wrong.');
  });
});

describe('several issues', () => {
  it('are numbered', () => {
    const text = issueSentences([
      { path: 'a', message: 'Is missing.' },
      { path: 'b', message: 'Is wrong.' },
    ]);
    expect(text).toBe(' (1) a: Is missing. (2) b: Is wrong.');
  });

  it('are counted when there are too many to read', () => {
    const issues = Array.from({ length: 20 }, (_, index) => ({ path: `field${index}`, message: 'Is wrong.' }));
    expect(issueSentences(issues)).toMatch(/And 12 more\.$/);
  });

  it('are nothing when there are none', () => {
    expect(issueSentences()).toBe('');
  });
});
