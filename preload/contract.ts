/** Everything that crosses from the window to the main process and back: each call with the shape of its input, and each event. */
import * as v from 'valibot';
import type { Issue } from '../main/errors.ts';
import type { Happening } from '../main/storage/history-records.ts';
import type { SystemDescription } from '../main/systems/registry.ts';
import type { SystemLink } from '../main/systems/system.ts';
import type { ExportReply, ImportReply, ImportView, PastedReply } from './import-views.ts';
import { listViewShape } from './list-view.ts';
import type {
  CopyReply,
  Destination,
  DiscoverReply,
  DraftPage,
  ManyReply,
  ProbeReply,
  RemoveManyReply,
  SettingsView,
  TestReply,
  Toast,
} from './replies.ts';
import type { AppHeader, AppState, Failure, HistoryPage, ProfileDetail, ProfilesChange } from './views.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

const words = v.pipe(v.string(), v.maxLength(65_536));

const address = v.pipe(v.string(), v.maxLength(16_384));

/** Main refuses what is larger than 8 MiB, in words. */
const documentText = v.pipe(v.string(), v.maxLength(16_777_216));

const oneProfile = v.strictObject({ id });

const ids = v.pipe(v.array(id), v.minLength(1), v.maxLength(20_000));

const severalProfiles = v.strictObject({ ids });

const tags = v.pipe(v.array(v.pipe(v.string(), v.maxLength(256))), v.maxLength(64));

const systemLink = v.picklist([
  'credentials',
  'clients',
  'sign-out',
  'session',
  'documentation',
] satisfies SystemLink['id'][]);

const happening = v.picklist([
  'obtained',
  'refreshed',
  'failed',
  'signed-in',
  'signed-out',
  'copied',
  'given',
] satisfies Happening[]);

/** What is still being typed: any JSON object; `profiles.validate` says what is wrong with it. */
const draft = v.record(v.string(), v.unknown());

const secrets = v.strictObject({
  clientSecret: v.optional(words),
  /** As text where what was entered is no JSON object: main says what it is instead. */
  privateKeyJwk: v.optional(v.union([v.record(v.string(), v.unknown()), words])),
  apiKey: v.optional(words),
  apiSecret: v.optional(words),
  refreshToken: v.optional(words),
});

const draftEntries = {
  /** Of the profile that is edited; absent for a new one. */
  id: v.optional(id),
  draft,
  /** Those that were typed now; absent ones stay as they are stored. */
  secrets: v.optional(secrets),
  /** Of `profiles.readPasted`: the secrets that came with what was pasted count as typed. */
  pasted: v.optional(id),
};

/** What is to become of each profile of an import, by its place in the document. */
const importChoices = v.pipe(
  v.array(
    v.strictObject({
      index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      action: v.picklist(['add', 'replace', 'skip']),
      name: v.optional(v.pipe(v.string(), v.maxLength(256))),
      /** What was typed, by the dotted path of its field. */
      values: v.optional(v.record(v.pipe(v.string(), v.maxLength(64)), v.pipe(v.string(), v.maxLength(4_096)))),
    }),
  ),
  v.maxLength(10_000),
);

/** The shape of each call's one argument. Main checks it; what does not fit is answered with `internal.bad_request`. */
export const inputs = {
  'app.state': v.undefined(),
  'app.startDemo': v.undefined(),
  'app.openLink': v.strictObject({ link: v.picklist(['help', 'releases', 'security']) }),
  'app.openLogs': v.undefined(),
  'app.quit': v.undefined(),
  /** How the list is shown from now on, also after the next start. */
  'app.setListView': listViewShape,
  /** Said by the preload script alone: the browser sees first that a network came or went. */
  'app.networkChanged': v.undefined(),
  'profiles.detail': oneProfile,
  /** What happened to a profile, newest first; `before`: only what is older than the item with this id; `what`: default all. */
  'profiles.history': v.strictObject({
    id,
    before: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
    what: v.optional(v.pipe(v.array(happening), v.maxLength(64))),
  }),
  'profiles.reveal': oneProfile,
  /** The header or the payload of the stored token, as JSON: what it says of itself, without its signature. */
  'profiles.copyClaims': v.strictObject({ id, part: v.picklist(['header', 'payload']) }),
  'profiles.copy': v.strictObject({
    id,
    as: v.pipe(v.string(), v.maxLength(32)),
    /** True after the person was told that the token is somebody else's and wants it all the same. */
    confirmed: v.optional(v.boolean()),
    /** True puts the token itself into a snippet, in place of the command that fetches it. */
    literal: v.optional(v.boolean()),
  }),
  'profiles.refresh': oneProfile,
  'profiles.makeDefault': oneProfile,
  'profiles.remove': oneProfile,
  'profiles.restore': oneProfile,
  'profiles.setPinned': v.strictObject({ id, isPinned: v.boolean() }),
  /** A new token for each, few at a time at one host; answers when the last has come. */
  'profiles.refreshMany': severalProfiles,
  'profiles.removeMany': severalProfiles,
  /** Undoes a removal of several. */
  'profiles.restoreMany': severalProfiles,
  'profiles.setTags': v.strictObject({ ids, add: tags, remove: tags }),
  'profiles.validate': v.strictObject(draftEntries),
  'profiles.test': v.strictObject(draftEntries),
  'profiles.save': v.strictObject({
    ...draftEntries,
    /** True stores an edit without trying it; otherwise what would change the token request is tried with a real one first. */
    untested: v.optional(v.boolean()),
  }),
  /** Fills what the server says of itself into a draft, and stores nothing. */
  'profiles.discover': v.strictObject({ draft }),
  /** A document of a vendor's, another tool's or Tokentray's that can fill a form; null: it is none that is known. */
  'profiles.readPasted': v.strictObject({ text: documentText }),
  /** The secrets that came with it are wanted no more. */
  'profiles.forgetPasted': v.strictObject({ pasted: id }),
  'profiles.signOut': oneProfile,
  /** Tries the token with a cheap read request, or checks this address with it. */
  'profiles.probe': v.strictObject({ id, url: v.optional(address) }),
  'profiles.openLink': v.strictObject({ id, link: systemLink }),
  /** The same for a profile that is still being typed. */
  'profiles.openDraftLink': v.strictObject({ draft, link: systemLink }),
  /** Begins a sign-in, or goes on with the one that is under way. Opens no browser. */
  'signIns.start': oneProfile,
  /** The same, and opens its page in the browser: only for a button that says so. */
  'signIns.open': oneProfile,
  /** The same, and puts the address of its page on the clipboard, for another browser. */
  'signIns.copyLink': oneProfile,
  /** The code of a device sign-in. */
  'signIns.copyCode': oneProfile,
  /** Every profile that needs it (of those named), one after another: the next page opens when the one before has ended. */
  'signIns.openAll': v.optional(v.strictObject({ ids: v.optional(ids) })),
  'signIns.stopAll': v.undefined(),
  /** The address that the browser was sent to, from its address bar. */
  'signIns.paste': v.strictObject({ id, url: address }),
  /** Takes the session of another user than the profile expects. */
  'signIns.accept': oneProfile,
  'signIns.cancel': oneProfile,
  /** Said by the quick switcher's own window alone: it goes, and the focus with it back to where it was. */
  'switcher.hide': v.undefined(),
  /** The same, and the main window opens there. */
  'switcher.open': v.variant('view', [
    v.strictObject({ view: v.picklist(['list', 'add']) }),
    v.strictObject({ view: v.literal('profile'), id }),
  ]),
  'systems.describe': v.undefined(),
  'settings.list': v.undefined(),
  'settings.set': v.strictObject({
    key: v.pipe(v.string(), v.maxLength(64)),
    /** Null goes back to the default. */
    value: v.nullable(v.pipe(v.string(), v.maxLength(4_096))),
  }),
  /** Asks for the file with certificates in a dialog of the system, and trusts it. */
  'settings.chooseCaFile': v.undefined(),
  /** Several at once, as a reset and its undo do; nothing is changed when one of the values cannot be. */
  'settings.setAll': v.strictObject({
    values: v.record(v.pipe(v.string(), v.maxLength(64)), v.nullable(v.pipe(v.string(), v.maxLength(4_096)))),
  }),
  /** Asks for a file, in a dialog of the system; null: the person chose none. */
  'imports.choose': v.undefined(),
  'imports.read': v.strictObject({
    text: documentText,
    fileName: v.optional(v.pipe(v.string(), v.maxLength(255))),
  }),
  /** Opens an encrypted export; the import goes on under the same id. */
  'imports.unlock': v.strictObject({ id, passphrase: words }),
  /** What would come of these choices. Stores nothing. */
  'imports.preview': v.strictObject({ id, choices: importChoices }),
  /** All that is not skipped, or nothing; the import is over then. */
  'imports.apply': v.strictObject({ id, choices: importChoices }),
  /** Takes back what was applied. */
  'imports.undo': v.strictObject({ id }),
  'imports.discard': v.strictObject({ id }),
  /** Into a file that is asked for in a dialog of the system; `passphrase`: with the secrets, encrypted. */
  'exports.save': v.strictObject({ ids: v.optional(ids), passphrase: v.optional(words) }),
  'vault.unlock': v.strictObject({ passphrase: v.optional(words) }),
  'vault.changeMode': v.strictObject({
    mode: v.picklist(['os', 'passphrase', 'memory']),
    passphrase: v.optional(words),
  }),
} as const;

export type CallName = keyof typeof inputs;

export type CallInput<Name extends CallName> = v.InferOutput<(typeof inputs)[Name]>;

/** What each call answers when it succeeds. Instants are wall-clock milliseconds. */
export interface CallOutputs {
  'app.state': AppState;
  'app.startDemo': null;
  'app.openLink': null;
  /** Shows the folder of the log in the system's file manager. */
  'app.openLogs': null;
  'app.quit': null;
  'app.setListView': null;
  'app.networkChanged': null;
  'profiles.detail': ProfileDetail;
  'profiles.history': HistoryPage;
  /** The one call that hands a token over; the person holds a button meanwhile. */
  'profiles.reveal': { readonly token: string };
  'profiles.copyClaims': null;
  'profiles.copy': CopyReply;
  'profiles.refresh': null;
  'profiles.makeDefault': null;
  /**
   * `isSignedOut`: the server was told that the session is over, and an undo does not bring it back. `warning`: why it
   * could not be told, as a sentence.
   */
  'profiles.remove': { readonly undoUntilMs: number; readonly isSignedOut: boolean; readonly warning: string | null };
  'profiles.restore': null;
  'profiles.setPinned': null;
  'profiles.refreshMany': ManyReply;
  'profiles.removeMany': RemoveManyReply;
  'profiles.restoreMany': ManyReply;
  'profiles.setTags': ManyReply;
  /** No issues: it could be saved. Their paths are those of the profile file, or `secrets.<kind>`. */
  'profiles.validate': { readonly issues: readonly Issue[]; readonly pages: readonly DraftPage[] };
  'profiles.test': TestReply;
  'profiles.save': { readonly id: string; readonly warnings: readonly string[] };
  'profiles.discover': DiscoverReply;
  'profiles.readPasted': PastedReply | null;
  'profiles.forgetPasted': null;
  /** `warning`: why the server could not be told, as a sentence. */
  'profiles.signOut': { readonly isServerTold: boolean; readonly warning: string | null };
  'profiles.probe': ProbeReply;
  'profiles.openLink': null;
  'profiles.openDraftLink': null;
  'signIns.start': null;
  'signIns.open': null;
  'signIns.copyLink': null;
  'signIns.copyCode': null;
  'signIns.openAll': null;
  'signIns.stopAll': null;
  'signIns.paste': null;
  'signIns.accept': null;
  'signIns.cancel': null;
  'switcher.hide': null;
  'switcher.open': null;
  'systems.describe': readonly SystemDescription[];
  'settings.list': SettingsView;
  'settings.set': SettingsView;
  'settings.chooseCaFile': SettingsView;
  'settings.setAll': SettingsView;
  'imports.choose': ImportView | null;
  'imports.read': ImportView;
  'imports.unlock': ImportView;
  'imports.preview': ImportView;
  'imports.apply': ImportReply;
  /** Names of those that were changed since, and stay. */
  'imports.undo': { readonly kept: readonly string[] };
  'imports.discard': null;
  'exports.save': ExportReply;
  'vault.unlock': null;
  'vault.changeMode': null;
}

/** Events from main, each with its one payload. */
export interface Events {
  'app.changed': AppHeader;
  'profiles.changed': ProfilesChange;
  /** Something was added to the history of these profiles; a page that shows one asks for it anew. */
  'profiles.historyGrew': { readonly ids: readonly string[] };
  'app.navigate': Destination;
  'app.toast': Toast;
}

export type EventName = keyof Events;

export const eventNames = [
  'app.changed',
  'profiles.changed',
  'profiles.historyGrew',
  'app.navigate',
  'app.toast',
] as const satisfies readonly EventName[];

export type CallResult<Name extends CallName> =
  | { readonly ok: true; readonly value: CallOutputs[Name] }
  | { readonly ok: false; readonly failure: Failure };

/** What the preload exposes as `window.tokentray`. */
export interface Bridge {
  /** Never rejects. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallResult<Name>>;
  /** Returns the function that ends the listening. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void;
}

/** The one channel of all calls, and the prefix of the events' channels. */
export const callChannel = 'tokentray:call';

export const eventChannel = (name: EventName): string => `tokentray:event:${name}`;
