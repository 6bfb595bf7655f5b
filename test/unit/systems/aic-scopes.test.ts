import { describe, expect, it } from 'vitest';
import { scopeIssues } from '../../../main/systems/aic-scopes.ts';

it.each(['fr:idc:esv:*', 'fr:am:* fr:idm:*', 'fr:idc:esv:read fr:idc:certificate:*', 'fr:idc:something-new:*'])(
  'takes %s',
  (scope) => {
    expect(scopeIssues(scope)).toEqual([]);
  },
);

describe.each<[string, string | undefined]>([
  ['fr:am', 'fr:am:*'],
  ['fr:am:', 'fr:am:*'],
  ['am:*', 'fr:am:*'],
  ['FR:AM:*', 'fr:am:*'],
  ['fr:adm:*', 'fr:am:*'],
  ['fr.idm.*', 'fr:idm:*'],
  ['esv:*', 'fr:idc:esv:*'],
  ['fr:esv:*', 'fr:idc:esv:*'],
  ['fr:idc:esvs:*', 'fr:idc:esv:*'],
  ['fr:idc:esv:reed', 'fr:idc:esv:read'],
  ['fr:am:*,fr:idm:*', 'fr:am:* fr:idm:*'],
  ['fr:am:* idm', 'fr:am:* fr:idm:*'],
  ['fr:am:* openid', undefined],
  ['openid', undefined],
])('the scope %s', (scope, suggestion) => {
  it(`leads to ${suggestion ?? 'an explanation'}`, () => {
    const [issue, ...more] = scopeIssues(scope);
    expect(more).toEqual([]);
    expect([issue?.path, issue?.suggestion, issue?.example]).toEqual(['scope', suggestion, 'fr:am:* fr:idm:*']);
  });
});

it('tells which of several scopes is none', () => {
  expect(scopeIssues('fr:am:* openid')[0]?.message).toContain('number 2');
});
