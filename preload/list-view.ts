/** How the window's list is grouped, sorted and filtered: kept by main from one start to the next. */
import * as v from 'valibot';

const listGroups = ['none', 'system', 'environment', 'state'] as const;
const listSorts = ['name', 'expiry', 'used'] as const;
/** What a person makes of a profile's state: one of these holds for each. */
const profileConditions = ['needs-you', 'failing', 'expired', 'expiring', 'no-token', 'fresh'] as const;

const words = (most: number) => v.pipe(v.array(v.pipe(v.string(), v.maxLength(256))), v.maxLength(most));

/** Within each filter any of its values will do, and all filters must; an empty one lets everything through. */
export const listViewShape = v.strictObject({
  group: v.picklist(listGroups),
  sort: v.picklist(listSorts),
  systems: words(16),
  /** `none`: of no environment. */
  environments: v.pipe(v.array(v.picklist(['production', 'sandbox', 'development', 'none'])), v.maxLength(4)),
  tags: words(64),
  conditions: v.pipe(v.array(v.picklist(profileConditions)), v.maxLength(profileConditions.length)),
  /** The strip above the list that draws all tokens on one time axis. */
  showsTimeline: v.boolean(),
});

export type ListView = v.InferOutput<typeof listViewShape>;

export type ProfileCondition = (typeof profileConditions)[number];
