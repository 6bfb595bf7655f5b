/** Fetches what only a profile's own page shows, and anew whenever the profile changes. */
import { useEffect, useState } from 'react';
import type { Failure, ProfileDetail, ProfileView } from '../../../preload/views.ts';
import { useApp } from '../../state/app-context.ts';

export interface DetailState {
  /** Of this profile; null until the first answer. Stays while a newer one is fetched. */
  readonly detail: ProfileDetail | null;
  readonly failure: Failure | null;
}

const nothingYet: DetailState = { detail: null, failure: null };

/** Mount it anew for another profile. */
export function useDetail(profile: ProfileView): DetailState {
  const { api } = useApp();
  const [state, setState] = useState(nothingYet);

  useEffect(() => {
    let isCurrent = true;
    async function load(): Promise<void> {
      const result = await api.call('profiles.detail', { id: profile.id });
      if (!isCurrent) return;
      setState(({ detail }) =>
        result.ok ? { detail: result.value, failure: null } : { detail, failure: result.failure },
      );
    }
    void load();
    return () => {
      isCurrent = false;
    };
    // The whole profile: a change of any part of it may change the detail.
  }, [api, profile]);

  return state;
}
