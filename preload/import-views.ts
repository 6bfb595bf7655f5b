/** What documents of other tools hold, as the window sees it: never a secret, only which kinds of them come along. */
import type { SecretKind } from '../main/profiles/profile.ts';

/** What a form can be filled from, in text that was pasted or dropped into it. */
export type PastedReply =
  | {
      readonly outcome: 'draft';
      /** What kind of document it is, such as `curl command`. */
      readonly source: string;
      /** Members of the profile file. */
      readonly draft: Readonly<Record<string, unknown>>;
      /** True: the draft holds only what the document tells, and goes over what was entered; else it takes its place. */
      readonly isPart: boolean;
      /** Kinds that came along. They stay in main. */
      readonly secrets: readonly SecretKind[];
      /**
       * Under this the secrets are kept until the profile is saved, for half an hour at most: give it as `pasted` with the draft.
       * What is typed into a field goes before it. Null where none came along.
       */
      readonly pasted: string | null;
      /** What should be known, as sentences. */
      readonly notes: readonly string[];
    }
  | {
      /** A form takes one profile: the import takes them all, under this id. */
      readonly outcome: 'several';
      readonly source: string;
      /** Null: it is encrypted, and nobody knows yet. */
      readonly count: number | null;
      readonly importId: string;
    }
  /** It is of a known kind, and nothing in it can be used; why, as sentences. */
  | { readonly outcome: 'nothing'; readonly source: string; readonly problems: readonly string[] };
