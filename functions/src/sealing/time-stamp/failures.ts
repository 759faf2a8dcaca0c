/**
 * Why there is no time-stamp. `retried`: it may pass by itself; otherwise somebody has to look. The sentence is for staff. None is ever replaced by this
 * machine's own time.
 */
export const timeStampFailures = {
  unreachable: {
    retried: true,
    sentence: 'L’autorité d’horodatage ne répond pas. Rien n’est perdu : la demande sera refaite.',
  },
  silent: {
    retried: true,
    sentence: 'L’autorité d’horodatage met trop de temps à répondre. Rien n’est perdu : la demande sera refaite.',
  },
  troubled: {
    retried: true,
    sentence: 'L’autorité d’horodatage a une panne. Rien n’est perdu : la demande sera refaite.',
  },
  unreadable: {
    retried: true,
    sentence: 'La réponse de l’autorité d’horodatage est illisible. Rien n’est perdu : la demande sera refaite.',
  },
  misconfigured: {
    retried: false,
    sentence:
      'Les réglages de l’autorité d’horodatage ne sont pas lisibles. Ce qui attendait son horodatage attend toujours : corrigez l’adresse et le certificat.',
  },
  refused: {
    retried: false,
    sentence:
      'L’autorité d’horodatage a refusé la demande. Ce qui attendait son horodatage attend toujours : vérifiez l’adresse et le contrat.',
  },
  otherContent: {
    retried: false,
    sentence:
      'L’horodatage reçu est celui d’autre chose que ce qui était demandé. Il n’a pas été gardé : signalez-le à l’autorité d’horodatage.',
  },
  otherRequest: {
    retried: false,
    sentence:
      'L’horodatage reçu répond à une autre demande que la nôtre. Il n’a pas été gardé : signalez-le à l’autorité d’horodatage.',
  },
  signatureInvalid: {
    retried: false,
    sentence:
      'La signature de l’horodatage reçu n’est pas bonne. Il n’a pas été gardé : signalez-le à l’autorité d’horodatage.',
  },
  certificateOutOfDate: {
    retried: false,
    sentence:
      'Le certificat de l’autorité d’horodatage n’était pas valable à l’heure qu’elle donne. Son horodatage n’a pas été gardé : signalez-le-lui.',
  },
  notAnAuthority: {
    retried: false,
    sentence:
      'L’horodatage reçu est signé par un certificat qui n’est pas fait pour horodater. Il n’a pas été gardé : vérifiez l’adresse de l’autorité.',
  },
  unknownAuthority: {
    retried: false,
    sentence:
      'L’horodatage reçu vient d’une autorité que ce service ne connaît pas. Il n’a pas été gardé : vérifiez l’adresse et le certificat enregistrés.',
  },
} as const satisfies Record<string, { retried: boolean; sentence: string }>;

export type TimeStampFailureCode = keyof typeof timeStampFailures;

export interface TimeStampFailure {
  readonly stamped: false;
  readonly code: TimeStampFailureCode;
  readonly retried: boolean;
  /** For staff, in French. */
  readonly message: string;
  /** For logs: a status, or the authority's own words. */
  readonly detail: string;
}

export function notStamped(code: TimeStampFailureCode, detail = ''): TimeStampFailure {
  const { retried, sentence } = timeStampFailures[code];
  return { stamped: false, code, retried, message: sentence, detail };
}
