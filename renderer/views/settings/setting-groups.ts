/** Which settings stand together, and under which heading. */
import type { SettingItem } from '../../../preload/replies.ts';

export interface SettingGroup {
  readonly title: string;
  readonly items: readonly SettingItem[];
}

const titles: Readonly<Record<string, string>> = { proxy: 'Network', caFile: 'Network' };
const general = 'General';

/** In the order of main within each; a setting that is not known here is a general one. */
export function settingGroups(items: readonly SettingItem[]): readonly SettingGroup[] {
  return [general, 'Network']
    .map((title) => ({ title, items: items.filter(({ key }) => (titles[key] ?? general) === title) }))
    .filter((group) => group.items.length > 0);
}
