/** Remembers across restarts which ends of credentials were announced. */
import type { Settings } from '../settings/settings.ts';
import type { AnnouncedEnds } from './credential-ends.ts';

export interface EndsMemory {
  read(): AnnouncedEnds;
  /** Never rejects: what cannot be stored is remembered until the application quits. */
  keep(announced: AnnouncedEnds): void;
}

export function createEndsMemory(settings: Pick<Settings, 'get' | 'set'>): EndsMemory {
  let unstored: AnnouncedEnds = {};

  async function store(announced: AnnouncedEnds): Promise<void> {
    try {
      await settings.set('announcedEnds', JSON.stringify(announced));
      if (unstored === announced) unstored = {};
    } catch {
      // Another end is announced at another time, and both are stored then.
    }
  }

  return {
    read: () => ({ ...parsed(settings.get('announcedEnds')), ...unstored }),
    keep(announced) {
      unstored = announced;
      void store(announced);
    },
  };
}

/** Nothing where another version wrote what this one does not understand. */
function parsed(text: string | undefined): AnnouncedEnds {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => isDated(entry[1])));
  } catch {
    return {};
  }
}

function isDated(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2} \d+$/.test(value);
}
