/** What every workflow must keep: it runs other people's code with the rights of this repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { yaml } from '../../packaging/builder-libraries.ts';

const folder = '.github/workflows';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: unknown;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

describe.each(readdirSync(folder))('%s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const workflow = yaml.load(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('may read the sources and nothing more', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(jobs.filter((job) => job.permissions !== undefined)).toEqual([]);
  });

  it('uses actions of GitHub alone, each at one commit, with its version beside it', () => {
    const used = text.match(/(?<=\buses: ).*/g) ?? [];
    expect(used).toHaveLength(steps.filter((step) => step.uses !== undefined).length);
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('does not run with more rights for the change of a stranger', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(Object.keys(workflow.on)).not.toContain('workflow_run');
  });

  it('leaves no credentials where the tests could read them', () => {
    const checkouts = steps.filter((step) => step.uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const checkout of checkouts) expect(checkout.with).toMatchObject({ 'persist-credentials': false });
  });

  it('gives secrets to versions alone', () => {
    const lines = text.split('\n').filter((line) => line.includes('secrets.'));
    for (const line of lines) expect(line).toContain("${{ startsWith(github.ref, 'refs/tags/v') && ");
  });

  it('puts no expression into a script, where a name would be read as a command', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  it('asks nothing of the runner before there is one', () => {
    for (const { env = {} } of jobs) expect(Object.values(env).join()).not.toContain('runner.');
  });

  it('ends, and only once for each branch', () => {
    for (const job of jobs) expect(job['timeout-minutes']).toBeTypeOf('number');
    expect(workflow.concurrency).toMatchObject({ group: expect.stringContaining('github.ref') });
  });
});
