/** Puts a fault in place of the right answer. */
import { oauthError, page, type DemoAnswer } from './answer.ts';
import type { DemoReply } from './demo-server.ts';
import type { Fault } from './misbehaviour.ts';

/** `right` is asked only where its answer is sent. */
export function faultyReply(fault: Fault | undefined, right: () => DemoAnswer): DemoReply {
  if (fault === undefined) return { answer: right() };
  if (fault.kind === 'slow') return { answer: right(), delayMs: fault.delayMs };
  if (fault.kind === 'reset') return {};
  const wait = fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) };
  if (fault.kind === 'page') return { answer: page(fault.status, wait) };
  return { answer: oauthError(fault.status, 'temporarily_unavailable', 'This demo server fails on purpose.', wait) };
}
