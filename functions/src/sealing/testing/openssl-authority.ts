import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Signer } from '../signer.ts';

interface Options {
  /** How the token names its certificate: SHA-1 is version 1 of the attribute, which most authorities still write. */
  certificateHash?: 'sha1' | 'sha256';
  /** Hashes that it accepts to stamp. */
  accepts?: string;
}

/**
 * A time-stamp authority by another program than ours: what we ask and what we read are held to what OpenSSL understands. A missing `openssl` is a failure,
 * as a missing emulator is.
 */
export class OpensslAuthority {
  private readonly folder: string;

  constructor(folder: string, signer: Signer, { certificateHash = 'sha256', accepts = 'sha256' }: Options = {}) {
    this.folder = folder;
    mkdirSync(folder);
    writeFileSync(join(folder, 'signer.pem'), signer.certificate.toString());
    writeFileSync(join(folder, 'key.pem'), signer.key.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(join(folder, 'chain.pem'), signer.chain.map(String).join(''));
    writeFileSync(join(folder, 'serial'), '01\n');
    const settings = {
      serial: join(folder, 'serial'),
      signer_digest: 'sha256',
      default_policy: '1.2.3.4.1',
      digests: accepts,
      ess_cert_id_alg: certificateHash,
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
    writeFileSync(join(folder, 'authority.cnf'), `[authority]\n${lines.join('')}`);
  }

  /** The answer to a request, as it goes over HTTP. */
  answer(request: Uint8Array): Buffer {
    const file = (name: string) => join(this.folder, name);
    writeFileSync(file('request'), request);
    const chain = readFileSync(file('chain.pem'), 'utf8') === '' ? [] : ['-chain', file('chain.pem')];
    const { error, status, stderr } = spawnSync('openssl', [
      ...['ts', '-reply', '-config', file('authority.cnf'), '-section', 'authority', ...chain],
      ...['-queryfile', file('request'), '-signer', file('signer.pem'), '-inkey', file('key.pem')],
      ...['-out', file('answer')],
    ]);
    if (error) throw new Error(`openssl is needed here (apt-get install openssl): ${error.message}`);
    if (status !== 0) throw new Error(`openssl: ${stderr.toString()}`);
    return readFileSync(file('answer'));
  }
}
