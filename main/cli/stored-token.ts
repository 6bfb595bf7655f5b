/** Reads a token from the data folder, where no agent runs: the part of the quick way that needs storage. */
import { existsSync } from 'node:fs';
import type { TokenAsk } from '../agent/token-ask.ts';
import { systemClock } from '../clock.ts';
import { isPlainObject } from '../profiles/plain-object.ts';
import type { Profile, StoredProfile } from '../profiles/profile.ts';
import { osKeychain } from '../storage/keychain.ts';
import { openStorage } from '../storage/open-storage.ts';
import type { TokenRecord } from '../storage/records.ts';
import type { Storage } from '../storage/storage.ts';
import { identityMismatch } from '../systems/token-identity.ts';
import { livesLongEnough, remainingMs } from '../tokens/state.ts';
import { defaultMinValidMs } from '../tokens/tokens.ts';

const busyTimeoutMs = 5_000;

/**
 * What the full program would print without a request, with its newline; undefined when it would need one, or would have to
 * find out more. Rejects with `storage.*`.
 */
export async function storedToken(
  ask: TokenAsk,
  home: string,
  passphrase: string | undefined,
): Promise<string | undefined> {
  if (!existsSync(home)) return undefined;
  const storage = openStorage({
    home,
    clock: systemClock,
    keychain: osKeychain(),
    newVaultMode: () => 'os',
    passphrase: async () => passphrase,
    busyTimeoutMs,
    // The real check takes as long to load as everything here, and what is printed needs no request.
    readProfile: (definition) =>
      isPlainObject(definition) ? { profile: definition as unknown as Profile } : { issues: [] },
  });
  try {
    const stored = profileMeant(storage, ask.name);
    const facts = stored === undefined ? undefined : storage.tokens.facts(stored.id);
    if (stored === undefined || facts === undefined) return undefined;
    // The full program tells whose token it is.
    if (identityMismatch(stored.profile, facts.identity) !== undefined) return undefined;
    const minValidMs = ask.minValidSeconds === undefined ? defaultMinValidMs : ask.minValidSeconds * 1_000;
    if (!livesLongEnough(remainingMs(facts, systemClock.now()), minValidMs)) return undefined;
    const record = await storage.tokens.read(stored.id);
    if (record === undefined) return undefined;
    const text = await render(ask, stored.profile, record);
    storage.history.append(stored.id, { what: 'given' });
    return `${text}\n`;
  } finally {
    storage.close();
  }
}

/** Without a name, only the profile that was chosen as the default; other rules are for the full program. */
function profileMeant({ profiles, settings }: Storage, name: string | undefined): StoredProfile | undefined {
  if (name !== undefined) return profiles.find(name);
  const id = settings.get('defaultProfile');
  return typeof id === 'string' ? profiles.get(id) : undefined;
}

async function render(ask: TokenAsk, profile: Profile, token: TokenRecord): Promise<string> {
  if (ask.as === undefined || ask.as === 'raw') return token.accessToken;
  const { renderSnippet, snippetKinds } = await import('../snippets/snippet.ts');
  const kind = snippetKinds.find((known) => known === ask.as) ?? 'raw';
  return renderSnippet(kind, { profile, token, literal: ask.literal === true, wishes: ask });
}
