/** Copies a token that is good for at least a minute, as asked from tray or window. */
import type { CopyReply } from '../../preload/replies.ts';
import { settingValue } from '../settings/setting-value.ts';
import type { Settings } from '../settings/settings.ts';
import { renderSnippet } from '../snippets/snippet.ts';
import type { SnippetKind } from '../snippets/snippet.ts';
import { identityMismatch } from '../systems/token-identity.ts';
import { defaultMinValidMs } from '../tokens/tokens.ts';
import type { TokenResult } from '../tokens/tokens.ts';
import type { TokenClipboard } from './clipboard-token.ts';
import type { DesktopPorts } from './ports.ts';

export interface CopyRequest {
  readonly id: string;
  readonly as: SnippetKind;
  /** The person knows that the token is not that of the expected user or org. */
  readonly confirmed?: boolean;
  /** Puts the token itself into a snippet, in place of the command that fetches it. */
  readonly literal?: boolean;
  readonly from: 'tray' | 'window';
}

/** Rejects with a TokentrayError: `auth.*`, `network.*`, `storage.*`, `config.*`; `internal.cancelled` when nothing was copied because nobody wanted it any more. */
export type CopyToken = (request: CopyRequest) => Promise<CopyReply>;

/** Runs `write` while a window of the application is focused, and hands on what it answers. Rejects with `internal.cancelled`. */
export type WriteFocused = <Result>(name: string, write: () => Promise<Result>) => Promise<Result>;

export interface CopyTokenParts {
  readonly ports: {
    readonly engine: Pick<DesktopPorts['engine'], 'token'>;
    readonly storage: Pick<DesktopPorts['storage'], 'history'>;
  };
  readonly clipboard: Pick<TokenClipboard, 'put'>;
  /** For the tray under Wayland, which takes nothing from an application without focus; absent elsewhere. */
  readonly writeFocused?: WriteFocused;
}

export function createCopyToken({ ports, clipboard, writeFocused }: CopyTokenParts): CopyToken {
  return async (request) => {
    const result = await ports.engine.token(request.id, { minValidMs: defaultMinValidMs });
    const { profile } = result.profile;
    const mismatch = identityMismatch(profile, result.token.identity);
    if (mismatch !== undefined && request.confirmed !== true) return { outcome: 'unexpected-identity', ...mismatch };
    const write = () => clipboard.put(snippetOf(result, request));
    const isUnfocused = request.from === 'tray' && writeFocused !== undefined;
    const clearsAtMs = await (isUnfocused ? writeFocused(profile.label ?? profile.name, write) : write());
    ports.storage.history.append(request.id, { what: 'copied', as: request.as });
    return { outcome: 'copied', remainingMs: result.remainingMs, belowMinimum: result.belowMinimum, clearsAtMs };
  };
}

function snippetOf({ profile: { profile }, token }: TokenResult, { as, literal = false }: CopyRequest): string {
  return renderSnippet(as, { profile, token, literal });
}

/** How long a token stays on the clipboard as the person has set it, ms; 0: for good. */
export function clipboardStayMs(settings: Pick<Settings, 'get'>): number {
  return Number(settingValue(settings, 'clipboardSeconds')) * 1_000;
}
