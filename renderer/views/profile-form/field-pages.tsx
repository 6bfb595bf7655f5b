/** Pages on which what a field asks for is made or shown, one click away as soon as the tenant is known. */
import { Button } from '../../components/button.tsx';
import { useApp } from '../../state/app-context.ts';
import { pageAt, pageWaits } from '../../words/form-words.ts';
import type { FormParts } from './form-parts.ts';
import type { FieldDescription } from './form-types.ts';

export interface FieldPagesProps extends Pick<FormParts, 'form' | 'state'> {
  readonly pages: NonNullable<FieldDescription['pages']>;
  /** True leaves out those that are not known yet, in place of showing that they wait. */
  readonly onlyKnown?: boolean;
}

export function FieldPages({ form, state, pages, onlyKnown = false }: FieldPagesProps) {
  const { toasts } = useApp();
  const hostOf = (link: string): string | undefined => state.pages.find((page) => page.link === link)?.host;
  const shown = onlyKnown ? pages.filter(({ link }) => hostOf(link) !== undefined) : pages;
  if (shown.length === 0) return null;

  async function open(link: (typeof pages)[number]['link']): Promise<void> {
    const failure = await form.openPage(link);
    if (failure !== null) toasts.show({ kind: 'failed', text: failure.what, detail: failure.next });
  }

  return (
    <div className="field-pages">
      {shown.map(({ link, label }) => {
        const host = hostOf(link);
        return (
          <Button
            key={link}
            kind="quiet"
            size="small"
            icon="link"
            disabled={host === undefined}
            title={host === undefined ? pageWaits : pageAt(host)}
            onClick={() => void open(link)}
          >
            {label}
          </Button>
        );
      })}
    </div>
  );
}
