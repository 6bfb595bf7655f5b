import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { keepActivityLog } from '../../main/agent/activity-log.ts';
import { systemClock } from '../../main/clock.ts';
import { startDemo } from '../../main/demo/demo.ts';
import { readLogLines } from '../../main/log/log-files.ts';
import { readLogLine } from '../../main/log/log-line.ts';
import { openServices } from '../../main/services.ts';

it('of real requests tells tokens, refusals and outages, and holds no token, secret or client id', async () => {
  const demo = await startDemo({
    clock: systemClock,
    openServices: (environment) => openServices({ environment, staysRunning: true }),
  });
  const { services } = demo;
  const { home, profiles } = services.storage;
  const end = keepActivityLog(services, { role: 'agent', refreshes: () => true });
  services.engine.start();
  const told = () => readLogLines(home).flatMap((line) => readLogLine(line) ?? []);
  const isTold = (event: string, profile: string) =>
    told().some((entry) => entry.event === event && entry.facts['profile'] === profile);
  while (!isTold('token-obtained', 'demo-acme') || !isTold('token-failed', 'demo-rejected')) await delay(20);

  const secrets: unknown[] = [];
  for (const { id, profile } of profiles.list()) {
    const { values = {} } = (await profiles.secrets(id)) ?? {};
    secrets.push(profile.clientId, (await services.storage.tokens.read(id))?.accessToken, ...Object.values(values));
  }
  await services.engine.stop();
  end();
  await services.close();
  const text = readLogLines(home).join('\n');
  await demo.end();

  const texts = secrets.filter((secret) => typeof secret === 'string');
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter((secret) => text.includes(secret))).toEqual([]);
  expect(text).toContain('"event":"stopped"');
});
