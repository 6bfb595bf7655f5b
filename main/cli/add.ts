/** `tokentray add`: validates and stores a new profile with its secrets. */
import { Command } from 'commander';
import type { Profile, Secrets } from '../profiles/profile.ts';
import { requiredSecrets, validateProfile } from '../systems/validate.ts';
import { holdsSession } from '../tokens/auth-kinds.ts';
import { agentFirst } from './backend.ts';
import { reportEnrolled } from './enrolled.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption } from './options.ts';
import { readProfileFile } from './profile-file.ts';
import { askSecrets, oneStandardInput, readSecrets, secretsNeeded, secretsOption } from './secrets-input.ts';
import type { Session } from './session.ts';

interface AddOptions {
  readonly file: string;
  readonly secrets?: '-';
  readonly json?: boolean;
}

export function addCommand(session: Session): Command {
  const command = new Command('add')
    .requiredOption('--file <profile.json>', 'profile file; - reads it from standard input')
    .addOption(secretsOption())
    .addOption(jsonOption())
    .action((options: AddOptions) => add(session, options));
  return withManual(command, {
    summary: 'add a profile',
    description:
      'Checks a profile file and stores the profile with its secrets. No request is made: the first token is obtained ' +
      'when somebody asks for it, or at once by a running agent. ' +
      "Secrets are kept sealed, apart from the profile, and are only ever sent to the host of the profile's token " +
      'endpoint. On a terminal the command asks without echo for those that the profile needs. A profile that a ' +
      'person signs in to goes on with: tokentray login NAME.',
    examples: [
      ['tokentray add --file acme-prod.json', 'Add a profile, and be asked for its secret'],
      ['tokentray add --file acme-prod.json --secrets - < secrets.json', 'The same in a script'],
      [
        `op read op://work/acme/secret | jq -R '{clientSecret: .}' | tokentray add --file acme-prod.json --secrets -`,
        'With a secret from a password manager',
      ],
    ],
    sections: [
      { title: 'Profile file', text: profileFiles },
      { title: 'Secrets', text: secretForms },
    ],
    exitCodes: [2, 7],
    environment: [variables.home, variables.keychain, variables.passphrase],
  });
}

const secretForms = `{"clientSecret": "…"}             of a client
{"privateKeyJwk": {"kty": …}}     of a service account, or of a client that signs; a prompt takes the path
                                  of the JWK file, too
{"apiKey": "…"}                   with "apiSecret" where the API takes two
{"refreshToken": "…"}             beside the others, in place of the first sign-in`;

const profileFiles = `SailPoint Identity Security Cloud with a personal access token:
  {"name": "acme-prod", "system": "isc", "auth": "client_credentials",
   "tenant": "acme", "clientId": "…", "environment": "production"}
The same as a person, by signing in with an API client of your own:
  {"name": "acme-jane", "system": "isc", "auth": "authorization_code", "tenant": "acme",
   "clientId": "…", "redirectUri": "http://localhost:8080/myApp/code"}
SailPoint NERM with the token of that personal access token:
  {"name": "acme-nerm", "system": "nerm", "auth": "linked", "tenant": "acme", "uses": "acme-prod"}
PingOne Advanced Identity Cloud with a service account:
  {"name": "acme-aic", "system": "aic", "auth": "jwt_bearer", "tenant": "openam-acme.forgeblocks.com",
   "serviceAccountId": "…", "scope": "fr:am:* fr:idm:*"}
NetFoundry:
  {"name": "acme-nf", "system": "netfoundry", "auth": "client_credentials", "clientId": "…"}
Any other OAuth 2.0 server, with its endpoint, or with an issuer that describes itself:
  {"name": "billing", "system": "oauth", "auth": "client_credentials", "clientId": "…",
   "endpoints": {"token": "https://id.example.com/oauth2/token"}, "scope": "read"}
  {"name": "crm", "system": "oauth", "auth": "device_code", "clientId": "…",
   "issuer": "https://id.example.com"}`;

async function add(session: Session, { file, secrets: source, json = false }: AddOptions): Promise<void> {
  if (file === '-' && source === '-') throw oneStandardInput();
  const profile = validateProfile(await readProfileFile(session.io, file));
  const secrets = await secretsFor(session, profile, file, source);
  const request = { profile, ...(secrets === undefined ? {} : { secrets }) };
  const reply = await agentFirst(session, {
    remote: (agent) => agent.add(request),
    local: ({ enrolment }) => enrolment.add(profile, secrets),
    repeatable: false,
  });
  reportEnrolled(session.io, reply, json, `Added ${reply.name}.${nextStep(profile, secrets)}`);
}

function nextStep(profile: Profile, secrets: Secrets | undefined): string {
  const { name, refresh } = profile;
  const hasRefreshToken = secrets?.refreshToken !== undefined;
  // That a person has to sign in first is among the warnings.
  if (holdsSession(profile) && !hasRefreshToken) return '';
  // Nothing else makes a first request for a profile that is renewed by hand.
  const token = `Try: tokentray token ${name}${refresh?.mode === 'manual' ? ' --force' : ''}`;
  return hasRefreshToken ? ` The refresh token stands for the first sign-in. ${token}` : ` ${token}`;
}

async function secretsFor(
  { io }: Session,
  profile: Profile,
  file: string,
  source: '-' | undefined,
): Promise<Secrets | undefined> {
  const piped = source === '-' && !io.input.isTerminal;
  if (piped) return readSecrets(io, profile);
  if (requiredSecrets(profile).length === 0) return undefined;
  const interactive = (file === '-' || io.input.isTerminal) && io.prompt.isPossible();
  if (!interactive) throw secretsNeeded(profile, `tokentray add --file ${file === '-' ? 'profile.json' : file}`);
  return askSecrets(io, profile);
}
