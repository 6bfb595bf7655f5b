/** Which program this is, where its data are, where to find help, and the way to end it. */
import type { CallInput } from '../../../preload/contract.ts';
import { BrandMark } from '../../components/brand-mark.tsx';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../state/app-context.ts';
import { useHeader } from '../../state/use-store.ts';
import { aboutWords, openLogsLabel, versionWords } from '../../words/about-words.ts';
import { sheetTitle } from '../../words/sheet-words.ts';

const links = ['help', 'releases', 'security'] as const satisfies readonly CallInput<'app.openLink'>['link'][];

export function AboutSection({ dataFolder }: { readonly dataFolder: string }) {
  const { api, toasts, overlay } = useApp();
  const { version, isDemo } = useHeader();

  async function open(link: CallInput<'app.openLink'>['link']): Promise<void> {
    const result = await api.call('app.openLink', { link });
    if (!result.ok) toasts.show({ kind: 'failed', text: result.failure.what, detail: result.failure.next });
  }

  return (
    <div className="about">
      <div className="about-head">
        <BrandMark size={40} />
        <div>
          <p className="about-name">{isDemo ? aboutWords.demo : aboutWords.name}</p>
          <p className="field-help">{versionWords(version)}</p>
        </div>
      </div>
      <div className="about-links">
        {links.map((link) => (
          <Button key={link} size="small" icon="link" onClick={() => void open(link)}>
            {aboutWords[link]}
          </Button>
        ))}
        <Button size="small" icon="info" onClick={() => overlay.update(() => 'shortcuts')}>
          {sheetTitle}
        </Button>
      </div>
      <div>
        <p className="field-label">{aboutWords.dataFolder}</p>
        <p className="about-folder">
          <code>{dataFolder}</code>
        </p>
        <p className="field-help">{aboutWords.dataFolderText}</p>
        <div className="about-logs">
          <Button size="small" icon="link" onClick={() => void api.call('app.openLogs', undefined)}>
            {openLogsLabel}
          </Button>
        </div>
      </div>
      <div>
        <Button kind="danger" icon="quit" onClick={() => void api.call('app.quit', undefined)}>
          {aboutWords.quit}
        </Button>
        <p className="field-help about-quit">{aboutWords.quitText}</p>
      </div>
    </div>
  );
}
