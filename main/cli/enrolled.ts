/** How `add` and `edit` report what they stored. */
import type { EnrolReply } from '../agent/protocol.ts';
import type { CliIo } from './io.ts';
import { printable, printableJson } from './printable.ts';
import { paint } from './style.ts';

export function reportEnrolled({ out, err }: CliIo, reply: EnrolReply, json: boolean, done: string): void {
  for (const warning of reply.warnings) err.write(`${paint(err, 'warning', printable(warning))}\n`);
  out.write(json ? `${printableJson(reply)}\n` : `${done}\n`);
}
