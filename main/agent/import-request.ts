/** Checks the outside of profiles that are to be imported; what is in them is for their validation. */
import * as v from 'valibot';
import type { ForeignProfile } from '../tokens/enrolment-many.ts';
import { RequestRefused } from './request-refused.ts';

const foreignProfiles = v.array(
  v.strictObject({
    profile: v.unknown(),
    secrets: v.exactOptional(v.unknown()),
    boundOrigin: v.exactOptional(v.string()),
    replaces: v.exactOptional(v.strictObject({ id: v.string(), revision: v.pipe(v.number(), v.safeInteger()) })),
  }),
);

/** Throws RequestRefused, which quotes nothing. */
export function readForeignProfiles(value: unknown): readonly ForeignProfile[] {
  const result = v.safeParse(foreignProfiles, value);
  if (result.success) return result.output;
  throw new RequestRefused(400, 'profiles must be a list of profiles with their secrets');
}
