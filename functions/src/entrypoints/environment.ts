import { defineSecret, defineString } from 'firebase-functions/params';
import { readSmtpSettings, type SmtpSettings } from '../mail/settings.ts';
import type { Signer } from '../sealing/signer.ts';
import type { TimeStampAuthority } from '../sealing/time-stamp/authority.ts';
import { type LinkKeys, readLinkKeys } from '../store/notifications/link-keys.ts';
import { scannerOf } from '../store/scanner/scanner.ts';
import type { Scanner } from '../store/scanner/verdict.ts';

/** What a deployment must say: asked for at the first deploy, kept in `.env.<project>`; the password in Secret Manager. */
export const origin = defineString('ORIGIN', { description: 'Address of the site, without a final slash: https://…' });
const smtpHost = defineString('SMTP_HOST');
const smtpPort = defineString('SMTP_PORT', { default: '587' });
const smtpSecurity = defineString('SMTP_SECURITY', { default: 'starttls' });
const smtpUser = defineString('SMTP_USER', { default: '' });
const smtpPassword = defineSecret('SMTP_PASSWORD');
/** Signs the links that open preferences without signing in. */
export const linkSecret = defineSecret('LINK_KEYS');
/** What functions that send mails ask for. */
export const mailSecrets = [smtpPassword, linkSecret];
const mailFrom = defineString('MAIL_FROM');
const mailFromName = defineString('MAIL_FROM_NAME', { default: 'France Tiers-Lieux' });
const mailsAMinute = defineString('MAILS_A_MINUTE', {
  default: '60',
  description: 'How many mails a minute the SMTP server takes from us; what is beyond waits for the next minute',
});
const sealCertificate = defineSecret('SEAL_CERTIFICATE');
const sealKey = defineSecret('SEAL_KEY');
/** What functions that make documents ask for: an attestation is sealed with the programme's certificate. */
export const sealSecrets = [sealCertificate, sealKey];
const scannerUrl = defineString('SCANNER_URL', {
  default: '',
  description: 'Antivirus: address of the container of scanner/ (https://…); empty for none',
});

const timeStampUrl = defineString('TIME_STAMP_URL', {
  default: '',
  description: 'Time-stamp authority (RFC 3161): its address (https://…); empty for none',
});
const timeStampCertificate = defineString('TIME_STAMP_CERTIFICATE', {
  default: '',
  description: 'PEM of the certificate that its time-stamps are checked with: its own, or that of who issued it',
});

/** Whether the deployment has a time-stamp authority: pages say when it has none. */
export function isStamped(): boolean {
  return timeStampUrl.value() !== '';
}

/** Null when the deployment has none. @throws Error that names the parameter that is wrong. */
export async function stampAuthority(): Promise<TimeStampAuthority | null> {
  const { timeStampAuthorityOf } = await import('../sealing/time-stamp/settings.ts');
  return timeStampAuthorityOf({
    TIME_STAMP_URL: timeStampUrl.value(),
    TIME_STAMP_CERTIFICATE: timeStampCertificate.value(),
  });
}

/** Null when the deployment has no antivirus. */
export function scanner(): Scanner | null {
  return scannerOf(scannerUrl.value());
}

/** Loaded for attestations alone. @throws Error that names the secret that is wrong, never its value. */
export async function signer(): Promise<Signer> {
  const { readSigner } = await import('../sealing/signer.ts');
  return readSigner({ SEAL_CERTIFICATE: sealCertificate.value(), SEAL_KEY: sealKey.value() });
}

/** @throws Error that says what is wrong with the secret, never its value. */
export function linkKeys(): LinkKeys {
  return readLinkKeys(linkSecret.value());
}

export function smtpSettings(): SmtpSettings {
  return readSmtpSettings({
    SMTP_HOST: smtpHost.value(),
    SMTP_PORT: smtpPort.value(),
    SMTP_SECURITY: smtpSecurity.value(),
    SMTP_USER: smtpUser.value(),
    SMTP_PASSWORD: smtpUser.value() === '' ? '' : smtpPassword.value(),
    MAIL_FROM: mailFrom.value(),
    MAIL_FROM_NAME: mailFromName.value(),
    MAILS_A_MINUTE: mailsAMinute.value(),
  });
}
