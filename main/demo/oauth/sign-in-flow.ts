/** Leads a person through the pages of a sign-in: pick a user, consent where the tenant asks for it, and back. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { wrongMethod, type DemoAnswer } from '../server/answer.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import { readParameters } from './parameters.ts';
import { choosePage, companyPage, consentPage, messagePage, type SignInPage } from './sign-in-pages.ts';

export interface SignInFlowParts {
  readonly clock: Clock;
  readonly tenantName: string;
  readonly users: readonly string[];
  /** Whether another page stands between, as with a company's own sign-in. */
  readonly withCompany?: boolean;
}

/** What a person is asked, and what becomes of the answer. */
interface SignInQuestion {
  readonly clientName?: string;
  /** Asks for consent to this scope; absent: no such question. */
  readonly consentTo?: string;
  /** See `WebPage.leadsTo`. */
  readonly leadsTo?: string;
  allow(userName: string): DemoAnswer;
  deny(): DemoAnswer;
}

export interface SignInFlow {
  /** The first page. */
  begin(question: SignInQuestion): DemoAnswer;
  /** To what a page sent to `signInPath`. */
  answer(request: ReceivedRequest): Promise<DemoAnswer>;
}

const lifetimeMs = 10 * 60_000;

export function createSignInFlow({ clock, tenantName, users, withCompany = false }: SignInFlowParts): SignInFlow {
  const open = new Map<string, { readonly question: SignInQuestion; readonly endsAtMs: number; userName?: string }>();

  const pageOf = (id: string, { clientName, leadsTo }: SignInQuestion): SignInPage => ({
    id,
    tenantName,
    ...(clientName === undefined ? {} : { clientName }),
    ...(leadsTo === undefined ? {} : { leadsTo }),
  });

  return {
    begin(question) {
      const id = randomBytes(16).toString('base64url');
      open.set(id, { question, endsAtMs: clock.monotonic() + lifetimeMs });
      return choosePage(pageOf(id, question), users, withCompany);
    },
    async answer(request) {
      if (request.method !== 'POST') return wrongMethod('POST');
      const fields = await readParameters(request, ['form']);
      if ('refusal' in fields) return fields.refusal;
      const id = fields.get('id') ?? '';
      const entry = open.get(id);
      if (entry === undefined || clock.monotonic() >= entry.endsAtMs) {
        return messagePage(400, 'This sign-in is over', 'Start it again from the application that sent you here.');
      }
      const { question } = entry;
      const end = (answer: () => DemoAnswer) => {
        open.delete(id);
        return answer();
      };
      const choice = fields.get('choice');
      if (choice === 'deny') return end(() => question.deny());
      if (choice === 'company' && withCompany) return companyPage(pageOf(id, question), users);
      const { userName } = entry;
      if (choice === 'allow' && userName !== undefined) return end(() => question.allow(userName));
      const picked = fields.get('user');
      if (picked === undefined || !users.includes(picked)) return messagePage(400, 'Nobody was picked', 'Go back.');
      if (question.consentTo === undefined) return end(() => question.allow(picked));
      entry.userName = picked;
      return consentPage(pageOf(id, question), picked, question.consentTo);
    },
  };
}
