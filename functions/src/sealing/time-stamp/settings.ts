import type { X509Certificate } from 'node:crypto';
import * as z from 'zod';
import { certificatesIn } from '../certificate.ts';
import { type TimeStampAuthority, timeStampAuthority } from './authority.ts';

const certificates = z.string().transform((text, context): X509Certificate[] => {
  try {
    return certificatesIn(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'must be PEM certificates' });
    return z.NEVER;
  }
});

/** The address may be plain HTTP, as most authorities' are: what is sent is a hash, and what comes back is signed. */
const environmentSchema = z
  .object({
    TIME_STAMP_URL: z.literal('').or(z.url({ protocol: /^https?$/ })),
    TIME_STAMP_CERTIFICATE: certificates.default([]),
  })
  .refine(({ TIME_STAMP_URL, TIME_STAMP_CERTIFICATE: known }) => TIME_STAMP_URL === '' || known.length > 0, {
    path: ['TIME_STAMP_CERTIFICATE'],
    message: 'must say which authority is relied on',
  });

/** Longest wait, under the functions' own 60 s. */
const timeoutMs = 20_000;

/**
 * The authority that the deployment chose; null when it chose none.
 * @throws Error that names each variable that is wrong
 */
export function timeStampAuthorityOf(
  environment: Readonly<Record<string, string | undefined>>,
): TimeStampAuthority | null {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw new Error(`Time-stamps: ${z.prettifyError(parsed.error)}`);
  const { TIME_STAMP_URL: url, TIME_STAMP_CERTIFICATE: known } = parsed.data;
  return url === '' ? null : timeStampAuthority({ url, known, timeoutMs });
}
