import { expect, it } from 'vitest';
import { visibleSettings } from '../../../../main/settings/setting-keys.ts';
import { settingGroups } from '../../../../renderer/views/settings/setting-groups.ts';

const item = (key: string) => ({ key, label: key, help: '', kind: 'text', value: '', isDefault: true }) as const;

it('shows every setting there is once', () => {
  const keys = Object.keys(visibleSettings);
  const shown = settingGroups(keys.map(item)).flatMap(({ items }) => items.map(({ key }) => key));
  expect(shown.toSorted()).toEqual(keys.toSorted());
});

it('shows a setting that it does not know', () => {
  expect(settingGroups([item('new')])).toMatchObject([{ title: 'General', items: [item('new')] }]);
});
