/** Messages of the system's own kind about one profile; a click on one opens it. */
import type { Destination } from '../../preload/replies.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Announce } from './announce.ts';
import { titleOf } from './watched-profiles.ts';
import type { Describe } from './watched-profiles.ts';

export interface ProfileMessages {
  /** What the person calls the profile. */
  readonly titleOf: (id: string) => string;
  readonly tell: (id: string, body: string) => void;
  /** Says what went wrong and what to do. */
  readonly fail: (id: string, error: unknown) => void;
}

export interface ProfileMessageParts {
  readonly profileOf: (id: string) => Profile | undefined;
  /** In the words of the window. */
  readonly describe: Describe;
  readonly announce: Announce;
  readonly open: (destination: Destination) => void;
}

export function createProfileMessages({ profileOf, describe, announce, open }: ProfileMessageParts): ProfileMessages {
  function title(id: string): string {
    const profile = profileOf(id);
    return profile === undefined ? 'Tokentray' : titleOf(profile);
  }

  function tell(id: string, body: string): void {
    announce({ title: title(id), body }, () => open({ view: 'profile', id }));
  }

  return {
    titleOf: title,
    tell,
    fail(id, error) {
      const { what, next } = describe(error, profileOf(id));
      tell(id, `${what} ${next}`);
    },
  };
}
