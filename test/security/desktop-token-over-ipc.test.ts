/** Threat: a page that was taken over reads tokens and secrets from what the main process tells it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../main/errors.ts';
import { appHeader } from '../../main/ipc/app-header.ts';
import { answer } from '../../main/ipc/answer.ts';
import type { Calls } from '../../main/ipc/answer.ts';
import { createCalls } from '../../main/ipc/create-calls.ts';
import { switcherCalls } from '../../main/ipc/switcher-calls.ts';
import type { Desktop } from '../../main/ipc/ports.ts';
import { profileViews } from '../../main/ipc/profile-views.ts';
import { createVaultDoor, TypedPassphrase } from '../../main/ipc/vault-door.ts';
import { createViewFeed } from '../../main/ipc/view-feed.ts';
import { inputs } from '../../preload/contract.ts';
import type { CallName } from '../../preload/contract.ts';
import { CallApplication, draftOf } from '../fixtures/call-application.ts';
import { holds } from '../fixtures/canary-search.ts';
import { plainListView } from '../fixtures/window-states.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = `${part({ alg: 'none' })}.${part({ user_name: 'jane', org: 'acme' })}.token-CANARY-signature`;
const typedSecret = 'secret-CANARY-typed';
const passphrase = 'passphrase-CANARY';
const authenticationUrl = 'https://netfoundry-production.auth0.com/oauth/token';
const importText = JSON.stringify({ clientId: 'id-1', password: typedSecret, authenticationUrl });
const pastedCode = 'code-CANARY-pasted';
const secrets = [pastedCode, token, 'token-CANARY-signature', 'secret-CANARY-1', typedSecret, passphrase];

let application: CallApplication;
let calls: Calls;
let id: string;
/** Everything that crossed to the window. */
let told: unknown[];
beforeEach(async () => {
  application = new CallApplication();
  application.tenant.outcomes = [{ token, lifetimeMs: 749_000, identity: { user: 'jane', org: 'acme' } }];
  told = [];
  const ports = application.ports;
  const desktop: Desktop = {
    isDemo: false,
    platform: 'linux',
    hasTray: () => true,
    isOnline: () => true,
    quickSwitcher: () => null,
    agentElsewhere: () => undefined,
    copy: async () => ({ outcome: 'copied', remainingMs: 1, belowMinimum: false, clearsAtMs: null }),
    openLink: async () => undefined,
    startDemo: async () => undefined,
    chooseFile: async () => null,
    chooseCertificates: async () => null,
    chooseTarget: async () => null,
    openLogs: async () => undefined,
    openSystemLink: async () => undefined,
    openSignIn: async () => undefined,
    copySignInLink: async () => undefined,
    copyText: async () => undefined,
    signInToAll: () => undefined,
    stopSigningIn: () => undefined,
    isSigningInToAll: () => false,
    checkNetwork: () => undefined,
    quit: () => undefined,
  };
  const door = createVaultDoor(ports, new TypedPassphrase(), () => feed.touch());
  const feed = createViewFeed({
    clock: application.clock,
    views: () => profileViews(ports),
    header: () => appHeader({ ports, desktop, door }),
    isVisible: () => true,
    send: (name, payload) => told.push([name, payload]),
  });
  const own = createCalls({ ports, desktop, door, feed });
  const window = { hide: () => undefined, leave: () => undefined, isVisible: () => true };
  const parts = { calls: own, feed, window, open: () => undefined, onCopied: () => undefined };
  calls = {
    ...own,
    ...switcherCalls({ ...parts, onUnseenQuestion: () => undefined, onUnseenFailure: () => undefined }),
  };
  application.engine.onChange(feed.touch);
  application.storage.onChange(feed.touch);
  id = await application.add();
  feed.state();
});

async function openedImport(): Promise<string> {
  const opened = await answer(calls, 'imports.read', { text: importText }, () => undefined);
  told.push(opened);
  return (opened as { value: { id: string } }).value.id;
}

/** Of every call, as the window makes it. */
function inputsOfWindow(importId: string): Readonly<Record<CallName, unknown>> {
  const draft = { id, draft: draftOf('acme'), secrets: { clientSecret: typedSecret } };
  const one = { id };
  return {
    'app.state': undefined,
    'app.startDemo': undefined,
    'app.openLink': { link: 'help' },
    'app.openLogs': undefined,
    'app.quit': undefined,
    'app.setListView': plainListView,
    'app.networkChanged': undefined,
    'profiles.detail': one,
    'profiles.history': one,
    'profiles.reveal': one,
    'profiles.copyClaims': { ...one, part: 'payload' },
    'profiles.copy': { id, as: 'raw' },
    'profiles.refresh': one,
    'profiles.makeDefault': one,
    'profiles.setPinned': { id, isPinned: true },
    'profiles.refreshMany': { ids: [id] },
    'profiles.setTags': { ids: [id], add: ['emea'], remove: [] },
    'profiles.validate': draft,
    'profiles.test': draft,
    'profiles.save': draft,
    'profiles.discover': { draft: draft.draft },
    'profiles.readPasted': { text: JSON.stringify({ clientId: 'id-1', password: typedSecret, authenticationUrl }) },
    'profiles.forgetPasted': { pasted: 'none' },
    'imports.choose': undefined,
    'imports.read': { text: importText },
    'imports.unlock': { id: importId, passphrase },
    'imports.preview': { id: importId, choices: [] },
    'imports.apply': { id: importId, choices: [] },
    'imports.undo': { id: importId },
    'imports.discard': { id: importId },
    'exports.save': { passphrase },
    'profiles.signOut': one,
    'profiles.probe': one,
    'profiles.openLink': { id, link: 'credentials' },
    'profiles.openDraftLink': { draft: draft.draft, link: 'credentials' },
    'signIns.start': one,
    'signIns.open': one,
    'signIns.copyLink': one,
    'signIns.copyCode': one,
    'signIns.openAll': undefined,
    'signIns.stopAll': undefined,
    'signIns.paste': { id, url: `https://app.example.com/?code=${pastedCode}` },
    'signIns.accept': one,
    'signIns.cancel': one,
    'switcher.hide': undefined,
    'switcher.open': { view: 'profile', id },
    'systems.describe': undefined,
    'settings.list': undefined,
    'settings.chooseCaFile': undefined,
    'settings.setAll': { values: { theme: 'light' } },
    'settings.set': { key: 'theme', value: 'dark' },
    'vault.unlock': { passphrase },
    'vault.changeMode': { mode: 'passphrase', passphrase },
    'profiles.remove': one,
    'profiles.restore': one,
    'profiles.removeMany': { ids: [id] },
    'profiles.restoreMany': { ids: [id] },
  };
}

async function ask(name: CallName, input: unknown): Promise<void> {
  told.push([name, await answer(calls, name, input, (id) => application.storage.profiles.get(id)?.profile)]);
  await application.clock.advance(100);
}

function leaks(): readonly string[] {
  return secrets.filter((secret) => holds(JSON.stringify(told), secret));
}

describe('without Reveal', () => {
  it('no call and no event holds a token or a secret', async () => {
    application.engine.start();
    await application.clock.advance(1_000);
    const wanted = inputsOfWindow(await openedImport());
    expect(Object.keys(wanted).toSorted()).toEqual(Object.keys(inputs).toSorted());
    for (const name of Object.keys(wanted) as CallName[]) {
      if (name !== 'profiles.reveal') await ask(name, wanted[name]);
    }
    expect(told.map((message) => (message as [string])[0])).toContain('profiles.changed');
    expect(told.filter((message) => JSON.stringify(message).includes('"ok":false'))).toEqual([]);
    expect(leaks()).toEqual([]);
    await application.engine.stop();
  });

  it('no failure holds a token or a secret', async () => {
    application.tenant.outcomes = [
      new TokentrayError('auth.refused', { data: { status: 401, oauthError: 'invalid_client' } }),
    ];
    application.storage.vaultError = undefined;
    for (const [name, input] of Object.entries(inputsOfWindow('none'))) {
      if (name !== 'profiles.reveal') await ask(name as CallName, input);
    }
    expect(JSON.stringify(told)).toContain('"ok":false');
    expect(leaks()).toEqual([]);
  });
});

describe('Reveal', () => {
  it('hands over the one token that was asked for, and nothing else tells it', async () => {
    await ask('profiles.reveal', { id });
    expect(told.filter((message) => holds(JSON.stringify(message), token))).toHaveLength(1);
    expect(leaks()).not.toContain('secret-CANARY-1');
  });
});
