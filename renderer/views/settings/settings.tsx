/** The page of everything that can be set for the whole application. */
import './settings.css';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Page } from '../../components/page.tsx';
import { AboutSection } from './about-section.tsx';
import { SettingField } from './setting-field.tsx';
import { settingGroups } from './setting-groups.ts';
import { useSettings } from './use-settings.ts';
import { VaultSection } from './vault-section.tsx';

export function Settings() {
  const { view, failure, load, set } = useSettings();
  return (
    <Page title="Settings">
      {failure === null ? null : (
        <Callout
          tone="bad"
          role="alert"
          title={failure.what}
          text={failure.next}
          actions={
            <Button icon="refresh" onClick={() => void load()}>
              Try again
            </Button>
          }
        />
      )}
      {view === null ? null : (
        <div className="settings">
          {settingGroups(view.items).map(({ title, items }) => (
            <Section key={title} title={title}>
              {items.map((item) => (
                <SettingField key={item.key} item={item} onSet={set} />
              ))}
            </Section>
          ))}
          <Section title="How secrets are kept">
            <VaultSection mode={view.vaultMode} onChanged={() => void load()} />
          </Section>
          <Section title="About">
            <AboutSection dataFolder={view.dataFolder} />
          </Section>
        </div>
      )}
    </Page>
  );
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
