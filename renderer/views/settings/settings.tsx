/** The page of everything that can be set for the whole application. */
import './settings.css';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { SettingsView } from '../../../preload/replies.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Page } from '../../components/page.tsx';
import {
  defaultProfileWords,
  nothingFound,
  resetAllWords,
  settingGroupTitles,
  settingWords,
} from '../../words/setting-words.ts';
import { AboutSection } from './about-section.tsx';
import { DefaultProfileField } from './default-profile-field.tsx';
import { ResetSection } from './reset-section.tsx';
import { SettingField } from './setting-field.tsx';
import { isFound, ruledBy, settingGroups } from './setting-groups.ts';
import type { SettingGroup } from './setting-groups.ts';
import { SettingsSearch } from './settings-search.tsx';
import { useSettings } from './use-settings.ts';
import type { SettingsState } from './use-settings.ts';
import type { SettingStore } from './use-setting.ts';
import { VaultSection } from './vault-section.tsx';

export function Settings() {
  const settings = useSettings();
  const { view, failure, load } = settings;
  return (
    <Page title={settingWords.title}>
      {failure === null ? null : (
        <Callout
          tone="bad"
          role="alert"
          title={failure.what}
          text={failure.next}
          actions={
            <Button icon="refresh" onClick={() => void load()}>
              {settingWords.tryAgain}
            </Button>
          }
        />
      )}
      {view === null ? null : <Sections view={view} settings={settings} />}
    </Page>
  );
}

interface SectionsProps {
  readonly view: SettingsView;
  readonly settings: SettingsState;
}

function Sections({ view, settings }: SectionsProps) {
  const [query, setQuery] = useState('');
  const groups = settingGroups(view.items, query.trim());
  const finds = (...texts: readonly string[]) => isFound(query.trim(), ...texts);
  const findsVault = finds(settingWords.vaultTitle);
  const findsReset = finds(settingWords.resetTitle, resetAllWords.label);
  const findsAbout = finds(settingWords.aboutTitle);
  const findsDefault = finds(settingGroupTitles.general, defaultProfileWords.label, defaultProfileWords.help);
  const isEmpty = groups.length === 0 && !findsVault && !findsReset && !findsAbout && !findsDefault;
  return (
    <div className="settings">
      <SettingsSearch query={query} onQueryChange={setQuery} />
      <p className="field-help settings-none" role="status">
        {isEmpty ? nothingFound(query.trim()) : null}
      </p>
      {findsDefault && groups[0]?.id !== 'general' ? (
        <Section title={settingGroupTitles.general}>
          <DefaultProfileField />
        </Section>
      ) : null}
      {groups.map((group) => (
        <Section key={group.id} title={group.title}>
          {group.id === 'general' && findsDefault ? <DefaultProfileField /> : null}
          <GroupFields group={group} view={view} store={settings} />
        </Section>
      ))}
      {findsVault ? (
        <Section title={settingWords.vaultTitle}>
          <VaultSection mode={view.vaultMode} onChanged={() => void settings.load()} />
        </Section>
      ) : null}
      {findsReset ? (
        <Section title={settingWords.resetTitle}>
          <ResetSection items={view.items} onSetAll={settings.setAll} />
        </Section>
      ) : null}
      {findsAbout ? (
        <Section title={settingWords.aboutTitle}>
          <AboutSection dataFolder={view.dataFolder} />
        </Section>
      ) : null}
    </div>
  );
}

interface GroupFieldsProps {
  readonly group: SettingGroup;
  readonly view: SettingsView;
  readonly store: SettingStore;
}

function GroupFields({ group, view, store }: GroupFieldsProps) {
  return group.items.map((item) => {
    const ruler = view.items.find(({ key }) => key === ruledBy(item.key));
    return (
      <SettingField
        key={item.key}
        item={item}
        store={store}
        isSub={ruler !== undefined}
        isIdle={ruler?.value === 'off'}
      />
    );
  });
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="settings-section" aria-labelledby={id}>
      <h2 className="settings-title" id={id}>
        {title}
      </h2>
      <div className="settings-card">{children}</div>
    </section>
  );
}
