/** Answers one call of the window: its input is checked, it is made, and whatever comes of it travels as data. */
import * as v from 'valibot';
import { inputs } from '../../preload/contract.ts';
import type { CallInput, CallName, CallOutputs, CallResult } from '../../preload/contract.ts';
import { TokentrayError } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { readProfile } from '../systems/validate.ts';
import { failureOf } from './failure.ts';
import { inFormWords } from './window-words.ts';

/** What the application does for each call. A rejection becomes a failure in words. */
export type Calls = {
  readonly [Name in CallName]: (input: CallInput<Name>) => CallOutputs[Name] | Promise<CallOutputs[Name]>;
};

/** What one window may call. */
export type SomeCalls = Partial<Calls>;

/** The part of the calls that one file answers. */
export type CallsOf<Topic extends string> = Pick<Calls, Extract<CallName, `${Topic}.${string}`>>;

/** Never rejects. `profileOf` gives the definition of the profile that a call is about, for the words of its system. */
export async function answer(
  calls: SomeCalls,
  name: unknown,
  input: unknown,
  profileOf: (id: string) => Profile | undefined,
): Promise<CallResult<CallName>> {
  try {
    const run = isCallName(name) ? calls[name] : undefined;
    if (!isCallName(name) || run === undefined) {
      throw new TokentrayError('internal.bad_request', { data: { detail: 'an unknown call' } });
    }
    const value = await (run as (input: unknown) => unknown)(checked(name, input));
    return { ok: true, value: value as CallOutputs[CallName] };
  } catch (thrown) {
    return {
      ok: false,
      failure: failureOf(thrown, subject(input, profileOf), hasDraft(input) ? inFormWords : undefined),
    };
  }
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(inputs, name);
}

/** The issues of the schema stay here: they may quote what was typed. */
function checked(name: CallName, input: unknown): unknown {
  const result = v.safeParse(inputs[name], input);
  if (result.success) return result.output;
  throw new TokentrayError('internal.bad_request', { data: { detail: name } });
}

function hasDraft(input: unknown): input is { readonly draft: unknown } {
  return typeof input === 'object' && input !== null && 'draft' in input;
}

/** What is being typed, when that is a profile, else the stored one. */
function subject(input: unknown, profileOf: (id: string) => Profile | undefined): Profile | undefined {
  if (hasDraft(input)) {
    const read = readProfile(input.draft);
    if ('profile' in read) return read.profile;
  }
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
  if (typeof id !== 'string') return undefined;
  try {
    return profileOf(id);
  } catch {
    // The database cannot be read: the general words have to do.
    return undefined;
  }
}
