/** The errors of PingOne AIC's APIs. */
import { json, type DemoAnswer } from '../server/answer.ts';

const reasons = { 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found' } as const;

export function apiError(code: keyof typeof reasons, message: string): DemoAnswer {
  const challenge = code === 401 ? { 'www-authenticate': 'Bearer' } : undefined;
  return json(code, { code, reason: reasons[code], message }, challenge);
}

/** As the APIs list things. */
export function resultPage(result: readonly unknown[], resultCount: number | string = result.length): DemoAnswer {
  return json(200, {
    result,
    resultCount,
    pagedResultsCookie: null,
    totalPagedResultsPolicy: 'NONE',
    totalPagedResults: -1,
    remainingPagedResults: -1,
  });
}
