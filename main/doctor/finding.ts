/** What the doctor found: one line what is, and where it is not fine one line what to do. */

export type FindingLevel = 'ok' | 'warning' | 'problem';

/** In the order of the report. */
export const findingAreas = [
  'folder',
  'database',
  'vault',
  'agent',
  'trust',
  'proxy',
  'connection',
  'clock',
  'port',
  'profile',
] as const;
export type FindingArea = (typeof findingAreas)[number];

/**
 * Fit to be sent to a colleague: names hosts, profiles, fields and system errors. Never holds a secret, a token, a client
 * id, a user's name, a password of a proxy, or words of a server.
 */
export interface Finding {
  readonly area: FindingArea;
  /** Name of the profile, host or port that it is about; absent: the whole application. */
  readonly about?: string;
  readonly level: FindingLevel;
  /** One sentence. */
  readonly what: string;
  /** One sentence; absent where nothing needs to be done. */
  readonly next?: string;
}
