/** How the window's list is grouped, sorted and filtered, kept as one hidden setting. */
import * as v from 'valibot';
import { listViewShape } from '../../preload/list-view.ts';
import type { ListView } from '../../preload/list-view.ts';
import type { Settings } from '../settings/settings.ts';

const plainView: ListView = {
  group: 'none',
  sort: 'name',
  systems: [],
  environments: [],
  tags: [],
  conditions: [],
  showsTimeline: true,
};

/** What another version wrote may be of another shape: the list then looks as it did at first. */
export function listView(settings: Pick<Settings, 'get'>): ListView {
  const read = v.safeParse(listViewShape, parsed(settings.get('listView')));
  return read.success ? read.output : plainView;
}

/** Rejects with `storage.*`. */
export async function keepListView(settings: Pick<Settings, 'set'>, view: ListView): Promise<void> {
  await settings.set('listView', JSON.stringify(view));
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
