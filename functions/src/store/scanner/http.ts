import * as z from 'zod';
import { failureOfConnection, inPieces, notScanned, type ScanFailure, type Scanner, scanFailures } from './verdict.ts';

const verdictSchema = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('clean') }),
  z.strictObject({ verdict: z.literal('infected'), signature: z.string() }),
  z.strictObject({ verdict: z.literal('error'), reason: z.enum(scanFailures) }),
]);

/** What an answer without a verdict means, by its status: most come from what stands in front of the container. */
const failures = new Map<number, ScanFailure>([
  [401, 'unauthorised'],
  [403, 'unauthorised'],
  [413, 'too-large'],
  [503, 'unreachable'],
  [504, 'timeout'],
]);

/** The container of `scanner/`, which answers only to whoever shows an identity it was told to trust. */
export function httpScanner({
  url,
  idToken,
  timeoutMs,
}: {
  readonly url: string;
  readonly idToken: () => Promise<string>;
  readonly timeoutMs: number;
}): Scanner {
  return {
    async scan(bytes) {
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { authorization: `Bearer ${await idToken()}`, 'content-type': 'application/octet-stream' },
          // As a stream: fetch would copy the bytes whole.
          body: ReadableStream.from(inPieces(bytes)),
          duplex: 'half',
          // Neither a file nor an identity goes where a redirection says.
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        });
        const found = verdictSchema.safeParse(await answer.json().catch(() => null));
        return found.success ? found.data : notScanned(failures.get(answer.status) ?? 'unclear');
      } catch (error) {
        return notScanned(failureOfConnection(error));
      }
    },
  };
}

const metadataServer = 'http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/identity';

/** The function's own identity, signed for one reader; the metadata server of Google's machines renews and keeps it. Throws elsewhere. */
export async function identityFor(audience: string): Promise<string> {
  const answer = await fetch(`${metadataServer}?${new URLSearchParams({ audience })}`, {
    headers: { 'metadata-flavor': 'Google' },
    signal: AbortSignal.timeout(5_000),
  });
  if (!answer.ok) throw new Error(`no identity for the scanner: ${answer.status}`);
  return answer.text();
}
