/** What a system knows of the claims of its tokens, as data. */

export interface ClaimNote {
  /** Short, such as `Expires`. */
  readonly label: string;
  /** What it means for such a token, as a sentence; absent where its vendor does not say. */
  readonly meaning?: string | ((value: unknown) => string);
  /** `instant`: seconds since 1970 (RFC 7519 section 2) · `seconds`: a length of time · absent: as it stands. */
  readonly reading?: 'instant' | 'seconds';
  /** It differs from each token to the next, so that a difference between two of them says nothing. */
  readonly isOfOneToken?: true;
}

/** In the order in which they are read. */
export type ClaimNotes = ReadonlyMap<string, ClaimNote>;
