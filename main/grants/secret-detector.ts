/** Tells whether a text that a server wrote gives away a part of a secret that it was sent. */
import { readings } from './readings.ts';
import { secretForms } from './secret-forms.ts';

/** True for a text that holds one of the secrets, in whatever spelling, or a run of characters of one. */
export type QuotesSecret = (text: string) => boolean;

/**
 * What the protocol says whoever uses it (RFC 6749, RFC 6750), so that it tells nothing of a secret in which it occurs.
 * The client id is no such word: people paste secrets into its field.
 */
const ordinary = [
  'ACCESS ACCESSDENIED ACCESSTOKEN APPLICATION ASSERTION AUTHENTICATION AUTHORIZATION AUTHORIZATIONCODE BEARER',
  'CLIENTAUTHENTICATION CLIENTCREDENTIALS CLIENTID CLIENTSECRET EXPIRED GRANTTYPE INVALIDCLIENT INVALIDGRANT',
  'INVALIDREQUEST INVALIDSCOPE INVALIDTOKEN PASSWORD REFRESHTOKEN SERVERERROR SERVICE TEMPORARILYUNAVAILABLE TENANT',
  'UNAUTHORIZED UNAUTHORIZEDCLIENT UNSUPPORTEDGRANTTYPE',
].join(' ');

/** Shorter ones are in many texts by chance. */
const minRun = 4;

/** Longer ones would miss too much: of a random secret so many characters hardly ever turn up by chance. */
const maxRun = 6;

/** Half of a short secret is a trace of it; of a long one a few characters are. */
function runLength(form: string): number {
  return Math.min(Math.max(Math.floor(form.length / 2), minRun), maxRun);
}

/**
 * A search for traces of these secrets. A text is suspected where any reading of it shares a run of four to six characters,
 * by the length of the secret, with any reading of any form of a secret. A run of ordinary words is no trace, unless it
 * is the whole secret. Rather a harmless text is suspected than a telling one believed.
 */
export function secretDetector(secrets: readonly string[]): QuotesSecret {
  const whole = secrets.map((secret) => readings(secret)[0] ?? '').filter((reading) => reading !== '');
  const forms = [...new Set(secrets.flatMap(secretForms).flatMap(readings))];
  return (text) => {
    const texts = readings(text);
    if (texts.some((reading) => whole.some((secret) => reading.includes(secret)))) return true;
    const bySize = new Map<number, ReadonlySet<string>>();
    return forms.some((form) => {
      const size = runLength(form);
      const found = bySize.get(size) ?? new Set(texts.flatMap((reading) => runs(reading, size)));
      bySize.set(size, found);
      return runs(form, size).some((run) => found.has(run) && !isOrdinary(run));
    });
  };
}

function runs(text: string, size: number): string[] {
  return Array.from({ length: Math.max(0, text.length - size + 1) }, (_, at) => text.slice(at, at + size));
}

/** Words may be joined by one hyphen or underscore within a run. */
function isOrdinary(run: string): boolean {
  return ordinary.includes(run.replace(/[-_]/, ''));
}
