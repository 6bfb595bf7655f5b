/** The doctor's report as lines: by area, with what to do under what is wrong. */
import type { Finding, FindingArea, FindingLevel } from '../doctor/finding.ts';
import type { DoctorReport } from '../doctor/report.ts';
import type { Output } from './io.ts';
import { printable } from './printable.ts';
import { paint } from './style.ts';
import type { Tone } from './style.ts';

const marks: Readonly<Record<FindingLevel, readonly [mark: string, tone: Tone]>> = {
  ok: ['✓', 'good'],
  warning: ['!', 'warning'],
  problem: ['✗', 'bad'],
};

const titles: Readonly<Record<FindingArea, string>> = {
  folder: 'Data folder',
  database: 'Database',
  vault: 'Vault',
  agent: 'Agent',
  trust: 'Certificates',
  proxy: 'Proxy',
  connection: 'Connections',
  clock: 'Clock',
  port: 'Ports for sign-ins',
  profile: 'Profiles',
};

export function reportLines(report: DoctorReport, out: Pick<Output, 'colour'>): readonly string[] {
  const { version, platform, at, findings } = report;
  const groups = [...Map.groupBy(findings, ({ area }) => area)];
  return [
    `Tokentray ${version} · ${platform} · ${at}`,
    ...groups.flatMap(([area, found]) => groupLines(area, found, out)),
    '',
    paint(out, marks[report.level][1], summary(report)),
  ];
}

function groupLines(area: FindingArea, found: readonly Finding[], out: Pick<Output, 'colour'>): readonly string[] {
  const lines = found.flatMap((finding) => findingLines(finding, out));
  return ['', paint(out, 'strong', titles[area]), ...lines];
}

function findingLines({ level, about, what, next }: Finding, out: Pick<Output, 'colour'>): readonly string[] {
  const [mark, tone] = marks[level];
  const subject = about === undefined ? '' : `${printable(about)}: `;
  const first = `${paint(out, tone, mark)} ${subject}${printable(what)}`;
  return level === 'ok' || next === undefined ? [first] : [first, `    ${printable(next)}`];
}

function summary({ counts: { problem, warning } }: DoctorReport): string {
  if (problem === 0 && warning === 0) return 'Everything is fine.';
  const parts = [
    ...(problem === 0 ? [] : [`${problem} ${problem === 1 ? 'problem' : 'problems'}`]),
    ...(warning === 0 ? [] : [`${warning} ${warning === 1 ? 'warning' : 'warnings'}`]),
  ];
  return `${parts.join(' and ')}.`;
}
