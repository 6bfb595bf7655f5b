/** Which profile is meant when a command names none. */
import { TokentrayError } from '../errors.ts';
import type { CliServices } from './session.ts';

/** The chosen one, or the only one there is. */
export function defaultProfileId(services: Pick<CliServices, 'stored'>): string | undefined {
  try {
    return services.stored().id;
  } catch (error) {
    if (error instanceof TokentrayError && error.code === 'config.no_default_profile') return undefined;
    throw error;
  }
}
