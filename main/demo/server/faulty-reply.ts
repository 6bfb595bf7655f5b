/** Puts a fault in place of the right answer. */
import { oauthError, page, type DemoAnswer } from './answer.ts';
import type { DemoReply } from './demo-server.ts';
import type { Fault } from './misbehaviour.ts';
import { untidy } from './untidy.ts';

const onPurpose = 'This demo server fails on purpose.';

/** `right` is asked only where the tenant is to act on the request. */
export async function faultyReply(
  fault: Fault | undefined,
  right: () => DemoAnswer | Promise<DemoAnswer>,
): Promise<DemoReply> {
  if (fault === undefined) return { answer: await right() };
  const { kind } = fault;
  if (kind === 'reset') return {};
  if (kind === 'page') return { answer: page(fault.status, wait(fault)) };
  if (kind === 'status') {
    return { answer: oauthError(fault.status, 'temporarily_unavailable', onPurpose, wait(fault)) };
  }
  const answer = await right();
  if (kind === 'lost') return {};
  return kind === 'slow' ? { answer, delayMs: fault.delayMs } : { answer: untidy(answer, fault.ways) };
}

function wait({ retryAfterSeconds }: { readonly retryAfterSeconds?: number }): Readonly<Record<string, string>> {
  return retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
}
