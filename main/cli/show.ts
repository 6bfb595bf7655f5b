/** `tokentray show`: everything that is known about one profile, except its secrets and its token. */
import { Command } from 'commander';
import type { Profile, StoredProfile } from '../profiles/profile.ts';
import { postmanFields, postmanOAuth } from '../snippets/postman-oauth.ts';
import type { ProfileStatus } from '../tokens/status.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption, nameArgument } from './options.ts';
import { printable, printableJson } from './printable.ts';
import type { Session } from './session.ts';
import { lifeWords, noteWords, statusOfAll } from './status.ts';
import type { StatusInWords } from './status.ts';
import { statusJson } from './status-json.ts';
import { stateWords, toneOf } from './status-words.ts';
import { paint } from './style.ts';
import { fieldLines } from './table.ts';
import { whenWords } from './times.ts';

export function showCommand(session: Session): Command {
  const command = new Command('show')
    .addArgument(nameArgument())
    .addOption(jsonOption())
    .action((name: string, { json = false }: { json?: boolean }) => show(session, name, json));
  return withManual(command, {
    summary: 'show a profile and its state, without secrets',
    description:
      'Shows what a profile says and how its token is doing. Secrets and the token are never shown, only whether secrets ' +
      'are stored and the one host that they may be sent to.',
    examples: [
      ['tokentray show acme-prod', 'One profile'],
      ['tokentray show acme-prod --json | jq .profile.clientId', 'One of its fields'],
    ],
    exitCodes: [3],
    environment: [variables.home],
  });
}

async function show(session: Session, name: string, json: boolean): Promise<void> {
  const services = await session.services();
  const stored = services.profile(name);
  const origin = services.storage.profiles.secretsOrigin(stored.id);
  const found = (await statusOfAll(session)).find(({ status }) => status.id === stored.id);
  const nowMs = session.clock.now();
  session.io.out.write(
    json
      ? `${printableJson({
          profile: stored.profile,
          secrets: { stored: origin !== undefined, boundTo: origin ?? null },
          status: found === undefined ? null : statusJson(found.status, found.words, nowMs),
          postmanOAuth: postmanOAuth(stored.profile) ?? null,
        })}\n`
      : `${linesOf(stored, origin, found, nowMs, session).join('\n')}\n`,
  );
}

function linesOf(
  { profile }: StoredProfile,
  origin: string | undefined,
  found: StatusInWords | undefined,
  nowMs: number,
  { io: { out } }: Session,
): readonly string[] {
  const secrets = origin === undefined ? 'none stored' : `stored, only for ${printable(origin)}`;
  return [
    paint(out, 'strong', profile.name),
    ...fieldLines([...profileFields(profile), ['secrets', secrets]]),
    '',
    ...(found === undefined ? [] : stateLines(found, nowMs, out)),
    ...postmanLines(profile, out),
  ];
}

function postmanLines(profile: Profile, out: Session['io']['out']): readonly string[] {
  const oauth = postmanOAuth(profile);
  if (oauth === undefined) return [];
  const fields = postmanFields(oauth).map(([label, value]) => [label, printable(value)] as const);
  return ['', paint(out, 'strong', "Postman's tab Authorization, OAuth 2.0"), ...fieldLines(fields)];
}

function stateLines({ status, words }: StatusInWords, nowMs: number, out: Session['io']['out']): readonly string[] {
  const { nextRefreshAtMs, obtainedAtMs } = status;
  const note = noteWords(status);
  return [
    ...fieldLines([
      ['state', paint(out, toneOf(status), stateWords(status))],
      ['left', lifeWords(status, nowMs)],
      ['token for', printable(identityWords(status))],
      ['obtained', obtainedAtMs === null ? '-' : whenWords(obtainedAtMs, nowMs)],
      ['next refresh', nextRefreshAtMs === null ? 'none planned' : whenWords(nextRefreshAtMs, nowMs)],
      ['default', status.isDefault ? 'yes' : 'no'],
    ]),
    ...(words === undefined ? [] : ['', words.what, words.next]),
    ...(note === undefined ? [] : ['', note]),
  ];
}

/** `jane.admin, org acme, pod se01-useast1`. */
function identityWords({ identity }: ProfileStatus): string {
  if (identity === undefined) return '-';
  const { user, org, pod } = identity;
  const parts = [user, org === undefined ? undefined : `org ${org}`, pod === undefined ? undefined : `pod ${pod}`];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** Dotted paths as in the profile file. */
function profileFields(profile: Profile): readonly (readonly [string, string])[] {
  const { name: _name, version: _version, ...rest } = profile;
  return flatten(rest, '');
}

function flatten(value: object, prefix: string): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    const path = `${prefix}${printable(key)}`;
    if (member === null || typeof member !== 'object') return [[path, printable(String(member))] as const];
    if (Array.isArray(member)) return [[path, member.map((item) => printable(String(item))).join(', ')] as const];
    return flatten(member, `${path}.`);
  });
}
