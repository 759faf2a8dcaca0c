import { clamdScanner } from './clamd.ts';
import { httpScanner, identityFor } from './http.ts';
import type { Scanner } from './verdict.ts';

/**
 * The antivirus that a deployment names: `https://…` for the container of `scanner/` (Cloud Run), `tcp://host:port` for a clamd of this machine or
 * of a closed network, nothing for none (null: files are then readable, and said to be unscanned).
 * @throws Error for any other address: a mistyped setting must stop the deployment, not switch the antivirus off.
 */
export function scannerOf(address: string, timeoutMs = 50_000): Scanner | null {
  if (address === '') return null;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol === 'https:')
    return httpScanner({ url: url.href, idToken: () => identityFor(url.origin), timeoutMs });
  if (url?.protocol === 'tcp:' && url.hostname !== '' && url.port !== '')
    return clamdScanner({ host: url.hostname, port: Number(url.port), timeoutMs });
  throw new Error('SCANNER_URL: expected https://…, tcp://host:port or nothing.');
}
