/**
 * Finds profiles while a person types.
 *
 * Every word of the query must be found: at the beginning of a word of the row, as the first letters of its parts
 * (`ap` for `acme-prod`), or anywhere inside. Where nothing is found so, words with slips of the finger are forgiven.
 */
import type { ProfileView } from '../../preload/views.ts';
import { conditionOf, conditionWords } from './profile-condition.ts';
import { isNearPrefix } from './edit-distance.ts';
import { stateWords } from './state-words.ts';

/** What of a profile is searched, in lower case and without accents. */
interface Haystack {
  readonly text: string;
  readonly words: readonly string[];
  /** How many of `words`, from the first, are those of its name and label: what they say counts more. */
  readonly nameWordCount: number;
}

export interface ProfileSearch {
  /** Those that are found, the best first, and equally good ones in the order in which they came; all for an empty query. */
  find(query: string, profiles: readonly ProfileView[]): readonly ProfileView[];
  /** Reads all of them now, such as when somebody is about to type: the first stroke then costs as little as the next. */
  prepare(profiles: Iterable<ProfileView>): void;
}

/** Fewer letters than this are not forgiven a slip; from twice as many on two are. */
const forgivenLetters = 4;

/** Remembers what it made of each profile for as long as that does not change. */
export function createProfileSearch(): ProfileSearch {
  const made = new WeakMap<ProfileView, Haystack>();

  function haystackOf(profile: ProfileView): Haystack {
    const known = made.get(profile);
    if (known !== undefined) return known;
    const haystack = readHaystack(profile);
    made.set(profile, haystack);
    return haystack;
  }

  return {
    find(query, profiles) {
      const wanted = wordsOf(query);
      if (wanted.length === 0) return profiles;
      const exact = ranked(profiles, (profile) => rank(wanted, haystackOf(profile), exactScore));
      if (exact.length > 0) return exact;
      const nearScore = createNearScore();
      return ranked(profiles, (profile) => rank(wanted, haystackOf(profile), nearScore));
    },
    prepare(profiles) {
      for (const profile of profiles) haystackOf(profile);
    },
  };
}

/** Whether one profile is found, slips not forgiven: for whoever has an order of its own. */
export function matchesQuery(profile: ProfileView, query: string): boolean {
  const wanted = wordsOf(query);
  return wanted.length === 0 || rank(wanted, readHaystack(profile), exactScore) > 0;
}

function ranked(profiles: readonly ProfileView[], scoreOf: (profile: ProfileView) => number): readonly ProfileView[] {
  return profiles
    .map((profile) => ({ profile, score: scoreOf(profile) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ profile }) => profile);
}

/** 0: one of the words is not found. */
function rank(wanted: readonly string[], haystack: Haystack, score: typeof exactScore): number {
  let sum = 0;
  for (const word of wanted) {
    const found = score(word, haystack);
    if (found === 0) return 0;
    sum += found;
  }
  return sum;
}

function exactScore(word: string, { text, words, nameWordCount }: Haystack): number {
  if (!text.includes(word)) return 0;
  const place = words.findIndex((candidate) => candidate.startsWith(word));
  if (place === -1) return 1;
  if (place >= nameWordCount) return 2;
  return place === 0 ? 4 : 3;
}

/** Compares each word once: most of them stand in many profiles. */
function createNearScore(): typeof exactScore {
  const known = new Map<string, boolean>();

  function isNear(typed: string, word: string, most: number): boolean {
    const key = `${typed}\n${word}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const isIt = isNearPrefix(typed, word, most);
    known.set(key, isIt);
    return isIt;
  }

  return (typed, { words }) => {
    if (typed.length < forgivenLetters) return 0;
    const most = typed.length >= 2 * forgivenLetters ? 2 : 1;
    return words.some((word) => isNear(typed, word, most)) ? 1 : 0;
  };
}

function readHaystack(profile: ProfileView): Haystack {
  const { name, label, system, systemLabel, environment, identity, tags } = profile;
  const named = [...nameWords(name), ...(label === undefined ? [] : nameWords(label))];
  const others = [
    system,
    systemLabel,
    environment,
    identity?.user,
    identity?.org,
    ...tags,
    stateWords(profile).text,
    conditionWords[conditionOf(profile)],
  ].flatMap((part) => (part === undefined ? [] : partsOf(part).concat(plain(part))));
  const words = [...new Set([...named, ...others])];
  return { words, text: words.join('\n'), nameWordCount: new Set(named).size };
}

/** The whole, its parts, and the first letters of the parts where there are several. */
function nameWords(name: string): readonly string[] {
  const parts = partsOf(name);
  const initials = parts.length > 1 ? [parts.map((part) => part.charAt(0)).join('')] : [];
  return [plain(name), ...parts, ...initials];
}

function partsOf(text: string): readonly string[] {
  const words = plain(text);
  // Most texts are of these letters alone, and a thousand profiles are read at the first stroke.
  return words.split(isPlain.test(words) ? /[^a-z0-9]+/ : /[^\p{Letter}\p{Number}]+/u).filter(Boolean);
}

function wordsOf(query: string): readonly string[] {
  return plain(query).split(/\s+/).filter(Boolean);
}

const isPlain = /^[ -~]*$/;

/** `Zürich` and `zurich` are the same to who searches. */
function plain(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
