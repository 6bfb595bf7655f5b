/** `GET /monitoring/logs`: the API that wants a key and a secret in two headers, and no token. */
import { isSameText } from '../oauth/same-text.ts';
import { wrongMethod, type DemoAnswer } from '../server/answer.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import { apiError, resultPage } from './api-error.ts';

export interface LogApiKey {
  readonly key: string;
  readonly secret: string;
}

const sources = ['am-access', 'am-authentication', 'am-everything', 'idm-access', 'idm-everything'];

export function isLogPath(pathname: string): boolean {
  return pathname === '/monitoring/logs' || pathname === '/monitoring/logs/sources';
}

export function answerLogRequest(request: ReceivedRequest, apiKey: LogApiKey | undefined): DemoAnswer {
  const { pathname, searchParams } = request.url;
  const { 'x-api-key': key = '', 'x-api-secret': secret = '' } = request.headers;
  // Both are compared, so that the time does not tell which was wrong.
  const isKey = isSameText(apiKey?.key ?? '', String(key));
  const isSecret = isSameText(apiKey?.secret ?? '', String(secret));
  if (apiKey === undefined || !isKey || !isSecret) return apiError(401, 'Access Denied');
  if (request.method !== 'GET') return wrongMethod('GET');
  if (pathname === '/monitoring/logs/sources') return resultPage(sources);
  const source = searchParams.get('source');
  if (source === null) return apiError(400, 'source is missing');
  return sources.includes(source) ? resultPage([], '0') : apiError(400, 'source is unknown');
}
