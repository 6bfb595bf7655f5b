/** Imports the credentials file of an API account: a profile together with its secret. */
import { parseJson } from '../profiles/json-text.ts';
import { readNetFoundryCredentials } from '../systems/netfoundry-credentials.ts';
import type { NetFoundryAccount } from '../systems/netfoundry-credentials.ts';
import { validateProfile } from '../systems/validate.ts';
import { agentFirst } from './backend.ts';
import { reportEnrolled } from './enrolled.ts';
import type { Session } from './session.ts';

/** Undefined for what is no such file. */
export function readCredentials(text: string): NetFoundryAccount | undefined {
  const json = parseJson(text);
  return 'value' in json ? readNetFoundryCredentials(json.value) : undefined;
}

export async function importCredentials(
  session: Session,
  { profile: proposal, secrets }: NetFoundryAccount,
  { name = proposal.name, file, json }: { readonly name?: string; readonly file: string; readonly json: boolean },
): Promise<void> {
  const profile = validateProfile({ ...proposal, name });
  const reply = await agentFirst(session, {
    remote: (agent) => agent.add({ profile, secrets }),
    local: ({ enrolment }) => enrolment.add(profile, secrets),
    repeatable: false,
  });
  const { io } = session;
  reportEnrolled(io, reply, json, `Imported ${name} with its secret. Try: tokentray token ${name}`);
  if (file !== '-') io.err.write(`The file still holds the secret: delete it once the token works.\n`);
}
