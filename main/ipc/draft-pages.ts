/** Pages of the tenant for a profile that is still being typed, such as the one on which its credential is made. */
import type { DraftPage } from '../../preload/replies.ts';
import { asTokentrayError } from '../errors.ts';
import { pageUrl } from '../profiles/page-url.ts';
import { systemOf } from '../systems/registry.ts';
import { looseProfile } from './loose-draft.ts';
import type { Draft } from './loose-draft.ts';

/** Those whose address is known already; empty while it is not. */
export function draftPages(draft: Draft): readonly DraftPage[] {
  try {
    const profile = looseProfile(draft);
    const links = systemOf(profile).links?.(profile) ?? [];
    return links.flatMap(({ id, url }) => {
      const page = pageUrl(url);
      return page === undefined ? [] : [{ link: id, host: page.host }];
    });
  } catch (error) {
    if (asTokentrayError(error).code === 'config.profile_invalid') return [];
    throw error;
  }
}
