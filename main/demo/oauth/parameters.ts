/** Reads the parameters of a request to an OAuth endpoint in the forms that its tenant takes, and no other. */
import { oauthError, type DemoAnswer } from '../server/answer.ts';
import type { ReceivedRequest } from '../server/received-request.ts';

export type ParameterForm = 'form' | 'multipart' | 'json' | 'query';

/** None is empty. */
export type Parameters = ReadonlyMap<string, string>;

export interface Refusal {
  readonly refusal: DemoAnswer;
}

const formOfMediaType: Readonly<Record<string, ParameterForm>> = {
  'application/x-www-form-urlencoded': 'form',
  'multipart/form-data': 'multipart',
  'application/json': 'json',
};

const words: Readonly<Record<ParameterForm, string>> = {
  form: 'a form',
  multipart: 'multipart form data',
  json: 'JSON',
  query: 'query parameters',
};

/** Refuses other methods, other media types, and parameters that are given twice (RFC 6749 section 3.2). */
export async function readParameters(
  request: ReceivedRequest,
  forms: readonly ParameterForm[],
): Promise<Parameters | Refusal> {
  if (request.method !== 'POST') {
    return { refusal: oauthError(405, 'invalid_request', 'Requests are made with POST.', { allow: 'POST' }) };
  }
  if (!forms.includes('query') && request.url.search !== '') {
    return refused('Parameters are sent in the body, not in the address.');
  }
  const fromBody = await readBody(request, forms);
  return 'refusal' in fromBody ? fromBody : collect([...request.url.searchParams, ...fromBody.pairs]);
}

/** What is wrong with the names: one of `required` is missing, or there is one of neither list. */
export function checkNames(
  parameters: Parameters,
  { required, optional = [] }: { readonly required: readonly string[]; readonly optional?: readonly string[] },
): Refusal | undefined {
  const isKnown = (name: string) => required.includes(name) || optional.includes(name);
  if (![...parameters.keys()].every(isKnown)) return refused('There is a parameter that this grant does not have.');
  return findMissing(parameters, required);
}

/** For servers that ignore what they do not know (RFC 6749 section 3.2). */
export function findMissing(parameters: Parameters, required: readonly string[]): Refusal | undefined {
  const missing = required.find((name) => !parameters.has(name));
  return missing === undefined ? undefined : refused(`${missing} is missing.`);
}

export function refused(description: string): Refusal {
  return { refusal: oauthError(400, 'invalid_request', description) };
}

type Pairs = readonly (readonly [name: string, value: unknown])[];

async function readBody(
  { body, headers }: ReceivedRequest,
  forms: readonly ParameterForm[],
): Promise<{ pairs: Pairs } | Refusal> {
  if (body.length === 0) return { pairs: [] };
  const contentType = String(headers['content-type'] ?? '');
  const form = formOfMediaType[contentType.split(';')[0]?.trim().toLowerCase() ?? ''];
  if (form === undefined || !forms.includes(form)) {
    const expected = forms.map((known) => words[known]).join(' or ');
    return { refusal: oauthError(415, 'invalid_request', `Send ${expected}.`) };
  }
  const text = Buffer.from(body).toString();
  if (form === 'form') return { pairs: [...new URLSearchParams(text)] };
  try {
    if (form === 'json') return { pairs: Object.entries(JSON.parse(text) as object) };
    return { pairs: [...(await new Response(body, { headers: { 'content-type': contentType } }).formData())] };
  } catch {
    return refused(`The body is no ${words[form]}.`);
  }
}

/** A parameter without a value counts as left out (RFC 6749 section 3.2). */
function collect(pairs: Pairs): Parameters | Refusal {
  const seen = new Set<string>();
  const parameters = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (seen.has(name)) return refused(`${name} is given twice.`);
    seen.add(name);
    if (typeof value !== 'string') return refused(`${name} is no text.`);
    if (value !== '') parameters.set(name, value);
  }
  return parameters;
}
