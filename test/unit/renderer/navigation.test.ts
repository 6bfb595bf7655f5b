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

describe('a comparison', () => {
  it('with another profile is another place', () => {
    navigation.go({ view: 'compare', id: 'a' });
    navigation.go({ view: 'compare', id: 'a', otherId: 'b' });
    expect(navigation.get()).toEqual({ view: 'compare', id: 'a', otherId: 'b' });
    navigation.back();
    expect(navigation.get()).toEqual({ view: 'compare', id: 'a' });
  });

  it('of what is compared already is no step', () => {
    let changes = 0;
    navigation.go({ view: 'compare', id: 'a', otherId: 'b' });
    navigation.subscribe(() => (changes += 1));
    navigation.go({ view: 'compare', id: 'a', otherId: 'b' });
    expect(changes).toBe(0);
  });
});

describe('a guard', () => {
  it('holds every move until it lets it go on', () => {
    let proceed: () => void = () => undefined;
    navigation.guard((go) => void (proceed = go));
    navigation.go({ view: 'settings' });
    expect(navigation.get()).toEqual({ view: 'list' });
    proceed();
    expect(navigation.get()).toEqual({ view: 'settings' });
  });

  it('holds the way back, too', () => {
    navigation.go({ view: 'settings' });
    navigation.guard(() => undefined);
    navigation.back();
    expect(navigation.get()).toEqual({ view: 'settings' });
  });

  it('holds nothing after its end', () => {
    const end = navigation.guard(() => undefined);
    end();
    navigation.go({ view: 'settings' });
    expect(navigation.get()).toEqual({ view: 'settings' });
  });

  it('that was followed by another does not end that one', () => {
    const end = navigation.guard(() => undefined);
    navigation.guard(() => undefined);
    end();
    navigation.go({ view: 'settings' });
    expect(navigation.get()).toEqual({ view: 'list' });
  });
});

it('replaces a place: the way back leads past it', () => {
  navigation.go({ view: 'profile', id: 'a' });
  navigation.go({ view: 'add' });
  navigation.replace({ view: 'profile', id: 'b' });
  navigation.back();
  expect(navigation.get()).toEqual({ view: 'profile', id: 'a' });
});
