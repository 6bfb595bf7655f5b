/** `tokentray claims`: what a token says about itself, read offline. */
import { Command } from 'commander';
import { isoInstant } from '../clock.ts';
import { holdsSession } from '../tokens/auth-kinds.ts';
import { decodeClaims } from '../tokens/claims.ts';
import type { Claims } from '../tokens/claims.ts';
import { variables, withManual } from './manual.ts';
import { jsonOption, optionalNameArgument } from './options.ts';
import { printableJson } from './printable.ts';
import type { Session } from './session.ts';
import { paint } from './style.ts';
import { whenWords } from './times.ts';
import { UsageError } from './usage-error.ts';

export function claimsCommand(session: Session): Command {
  const command = new Command('claims')
    .addArgument(optionalNameArgument('profile whose stored token is read; - reads a token from standard input'))
    .addOption(jsonOption())
    .action((name: string | undefined, { json = false }: { json?: boolean }) => claims(session, name, json));
  return withManual(command, {
    summary: 'decode a token offline',
    description:
      'Shows the header and the claims of a token (a JWT). Nothing is sent anywhere and nothing is stored; a token from ' +
      "standard input may be anybody's, and a refresh token of ISC is recognised. The signature is not checked: what is " +
      'shown is what the token says, no more.',
    examples: [
      ['tokentray claims acme-prod', 'The token that is stored for a profile'],
      ['pbpaste | tokentray claims -', 'A token from the clipboard; a leading "Bearer " does not matter'],
      ['tokentray claims acme-prod --json | jq .payload.authorities', 'One claim'],
    ],
    exitCodes: [2, 3, 7],
    environment: [variables.home, variables.passphrase],
  });
}

async function claims(session: Session, name: string | undefined, json: boolean): Promise<void> {
  if (name?.includes('eyJ') === true) {
    throw new UsageError(
      'A token is not given as an argument, where other programs and the history of the shell see it.',
      'Give it on standard input: tokentray claims -',
    );
  }
  const { token, nowMs } = name === '-' ? await foreignToken(session) : await storedToken(session, name);
  const decoded = decodeClaims(token);
  if (decoded === undefined) {
    throw new UsageError(
      'This is no JWT that can be read: the token is opaque, encrypted or incomplete.',
      'An opaque token can only be explained by the server that issued it.',
    );
  }
  session.io.out.write(json ? jsonOf(decoded) : wordsOf(decoded, nowMs, session));
}

function jsonOf({ header, payload, expiresAtMs }: Claims): string {
  const expiresAt = expiresAtMs === null ? null : isoInstant(expiresAtMs);
  const isRefreshToken = namesAccessToken(payload);
  return `${printableJson({ header, payload, expiresAt, isRefreshToken, signatureVerified: false })}\n`;
}

function wordsOf({ header, payload, expiresAtMs }: Claims, nowMs: number, { io: { out } }: Session): string {
  const lines = [
    paint(out, 'strong', 'Header'),
    printableJson(header),
    paint(out, 'strong', 'Payload'),
    printableJson(payload),
    expiryWords(expiresAtMs, nowMs),
    ...(namesAccessToken(payload) ? [refreshTokenWords] : []),
    'The signature was not verified: this is what the token says about itself.',
  ];
  return `${lines.join('\n')}\n`;
}

/** Refresh tokens of ISC carry the id of the access token that they came with. */
function namesAccessToken({ ati }: Claims['payload']): boolean {
  return typeof ati === 'string';
}

const refreshTokenWords =
  'This is a refresh token (its "ati" names an access token): no API takes it, and its expiry is the end of the session.';

function expiryWords(expiresAtMs: number | null, nowMs: number): string {
  if (expiresAtMs === null) return 'Expiry: the token does not say.';
  const when = whenWords(expiresAtMs, nowMs);
  return expiresAtMs > nowMs ? `Expiry: ${when}.` : `Expiry: ${when}. It has expired.`;
}

interface FoundToken {
  readonly token: string;
  readonly nowMs: number;
}

async function foreignToken({ io, clock }: Session): Promise<FoundToken> {
  // A terminal's own line editing would cut tokens off at 4,096 characters.
  const asks = io.input.isTerminal && io.prompt.isPossible();
  const text = asks ? await io.prompt.secret('Token to decode (not shown): ') : await io.input.readAll();
  return { token: bare(text), nowMs: clock.now() };
}

/** As it is copied from JSON, from code or from a header. */
function bare(text: string): string {
  const unquoted = /^(["'])(.*)\1,?$/s.exec(text.trim())?.[2] ?? text;
  return unquoted.trim().replace(/^(authorization:\s*)?bearer\s+/i, '');
}

async function storedToken(session: Session, name: string | undefined): Promise<FoundToken> {
  const services = await session.services();
  const { engine, storage } = services;
  const { id, profile } = services.profile(name);
  const held = await heldByAgent(session, profile.name);
  const token = held ?? (await engine.tokenRecord(id))?.accessToken;
  if (token !== undefined) return { token, nowMs: session.clock.now() };
  const isSignedOut = holdsSession(profile) && storage.sessions.facts(id) === undefined;
  throw new UsageError(
    `No token is stored for ${profile.name}, and this command asks no server.`,
    isSignedOut ? `Sign in first: tokentray login ${profile.name}` : `Get one first: tokentray token ${profile.name}`,
  );
}

/** The agent's vault is open already; it is asked only for what it has stored. */
async function heldByAgent(session: Session, name: string): Promise<string | undefined> {
  const agent = await session.agent();
  const reply = await agent?.token({ name, cached: true, minValidSeconds: 0 });
  return reply === undefined || reply.text === '' ? undefined : reply.text.trimEnd();
}
