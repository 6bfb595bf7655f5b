import { describe, expect, it } from 'vitest';
import { pageUrl } from '../../../main/profiles/page-url.ts';
import type { AuthKind, Profile, SystemId } from '../../../main/profiles/profile.ts';
import { describeSystems, systemOf } from '../../../main/systems/registry.ts';

const ways = describeSystems().flatMap(({ id, auths }) => auths.map((way) => ({ ...way, id })));

const tenants: Readonly<Partial<Record<SystemId, string>>> = {
  isc: 'acme',
  nerm: 'acme',
  aic: 'openam-acme-ew2.id.forgerock.io',
};

function linksOf(system: SystemId, auth: AuthKind): ReadonlyMap<string, string> {
  const tenant = tenants[system];
  const draft: Profile = { version: 1, name: 'draft', system, auth, ...(tenant === undefined ? {} : { tenant }) };
  return new Map((systemOf(draft).links?.(draft) ?? []).map(({ id, url }) => [id, url]));
}

const pages = ways.flatMap(({ id, auth, fields }) =>
  fields.flatMap(({ path, pages = [] }) => pages.map((page) => ({ ...page, id, auth, path }))),
);

describe('the page that a field leads to', () => {
  it.each(pages)('$label of $id with $auth is known by the tenant alone', ({ id, auth, link }) => {
    expect(pageUrl(linksOf(id, auth).get(link) ?? '')).toBeDefined();
  });

  it('is there for every credential that a vendor’s page makes', () => {
    const made = ways.filter(({ id }) => id !== 'oauth').filter(({ auth }) => auth !== 'linked');
    const without = made.filter(({ id, auth }) => !pages.some((page) => page.id === id && page.auth === auth));
    expect(without.map(({ id, auth }) => `${id} ${auth}`)).toEqual([]);
  });
});

describe('the guide to a way to a token', () => {
  it.each(ways)('$id with $auth says in one sentence what it means', ({ guide }) => {
    expect(guide.text).toMatch(/^[A-Z][^.]*\.$/);
  });

  it.each(ways)('$id with $auth names what it is best for, and what must be at hand, as no sentences', ({ guide }) => {
    for (const words of [guide.title, guide.bestFor, guide.credential]) expect(words).toMatch(/^[A-Z].*[^.]$/);
  });
});
