/** What the tray's icon and tooltip say about all profiles together, as a pure function. */
import type { Appearance } from '../tokens/state.ts';
import { sessionEnd } from './tray-sign-in-rows.ts';
import { hasToken, titleOf } from './watched-profiles.ts';
import type { WatchedProfile } from './watched-profiles.ts';
import { environmentMark, shortened, stateWords } from './tray-words.ts';
import type { WhenAndWhere } from './tray-words.ts';

/** Those of a profile, and a tick for a moment after a copy. */
export type TrayAppearance = Appearance | 'copied';

export interface TrayPicture {
  readonly appearance: TrayAppearance;
  readonly tooltip: string;
}

export interface TrayMoment {
  readonly kind: 'working' | 'copied';
  /** The profile whose token is being copied, or was. */
  readonly title: string;
}

/** The longest tooltip that Windows shows whole. */
const tooltipCharacters = 127;
const titleCharacters = 48;

export interface TrayInput extends WhenAndWhere {
  readonly profiles: readonly WatchedProfile[];
  readonly isDemo: boolean;
  /** What happens right now because of a click. */
  readonly moment?: TrayMoment;
}

export function trayPicture(input: TrayInput): TrayPicture {
  const { moment, profiles } = input;
  const lines = moment === undefined ? [defaultLine(input), ...countLine(profiles)] : [momentLine(moment)];
  const tooltip = (input.isDemo ? ['Tokentray Demo', ...lines] : lines).join('\n');
  return { appearance: moment?.kind ?? overall(profiles), tooltip: shortened(tooltip, tooltipCharacters) };
}

/** The most pressing one counts: the lock is everybody's, then who needs a person, then who runs out. */
function overall(profiles: readonly WatchedProfile[]): Appearance {
  const shown = new Set(profiles.map(concern));
  return (['locked', 'attention', 'expiring', 'working'] as const).find((each) => shown.has(each)) ?? 'ok';
}

/**
 * What a profile adds to the icon. A routine renewal is no news. A token that nobody keeps fresh may run out without
 * anybody being concerned, except that of the default profile, which the next click asks for.
 */
function concern({ status, mode }: WatchedProfile): Appearance {
  const { appearance } = status;
  if (appearance === 'working') return hasToken(status) ? 'ok' : 'working';
  if (appearance !== 'expiring' || mode === 'keep-fresh') return appearance;
  return mode === 'manual' && status.isDefault ? 'expiring' : 'ok';
}

function defaultLine({ profiles, ...now }: TrayInput): string {
  const chosen = profiles.find(({ status }) => status.isDefault);
  if (chosen !== undefined) {
    const end = sessionEnd(chosen, now);
    const mark = chosen.status.environment === 'production' ? environmentMark(chosen) : [];
    const title = shortTitle(titleOf(chosen.status));
    return [title, ...mark, stateWords(chosen, now), ...(end === undefined ? [] : [end])].join(' · ');
  }
  return profiles.length === 0 ? 'Tokentray · no profiles yet' : 'Tokentray · no default profile';
}

function countLine(profiles: readonly WatchedProfile[]): readonly string[] {
  const count = profiles.filter(({ status }) => status.appearance === 'attention').length;
  if (count === 0) return [];
  return [count === 1 ? '1 profile needs attention' : `${count} profiles need attention`];
}

function momentLine({ kind, title }: TrayMoment): string {
  return kind === 'working' ? `${shortTitle(title)} · getting a token` : `Copied · ${shortTitle(title)}`;
}

function shortTitle(title: string): string {
  return shortened(title, titleCharacters);
}
