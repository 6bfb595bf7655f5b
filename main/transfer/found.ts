/** What a document of another tool, or of Tokentray, holds: profiles as proposals, with the secrets that came along. */
import type { SecretKind } from '../profiles/profile.ts';
import type { SealedForm } from './sealed-form.ts';

/** As they stand in the document; `checkSecrets` judges them. */
export type FoundSecrets = Readonly<Partial<Record<SecretKind, unknown>>>;

export interface FoundProfile {
  /** In the shape of the profile file; what is missing or wrong is for its validation to say. */
  readonly draft: Readonly<Record<string, unknown>>;
  readonly secrets: FoundSecrets;
  /** The only origin that the document lets the secrets go to; undefined: where its profile sends them. */
  readonly boundOrigin?: string;
  /** What should be known about it, as sentences that quote no secret. */
  readonly notes: readonly string[];
}

export interface FoundDocument {
  /** What kind of document it is, such as `SailPoint CLI configuration`. */
  readonly source: string;
  readonly profiles: readonly FoundProfile[];
  /**
   * True: it tells single things of a profile, such as its key or its addresses, and is none by itself. There is one entry
   * then, for the profile that is being typed.
   */
  readonly isPart?: boolean;
  /** True: Tokentray wrote it, in the open. */
  readonly isOwn?: boolean;
  /** Set: nothing more is known of it before a passphrase opens it. */
  readonly sealed?: SealedForm;
  /** What stands in it and cannot be used, as sentences that quote no secret. */
  readonly problems: readonly string[];
}
