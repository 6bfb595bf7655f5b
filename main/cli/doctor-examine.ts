/** What `tokentray doctor` finds: opens what can be opened, and runs every check there is. */
import { isoInstant } from '../clock.ts';
import { checksOf } from '../doctor/doctor.ts';
import type { Opened } from '../doctor/doctor.ts';
import { failureFinding } from '../doctor/failure-finding.ts';
import type { Finding } from '../doctor/finding.ts';
import { doctorReport } from '../doctor/report.ts';
import type { DoctorReport } from '../doctor/report.ts';
import { runChecks } from '../doctor/run-checks.ts';
import { doctorMachine } from './doctor-machine.ts';
import type { CliServices, Session } from './session.ts';

/** Rejects with `config.profile_not_found` alone: everything else is a finding. */
export async function examine(session: Session, name: string | undefined): Promise<DoctorReport> {
  const platform = `${process.platform} ${process.arch}, Node.js ${process.versions.node}`;
  const about = { version: session.version, platform, at: isoInstant(session.clock.now()) };
  return doctorReport(about, await findingsOf(session, name));
}

async function findingsOf(session: Session, name: string | undefined): Promise<readonly Finding[]> {
  const { clock } = session;
  const opened = await open(session);
  if ('area' in opened) {
    const machine = doctorMachine(session, { proxy: undefined, caFile: undefined });
    return [opened, ...(await runChecks(clock, checksOf(machine, undefined)))];
  }
  const { services, parts } = opened;
  // Where one was named, it must be there.
  if (name !== undefined) services.stored(name);
  const { settings } = services;
  const machine = doctorMachine(session, { proxy: settings.get('proxy'), caFile: settings.get('caFile') });
  return runChecks(clock, checksOf(machine, parts, name));
}

interface OpenedServices {
  readonly services: CliServices;
  readonly parts: Opened;
}

/** A storage that does not open is what the doctor is asked about, and no reason to stop. */
async function open(session: Session): Promise<OpenedServices | Finding> {
  try {
    const services = await session.services();
    const { storage, http } = services;
    return { services, parts: { storage, http, isSignInPort: (port) => isSignInPort(services, port) } };
  } catch (error) {
    return failureFinding(error, { area: 'database' });
  }
}

async function isSignInPort({ storage: { leases } }: CliServices, port: number): Promise<boolean> {
  const holder = leases.holder(`port:${port}`);
  return holder !== undefined && (await leases.isAlive(holder));
}
