/**
 * Which ends of credentials are to be announced, as a pure function of the day and of what was announced before.
 *
 * Invariants:
 * - an end is announced twice at most: once in its last 14 days, and once on the day before it or, when nobody could be told
 *   then, on the day itself;
 * - another date is another end;
 * - what is past is announced no more: list and page show it.
 */
import { calendarDays } from '../doctor/calendar-days.ts';
import type { WatchedProfile } from './watched-profiles.ts';

/** Days before the end, the later stage last. */
const stages = [14, 1] as const;
type Stage = (typeof stages)[number];

/** By profile id: the last end that was announced, and how early, such as `2027-05-01 14`. */
export type AnnouncedEnds = Readonly<Record<string, string>>;

export interface CredentialEnd {
  readonly profile: WatchedProfile;
  /** Its last day, YYYY-MM-DD. */
  readonly day: string;
  /** 0: today. */
  readonly daysLeft: number;
}

export interface DueEnds {
  readonly ends: readonly CredentialEnd[];
  /** What is to be remembered once these are told. */
  readonly announced: AnnouncedEnds;
}

/** @param today YYYY-MM-DD in the person's own time zone */
export function dueCredentialEnds(input: {
  readonly profiles: readonly WatchedProfile[];
  readonly today: string;
  readonly announced: AnnouncedEnds;
}): DueEnds {
  const { profiles, today } = input;
  const announced: Record<string, string> = { ...input.announced };
  const ends: CredentialEnd[] = [];
  for (const profile of profiles) {
    const { id, credentialExpires: day } = profile.status;
    const daysLeft = day === null ? -1 : calendarDays(today, day);
    const stage = stageOf(daysLeft);
    if (day === null || stage === undefined || wasAnnounced(announced[id], day, stage)) continue;
    announced[id] = `${day} ${stage}`;
    ends.push({ profile, day, daysLeft });
  }
  return { ends, announced: withoutPast(announced, today) };
}

/** Whether there is a credential whose end is still to be announced: then the calendar is looked at again. */
export function awaitsEnd(profiles: readonly WatchedProfile[], today: string): boolean {
  return profiles.some(({ status: { credentialExpires: day } }) => day !== null && calendarDays(today, day) >= 0);
}

function stageOf(daysLeft: number): Stage | undefined {
  return daysLeft < 0 ? undefined : stages.findLast((stage) => daysLeft <= stage);
}

function wasAnnounced(last: string | undefined, day: string, stage: Stage): boolean {
  const [lastDay, lastStage] = last?.split(' ') ?? [];
  return lastDay === day && Number(lastStage) <= stage;
}

function withoutPast(announced: AnnouncedEnds, today: string): AnnouncedEnds {
  return Object.fromEntries(
    Object.entries(announced).filter(([, last]) => calendarDays(today, last.slice(0, 10)) >= 0),
  );
}
