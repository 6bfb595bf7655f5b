/** The connections of a server, so that it can end without waiting for those that only stand open. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export class OpenConnections {
  /** Requests under way on each connection. */
  private readonly requests = new Map<Socket, number>();
  private isClosing = false;

  constructor(server: Server) {
    server.on('connection', (socket) => {
      this.requests.set(socket, 0);
      socket.once('close', () => this.requests.delete(socket));
    });
    server.on('request', ({ socket }, response) => {
      this.count(socket, 1);
      response.once('close', () => this.count(socket, -1));
    });
  }

  /** Ends each connection as soon as nothing is under way on it. */
  close(): void {
    this.isClosing = true;
    for (const socket of this.requests.keys()) this.endIfIdle(socket);
  }

  private count(socket: Socket, by: 1 | -1): void {
    const before = this.requests.get(socket);
    if (before === undefined) return;
    this.requests.set(socket, before + by);
    if (this.isClosing) this.endIfIdle(socket);
  }

  private endIfIdle(socket: Socket): void {
    if (this.requests.get(socket) === 0) socket.destroySoon();
  }
}
