/** Opens the page on which a person signs in, or copies its address for a browser of the person's choice. */
import { TokentrayError } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import type { SignIn, SignIns, SignInState } from '../tokens/sign-ins.ts';
import type { ExternalLinks } from './external-links.ts';

type PageState = Extract<SignInState, { readonly kind: 'waiting-for-person' }>;

/** Both ways start the sign-in or join the one that is under way, and reject with a TokentrayError. */
export interface SignInPages {
  /** Only ever because a person asked for it. Resolves with the attempt as soon as its page is open, or it needs none any more. */
  open(profileId: string): Promise<SignIn>;
  /** Opens no browser. */
  copyLink(profileId: string): Promise<void>;
  /** Those under way whose pages were opened. */
  opened(): readonly SignIn[];
}

export interface SignInPageParts {
  readonly signIns: Pick<SignIns, 'start'>;
  readonly profileOf: (id: string) => Profile | undefined;
  readonly links: Pick<ExternalLinks, 'openSignIn'>;
  /** Puts it on the clipboard. */
  readonly copyText: (profile: Profile, text: string) => Promise<void>;
  /** Called before a page is opened that wants something of the window as well: a code to compare, an address to paste. */
  readonly showProfile: (id: string) => void;
}

export function createSignInPages(parts: SignInPageParts): SignInPages {
  const { signIns, links, copyText, showProfile } = parts;
  const opened = new Set<SignIn>();

  function profileOf(id: string): Profile {
    const profile = parts.profileOf(id);
    if (profile === undefined) throw new TokentrayError('config.profile_not_found');
    return profile;
  }

  async function openPage(profile: Profile, attempt: SignIn, { url, finish }: PageState): Promise<void> {
    // The browser comes up last, and so in front.
    if (finish !== 'loopback') showProfile(attempt.profileId);
    try {
      await links.openSignIn(profile, url);
    } catch (error) {
      // There the address can be had for a browser.
      showProfile(attempt.profileId);
      throw error;
    }
    opened.add(attempt);
    void attempt.ended.then(() => opened.delete(attempt));
  }

  return {
    async open(id) {
      profileOf(id);
      const attempt = await signIns.start(id);
      const page = await pageOf(attempt);
      // As it is now: starting may have found endpoints that it lacked.
      if (page !== undefined) await openPage(profileOf(id), attempt, page);
      else if (attempt.state().kind === 'other-user') showProfile(id);
      return attempt;
    },
    async copyLink(id) {
      const profile = profileOf(id);
      const page = await pageOf(await signIns.start(id));
      if (page === undefined) throw new TokentrayError('internal.cancelled');
      await copyText(profile, page.url);
    },
    opened: () => [...opened],
  };
}

/** As soon as there is one: another process may be at the port before. Undefined for an attempt that is past it. */
function pageOf(attempt: SignIn): Promise<PageState | undefined> {
  const { promise, resolve } = Promise.withResolvers<PageState | undefined>();
  const look = (): void => {
    const state = attempt.state();
    if (state.kind === 'waiting-for-person') resolve(state);
    else if (state.kind !== 'waiting-for-port') resolve(undefined);
  };
  const stop = attempt.onChange(look);
  look();
  return promise.finally(stop);
}
