/** A request as a command or a tool's file describes it, before anybody made a profile of it. */
import type { BodyShape } from '../profiles/profile.ts';

export interface SentRequest {
  /** Without its query. */
  readonly url: URL;
  readonly params: ReadonlyMap<string, string>;
  /** How the parameters travel; undefined where there are none. */
  readonly body?: BodyShape;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** HTTP Basic (RFC 7617), decoded. */
  readonly basic?: { readonly user: string; readonly password: string };
  readonly bearer?: string;
}
