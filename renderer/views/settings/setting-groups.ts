/** Which settings stand together, under which heading, and which of them a search finds. */
import type { SettingItem } from '../../../preload/replies.ts';
import { settingGroupTitles } from '../../words/setting-words.ts';

type GroupId = keyof typeof settingGroupTitles;

export interface SettingGroup {
  readonly id: GroupId;
  readonly title: string;
  readonly items: readonly SettingItem[];
}

const groupOf: Readonly<Record<string, GroupId>> = {
  refreshEarlySeconds: 'tokens',
  clipboardSeconds: 'tokens',
  productionGuard: 'production',
  productionClipboardSeconds: 'production',
  notifications: 'notifications',
  notifyExpired: 'notifications',
  notifyExpiring: 'notifications',
  notifySignIn: 'notifications',
  notifyRejected: 'notifications',
  notifyRecovered: 'notifications',
  notifyCredentialEnds: 'notifications',
  proxy: 'network',
  caFile: 'network',
  logLevel: 'log',
};

/**
 * In the order of main within each; a setting that is not known here is a general one.
 * @param query leaves those that it finds; the title of a group finds all of it
 */
export function settingGroups(items: readonly SettingItem[], query = ''): readonly SettingGroup[] {
  const found = items.filter((item) => isFound(query, settingGroupTitles[groupIdOf(item)], item.label, item.help));
  return (Object.keys(settingGroupTitles) as GroupId[])
    .map((id) => ({
      id,
      title: settingGroupTitles[id],
      items: found.filter((item) => groupIdOf(item) === id),
    }))
    .filter((group) => group.items.length > 0);
}

function groupIdOf({ key }: SettingItem): GroupId {
  return groupOf[key] ?? 'general';
}

/** The switch that this setting does nothing without; undefined where it stands alone. */
export function ruledBy(key: string): string | undefined {
  return key.startsWith('notify') ? 'notifications' : undefined;
}

/** Whether every word of the query stands in one of these texts. */
export function isFound(query: string, ...texts: readonly string[]): boolean {
  const text = texts.join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
