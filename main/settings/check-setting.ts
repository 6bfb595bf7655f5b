/** Checks a setting before it is stored. */
import * as v from 'valibot';
import { isAbsolute } from 'node:path';
import { TokentrayError } from '../errors.ts';
import { readCertificates } from '../http/trust.ts';
import { logLevels } from '../log/log-event.ts';
import { isOneLine } from '../profiles/line-rules.ts';
import { readAccelerator } from './accelerator.ts';
import type { SettingKey } from './setting-keys.ts';

const line = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('Must not be empty; "tokentray settings unset" goes back to the default.'),
  v.check(isOneLine, 'Must be one line of printable text.'),
);

const longestClipboardSeconds = 86_400;
/** As in a profile. */
const longestEarlySeconds = 3_600;

const oneOf = (...words: readonly [string, ...string[]]) =>
  v.pipe(
    line,
    v.check((text) => words.includes(text), `Must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`),
  );

const onOrOff = oneOf('on', 'off');

const secondsUpTo = (longest: number) =>
  v.pipe(
    line,
    v.check(
      (text) => /^\d+$/.test(text) && Number(text) <= longest,
      `Must be a whole number of seconds from 0 to ${longest}.`,
    ),
    v.transform((text) => String(Number(text))),
  );

/** Written by the application alone, which reads of it what it understands. */
const jsonText = v.pipe(line, v.check(isJson, 'Must be JSON.'));

const schemas = {
  theme: oneOf('system', 'light', 'dark'),
  startAtLogin: onOrOff,
  quickSwitcherShortcut: v.pipe(
    line,
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const read = readAccelerator(dataset.value);
      if ('accelerator' in read) return read.accelerator;
      addIssue({ message: read.problem });
      return NEVER;
    }),
  ),
  refreshEarlySeconds: secondsUpTo(longestEarlySeconds),
  clipboardSeconds: secondsUpTo(longestClipboardSeconds),
  productionGuard: onOrOff,
  productionClipboardSeconds: secondsUpTo(longestClipboardSeconds),
  notifications: onOrOff,
  notifyExpired: onOrOff,
  notifyExpiring: onOrOff,
  notifySignIn: onOrOff,
  notifyRejected: onOrOff,
  notifyRecovered: onOrOff,
  notifyCredentialEnds: onOrOff,
  logLevel: oneOf(...logLevels),
  proxy: v.pipe(
    line,
    v.transform((text) => (text.includes('://') ? text : `http://${text}`)),
    v.check((text) => URL.canParse(text), 'Must be a URL such as http://proxy.example.com:8080.'),
    v.transform((text) => new URL(text)),
    v.check(
      ({ protocol }) => protocol === 'http:' || protocol === 'https:',
      'Must begin with http:// or https://; other kinds of proxies are not supported.',
    ),
    v.check(
      ({ username, password }) => username === '' && password === '',
      'Must not hold a user name or password, since settings are not sealed: put them into HTTPS_PROXY in the environment, with the same proxy.',
    ),
    v.check(
      ({ pathname, search, hash }) => pathname === '/' && search === '' && hash === '',
      'Must end with the host and port.',
    ),
    v.transform(({ origin }) => origin),
  ),
  caFile: v.pipe(
    line,
    v.check(isAbsolute, 'Must be an absolute path: Tokentray does not always start in the same folder.'),
    v.rawCheck(({ dataset, addIssue }) => {
      const problem = dataset.typed ? certificateProblem(dataset.value) : undefined;
      if (problem !== undefined) addIssue({ message: problem });
    }),
  ),
  defaultProfile: line,
  pinnedProfiles: jsonText,
  listView: jsonText,
  announcedEnds: jsonText,
} satisfies Readonly<Record<SettingKey, v.GenericSchema<string, string>>>;

/** The value to store. Throws `config.setting_invalid`; the issue never quotes the value, which may hold a password. */
export function checkSetting(key: SettingKey, text: string): string {
  const result = v.safeParse(schemas[key], text, { abortEarly: true, abortPipeEarly: true });
  if (result.success) return result.output;
  throw new TokentrayError('config.setting_invalid', {
    data: { issues: [{ path: key, message: result.issues[0].message, example: examples[key] }] },
  });
}

const examples: Readonly<Record<SettingKey, string>> = {
  theme: 'dark',
  startAtLogin: 'off',
  quickSwitcherShortcut: 'CommandOrControl+Shift+K',
  refreshEarlySeconds: '60',
  clipboardSeconds: '60',
  productionGuard: 'on',
  productionClipboardSeconds: '15',
  notifications: 'on',
  notifyExpired: 'on',
  notifyExpiring: 'on',
  notifySignIn: 'on',
  notifyRejected: 'on',
  notifyRecovered: 'on',
  notifyCredentialEnds: 'on',
  logLevel: 'debug',
  proxy: 'http://proxy.example.com:8080',
  caFile: '/etc/ssl/company-ca.pem',
  defaultProfile: 'the id of a profile',
  pinnedProfiles: '["the id of a profile"]',
  listView: '{}',
  announcedEnds: '{}',
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function certificateProblem(path: string): string | undefined {
  try {
    readCertificates(path);
    return undefined;
  } catch (error) {
    const { systemCode } = error instanceof TokentrayError ? error.data : {};
    if (systemCode === 'ENOENT') return 'There is no such file.';
    return systemCode === undefined
      ? 'The file holds something that is no certificate in PEM or DER form.'
      : `The file cannot be read (${systemCode}).`;
  }
}
