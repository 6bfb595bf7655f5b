/** Calls of the add and edit form: is it right, does it work, store it. */
import { TokentrayError } from '../errors.ts';
import { anyById } from '../storage/maybe-damaged.ts';
import { identityNote } from '../systems/identity.ts';
import { validateProfile } from '../systems/validate.ts';
import type { CallsOf } from './answer.ts';
import { discoverDraft } from './discover-draft.ts';
import { draftPages } from './draft-pages.ts';
import { draftIssues } from './draft-issues.ts';
import type { Draft } from './draft-issues.ts';
import { typedSecrets } from './draft-secrets.ts';
import { looseProfile } from './loose-draft.ts';
import type { CallPorts, Desktop } from './ports.ts';
import { identityView } from './sign-in-view.ts';
import { inWindowWords } from './window-words.ts';

/** Those that are answered here. */
export type DraftCall = `profiles.${'validate' | 'test' | 'save' | 'discover' | 'openDraftLink'}`;

export function draftCalls(
  ports: Pick<CallPorts, 'storage' | 'enrolment' | 'complete'>,
  desktop: Pick<Desktop, 'openSystemLink'>,
): Pick<CallsOf<'profiles'>, DraftCall> {
  const { storage, enrolment } = ports;
  return {
    'profiles.validate': async (draft) => ({
      issues: await draftIssues(ports, draft),
      pages: draftPages(draft.draft),
    }),

    async 'profiles.openDraftLink'({ draft, link }) {
      await desktop.openSystemLink(looseProfile(draft), link);
      return null;
    },

    'profiles.discover': ({ draft }) => discoverDraft(ports.complete, draft),

    async 'profiles.test'(draft) {
      await assertRight(ports, draft);
      const { id, draft: profile } = draft;
      const secrets = typedSecrets(draft);
      const { expiresAtMs, identity, scope } = await enrolment.test({
        profile,
        ...(secrets === undefined ? {} : { secrets }),
        ...(id === undefined ? {} : { id }),
      });
      const note = identityNote(validateProfile(profile), identity);
      const shownIdentity = identityView(identity ?? {});
      return {
        expiresAtMs,
        identity: Object.keys(shownIdentity).length === 0 ? null : shownIdentity,
        scope: scope ?? null,
        warnings: note === undefined ? [] : [inWindowWords(note)],
      };
    },

    async 'profiles.save'({ untested = false, ...draft }) {
      await assertRight(ports, draft);
      const { id, draft: profile } = draft;
      const secrets = typedSecrets(draft);
      const { name, warnings } =
        id === undefined
          ? await enrolment.add(profile, secrets)
          : await enrolment.edit(nameOf(ports, id), {
              profile,
              ...(secrets === undefined ? {} : { secrets }),
              test: !untested,
              mayRename: true,
            });
      return {
        id: id ?? storage.profiles.find(name)?.id ?? '',
        warnings: warnings.map(inWindowWords).filter((words) => words !== ''),
      };
    },
  };
}

/** Rejects with `config.profile_invalid`, whose issues name the fields of the form. */
async function assertRight(ports: Pick<CallPorts, 'storage'>, draft: Draft): Promise<void> {
  const issues = await draftIssues(ports, draft);
  if (issues.length > 0) throw new TokentrayError('config.profile_invalid', { data: { issues } });
}

function nameOf({ storage: { profiles } }: Pick<CallPorts, 'storage'>, id: string): string {
  const stored = anyById(profiles, id);
  if (stored === undefined) throw new TokentrayError('config.profile_not_found');
  return stored.profile === undefined ? stored.name : stored.profile.name;
}
