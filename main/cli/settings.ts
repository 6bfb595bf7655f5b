/** `tokentray settings`: what a person can set. */
import { Command } from 'commander';
import { closestName } from '../profiles/suggest.ts';
import type { SettingDescription } from '../settings/settings.ts';
import { keychainKey, keychainSetting, setKeychain } from './keychain-setting.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption } from './options.ts';
import { printable, printableJson } from './printable.ts';
import type { CliServices, Session } from './session.ts';
import { paint } from './style.ts';
import { tableLines } from './table.ts';
import { UsageError } from './usage-error.ts';

interface JsonOption {
  readonly json?: boolean;
}

/** One line of `settings get`. */
type SettingRow = Omit<SettingDescription, 'key'> & { readonly key: string };

export function settingsCommand(session: Session): Command {
  const command = new Command('settings')
    .addCommand(getCommand(session))
    .addCommand(listCommand(session))
    .addCommand(setCommand(session))
    .addCommand(unsetCommand(session));
  return withManual(command, {
    summary: 'show and change settings',
    description:
      'Settings belong to the data folder and apply to the agent and to every command. A running agent follows a change ' +
      'at once.',
    examples: [
      ['tokentray settings list', 'All settings, with what each is for'],
      ['tokentray settings set proxy http://proxy.example.com:3128', 'Use a proxy'],
      ['tokentray settings unset proxy', 'Go back to the default'],
      ['tokentray settings set keychain passphrase', 'Protect the vault with a passphrase'],
    ],
    exitCodes: [2, 7],
    environment: [variables.home],
  });
}

function getCommand(session: Session): Command {
  const command = new Command('get')
    .argument('[key]', 'setting to show; without it, all')
    .addOption(jsonOption())
    .action((key: string | undefined, { json = false }: JsonOption) => get(session, key, json));
  return withManual(command, {
    summary: 'show one setting or all',
    description: 'Prints the value of one setting, or a table of all with what each is for.',
    examples: [
      ['tokentray settings get', 'All settings'],
      ['tokentray settings get proxy', 'One of them, alone on a line'],
    ],
    exitCodes: [2],
    environment: [variables.home],
  });
}

function listCommand(session: Session): Command {
  const command = new Command('list')
    .addOption(jsonOption())
    .action(({ json = false }: JsonOption) => get(session, undefined, json));
  return withManual(command, {
    summary: 'show all settings',
    description: 'Prints a table of all settings with what each is for.',
    examples: [['tokentray settings list', 'All settings']],
    exitCodes: [2],
    environment: [variables.home],
  });
}

function setCommand(session: Session): Command {
  const command = new Command('set')
    .argument('<key>', 'setting to change')
    .argument('<value>', 'new value')
    .addOption(jsonOption())
    .action((key: string, value: string, { json = false }: JsonOption) => set(session, key, value, json));
  return withManual(command, {
    summary: 'change a setting',
    description:
      'Changes one setting. The setting keychain says where the key of the vault lives: os (the keychain of the operating ' +
      'system) or passphrase. Changing it, or the passphrase, leaves every stored secret where it is.',
    examples: [
      ['tokentray settings set caFile /etc/ssl/acme-root.pem', 'Trust a further certificate authority'],
      ['tokentray settings set keychain os', "Keep the key of the vault in the operating system's keychain"],
      ['tokentray settings set keychain passphrase', 'Choose a passphrase, or another one'],
    ],
    exitCodes: [2, 7],
    environment: [variables.home, variables.passphrase],
  });
}

function unsetCommand(session: Session): Command {
  const command = new Command('unset')
    .argument('<key>', 'setting that goes back to its default')
    .addOption(jsonOption())
    .action((key: string, { json = false }: JsonOption) => unset(session, key, json));
  return withManual(command, {
    summary: 'put a setting back to its default',
    description: 'Puts one setting back to its default.',
    examples: [['tokentray settings unset proxy', 'Use the proxy of the environment again']],
    exitCodes: [2],
    environment: [variables.home],
  });
}

async function get(session: Session, key: string | undefined, json: boolean): Promise<void> {
  const { out } = session.io;
  const rows = allSettings(await session.services());
  if (key === undefined) {
    out.write(json ? `${printableJson(rows)}\n` : `${tableOf(rows, session).join('\n')}\n`);
    return;
  }
  const row = settingOf(key, rows);
  out.write(json ? `${printableJson(row)}\n` : `${valueWords(row)}\n`);
}

async function set(session: Session, key: string, value: string, json: boolean): Promise<void> {
  const services = await session.services();
  settingOf(key, allSettings(services));
  if (key === keychainKey) await setKeychain(session, services.storage.vault, value);
  else await services.settings.set(key, value);
  await reportChange(session, services, key, json);
}

async function unset(session: Session, key: string, json: boolean): Promise<void> {
  const services = await session.services();
  settingOf(key, allSettings(services));
  if (key === keychainKey) {
    throw new UsageError(
      'The key of the vault must live somewhere.',
      'Choose where: tokentray settings set keychain os',
    );
  }
  await services.settings.unset(key);
  await reportChange(session, services, key, json);
}

async function reportChange(session: Session, services: CliServices, key: string, json: boolean): Promise<void> {
  await session.tellAgent();
  const row = settingOf(key, allSettings(services));
  session.io.out.write(json ? `${printableJson(row)}\n` : `${row.key}: ${valueWords(row)}\n`);
}

function allSettings({ settings, storage }: CliServices): readonly SettingRow[] {
  return [...settings.list(), keychainSetting(storage.vault.mode())];
}

/** Throws a UsageError with the key that was probably meant. */
function settingOf(key: string, rows: readonly SettingRow[]): SettingRow {
  const row = rows.find((row) => row.key === key);
  if (row !== undefined) return row;
  const suggestion = closestName(
    key,
    rows.map((row) => row.key),
  );
  throw new UsageError(
    'There is no such setting.',
    suggestion === undefined ? 'See them all: tokentray settings get' : `Did you mean ${suggestion}?`,
  );
}

function tableOf(rows: readonly SettingRow[], { io: { out } }: Session): readonly string[] {
  const [header = '', ...lines] = tableLines(
    ['SETTING', 'VALUE', 'WHAT IT IS'],
    rows.map((row) => ({ cells: [row.key, valueWords(row), printable(row.help)] })),
    out.columns,
  );
  return [paint(out, 'strong', header), ...lines];
}

function valueWords({ value }: SettingRow): string {
  return value === null ? '-' : printable(value);
}
