/** Who a token is for and what it may do, as its claims say, in words. */
import type { ProfileDetail } from '../../preload/views.ts';

export interface HolderFact {
  readonly name: string;
  readonly text: string;
}

type Holder = Pick<ProfileDetail, 'claims' | 'scope'>;

/** More of a list is in the table of claims. */
const shownItems = 6;

/** Beside user and organization, which every profile's page has. Only what the token says. */
export function holderFacts({ claims, scope }: Holder): readonly HolderFact[] {
  const payload = claims?.payload ?? {};
  const facts = [
    ['Pod', listOf(payload['pod'])],
    ['Authorities', listOf(payload['authorities'])],
    ['Scopes', wordsOf(scope ?? payload['scope'] ?? payload['scp'])],
  ] as const;
  return facts.filter(([, items]) => items.length > 0).map(([name, items]) => ({ name, text: enumerated(items) }));
}

function listOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.filter((item) => typeof item === 'string' && item !== '') as readonly string[];
}

/** RFC 6749 section 3.3: with blanks between them; some servers write a list. */
function wordsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((text) => text.split(' ').filter(Boolean));
}

function enumerated(items: readonly string[]): string {
  const more = items.length - shownItems;
  if (more <= 0) return items.join(', ');
  return `${items.slice(0, shownItems).join(', ')}, and ${more} more`;
}
