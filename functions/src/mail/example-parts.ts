import type { MailPart } from '../domain/notifications/mails.ts';

/** What a mail that gathers says besides its words, fictitious: for tests and for eyes. */
export const exampleLines: readonly MailPart[] = [
  {
    kind: 'lines',
    title: 'Ce qui est attendu de vous',
    lines: [
      {
        text: 'Validez, renvoyez ou refusez le diagnostic et le devis',
        detail: 'La Fabrique du Vallon, avec Atelier des Trois Rives, avant le lundi 7 décembre 2026',
        path: '/decision?mission=m1',
      },
      {
        text: 'Donnez votre avis sur la mission',
        detail: 'La Fabrique du Vallon, avec La Forge, depuis le mardi 17 novembre 2026',
        path: '/laureat?mission=m2',
      },
    ],
  },
  {
    kind: 'lines',
    title: 'Nouvelles de la semaine',
    lines: [
      {
        text: 'La Fabrique du Vallon, avec Coopérative Nord',
        detail: 'Mission demandée, puis mission acceptée, jeudi 26 novembre 2026',
        path: '/laureat?mission=m3',
      },
      { text: 'Et 4 autres', detail: '', path: '/laureat' },
    ],
  },
];

/** Figures from nothing to the whole, one without a bar, and a line that leads nowhere. */
export const exampleFigures: readonly MailPart[] = [
  {
    kind: 'figures',
    title: 'Subventions par thématique',
    rows: [
      { label: 'Modèles économiques', value: '62 000,00 € sur 100 000,00 €', share: 0.62 },
      { label: 'Gouvernance et organisation collective', value: '0,00 €', share: 0 },
      { label: 'Bâtiment et aménagement', value: '100 000,00 €', share: 1 },
      { label: 'Thématiques sans expert', value: '3', share: null },
    ],
  },
  { kind: 'lines', title: 'À savoir', lines: [{ text: 'Aucune mission bloquée', detail: '', path: null }] },
];
