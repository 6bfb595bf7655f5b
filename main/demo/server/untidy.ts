/** Answers as untidy servers give them: right in substance, and not in the form that RFC 6749 asks for. */
import type { DemoAnswer } from './answer.ts';

type Members = Readonly<Record<string, unknown>>;

const memberChanges = {
  'expires-in-text': (members) => ({ ...members, expires_in: String(members['expires_in']) }),
  'expires-in-null': (members) => ({ ...members, expires_in: null }),
  'no-expires-in': (members) => ({ ...members, expires_in: undefined }),
  'no-token-type': (members) => ({ ...members, token_type: undefined }),
  'scope-list': (members) => ({ ...members, scope: [members['scope']].flatMap(words) }),
} satisfies Record<string, (members: Members) => Members>;

const answerChanges = {
  'status-201': (answer) => (answer.status === 200 ? { ...answer, status: 201 } : answer),
  'no-date': (answer) => ({ ...answer, undated: true }),
  /** An OAuth error that calls itself a web page. */
  'error-as-html': (answer) =>
    isError(answer) ? { ...answer, headers: { ...answer.headers, 'content-type': 'text/html' } } : answer,
  /** An OAuth error of which the body says nothing. */
  'error-in-challenge': (answer) => (isError(answer) ? challenge(answer) : answer),
} satisfies Record<string, (answer: DemoAnswer) => DemoAnswer>;

export type Untidiness = keyof typeof memberChanges | keyof typeof answerChanges;

export function untidy(answer: DemoAnswer, ways: readonly Untidiness[]): DemoAnswer {
  return ways.reduce((changed, way) => change(changed, way), answer);
}

function change(answer: DemoAnswer, way: Untidiness): DemoAnswer {
  if (!(way in memberChanges)) return answerChanges[way as keyof typeof answerChanges](answer);
  if (isError(answer)) return answer;
  const members = memberChanges[way as keyof typeof memberChanges](JSON.parse(answer.body) as Members);
  return { ...answer, body: JSON.stringify(members) };
}

function words(scope: unknown): readonly string[] {
  return typeof scope === 'string' ? scope.split(' ') : [];
}

function isError({ status }: DemoAnswer): boolean {
  return status >= 400;
}

/** RFC 6750 section 3, as some authorization servers do it as well. */
function challenge(answer: DemoAnswer): DemoAnswer {
  const { error, error_description: description } = JSON.parse(answer.body) as Members;
  const { 'content-type': _, ...headers } = answer.headers;
  const value = `Bearer error="${String(error)}", error_description="${String(description)}"`;
  return { ...answer, headers: { ...headers, 'www-authenticate': value }, body: '' };
}
