/** Calls about the application as a whole, and what it knows of tenant systems. */
import { describeSystems } from '../systems/registry.ts';
import type { CallsOf } from './answer.ts';
import { keepListView } from './list-view.ts';
import type { CallPorts, Desktop } from './ports.ts';
import type { ViewFeed } from './view-feed.ts';

export function appCalls(
  desktop: Pick<Desktop, 'openLink' | 'startDemo' | 'openLogs' | 'checkNetwork' | 'quit'>,
  feed: Pick<ViewFeed, 'state'>,
  settings: Pick<CallPorts['settings'], 'set'>,
): CallsOf<'app'> & CallsOf<'systems'> {
  return {
    'app.state': () => feed.state(),
    async 'app.startDemo'() {
      await desktop.startDemo();
      return null;
    },
    async 'app.openLink'({ link }) {
      await desktop.openLink(link);
      return null;
    },
    'app.networkChanged'() {
      desktop.checkNetwork();
      return null;
    },
    async 'app.openLogs'() {
      await desktop.openLogs();
      return null;
    },
    'app.quit'() {
      desktop.quit();
      return null;
    },
    async 'app.setListView'(view) {
      await keepListView(settings, view);
      return null;
    },
    'systems.describe': () => describeSystems(),
  };
}
