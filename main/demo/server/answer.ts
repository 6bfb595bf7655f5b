/** What a demo tenant answers, before it becomes bytes. */

export interface DemoAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Without a Date header, as some servers answer. */
  readonly undated?: true;
}

type Headers = DemoAnswer['headers'];

export function json(status: number, body: unknown, headers: Headers = {}): DemoAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
    body: JSON.stringify(body),
  };
}

/** What a gateway or portal shows in place of an answer. */
export function page(status: number, headers: Headers = {}): DemoAnswer {
  const body = `<!doctype html><html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`;
  return { status, headers: { 'content-type': 'text/html;charset=UTF-8', ...headers }, body };
}

/** RFC 6749 section 5.2. */
export function oauthError(status: number, error: string, description: string, headers: Headers = {}): DemoAnswer {
  return json(status, { error, error_description: description }, { ...unstored, ...headers });
}

/** RFC 6749 section 5.1. */
export function tokenAnswer(members: Readonly<Record<string, unknown>>): DemoAnswer {
  return json(200, members, { ...unstored, pragma: 'no-cache' });
}

export function wrongMethod(allowed: 'GET' | 'POST'): DemoAnswer {
  return json(405, { error: `Only ${allowed} is served here` }, { allow: allowed });
}

/** Sends a browser on, with GET whatever it came with. */
export function seeOther(location: string, headers: Headers = {}): DemoAnswer {
  return { status: 303, headers: { location, ...unstored, ...headers }, body: '' };
}

const unstored = { 'cache-control': 'no-store' };
