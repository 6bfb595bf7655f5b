/** What a person sees who signs in at a demo tenant: buttons in place of passwords. */
import type { DemoAnswer } from '../server/answer.ts';
import { markup, webPage, type Html } from './web-page.ts';

export const signInPath = '/sign-in';

export interface SignInPage {
  /** Of this sign-in; the page sends it back. */
  readonly id: string;
  readonly tenantName: string;
  /** Whom the person lets in; absent where it is for the tenant's own pages. */
  readonly clientName?: string;
  /** See `WebPage.leadsTo`. */
  readonly leadsTo?: string;
}

export function choosePage(page: SignInPage, users: readonly string[], withCompany: boolean): DemoAnswer {
  return shown(
    page,
    `Sign in to ${page.tenantName}`,
    markup`<p>This is a demo tenant: pick a user.</p>
      ${page.clientName === undefined ? undefined : markup`<p>You are signing in for ${page.clientName}.</p>`}
      ${form(page, [
        ...users.map((user) => button('user', user, `Sign in as ${user}`)),
        ...(withCompany ? [button('choice', 'company', 'Sign in with company SSO')] : []),
        button('choice', 'deny', 'Deny'),
      ])}`,
  );
}

/** Where another system knows the person: the tenant asks no more. */
export function companyPage(page: SignInPage, users: readonly string[]): DemoAnswer {
  return shown(
    page,
    'Company SSO',
    markup`<p>This stands for your company’s own sign-in page. It sends you back to ${page.tenantName}.</p>
      ${form(page, [
        ...users.map((user) => button('user', user, `Continue as ${user}`)),
        button('choice', 'deny', 'Deny'),
      ])}`,
  );
}

export function consentPage(page: SignInPage, user: string, scope: string): DemoAnswer {
  const scopes = scope.split(' ').filter((name) => name !== '');
  const wants = scopes.length === 0 ? undefined : markup`<ul>${scopes.map((name) => markup`<li>${name}</li>`)}</ul>`;
  return shown(
    page,
    `Allow ${page.clientName ?? page.tenantName}?`,
    markup`<p>You are signed in as ${user}. ${page.clientName ?? page.tenantName} asks to act for you.</p>
      ${wants}
      ${form(page, [button('choice', 'allow', 'Allow'), button('choice', 'deny', 'Deny')])}`,
  );
}

export function messagePage(status: number, title: string, text: string): DemoAnswer {
  return webPage({ status, title, content: markup`<p>${text}</p>` });
}

function shown({ leadsTo }: SignInPage, title: string, content: Html): DemoAnswer {
  return webPage({ title, content, ...(leadsTo === undefined ? {} : { leadsTo }) });
}

function form({ id }: SignInPage, buttons: readonly Html[]): Html {
  return markup`<form method="post" action="${signInPath}">
    <input type="hidden" name="id" value="${id}" />${buttons}
  </form>`;
}

function button(name: string, value: string, label: string): Html {
  return markup`<button type="submit" name="${name}" value="${value}">${label}</button>`;
}
