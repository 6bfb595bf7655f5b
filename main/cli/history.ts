/** `tokentray history`: what happened to a profile and its token, newest first. */
import { Command, Option } from 'commander';
import { isoInstant } from '../clock.ts';
import { historyJson, historyLines } from './history-lines.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption, nameArgument } from './options.ts';
import { printableJson } from './printable.ts';
import type { Session } from './session.ts';
import { statusOfAll } from './status.ts';
import { whenWords } from './times.ts';
import { UsageError } from './usage-error.ts';

const defaultLimit = 50;
const highestLimit = 50_000;

interface HistoryOptions {
  readonly json?: boolean;
  readonly limit?: number;
}

export function historyCommand(session: Session): Command {
  const command = new Command('history')
    .addArgument(nameArgument())
    .addOption(limitOption())
    .addOption(jsonOption())
    .action((name: string, options: HistoryOptions) => history(session, name, options));
  return withManual(command, {
    summary: 'show what happened to a profile and its token',
    description:
      'Shows when a profile is renewed next, and what happened to it, newest first: tokens that were obtained and renewed, ' +
      'what failed and why, sign-ins, copies, and tokens given to scripts. It is kept for 90 days, and holds neither tokens ' +
      'nor secrets. A script is noted once in a minute, the same failure again is counted. Without an agent, a stored ' +
      'token that is printed at once is not noted. No request is made to any server.',
    examples: [
      ['tokentray history acme-prod', 'The last fifty things'],
      [
        `tokentray history acme-prod --json --limit 1000 | jq -r '.history[] | select(.what == "failed") | .at'`,
        'When it failed',
      ],
    ],
    exitCodes: [2, 3],
    environment: [variables.home],
  });
}

function limitOption(): Option {
  return new Option('--limit <count>', `how many at most (default: ${defaultLimit})`).argParser((value: string) => {
    const count = /^\d{1,6}$/.test(value) ? Number(value) : 0;
    if (count >= 1 && count <= highestLimit) return count;
    throw new UsageError(
      `--limit takes a whole number from 1 to ${highestLimit}.`,
      `For example: --limit ${defaultLimit}`,
    );
  });
}

async function history(session: Session, name: string, options: HistoryOptions): Promise<void> {
  const { json = false, limit = defaultLimit } = options;
  const { out, err } = session.io;
  const services = await session.services();
  const { id, profile } = services.stored(name);
  const status = (await statusOfAll(session)).find((one) => one.status.id === id)?.status;
  const rows = services.storage.history.list(id, { limit });
  const nextAtMs = status?.nextRefreshAtMs ?? null;
  const nowMs = session.clock.now();
  if (json) {
    const nextRefreshAt = nextAtMs === null ? null : isoInstant(nextAtMs);
    const happened = rows.map((row) => historyJson(row, profile));
    out.write(`${printableJson({ name, nextRefreshAt, history: happened })}\n`);
    return;
  }
  out.write(`Next refresh: ${nextAtMs === null ? 'none planned' : whenWords(nextAtMs, nowMs)}\n`);
  if (rows.length === 0) err.write('Nothing has happened to this profile yet.\n');
  else out.write(`\n${historyLines(rows, profile, { nowMs, out }).join('\n')}\n`);
}
