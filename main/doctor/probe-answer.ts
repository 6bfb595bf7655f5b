/** Says in words what the answer to a probe means. */
import { codes, durationWords, itsWords, sentence } from '../error-texts/phrases.ts';
import { retryAfterMs } from '../grants/retry-after.ts';
import type { HttpAnswer } from '../http/http.ts';
import type { Explanation } from '../systems/system.ts';
import { forbidden, unauthorized } from './probe-denied.ts';
import type { ProbeVerdict } from './probe-result.ts';
import type { ProbedCall } from './probe-target.ts';
import { serverWords } from './server-words.ts';

type Meaning = Explanation & { readonly verdict: ProbeVerdict };

/** Quotes nothing of the answer but the server's own words, scrubbed of tokens and secrets. */
export function readProbeAnswer(answer: HttpAnswer, call: ProbedCall): Meaning {
  const meaning = meaningOf(answer, call);
  return { ...meaning, what: sentence(meaning.what), next: sentence(meaning.next) };
}

function meaningOf(answer: HttpAnswer, call: ProbedCall): Meaning {
  const { status } = answer;
  const { host } = call.target.url;
  const server = codes({ status });
  const said = status >= 400 ? serverWords(answer, call.token) : {};
  if (status < 300) return isWebPage(answer) ? webPage(call) : works(call, status);
  if (status === 401) return { verdict: 'unauthorized', ...unauthorized(answer, call, said) };
  if (status === 403 && isWebPage(answer)) {
    return {
      verdict: 'forbidden',
      what: `the server ${host} forbids the call with a web page${server}, as firewalls and restrictions to certain networks do`,
      next: 'Try from the network or VPN that the tenant may be used from, and ask whoever runs it',
    };
  }
  if (status === 403) return { verdict: 'forbidden', ...forbidden(answer, call, said) };
  if (status === 404 || status === 405 || status === 410) return { verdict: 'wrong-path', ...wrongPath(call, status) };
  if (status === 429) {
    const waitMs = retryAfterMs(answer);
    return {
      verdict: 'rate-limited',
      what: `the server ${host} was asked too often${server}.${itsWords(said)}`,
      next: `Try again in ${waitMs === undefined ? 'a while' : durationWords(waitMs)}; the token is not the reason`,
    };
  }
  if (status >= 500 || status === 408) {
    return {
      verdict: 'server-error',
      what: `the server ${host} has a fault of its own${server}.${itsWords(said)}`,
      next: 'Try again in a while; the token is not the reason',
    };
  }
  return {
    verdict: 'unclear',
    what: `the server ${host} took the call and finds it wrong${server}, which says nothing about the token.${itsWords(said)}`,
    next: 'Compare address and parameters with what the vendor documents for this call',
  };
}

function works({ target }: ProbedCall, status: number): Meaning {
  return {
    verdict: 'works',
    what: `The token works: GET ${target.url.pathname} was answered${codes({ status })}`,
    next: target.isGiven ? 'Nothing needs to be done' : 'If another call fails, probe its address',
  };
}

function webPage({ target: { url } }: ProbedCall): Meaning {
  return {
    verdict: 'wrong-host',
    what: `the server ${url.host} answered with a web page, and not as an API does`,
    next: 'Check the tenant and "endpoints.api" of the profile: this is the host of a user interface, or a sign-in page of your network stands in between',
  };
}

function wrongPath({ profile, target }: ProbedCall, status: number): Explanation {
  const { url, isKnown, checks } = target;
  const problem = checks.find(({ ok }) => ok === false)?.words;
  if (!isKnown) {
    return {
      what: `There is nothing at the base of the API${codes({ status })}, so this says nothing about the token`,
      next: `Give an address to ask: tokentray probe ${profile.name} URL`,
    };
  }
  return {
    what:
      status === 405
        ? `the server ${url.host} takes no GET at ${url.pathname}${codes({ status })}, and a probe only reads`
        : `the server ${url.host} knows no ${url.pathname}${codes({ status })}`,
    next:
      problem ??
      (status === 405
        ? 'Give the address of something that can be read'
        : 'Check version and spelling of the path, and the ids in it, against what the vendor documents'),
  };
}

function isWebPage({ headers, body }: HttpAnswer): boolean {
  return (
    /^(text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '') || /^\s*<(!doctype|html)/i.test(body)
  );
}
