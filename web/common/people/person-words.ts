import type { Organisation, PersonActionName, PersonRole, PersonRow } from '@sur-mesure/functions/domain/people/people';
import type { PillTone } from '../state-pill/StatePill.tsx';

interface RoleWords {
  readonly label: string;
  /** What it lets one do: read before a role is given. */
  readonly may: string;
}

export const roles = {
  signatory: {
    label: 'Signataire',
    may: 'Décide et engage la manufacture : valide un devis, confirme un service, invite des personnes.',
  },
  contributor: {
    label: 'Personne contributrice',
    may: 'Lit tout et prépare : dépose les pièces, remplit la note de cadrage. Ne valide rien.',
  },
  contact: {
    label: 'Contact de la structure',
    may: 'Parle pour la structure : accepte, envoie les devis et les rapports, invite l’équipe.',
  },
  consultant: {
    label: 'Membre de l’équipe',
    may: 'Intervient sur des missions. Déclare en son nom n’avoir aucun intérêt, puis lit le dossier.',
  },
  staff: { label: 'Équipe du programme', may: 'Suit et débloque les missions, lit les dossiers, gère les accès.' },
  observer: {
    label: 'Observation',
    may: 'Lit le programme jusqu’à une date, sans pouvoir agir ni ouvrir les dossiers.',
  },
} as const satisfies Record<PersonRole, RoleWords>;

export const rolesOf = {
  laureate: ['signatory', 'contributor'],
  expert: ['contact', 'consultant'],
  team: ['staff', 'observer'],
} as const satisfies Record<Organisation['kind'], readonly PersonRole[]>;

export const states = {
  active: { label: 'Accès ouvert', tone: 'done' },
  invited: { label: 'Invitation envoyée, première connexion attendue', tone: 'waiting' },
  closed: { label: 'Accès fermé', tone: 'ended' },
} as const satisfies Record<PersonRow['state'], { readonly label: string; readonly tone: PillTone }>;

/** Somebody of an organisation, as the dialogs need it. */
export interface Subject {
  readonly person: PersonRow;
  readonly people: readonly PersonRow[];
  readonly organisation: Organisation;
  readonly organisationName: string;
}

export type AskedOfPerson = 'role' | 'days' | 'successor' | 'email' | 'reason';

interface ActionWords {
  /** The button, and the button that confirms. */
  readonly label: string;
  readonly title: (subject: Subject) => string;
  readonly tone: 'primary' | 'danger';
  readonly asks: readonly AskedOfPerson[];
  /** What follows, one sentence a line: said before it is done. */
  readonly follows: (subject: Subject) => readonly string[];
}

/** Every action on a person: its words, what it asks and what follows from it. */
export const personActions = {
  inviteAgain: {
    label: 'Renvoyer l’invitation',
    title: ({ person }) => `Renvoyer l’invitation à ${person.name} ?`,
    tone: 'primary',
    asks: [],
    follows: ({ person }) => [`Un nouveau courriel part à ${person.email}, avec un lien pour entrer.`],
  },
  setRole: {
    label: 'Changer le rôle',
    title: ({ person }) => `Changer le rôle de ${person.name}`,
    tone: 'primary',
    asks: ['role'],
    follows: () => ['Le nouveau rôle vaut dès la prochaine page que cette personne ouvre. Elle en est prévenue.'],
  },
  delegate: {
    label: 'Déléguer la signature',
    title: ({ person }) => `Déléguer la signature à ${person.name}`,
    tone: 'primary',
    asks: ['days'],
    follows: ({ person, organisationName }) => [
      `Du premier au dernier jour compris, ${person.name} peut valider un devis et confirmer un service au nom de ${organisationName}.`,
      'Vous gardez votre propre signature, et vous pouvez mettre fin à cette délégation à tout moment.',
    ],
  },
  endDelegation: {
    label: 'Mettre fin à la délégation',
    title: ({ person }) => `Mettre fin à la délégation de ${person.name} ?`,
    tone: 'primary',
    asks: [],
    follows: ({ person }) => [
      `${person.name} ne signe plus dès maintenant, et garde son rôle.`,
      'Ce qui est déjà signé reste signé.',
    ],
  },
  changeEmail: {
    label: 'Changer l’adresse de courriel',
    title: ({ person }) => `Changer l’adresse de ${person.name}`,
    tone: 'primary',
    asks: ['email', 'reason'],
    follows: ({ person }) => [
      'Toutes ses connexions se ferment, sur tous ses appareils.',
      `Un courriel prévient l’ancienne adresse, ${person.email} : si ce changement n’est pas demandé par elle, elle vous le dira.`,
      'Les prochains liens de connexion arrivent à la nouvelle adresse.',
    ],
  },
  close: {
    label: 'Fermer l’accès',
    title: ({ person, organisationName }) => `Fermer l’accès de ${person.name} à ${organisationName} ?`,
    tone: 'danger',
    asks: ['successor', 'reason'],
    follows: ({ person, organisation, organisationName }) => closing[organisation.kind](person.name, organisationName),
  },
  reopen: {
    label: 'Rouvrir l’accès',
    title: ({ person }) => `Rouvrir l’accès de ${person.name} ?`,
    tone: 'primary',
    asks: ['reason'],
    follows: ({ person }) => [
      `${person.name} retrouve son rôle et peut se connecter de nouveau.`,
      'Ses accès aux dossiers ne reviennent pas d’eux-mêmes.',
    ],
  },
  switchOff: {
    label: 'Couper tous les accès',
    title: ({ person }) => `Couper tous les accès de ${person.name} ?`,
    tone: 'danger',
    asks: ['reason'],
    follows: () => [
      'son compte : plus aucune connexion n’est possible ;',
      'ses connexions ouvertes, sur tous ses appareils ;',
      'sa place dans chaque structure à laquelle cette personne appartient ;',
      'ses accès aux dossiers des manufactures, et les fichiers en cours d’ouverture.',
    ],
  },
} as const satisfies Record<PersonActionName, ActionWords>;

const closing = {
  laureate: (name, organisation) => [
    `${name} ne lit plus rien de ${organisation} : ni dossier, ni mission, ni subvention.`,
    'Ses décisions, ses dépôts et son nom restent dans les journaux.',
  ],
  expert: (name, organisation) => [
    `${name} n’agit plus pour ${organisation}, et les dossiers que ses déclarations lui avaient ouverts se referment.`,
    'Les missions se poursuivent avec les autres personnes de la structure.',
  ],
  team: (name) => [
    `${name} n’entre plus dans l’espace de l’équipe.`,
    'Ce qui porte son nom dans les journaux y reste.',
  ],
} as const satisfies Record<Organisation['kind'], (name: string, organisation: string) => readonly string[]>;

/** What is pressed most stands first; what ends something stands last. */
export const actionOrder = Object.keys(personActions).filter(isPersonAction);

function isPersonAction(name: string): name is PersonActionName {
  return Object.hasOwn(personActions, name);
}

/** Who may take over from somebody who was the last to sign or to speak here: empty when nobody has to be named. */
export function successorsOf({ person, people }: Pick<Subject, 'person' | 'people'>): readonly PersonRow[] {
  const leads = person.role === 'signatory' || person.role === 'contact';
  const others = people.filter(({ uid, state }) => uid !== person.uid && state === 'active');
  return leads && person.state === 'active' && !others.some(({ role }) => role === person.role) ? others : [];
}

/** Actives first, then those who are expected, then those who left; names in order. */
export function inOrder<Row extends PersonRow>(people: readonly Row[]): Row[] {
  const rank = { active: 0, invited: 1, closed: 2 } as const;
  return people.toSorted(
    (one, other) => rank[one.state] - rank[other.state] || one.name.localeCompare(other.name, 'fr'),
  );
}
