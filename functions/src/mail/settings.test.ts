import { describe, expect, it } from 'vitest';
import { readSmtpSettings } from './settings.ts';

const complete = {
  SMTP_HOST: 'smtp.example',
  SMTP_PORT: '587',
  SMTP_SECURITY: 'starttls',
  SMTP_USER: 'surmesure',
  SMTP_PASSWORD: 'un-secret',
  MAIL_FROM: 'ne-pas-repondre@surmesure.example',
  MAIL_FROM_NAME: 'Accompagnement sur mesure',
};

describe('the mail settings', () => {
  it('are read from the environment', () => {
    expect(readSmtpSettings(complete)).toMatchObject({
      host: 'smtp.example',
      port: 587,
      security: 'starttls',
      credentials: { user: 'surmesure', password: 'un-secret' },
      from: { name: 'Accompagnement sur mesure', email: 'ne-pas-repondre@surmesure.example' },
      mailsAMinute: 60,
    });
    expect(readSmtpSettings({ ...complete, MAILS_A_MINUTE: '14' }).mailsAMinute).toBe(14);
  });

  it('need no user for the inbox of this machine', () => {
    const local = { SMTP_HOST: '127.0.0.1', SMTP_PORT: '1025', SMTP_SECURITY: 'none', MAIL_FROM: complete.MAIL_FROM };
    expect(readSmtpSettings(local)).toMatchObject({ security: 'none', credentials: null });
  });

  it('encrypt by default', () => {
    expect(readSmtpSettings({ ...complete, SMTP_SECURITY: undefined }).security).toBe('starttls');
  });

  it.each([
    [{ SMTP_HOST: '' }, 'SMTP_HOST'],
    [{ SMTP_PORT: '0' }, 'SMTP_PORT'],
    [{ SMTP_PORT: 'smtp' }, 'SMTP_PORT'],
    [{ SMTP_SECURITY: 'false' }, 'SMTP_SECURITY'],
    [{ SMTP_SECURITY: 'none' }, 'SMTP_SECURITY'],
    [{ SMTP_PASSWORD: '' }, 'SMTP_PASSWORD'],
    [{ MAIL_FROM: 'Nous <a@b.fr>' }, 'MAIL_FROM'],
    [{ MAILS_A_MINUTE: '0' }, 'MAILS_A_MINUTE'],
    [{ MAILS_A_MINUTE: 'beaucoup' }, 'MAILS_A_MINUTE'],
  ])('%j is refused by the name of its variable, and no value is told', (changed, variable) => {
    const read = () => readSmtpSettings({ ...complete, ...changed });
    expect(read).toThrow(variable);
    expect(read).not.toThrow('un-secret');
  });
});
