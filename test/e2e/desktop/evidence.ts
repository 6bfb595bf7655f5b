/** What an application under test wrote, printed, showed and told, kept until it is searched for secrets. */
import { filesHolding, holds } from '../../fixtures/canary-search.ts';
import type { AppUnderTest } from './app-under-test.ts';

export interface Evidence {
  keep(place: string, text: string): void;
  /** Keeps what a running application shows, and what it has told its windows so far. */
  look(app: AppUnderTest): Promise<void>;
  /** Every place that holds one of the secrets: names given to `keep`, and paths of files. */
  search(secrets: readonly string[]): readonly string[];
}

/** @param folder holds everything that may have been written */
export function createEvidence(folder: string): Evidence {
  const texts = new Map<string, string>();
  const keep = (place: string, text: string) => void texts.set(place, `${texts.get(place) ?? ''}\n${text}`);
  return {
    keep,
    async look(app) {
      const { tray } = app;
      if (await app.hasWindow()) keep('window', await (await app.window()).evaluate(shownText));
      if (await tray.isShown()) keep('tray', `${await tray.tooltip()} ${JSON.stringify(await tray.menu())}`);
      for (const { title, body } of await app.notifications()) keep('notifications', `${title} ${body}`);
      keep('messages to the window', (await app.told()).join('\n'));
    },
    search(secrets) {
      const found = [...texts].filter(([, text]) => secrets.some((secret) => holds(text, secret)));
      return [...found.map(([place]) => place), ...filesHolding(folder, secrets)];
    },
  };
}

/** Everything that a screenshot could show, and what stands in fields that it would show as dots. */
const shownText = `document.documentElement.outerHTML +
  [...document.querySelectorAll('input, textarea')].map(({ value }) => value).join('\\n')`;
