/** `tokentray status`: how every profile's token is doing. */
import { Command } from 'commander';
import { fromErrorRecord } from '../errors.ts';
import type { ProfileStore } from '../storage/storage.ts';
import { failingProfile } from '../tokens/failing-profile.ts';
import type { ProfileStatus } from '../tokens/status.ts';
import { agentFirst } from './backend.ts';
import { warnOfDamaged } from './damaged-profiles.ts';
import { defaultProfileId } from './default-profile.ts';
import { failureWords } from './failure.ts';
import type { FailureWords } from './failure.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption } from './options.ts';
import { printable, printableJson } from './printable.ts';
import type { Session } from './session.ts';
import { sourceWords, stateWords, toneOf } from './status-words.ts';
import { statusJson } from './status-json.ts';
import { paint } from './style.ts';
import { tableLines } from './table.ts';
import { durationWords, instantWords, whenWords } from './times.ts';

export function statusCommand(session: Session): Command {
  const command = new Command('status')
    .addOption(jsonOption())
    .action(({ json = false }: { json?: boolean }) => status(session, json));
  return withManual(command, {
    summary: 'show how every token is doing',
    description:
      'Shows for every profile the state of its token, its remaining life, when it is renewed next, and why the last ' +
      'attempt failed; when a session ends that somebody signed in to, and whose token a linked profile takes. While the agent runs, the agent is asked; without one nothing is planned, and tokens are ' +
      'renewed when somebody asks for them. No request is made to any server.',
    examples: [
      ['tokentray status', 'All profiles'],
      [`tokentray status --json | jq -r '.[] | select(.error) | .name'`, 'Names of those that failed last time'],
    ],
    exitCodes: [],
    environment: [variables.home],
  });
}

async function status(session: Session, json: boolean): Promise<void> {
  const { io, clock } = session;
  const all = await statusOfAll(session);
  const damaged = warnOfDamaged(io.err, (await session.services()).storage.profiles);
  const nowMs = clock.now();
  if (json) {
    io.out.write(`${printableJson(all.map(({ status, words }) => statusJson(status, words, nowMs)))}\n`);
    return;
  }
  const isEmpty = all.length === 0 && damaged === 0;
  if (isEmpty) io.err.write('There are no profiles yet.\nAdd one: tokentray add --file profile.json\n');
  if (all.length > 0) io.out.write(`${tableOf(all, nowMs, session).join('\n')}\n`);
}

export interface StatusInWords {
  readonly status: ProfileStatus;
  /** Of the last failure. */
  readonly words: FailureWords | undefined;
}

/** By name; from the agent, where one runs. */
export async function statusOfAll(session: Session): Promise<readonly StatusInWords[]> {
  const services = await session.services();
  const all = await agentFirst(session, {
    remote: (agent) => agent.status(),
    local: async () => services.status(),
    repeatable: true,
  });
  const defaultId = defaultProfileId(services);
  return all.map((status) => {
    const words = wordsOf(status, services.storage.profiles);
    return { status: { ...status, isDefault: status.id === defaultId }, words };
  });
}

function wordsOf({ id, error }: ProfileStatus, profiles: ProfileStore): FailureWords | undefined {
  if (error === null) return undefined;
  const stored = profiles.get(id);
  return failureWords(fromErrorRecord(error), stored && failingProfile(profiles, stored, error));
}

function tableOf(all: readonly StatusInWords[], nowMs: number, { io: { out } }: Session): readonly string[] {
  const hasSource = all.some(({ status }) => sourceWords(status, nowMs) !== '');
  const rows = all.map(({ status, words }) => ({
    cells: [
      status.isDefault ? '*' : '',
      status.name,
      paint(out, toneOf(status), stateWords(status)),
      lifeWords(status, nowMs),
      status.nextRefreshAtMs === null ? '-' : whenWords(status.nextRefreshAtMs, nowMs),
      ...(hasSource ? [sourceWords(status, nowMs)] : []),
    ],
    note: words === undefined ? noteWords(status) : `${words.what} ${words.next}`,
  }));
  const titles = ['', 'NAME', 'STATE', 'LEFT', 'NEXT REFRESH', ...(hasSource ? ['SOURCE'] : [])];
  const [header = '', ...lines] = tableLines(titles, rows, out.columns);
  return [paint(out, 'strong', header), ...lines];
}

/** Claims come from outside. */
export function noteWords({ note }: ProfileStatus): string | undefined {
  return note === undefined ? undefined : printable(note);
}

/** `11 min (until 14:32)`. */
export function lifeWords({ token, expiresAtMs }: ProfileStatus, nowMs: number): string {
  if (token !== 'valid' || expiresAtMs === null) return '-';
  return `${durationWords(expiresAtMs - nowMs)} (until ${instantWords(expiresAtMs, nowMs)})`;
}
