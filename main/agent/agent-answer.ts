/** Reads what an agent answers, and tells an agent from what else may listen on its socket. */
import { fromErrorRecord, TokentrayError } from '../errors.ts';
import type { ErrorRecord } from '../errors.ts';
import type { HttpAnswer } from './http-answer.ts';
import { protocolVersion } from './protocol.ts';
import type { ErrorReply, Hello } from './protocol.ts';

/** A failure that the agent reported, with the words it has for it: it knows the profile's system. */
export class AgentFailure extends TokentrayError {
  readonly what: string;
  readonly next: string;

  constructor({ error, what, next }: ErrorReply) {
    const { code, data } = fromErrorRecord(error);
    super(code, { data });
    this.what = what;
    this.next = next;
  }
}

/** Throws `ipc.agent_incompatible` and `ipc.agent_lost`. */
export function readHello(answer: HttpAnswer): Hello {
  if (answer.status !== 200) throw failureOf(answer);
  const hello = readJson(answer) as Partial<Hello> | null;
  if (hello?.product !== 'tokentray' || typeof hello.protocol !== 'number') throw notOurs();
  if (hello.protocol !== protocolVersion) throw incompatible(hello.protocol, hello.version);
  return hello as Hello;
}

/** Says which side is the older one. */
function incompatible(protocol: number, version: string | undefined): TokentrayError {
  const older = protocol < protocolVersion ? 'the agent' : 'this program';
  const spoken = `it speaks protocol ${protocol}, this program ${protocolVersion}: ${older} must be updated`;
  return new TokentrayError('ipc.agent_incompatible', {
    data: { detail: `version ${version ?? 'unknown'}; ${spoken}` },
  });
}

/** `what`: in the plural. */
export function tooOldFor(what: string, { version }: Hello): TokentrayError {
  return new TokentrayError('ipc.agent_incompatible', {
    data: { detail: `version ${version}; it knows no ${what} and must be updated` },
  });
}

/** What an answer of status 400 or above says. */
export function failureOf(answer: HttpAnswer): TokentrayError {
  const reply = readJson(answer) as Partial<ErrorReply> | null;
  const error: Partial<ErrorRecord> | undefined = reply?.error;
  if (typeof error?.code !== 'string' || typeof reply?.what !== 'string' || typeof reply.next !== 'string')
    return notOurs();
  return new AgentFailure(reply as ErrorReply);
}

/** Throws what the agent reported instead. */
export function successful(answer: HttpAnswer): HttpAnswer {
  if (answer.status >= 400) throw failureOf(answer);
  return answer;
}

/** Throws `ipc.agent_lost`. */
export function readJson({ body }: HttpAnswer): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw notOurs();
  }
}

function notOurs(): TokentrayError {
  return new TokentrayError('ipc.agent_lost', { data: { detail: 'what listens on the socket is not an agent' } });
}
