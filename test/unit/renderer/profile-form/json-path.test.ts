import { expect, it } from 'vitest';
import { valueAt, without, withValue } from '../../../../renderer/views/profile-form/json-path.ts';

const draft = { name: 'acme', endpoints: { token: 'https://t', api: 'https://a' } };

it('reads members by their dotted path', () => {
  expect(valueAt(draft, 'endpoints.token')).toBe('https://t');
  expect(valueAt(draft, 'endpoints.info')).toBeUndefined();
  expect(valueAt(draft, 'name.token')).toBeUndefined();
});

it('finds nothing that is not the object’s own', () => {
  expect(valueAt(draft, 'constructor')).toBeUndefined();
});

it('sets a member, and makes the objects around it', () => {
  expect(withValue({ name: 'acme' }, 'refresh.mode', 'manual')).toEqual({ name: 'acme', refresh: { mode: 'manual' } });
});

it('replaces what is no object and stands in the way', () => {
  expect(withValue({ refresh: 'manual' }, 'refresh.mode', 'manual')).toEqual({ refresh: { mode: 'manual' } });
});

it('takes an object away with its last member, and no sooner', () => {
  const once = without(draft, 'endpoints.token');
  expect(once).toEqual({ name: 'acme', endpoints: { api: 'https://a' } });
  expect(without(once, 'endpoints.api')).toEqual({ name: 'acme' });
});

it('leaves alone what it does not find', () => {
  expect(without(draft, 'name.first')).toBe(draft);
});

it('changes nothing in place', () => {
  withValue(draft, 'endpoints.token', 'https://other');
  without(draft, 'endpoints.token');
  expect(draft.endpoints.token).toBe('https://t');
});
