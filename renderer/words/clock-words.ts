/** How the server's clock stands to this computer's, in words. */
import { durationWords } from './duration.ts';

/** Answers carry whole seconds, and take some time to arrive: less than this says nothing. */
const noticeableMs = 2_000;

/** `offsetMs`: server minus local; null when unknown. */
export function clockWords(offsetMs: number | null): string {
  if (offsetMs === null) return 'Not known yet';
  if (Math.abs(offsetMs) < noticeableMs) return 'Same as this computer’s';
  const away = durationWords(Math.abs(offsetMs));
  return `${away} ${offsetMs > 0 ? 'ahead of' : 'behind'} this computer’s; expiry is corrected for it`;
}
