/** Opens the page of a tenant on which a profile's credential is made anew. */
import type { Profile } from '../profiles/profile.ts';
import { credentialPage } from '../systems/credential-page.ts';
import type { ExternalLinks } from './external-links.ts';
import type { CredentialPages } from './notifications.ts';

export interface CredentialPagesParts {
  /** Undefined: there is none, or it cannot be read. */
  readonly profileOf: (id: string) => Profile | undefined;
  readonly links: Pick<ExternalLinks, 'openSystemLink'>;
  readonly fail: (id: string, error: unknown) => void;
}

export function createCredentialPages({ profileOf, links, fail }: CredentialPagesParts): CredentialPages {
  return {
    has(id) {
      const profile = profileOf(id);
      return profile !== undefined && credentialPage(profile) !== undefined;
    },
    open(id) {
      const profile = profileOf(id);
      const page = profile === undefined ? undefined : credentialPage(profile);
      if (profile === undefined || page === undefined) return;
      links.openSystemLink(profile, page.link).catch((error: unknown) => fail(id, error));
    },
  };
}
