import { describe, expect, it } from 'vitest';
import { holderFacts } from '../../../renderer/words/holder-words.ts';

const facts = (payload: Record<string, unknown>, scope: string | null = null) =>
  Object.fromEntries(
    holderFacts({ claims: { header: {}, payload, known: [] }, scope }).map(({ name, text }) => [name, text]),
  );

describe('what is told of the holder of a token', () => {
  it('is what its claims say', () => {
    expect(facts({ pod: 'cook', authorities: ['ORG_ADMIN', 'API'], scope: ['read', 'write'] })).toEqual({
      Pod: 'cook',
      Authorities: 'ORG_ADMIN, API',
      Scopes: 'read, write',
    });
  });

  it('is what was granted rather than what the token repeats of it', () => {
    expect(facts({ scope: 'read' }, 'read write')).toEqual({ Scopes: 'read, write' });
  });

  it('is short: the table of claims has the rest', () => {
    const authorities = Array.from({ length: 20 }, (_, index) => `A${index}`);
    expect(facts({ authorities })).toEqual({ Authorities: 'A0, A1, A2, A3, A4, A5, and 14 more' });
  });

  it('is nothing of an opaque token, of empty lists, or of what is no text', () => {
    expect(holderFacts({ claims: null, scope: null })).toEqual([]);
    expect(facts({ pod: '', authorities: [1, null], scope: {} })).toEqual({});
  });
});
