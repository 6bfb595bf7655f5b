/** A finding about one profile, before it says which. */
import type { Finding } from './finding.ts';

export type Remark = Pick<Finding, 'level' | 'what' | 'next'>;
