/** `tokentray probe`: asks the API of a profile whether the token works, and says why if it does not. */
import { Command } from 'commander';
import type { TokenReply } from '../agent/protocol.ts';
import { tokenReply } from '../agent/token-reply.ts';
import { probeProfile } from '../doctor/probe-profile.ts';
import type { ProbeResult, ProbeToken, ProbeVerdict } from '../doctor/probe-result.ts';
import type { Profile, StoredProfile } from '../profiles/profile.ts';
import { tokenIdentity } from '../systems/identity.ts';
import { validateProfile } from '../systems/validate.ts';
import { decodeClaims } from '../tokens/claims.ts';
import { agentFirst } from './backend.ts';
import { EndsWith } from './ends-with.ts';
import type { ExitCode } from './exit-code.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption, nameArgument } from './options.ts';
import { printable, printableJson } from './printable.ts';
import type { Session } from './session.ts';
import { paint } from './style.ts';
import type { Tone } from './style.ts';

interface ProbeOptions {
  readonly saveEnd?: boolean;
  readonly json?: boolean;
}

export function probeCommand(session: Session): Command {
  const command = new Command('probe')
    .addArgument(nameArgument())
    .argument('[url]', 'address of this API to ask, or a path below it; without it, a cheap request of the system')
    .option('--save-end', 'note in the profile when its personal access token ends, where the API tells')
    .addOption(jsonOption())
    .action((name: string, url: string | undefined, options: ProbeOptions) => run(session, name, url, options));
  return withManual(command, {
    summary: 'ask the API whether the token works, and say why if it does not',
    description:
      'Makes one cheap GET request with the token of a profile, renewing it first if it must, and explains the answer: ' +
      'a token that is not accepted, an access that is missing, a wrong host or path, and troubles of the network, of ' +
      'TLS and of the proxy. With an address it checks that one before it asks, and sends the token to the API of the ' +
      'profile alone. For SailPoint ISC it also looks whether the client is set up rightly.\n\n' +
      'This command makes the request itself, also while the agent runs: through the proxy of the settings or of the ' +
      'environment. Where only a PAC file of the system names the proxy, name it with "tokentray settings set proxy".',
    examples: [
      ['tokentray probe acme-prod', 'Does the token work'],
      ['tokentray probe acme-prod https://acme.api.identitynow.com/v3/accounts', 'Why does this call fail'],
      ['tokentray probe acme-prod /beta/oauth-clients/', 'The same with a path'],
    ],
    sections: [{ title: 'Exit codes of the answer', text: answerCodes }],
    exitCodes: [2, 3, 4, 5, 6, 7],
    environment: Object.values(variables),
  });
}

const answerCodes = `0  the token works
2  the address is wrong, or is none to which the token may go
5  the API refuses the call, with status 401, 403 or another one
6  there was no answer, or the server has a fault or was asked too often
The report stands on standard output in each of these cases, with --json as JSON.`;

const exitCodes: Readonly<Record<ProbeVerdict, ExitCode>> = {
  works: 0,
  unauthorized: 5,
  forbidden: 5,
  unclear: 5,
  'wrong-host': 2,
  'wrong-path': 2,
  'refused-url': 2,
  'no-api': 2,
  'rate-limited': 6,
  'server-error': 6,
  unreachable: 6,
};

async function run(
  session: Session,
  name: string,
  url: string | undefined,
  { saveEnd = false, json = false }: ProbeOptions,
): Promise<void> {
  const services = await session.services();
  const stored = services.profile(name);
  const result = await ask(session, stored, url);
  const isSaved = saveEnd && (await save(session, stored, result.credentialExpires));
  const { out } = session.io;
  out.write(
    json
      ? `${printableJson({ name, ...result })}\n`
      : `${[...linesOf(result, session), ...endLines(result, stored.profile, isSaved)].join('\n')}\n`,
  );
  const exitCode = exitCodes[result.verdict];
  if (exitCode !== 0) throw new EndsWith(exitCode);
}

async function ask(session: Session, { id, profile }: StoredProfile, url: string | undefined): Promise<ProbeResult> {
  const { http } = await session.services();
  const token = async () => tokenOf(await tokenReplyOf(session, id, profile.name), profile, session.clock.now());
  return probeProfile({ http, profile, token, ...(url === undefined ? {} : { url }) });
}

async function tokenReplyOf(session: Session, id: string, name: string): Promise<TokenReply> {
  const reply = await agentFirst(session, {
    remote: (agent) => agent.tokenJson({ name }),
    local: async (services) => tokenReply(await services.engine.token(id)),
    repeatable: true,
  });
  const { err } = session.io;
  if (reply.warning !== undefined) err.write(`${paint(err, 'warning', printable(reply.warning))}\n`);
  return reply;
}

function tokenOf({ token, remainingSeconds, ...reply }: TokenReply, profile: Profile, nowMs: number): ProbeToken {
  const claims = decodeClaims(token)?.payload;
  const identity = claims === undefined ? undefined : tokenIdentity(profile, claims);
  return {
    accessToken: token,
    tokenType: reply.tokenType,
    ...(reply.apiSecret === undefined ? {} : { apiSecret: reply.apiSecret }),
    ...(reply.scope === undefined ? {} : { scope: reply.scope }),
    expiresAtMs: remainingSeconds === null ? null : nowMs + remainingSeconds * 1_000,
    ...(identity === undefined ? {} : { identity }),
  };
}

function linesOf({ verdict, what, next, checks }: ProbeResult, { io: { out } }: Session): readonly string[] {
  const tone: Tone = verdict === 'works' ? 'good' : 'bad';
  return [
    paint(out, tone, printable(what)),
    printable(next),
    ...(checks.length === 0 ? [] : ['']),
    ...checks.map(({ name, ok, words }) => {
      const [mark, tone] = marks.get(ok) ?? ['·', 'faint'];
      return `${paint(out, tone, mark)} ${name}: ${printable(words)}`;
    }),
  ];
}

const marks = new Map<boolean | null, readonly [mark: string, tone: Tone]>([
  [true, ['✓', 'good']],
  [false, ['✗', 'bad']],
]);

function endLines({ credentialExpires }: ProbeResult, profile: Profile, isSaved: boolean): readonly string[] {
  if (credentialExpires === undefined) return [];
  if (isSaved) return ['', `The profile now notes ${credentialExpires} as the last day of its token.`];
  if (profile.credentialExpires === credentialExpires) return [];
  return ['', `To note that day in the profile: tokentray probe ${profile.name} --save-end`];
}

async function save(session: Session, stored: StoredProfile, end: string | undefined): Promise<boolean> {
  if (end === undefined || stored.profile.credentialExpires === end) return false;
  const { profiles } = (await session.services()).storage;
  const profile = validateProfile({ ...stored.profile, credentialExpires: end });
  await profiles.update(stored.id, stored.revision, { profile });
  await session.tellAgent();
  return true;
}
