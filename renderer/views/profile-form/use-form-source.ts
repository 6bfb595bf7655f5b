/** Fetches what the form is drawn from: the systems, and the profile that is edited. */
import { useEffect, useState } from 'react';
import type { Failure, ProfileDetail } from '../../../preload/views.ts';
import type { Api } from '../../api.ts';
import { useApp } from '../../state/app-context.ts';
import type { SystemDescription } from './form-types.ts';

export type FormSource =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'ready'; readonly systems: readonly SystemDescription[]; readonly detail: ProfileDetail | null };

/** Mount it anew to fetch anew. */
export function useFormSource(id: string | undefined): FormSource {
  const { api } = useApp();
  const [source, setSource] = useState<FormSource>({ phase: 'loading' });

  useEffect(() => {
    let isCurrent = true;
    void load(api, id).then((loaded) => isCurrent && setSource(loaded));
    return () => {
      isCurrent = false;
    };
  }, [api, id]);

  return source;
}

async function load(api: Api, id: string | undefined): Promise<FormSource> {
  const [systems, detail] = await Promise.all([
    api.call('systems.describe', undefined),
    id === undefined ? null : api.call('profiles.detail', { id }),
  ]);
  if (!systems.ok) return { phase: 'failed', failure: systems.failure };
  if (detail !== null && !detail.ok) return { phase: 'failed', failure: detail.failure };
  return { phase: 'ready', systems: systems.value, detail: detail === null ? null : detail.value };
}
