/** The fixture application in the preview host, and snippets of code that run in its main process. */
import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { prepareFolders } from '../../e2e/desktop/app-process.ts';
import { createPreviewPages } from '../../e2e/desktop/preview-pages.ts';
import { startPreview } from '../../e2e/desktop/preview-process.ts';
import type { PreviewProcess } from '../../e2e/desktop/preview-process.ts';

type Outcome = { readonly value: unknown } | { readonly failure: string };

export interface FixtureApp {
  readonly order: PreviewProcess['order'];
  readonly ended: Promise<number | null>;
  /**
   * Runs the body of an async function in the main process; it sees `electron`, `kept` for what later snippets want, and
   * `openWindow(options)`. Rejects with the message of what it throws.
   */
  inMain(source: string): Promise<unknown>;
  /** What the snippet that ran before ready came to. */
  readonly early: Promise<Outcome>;
  /** Page of the latest window. */
  page(): Promise<Page>;
  output(): string;
  close(): Promise<void>;
}

export interface FixtureOptions {
  readonly words?: readonly string[];
  /** Source of what runs while the entry module is evaluated. */
  readonly early?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** On the display of the environment. */
  readonly isShown?: boolean;
}

const fixtureFolder = resolve('test/fixtures/preview-app');

export async function startFixtureApp(options: FixtureOptions = {}): Promise<FixtureApp> {
  const { words = [], early, environment: own = {}, isShown = false } = options;
  const { environment } = prepareFolders({
    environment: { ...(early === undefined ? {} : { PREVIEW_APP_EARLY: early }), ...own },
  });
  const preview = await startPreview([...words, `--app=${fixtureFolder}`], environment, { isShown });
  const pages = createPreviewPages(() => preview.order('endpoint', null));
  const waiting = new Map<unknown, (outcome: Outcome) => void>();
  const earlyOutcome = Promise.withResolvers<Outcome>();
  waiting.set('early', earlyOutcome.resolve);
  preview.onMessage((message) => {
    const { evaluation, ...outcome } = message as { evaluation: unknown } & Outcome;
    waiting.get(evaluation)?.(outcome);
    waiting.delete(evaluation);
  });
  let lastEvaluation = 0;

  return {
    order: preview.order,
    ended: preview.ended,
    output: preview.output,
    early: earlyOutcome.promise,
    async inMain(source) {
      const evaluation = ++lastEvaluation;
      const outcome = await new Promise<Outcome>((resolve) => {
        waiting.set(evaluation, resolve);
        preview.send({ evaluation, source });
      });
      if ('failure' in outcome) throw new Error(outcome.failure);
      return outcome.value;
    },
    async page() {
      const last = (await preview.order('windows', null)).at(-1);
      if (last === undefined) throw new Error('There is no window');
      return pages.find(last.targetId);
    },
    async close() {
      await pages.close();
      await preview.kill();
    },
  };
}
