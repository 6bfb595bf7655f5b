import { beforeEach, describe, expect, it } from 'vitest';
import { createNavigation } from '../../../renderer/state/navigation.ts';
import type { Navigation } from '../../../renderer/state/navigation.ts';

let navigation: Navigation;
beforeEach(() => void (navigation = createNavigation()));

describe('the way through the window', () => {
  it('leads back to where the person came from', () => {
    navigation.go({ view: 'profile', id: 'a' });
    navigation.go({ view: 'edit', id: 'a' });
    navigation.back();
    expect(navigation.get()).toEqual({ view: 'profile', id: 'a' });
  });

  it('ends at the list', () => {
    navigation.go({ view: 'settings' });
    navigation.back();
    navigation.back();
    expect(navigation.get()).toEqual({ view: 'list' });
  });

  it('does not lead from the list back into a page', () => {
    navigation.go({ view: 'profile', id: 'a' });
    navigation.go({ view: 'list' });
    navigation.back();
    expect(navigation.get()).toEqual({ view: 'list' });
  });

  it('takes no step to where the person is already', () => {
    let changes = 0;
    navigation.go({ view: 'profile', id: 'a' });
    navigation.subscribe(() => (changes += 1));
    navigation.go({ view: 'profile', id: 'a' });
    expect(changes).toBe(0);
  });
});
