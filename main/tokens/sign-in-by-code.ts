/** Signing in with a browser: the authorization code flow with a listener on this machine, or a pasted address (RFC 8252). */
import { asTokentrayError, forProfile } from '../errors.ts';
import { exchangeCode } from '../grants/code-exchange.ts';
import { withPort } from '../profiles/redirect-uri.ts';
import { readAuthorizationAnswer } from '../sign-in/authorization-answer.ts';
import type { ExpectedAnswer } from '../sign-in/authorization-answer.ts';
import { createAuthorizationRequest } from '../sign-in/authorization-request.ts';
import type { AuthorizationRequest } from '../sign-in/authorization-request.ts';
import type { Closing } from '../sign-in/closing-page.ts';
import { readPastedRedirect } from '../sign-in/pasted-redirect.ts';
import type { Attempt } from './sign-in-attempt.ts';
import type { SignInClient } from './sign-in-client.ts';
import { closingOf } from './sign-in-closing.ts';
import type { CodeSignInParts, CodeSignInPlan } from './sign-in-code-plan.ts';
import { conclude } from './sign-in-conclusion.ts';
import type { PortUse } from './sign-in-ports.ts';

/** Goes on by itself; how it ends is the attempt's state. */
export function runCodeSignIn(
  parts: CodeSignInParts,
  client: SignInClient,
  attempt: Attempt,
  plan: CodeSignInPlan,
): void {
  const signIn = new CodeSignIn(parts, client, attempt, plan);
  const { comesBack } = plan;
  if (comesBack.kind === 'pasted') return signIn.waitForPaste();
  if (comesBack.kind === 'listening') return signIn.listen(comesBack.use);
  const { port } = comesBack;
  attempt.become({ kind: 'waiting-for-port', port });
  void listenInTurn(parts, attempt, port, (use) => signIn.listen(use));
}

async function listenInTurn(
  { ports }: CodeSignInParts,
  attempt: Attempt,
  port: number,
  listen: (use: PortUse) => void,
): Promise<void> {
  try {
    const use = await ports.takeInTurn(port, attempt.signal);
    if (use !== undefined) listen(use);
  } catch (thrown) {
    attempt.fail(asTokentrayError(thrown));
  }
}

class CodeSignIn {
  private readonly parts: CodeSignInParts;
  private readonly client: SignInClient;
  private readonly attempt: Attempt;
  private readonly plan: CodeSignInPlan;
  private stopListening: () => Promise<void> = async () => undefined;

  constructor(parts: CodeSignInParts, client: SignInClient, attempt: Attempt, plan: CodeSignInPlan) {
    this.parts = parts;
    this.client = client;
    this.attempt = attempt;
    this.plan = plan;
  }

  waitForPaste(): void {
    const { redirectUri } = this.plan;
    this.wait('paste', redirectUri, this.request(redirectUri));
  }

  listen(use: PortUse): void {
    const { attempt, client } = this;
    const redirectUri = withPort(this.plan.redirectUri, use.listener.port);
    const request = this.request(redirectUri);
    const forget = use.listener.expect({
      state: request.state,
      redirectUri,
      profile: client.profile.name,
      arrived: (parameters) => this.arrived(parameters, redirectUri, request),
    });
    this.stopListening = () => {
      forget();
      return use.release();
    };
    attempt.whenEnded(this.stopListening);
    this.wait('loopback', redirectUri, request);
  }

  private request(redirectUri: string): AuthorizationRequest {
    const { profile, audience } = this.client;
    const { scope, request } = profile;
    return createAuthorizationRequest({
      endpoint: this.plan.endpoint,
      clientId: this.client.at({}).clientId,
      redirectUri,
      ...(scope === undefined ? {} : { scope }),
      ...(audience === undefined ? {} : { audience }),
      ...(request?.params === undefined ? {} : { params: request.params }),
    });
  }

  private wait(finish: 'loopback' | 'paste', redirectUri: string, request: AuthorizationRequest): void {
    const { attempt } = this;
    const { url } = request;
    attempt.become(
      { kind: 'waiting-for-person', url, finish, redirectUri, expiresAtMs: attempt.expiresAtMs },
      { paste: (text) => this.pasted(text, redirectUri, request) },
    );
  }

  /** An answer that is not to be believed ends the sign-in: whoever sent it knows the state. */
  private async arrived(
    parameters: URLSearchParams,
    redirectUri: string,
    request: AuthorizationRequest,
  ): Promise<Closing> {
    const { attempt } = this;
    if (attempt.state().kind !== 'waiting-for-person') return { kind: 'over' };
    try {
      await this.exchange(readAuthorizationAnswer(parameters, this.expected(request)), redirectUri, request);
    } catch (thrown) {
      attempt.fail(asTokentrayError(thrown));
    }
    return closingOf(attempt.state(), this.client.profile);
  }

  /** A person may have copied the wrong address: what is not to be believed is refused, and the sign-in goes on. */
  private async pasted(text: string, redirectUri: string, request: AuthorizationRequest): Promise<void> {
    const { attempt, client } = this;
    try {
      const parameters = readPastedRedirect(text, redirectUri);
      await this.exchange(readAuthorizationAnswer(parameters, this.expected(request)), redirectUri, request);
    } catch (thrown) {
      const error = forProfile(asTokentrayError(thrown), client.profile.name);
      if (error.code === 'auth.sign_in_invalid') throw error;
      attempt.fail(error);
    }
  }

  private expected({ state, codeVerifier, nonce }: AuthorizationRequest): ExpectedAnswer {
    const { issuer } = this.client.profile;
    return {
      state,
      promisesIss: this.plan.promisesIss,
      host: new URL(this.plan.endpoint).host,
      secrets: nonce === undefined ? [codeVerifier] : [codeVerifier, nonce],
      ...(issuer === undefined ? {} : { issuer }),
    };
  }

  /** Never rejects: how it ends is the attempt's state. */
  private async exchange(code: string, redirectUri: string, request: AuthorizationRequest): Promise<void> {
    const { parts, client, attempt } = this;
    const { codeVerifier, nonce } = request;
    attempt.become({ kind: 'finishing' });
    await conclude(parts, client, attempt, (options) =>
      exchangeCode(parts.http, client.at(options), {
        code,
        redirectUri,
        codeVerifier,
        ...(nonce === undefined ? {} : { nonce }),
      }),
    );
    // However long the person takes to decide whose session it is, nobody comes back any more.
    void this.stopListening();
  }
}
