/** Issues about fields as text: the same words wherever a person reads them. */
import type { Issue } from '../errors.ts';
import { oneLine, sentence } from './phrases.ts';

/** One issue on one line, such as `endpoints.token: Must begin with https://. Example: https://id.example.com/token.` */
export function issueText(issue: Issue): string {
  const parts = [
    sentence(issue.message),
    ...(issue.suggestion === undefined ? [] : [`Perhaps ${issue.suggestion} was meant.`]),
    ...(issue.example === undefined || issue.suggestion !== undefined ? [] : [`Example: ${issue.example}.`]),
  ];
  return oneLine(`${issue.path === '' ? '' : `${issue.path}: `}${parts.join(' ')}`);
}

const mostShown = 8;

/** All issues as further sentences, numbered when there are several; empty when there are none. */
export function issueSentences(issues: readonly Issue[] = []): string {
  const [only] = issues;
  if (only === undefined) return '';
  if (issues.length === 1) return ` ${issueText(only)}`;
  const shown = issues.slice(0, mostShown).map((issue, index) => ` (${index + 1}) ${issueText(issue)}`);
  const rest = issues.length - shown.length;
  return shown.join('') + (rest > 0 ? ` And ${rest} more.` : '');
}
