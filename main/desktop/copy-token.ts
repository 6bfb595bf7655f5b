/** Copies a token that is good for at least a minute, as asked from tray or window. */
import type { CopyReply } from '../../preload/replies.ts';
import type { Profile } from '../profiles/profile.ts';
import { secondsOf } from '../settings/setting-value.ts';
import type { Settings } from '../settings/settings.ts';
import { renderSnippet } from '../snippets/snippet.ts';
import type { SnippetKind } from '../snippets/snippet.ts';
import { identityMismatch } from '../systems/token-identity.ts';
import { defaultMinValidMs } from '../tokens/tokens.ts';
import type { TokenResult } from '../tokens/tokens.ts';
import type { TokenClipboard } from './clipboard-token.ts';
import type { DesktopPorts } from './ports.ts';
import type { ProductionGuard } from './production-guard.ts';

export interface CopyRequest {
  readonly id: string;
  readonly as: SnippetKind;
  /** The person was asked what the last reply for this profile asks, and said yes. */
  readonly confirmed?: boolean;
  /** Puts the token itself into a snippet, in place of the command that fetches it. */
  readonly literal?: boolean;
  readonly from: 'tray' | 'window';
}

/** Rejects with a TokentrayError: `auth.*`, `network.*`, `storage.*`, `config.*`; `internal.cancelled` when nothing was copied because nobody wanted it any more. */
export type CopyToken = (request: CopyRequest) => Promise<CopyReply>;

/** Runs `write` while a window of the application is focused, and hands on what it answers. Rejects with `internal.cancelled`. */
export type WriteFocused = <Result>(name: string, write: () => Promise<Result>) => Promise<Result>;

/** What is to be asked before anything is copied. */
export type CopyQuestion = Exclude<CopyReply, { readonly outcome: 'copied' }>;

export interface CopyTokenParts {
  readonly ports: {
    readonly settings: Pick<Settings, 'get'>;
    readonly engine: Pick<DesktopPorts['engine'], 'token'>;
    readonly storage: Pick<DesktopPorts['storage'], 'history'>;
  };
  readonly clipboard: Pick<TokenClipboard, 'put'>;
  readonly guard: ProductionGuard;
  /** For the tray under Wayland, which takes nothing from an application without focus; absent elsewhere. */
  readonly writeFocused?: WriteFocused;
}

export function createCopyToken({ ports, clipboard, guard, writeFocused }: CopyTokenParts): CopyToken {
  /** What was asked last, by profile id: a yes is an answer to that, and to nothing that turns up later. */
  const asked = new Map<string, CopyQuestion['outcome']>();

  function openQuestion(result: TokenResult, { confirmed = false }: CopyRequest): CopyQuestion | undefined {
    const { id } = result.profile;
    const question = questionOf(result, guard);
    const answered = confirmed ? asked.get(id) : undefined;
    asked.delete(id);
    if (question === undefined || question.outcome === answered) return undefined;
    asked.set(id, question.outcome);
    return question;
  }

  return async (request) => {
    const result = await ports.engine.token(request.id, { minValidMs: defaultMinValidMs });
    const question = openQuestion(result, request);
    if (question !== undefined) return question;
    const { profile } = result.profile;
    const write = () => clipboard.put(snippetOf(result, request), clipboardStayMs(ports.settings, profile));
    const isUnfocused = request.from === 'tray' && writeFocused !== undefined;
    const clearsAtMs = await (isUnfocused ? writeFocused(profile.label ?? profile.name, write) : write());
    if (request.confirmed === true) guard.agreed(request.id);
    ports.storage.history.append(request.id, { what: 'copied', as: request.as });
    return { outcome: 'copied', remainingMs: result.remainingMs, belowMinimum: result.belowMinimum, clearsAtMs };
  };
}

/** One question is enough: that a token is somebody else's is the graver matter, and names the profile too. */
function questionOf({ profile: stored, token }: TokenResult, guard: ProductionGuard): CopyQuestion | undefined {
  const mismatch = identityMismatch(stored.profile, token.identity);
  if (mismatch !== undefined) return { outcome: 'unexpected-identity', ...mismatch };
  return guard.asks(stored) ? { outcome: 'production-guard', environment: 'production' } : undefined;
}

function snippetOf({ profile: { profile }, token }: TokenResult, { as, literal = false }: CopyRequest): string {
  return renderSnippet(as, { profile, token, literal });
}

/**
 * How long the token of this profile stays on the clipboard as the person has set it, ms; 0: for good. That of a production
 * profile never stays longer than the others.
 */
export function clipboardStayMs(
  settings: Pick<Settings, 'get'>,
  { environment }: Pick<Profile, 'environment'>,
): number {
  const usual = secondsOf(settings, 'clipboardSeconds');
  const sooner = environment === 'production' ? secondsOf(settings, 'productionClipboardSeconds') : 0;
  if (sooner === 0) return usual * 1_000;
  return (usual === 0 ? sooner : Math.min(usual, sooner)) * 1_000;
}
