/** What the doctor found, as a report that can be sent to a colleague. */
import { findingAreas } from './finding.ts';
import type { Finding, FindingLevel } from './finding.ts';

export interface DoctorReport {
  /** Of Tokentray. */
  readonly version: string;
  /** Such as `linux x64, Node.js 24.21.0`. */
  readonly platform: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The worst of the findings. */
  readonly level: FindingLevel;
  readonly counts: Readonly<Record<FindingLevel, number>>;
  /** By area, and within one as they were found. */
  readonly findings: readonly Finding[];
}

export function doctorReport(
  about: Pick<DoctorReport, 'version' | 'platform' | 'at'>,
  found: readonly Finding[],
): DoctorReport {
  const count = (level: FindingLevel) => found.filter((finding) => finding.level === level).length;
  const counts = { ok: count('ok'), warning: count('warning'), problem: count('problem') };
  const findings = findingAreas.flatMap((area) => found.filter((finding) => finding.area === area));
  return { ...about, level: counts.problem > 0 ? 'problem' : counts.warning > 0 ? 'warning' : 'ok', counts, findings };
}
