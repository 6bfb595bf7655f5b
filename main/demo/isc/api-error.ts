/** The errors of ISC's API, in the forms that the vendor's API reference gives. */
import { randomUUID } from 'node:crypto';
import { json, type DemoAnswer } from '../server/answer.ts';

export function notFound(): DemoAnswer {
  return apiError(404, '404 Not found', 'The server did not find a current representation for the target resource.');
}

export function badRequest(text: string): DemoAnswer {
  return apiError(400, '400.1 Bad Request Content', text);
}

/** For a token without a user, and for a user without the right. */
export function forbidden(): DemoAnswer {
  return apiError(403, '403 Forbidden', 'The server understood the request but refuses to authorize it.');
}

export function unauthorized(error: string, challenge: string): DemoAnswer {
  return json(401, { error }, { 'www-authenticate': challenge });
}

function apiError(status: number, detailCode: string, text: string): DemoAnswer {
  const messages = [{ locale: 'en-US', localeOrigin: 'DEFAULT', text }];
  return json(status, { detailCode, trackingId: randomUUID().replaceAll('-', ''), messages, causes: [] });
}
