/** `tokentray list`: the profiles there are. */
import { Command } from 'commander';
import type { Profile, StoredProfile } from '../profiles/profile.ts';
import { warnOfDamaged } from './damaged-profiles.ts';
import { defaultProfileId } from './default-profile.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption } from './options.ts';
import { printable, printableJson } from './printable.ts';
import type { Session } from './session.ts';
import { paint } from './style.ts';
import { tableLines } from './table.ts';

export function listCommand(session: Session): Command {
  const command = new Command('list')
    .addOption(jsonOption())
    .action(({ json = false }: { json?: boolean }) => list(session, json));
  return withManual(command, {
    summary: 'list the profiles',
    description:
      'Lists the profiles by name with their system, environment and tenant. A star marks the default profile.',
    examples: [
      ['tokentray list', 'The profiles, as a table'],
      [`tokentray list --json | jq -r '.[].name'`, 'Their names, for a script'],
    ],
    exitCodes: [],
    environment: [variables.home],
  });
}

async function list(session: Session, json: boolean): Promise<void> {
  const services = await session.services();
  const { out, err } = session.io;
  const profiles = services.storage.profiles.list();
  const defaultId = defaultProfileId(services);
  const damaged = warnOfDamaged(err, services.storage.profiles);
  if (json) {
    out.write(`${printableJson(profiles.map((stored) => summaryOf(stored, stored.id === defaultId)))}\n`);
    return;
  }
  if (profiles.length === 0) {
    const nothing =
      'There are no profiles yet.\nAdd one: tokentray add --file profile.json (see: tokentray add --help)\n';
    if (damaged === 0) err.write(nothing);
    return;
  }
  const rows = profiles.map(({ id, profile }) => ({
    cells: [
      id === defaultId ? '*' : '',
      profile.name,
      profile.system,
      profile.environment ?? '-',
      printable(tenantWords(profile)),
    ],
  }));
  const [header = '', ...lines] = tableLines(['', 'NAME', 'SYSTEM', 'ENVIRONMENT', 'TENANT'], rows, out.columns);
  out.write(`${[paint(out, 'strong', header), ...lines].join('\n')}\n`);
}

function tenantWords({ label, tenant, issuer, endpoints, uses }: Profile): string {
  const tenantName = label ?? tenant ?? issuer ?? endpoints?.token;
  return [tenantName, uses === undefined ? undefined : `(from ${uses})`].filter((word) => word !== undefined).join(' ');
}

function summaryOf({ profile }: StoredProfile, isDefault: boolean): object {
  const { name, label, system, auth, tenant, uses, environment, tags } = profile;
  return { name, label, system, auth, tenant, uses, environment, tags, default: isDefault };
}
