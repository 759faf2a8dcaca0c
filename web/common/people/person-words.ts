import { headRoles } from '@sur-mesure/functions/domain/people/facts';
import type { Organisation, PersonActionName, PersonRole, PersonRow } from '@sur-mesure/functions/domain/people/people';
import type { PillTone } from '../state-pill/StatePill.tsx';
import { of } from '../words/typography.ts';

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
    label: 'Représente la structure',
    may: 'Invite l’équipe et change les rôles, en plus d’agir sur les missions.',
  },
  consultant: {
    label: 'Consultante ou consultant',
    may: 'Agit sur les missions de l’entreprise. Déclare en son nom n’avoir aucun intérêt avant de lire un dossier.',
  },
  staff: { label: 'Équipe du programme', may: 'Suit et débloque les missions, lit les dossiers, gère les accès.' },
  observer: {
    label: 'Observation',
    may: 'Lit le programme jusqu’à une date, sans pouvoir agir ni ouvrir les dossiers.',
  },
} as const satisfies Record<PersonRole, RoleWords>;

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
  /** Uid of who reads the page. */
  readonly reader: string;
}

export type AskedOfPerson = 'role' | 'days' | 'successor' | 'email' | 'name' | 'phone' | 'reason';

interface ActionWords {
  readonly title: (subject: Subject) => string;
  readonly tone: 'primary' | 'danger';
  readonly asks: readonly AskedOfPerson[];
  /** What follows, one sentence a line: said before it is done. */
  readonly follows: (subject: Subject) => readonly string[];
}

/** Beside the domain's table, which has the button of each action and who may: its title, what it asks and what follows from it. */
export const actionWords = {
  inviteAgain: {
    title: ({ person }) => `Renvoyer l’invitation à ${person.name} ?`,
    tone: 'primary',
    asks: [],
    follows: ({ person }) => [`Un nouveau courriel part à ${person.email}, avec un lien pour entrer.`],
  },
  setRole: {
    title: ({ person }) => `Changer le rôle ${of(person.name)}`,
    tone: 'primary',
    asks: ['role'],
    follows: () => ['Le nouveau rôle vaut dès la prochaine page que cette personne ouvre. Elle en est prévenue.'],
  },
  delegate: {
    title: ({ person }) => `Déléguer la signature à ${person.name}`,
    tone: 'primary',
    asks: ['days'],
    follows: ({ person, organisationName }) => [
      `Du premier au dernier jour compris, ${person.name} peut valider un devis et confirmer un service au nom de ${organisationName}.`,
      'Vous gardez votre propre signature, et vous pouvez mettre fin à cette délégation à tout moment.',
    ],
  },
  endDelegation: {
    title: ({ person }) => `Mettre fin à la délégation ${of(person.name)} ?`,
    tone: 'primary',
    asks: [],
    follows: ({ person }) => [
      `${person.name} ne signe plus dès maintenant, et garde son rôle.`,
      'Ce qui est déjà signé reste signé.',
    ],
  },
  changeEmail: {
    title: ({ person }) => `Changer l’adresse ${of(person.name)}`,
    tone: 'primary',
    asks: ['email', 'reason'],
    follows: ({ person }) => [
      'Toutes ses connexions se ferment, sur tous ses appareils.',
      `Un courriel prévient l’ancienne adresse, ${person.email} : si ce changement n’est pas demandé par elle, elle vous le dira.`,
      'Les prochains liens de connexion arrivent à la nouvelle adresse.',
    ],
  },
  correctName: {
    title: ({ person }) => `Corriger le nom ${of(person.name)}`,
    tone: 'primary',
    asks: ['name', 'reason'],
    follows: () => [
      'Le nouveau nom vaut dès maintenant dans les pages, les courriels et les documents à venir.',
      'Ce qui est déjà fait garde le nom d’avant : décisions et preuves, documents, registres, messages et journaux.',
      'Un courriel dit à cette personne que son nom a été corrigé, par qui et pourquoi.',
    ],
  },
  flagAddress: {
    title: ({ person }) => `Marquer en erreur l’adresse ${of(person.name)} ?`,
    tone: 'primary',
    asks: ['reason'],
    follows: ({ person }) => [
      `À sa prochaine visite, ${person.name} lit que nos courriels n’arrivent pas à ${person.email}, et qui appeler.`,
      'Les courriels continuent de partir : certains arrivent peut-être.',
    ],
  },
  clearAddressFlag: {
    title: ({ person }) => `L’adresse ${of(person.name)} est-elle la bonne ?`,
    tone: 'primary',
    asks: [],
    follows: ({ person }) => [
      `Un courriel d’essai part à ${person.email}.`,
      'S’il est refusé, l’adresse est de nouveau marquée en erreur.',
    ],
  },
  setPhone: {
    title: ({ person }) => `Noter le téléphone ${of(person.name)}`,
    tone: 'primary',
    asks: ['phone'],
    follows: () => [
      'Il est montré aux personnes de la structure et à l’équipe France Tiers-Lieux, qui appelle quand un courriel n’arrive pas.',
    ],
  },
  close: {
    title: ({ person, organisationName }) => `Fermer l’accès ${of(person.name)} à ${organisationName} ?`,
    tone: 'danger',
    asks: ['successor', 'reason'],
    follows: ({ person, organisation, organisationName }) => closing[organisation.kind](person.name, organisationName),
  },
  reopen: {
    title: ({ person }) => `Rouvrir l’accès ${of(person.name)} ?`,
    tone: 'primary',
    asks: ['reason'],
    follows: ({ person, organisationName }) => [
      `${person.name} retrouve son rôle dans ${organisationName} et peut se connecter de nouveau.`,
      'Ses accès aux dossiers ne reviennent pas d’eux-mêmes.',
    ],
  },
  switchOff: {
    title: ({ person }) => `Couper le compte ${of(person.name)} ?`,
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
    'Les missions se poursuivent avec les autres personnes de l’entreprise.',
  ],
  team: (name) => [
    `${name} n’entre plus dans l’espace de l’équipe.`,
    'Ce qui porte son nom dans les journaux y reste.',
  ],
} as const satisfies Record<Organisation['kind'], (name: string, organisation: string) => readonly string[]>;

/** What is pressed most stands first; what ends something stands last. */
export const actionOrder = Object.keys(actionWords).filter(isPersonAction);

function isPersonAction(name: string): name is PersonActionName {
  return Object.hasOwn(actionWords, name);
}

/** Whether nobody else who has signed in could sign, or speak, for the organisation. */
export function isLastHead({ person, people, organisation }: Subject): boolean {
  const heads = people.filter(({ role, state }) => role === headRoles[organisation.kind] && state === 'active');
  return organisation.kind !== 'team' && heads.length === 1 && heads[0]?.uid === person.uid;
}

/** Who may take over from the last one: those of the organisation who have signed in. */
export function successorsOf({ person, people }: Subject): readonly PersonRow[] {
  return people.filter(({ uid, state }) => uid !== person.uid && state === 'active');
}

/** Actives first, then those who are expected, then those who left; names in order. */
export function inOrder<Row extends PersonRow>(people: readonly Row[]): Row[] {
  const rank = { active: 0, invited: 1, closed: 2 } as const;
  return people.toSorted(
    (one, other) => rank[one.state] - rank[other.state] || one.name.localeCompare(other.name, 'fr'),
  );
}
