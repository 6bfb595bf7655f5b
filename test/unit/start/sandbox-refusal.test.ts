/** A sandbox that Chromium could not make, recognised in its own words. */
import { describe, expect, it } from 'vitest';
import { sandboxRepair } from '../../../main/start/sandbox-refusal.ts';

const executable = '/opt/app/dist/electron';

describe('a refused sandbox', () => {
  it.each([
    'FATAL:setuid_sandbox_host.cc(163)] The SUID sandbox helper binary was found, but is not configured correctly. Rather than run without sandboxing I am aborting now.',
    'FATAL:zygote_host_impl_linux.cc(127)] No usable sandbox! If you are running on Ubuntu 23.10+ or another Linux distro that has disabled unprivileged user namespaces with AppArmor, see …',
  ])('is answered with the command that repairs it', (output) => {
    expect(sandboxRepair(output, executable)?.join(' ')).toContain(
      "sudo chown root:root '/opt/app/dist/chrome-sandbox' && sudo chmod 4755 '/opt/app/dist/chrome-sandbox'",
    );
  });

  it('of root is answered without a way around it', () => {
    const repair = sandboxRepair('FATAL: Running as root without --no-sandbox is not supported.', executable);
    expect(repair?.join(' ')).toContain('ordinary user');
    expect(repair?.join(' ')).not.toContain('--no-sandbox');
  });

  it('is not seen in other failures', () => {
    expect(sandboxRepair('Missing X server or $DISPLAY', executable)).toBeUndefined();
  });
});
