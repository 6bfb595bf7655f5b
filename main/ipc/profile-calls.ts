/** Calls about one stored profile: its details, its token, removing it and having it back. */
import { TokentrayError } from '../errors.ts';
import { setPinned } from '../settings/pinned-profiles.ts';
import { snippetKinds } from '../snippets/snippet.ts';
import type { SnippetKind } from '../snippets/snippet.ts';
import { anyById } from '../storage/maybe-damaged.ts';
import type { CallsOf } from './answer.ts';
import type { CallPorts, Desktop } from './ports.ts';
import type { DraftCall } from './draft-calls.ts';
import type { ManyCall } from './many-calls.ts';
import type { PasteCall } from './paste-calls.ts';
import { claimsJson } from './claims-json.ts';
import { profileDetail } from './profile-detail.ts';
import { profileHistory } from './profile-history.ts';
import { probeReply } from './probe-reply.ts';
import type { Removals } from './removals.ts';
import { inWindowWords } from './window-words.ts';

type StoredProfileCalls = Omit<CallsOf<'profiles'>, ManyCall | DraftCall | PasteCall>;

export function profileCalls(
  ports: CallPorts,
  desktop: Pick<Desktop, 'copy' | 'copyText' | 'openSystemLink'>,
  removals: Removals,
): StoredProfileCalls {
  const { storage, engine, settings, signIns } = ports;
  return {
    'profiles.detail': ({ id }) => profileDetail(ports, id),
    'profiles.history': async (page) => profileHistory(ports, page),
    async 'profiles.reveal'({ id }) {
      // As it is stored; a request is made only where there is nothing to reveal.
      const { accessToken } = (await engine.tokenRecord(id)) ?? (await engine.token(id)).token;
      return { token: accessToken };
    },
    async 'profiles.copyClaims'({ id, part }) {
      await desktop.copyText(await claimsJson(engine, id, part));
      return null;
    },
    'profiles.copy': ({ id, as, confirmed, literal }) =>
      desktop.copy({
        id,
        as: knownKind(as),
        ...(confirmed === undefined ? {} : { confirmed }),
        ...(literal === undefined ? {} : { literal }),
        from: 'window',
      }),
    async 'profiles.refresh'({ id }) {
      await engine.token(id, { force: true });
      return null;
    },
    async 'profiles.makeDefault'({ id }) {
      if (storage.profiles.get(id) === undefined) throw new TokentrayError('config.profile_not_found');
      await settings.set('defaultProfile', id);
      return null;
    },
    async 'profiles.setPinned'({ id, isPinned }) {
      if (storage.profiles.get(id) === undefined) throw new TokentrayError('config.profile_not_found');
      await setPinned(settings, { id, isPinned }, (pinned) => anyById(storage.profiles, pinned) !== undefined);
      return null;
    },
    'profiles.remove': ({ id }) => removals.remove(id),
    async 'profiles.restore'({ id }) {
      await removals.restore(id);
      return null;
    },
    async 'profiles.signOut'({ id }) {
      const { revoked, warning } = await signIns.signOut(id);
      return { isServerTold: revoked, warning: warning === undefined ? null : inWindowWords(warning) };
    },
    async 'profiles.probe'({ id, url }) {
      const result = await ports.probe(id, url?.trim());
      return probeReply(result, storage.profiles.get(id)?.profile);
    },
    async 'profiles.openLink'({ id, link }) {
      const definition = storage.profiles.get(id)?.profile;
      if (definition === undefined) throw new TokentrayError('config.profile_not_found');
      await desktop.openSystemLink(definition, link);
      return null;
    },
  };
}

function knownKind(as: string): SnippetKind {
  const kind = snippetKinds.find((known) => known === as);
  if (kind !== undefined) return kind;
  throw new TokentrayError('internal.bad_request', { data: { detail: 'an unknown form of a token' } });
}
