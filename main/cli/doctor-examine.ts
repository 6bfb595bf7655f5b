/** What `tokentray doctor` finds: opens what can be opened, and runs every check there is. */
import { isoInstant } from '../clock.ts';
import { checksOf } from '../doctor/doctor.ts';
import { failureFinding } from '../doctor/failure-finding.ts';
import type { Finding } from '../doctor/finding.ts';
import { doctorReport } from '../doctor/report.ts';
import type { DoctorReport } from '../doctor/report.ts';
import { runChecks } from '../doctor/run-checks.ts';
import type { Check } from '../doctor/run-checks.ts';
import { asTokentrayError } from '../errors.ts';
import { doctorMachine } from './doctor-machine.ts';
import type { CliServices, Session } from './session.ts';

/** Rejects with `config.profile_not_found` alone: everything else is a finding. */
export async function examine(session: Session, name: string | undefined): Promise<DoctorReport> {
  const platform = `${process.platform} ${process.arch}, Node.js ${process.versions.node}`;
  const about = { version: session.version, platform, at: isoInstant(session.clock.now()) };
  return doctorReport(about, await findingsOf(session, name));
}

async function findingsOf(session: Session, name: string | undefined): Promise<readonly Finding[]> {
  let unread: Finding | undefined;
  const checks = await checksOfOpened(session, name).catch((error: unknown) => {
    if (asTokentrayError(error).code === 'config.profile_not_found') throw error;
    // A storage that does not open, or cannot be read, is what the doctor is asked about, and no reason to stop.
    unread = failureFinding(error, { area: 'database' });
    return checksOf(doctorMachine(session, { proxy: undefined, caFile: undefined }), undefined);
  });
  const found = await runChecks(session.clock, checks);
  return unread === undefined ? found : [unread, ...found.filter((finding) => !isAnswered(finding, unread))];
}

/** Rejects with what `Session.services` does, `config.profile_not_found` and `storage.*`. */
async function checksOfOpened(session: Session, name: string | undefined): Promise<readonly Check[]> {
  const services = await session.services();
  // Where one was named, it must be there.
  if (name !== undefined) services.stored(name);
  const { http, settings, storage } = services;
  const machine = doctorMachine(session, { proxy: settings.get('proxy'), caFile: settings.get('caFile') });
  return checksOf(machine, { storage, http, isSignInPort: (port) => isSignInPort(services, port) }, name);
}

/** The same again, or that all is well with what cannot be read. */
function isAnswered({ area, level, what }: Finding, unread: Finding | undefined): boolean {
  return area === unread?.area && (what === unread.what || level === 'ok');
}

async function isSignInPort({ storage: { leases } }: CliServices, port: number): Promise<boolean> {
  const holder = leases.holder(`port:${port}`);
  return holder !== undefined && (await leases.isAlive(holder));
}
