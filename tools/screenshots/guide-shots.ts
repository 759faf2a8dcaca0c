/** The pictures of the guides: whose page, in which state of the list that the tests look at (`tests/pages/states.ts`). */
interface GuideShot {
  /** Of the file; begins with the guide it is for. */
  readonly name: string;
  readonly state: string;
}

export const guideShots: readonly GuideShot[] = [
  { name: 'laureat-accueil', state: 'laureate, home' },
  { name: 'laureat-experts', state: 'laureate, experts' },
  { name: 'laureat-lire', state: 'decision, lire' },
  { name: 'laureat-decider', state: 'decision, decider' },
  { name: 'laureat-subvention', state: 'laureate, subvention' },
  { name: 'laureat-confirmer', state: 'laureate, mission awaiting_confirmation' },
  { name: 'expert-inscription', state: 'registration' },
  { name: 'expert-accueil', state: 'expert, home' },
  { name: 'expert-diagnostic', state: 'expert, diagnostic' },
  { name: 'expert-rapport', state: 'expert, rapport' },
  { name: 'equipe-a-traiter', state: 'staff, home' },
  { name: 'equipe-expert', state: 'staff, expert' },
  { name: 'equipe-laureat', state: 'staff, laureate, personnes' },
  { name: 'equipe-missions', state: 'staff, missions' },
  { name: 'equipe-synthese', state: 'staff, a summary' },
  { name: 'equipe-reglages', state: 'staff, reglages' },
];

/** Laureates and experts are on a phone; the team works on a screen. `scale` is how many pixels of the picture a pixel of the page has. */
const phone = { width: 360, height: 720, scale: 2 } as const;
const screen = { width: 1280, height: 860, scale: 1 } as const;

export function frameOf(name: string) {
  return name.startsWith('equipe-') ? screen : phone;
}
