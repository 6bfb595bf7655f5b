/** The machine under the doctor's eyes: files, sockets, ports and processes as they really are. */
import { getCACertificates } from 'node:tls';
import { connectAgent } from '../agent/agent-client.ts';
import type { Machine } from '../doctor/doctor.ts';
import { portOwner } from '../doctor/port-owner.ts';
import { translateFailure } from '../http/failure.ts';
import { openSocket } from '../http/open-socket.ts';
import { proxyFor } from '../http/proxy-route.ts';
import { listenOnLoopback } from '../sign-in/loopback-servers.ts';
import { folderModes } from '../storage/folder-modes.ts';
import { inspectDatabase } from '../storage/inspect-database.ts';
import type { Session } from './session.ts';

/** What settings say of the network; nothing where they cannot be read. */
interface NetworkSettings {
  readonly proxy: string | undefined;
  readonly caFile: string | undefined;
}

export function doctorMachine(session: Session, { proxy, caFile }: NetworkSettings): Machine {
  const { environment, clock, version } = session;
  const extra = environment['NODE_EXTRA_CA_CERTS'] ?? '';
  return {
    version,
    clock,
    uid: process.getuid?.(),
    caFiles: [
      ...(caFile === undefined ? [] : [{ source: 'the setting caFile', path: caFile }]),
      ...(extra === '' ? [] : [{ source: 'NODE_EXTRA_CA_CERTS', path: extra }]),
    ],
    systemAuthorities: () => getCACertificates('system').length,
    folder: () => folderModes(session.home()),
    database: () => inspectDatabase(session.home()),
    agent: async () => (await connectAgent(session.home()))?.hello,
    proxyFor: (hostname, port) => proxyFor(hostname, port, { environment, ...(proxy === undefined ? {} : { proxy }) }),
    async connect(hostname, port, signal) {
      try {
        (await openSocket({ hostname, port }, signal)).destroy();
      } catch (error) {
        throw translateFailure(error, `${hostname}:${port}`);
      }
    },
    async tryPort(port) {
      const { servers } = await listenOnLoopback({ port, answer: (_, response) => void response.writeHead(404).end() });
      await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
    },
    ownerOf: portOwner,
  };
}
