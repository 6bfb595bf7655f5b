/** A request that the agent does not understand. */
import { TokentrayError } from '../errors.ts';

/** `config.usage` with the HTTP status that fits best. Thrown inside the agent only; on the wire it is an ErrorReply. */
export class RequestRefused extends TokentrayError {
  readonly status: number;

  constructor(status: number, detail: string) {
    super('config.usage', { data: { detail } });
    this.status = status;
  }
}
