/** Texts for `ipc.*`: the agent and its socket. */
import { given } from './phrases.ts';
import type { ErrorTemplates } from './phrases.ts';

export const ipcTexts: ErrorTemplates<'ipc'> = {
  'ipc.agent_running': {
    what: ({ detail }) => `an agent runs already for this data folder${given(': ', detail)}`,
    next: 'Use that one, or end it before you start another',
  },
  'ipc.agent_incompatible': {
    what: ({ detail }) => `the running agent belongs to another version of Tokentray${given(': ', detail)}`,
    next: 'End the agent or the tray application, update, and start it again',
  },
  'ipc.agent_lost': {
    what: 'The agent ended, or stopped answering, before it was done',
    next: 'Try again; without an agent the command line does the work itself',
  },
  'ipc.socket_path_too_long': {
    what: ({ path }) => `the path of the agent's socket is too long for this system${given(': ', path)}`,
    next: 'Name a data folder with a shorter path in TOKENTRAY_HOME',
  },
};
