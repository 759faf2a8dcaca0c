import { type Refusal, refuse } from '../../domain/refusal.ts';

/** Each reason why a deposit is refused: what was found and the way out. The page has said before that nothing else is lost. */
const sentences = {
  'type-refused':
    'Ce type de fichier n’est pas accepté. Déposez un PDF, une image, un texte ou un document Word, Excel, PowerPoint ou LibreOffice.',
  'file-not-pdf': 'Ce document doit être un PDF. Depuis Word ou LibreOffice : Fichier, puis Exporter en PDF.',
  'file-two-faced':
    'Ce fichier en cache un autre d’un type différent. Ouvrez-le, enregistrez-le ou imprimez-le en PDF, puis déposez la copie.',

  'pdf-broken': 'Ce PDF est abîmé ou incomplet. Ouvrez-le, exportez-le à nouveau en PDF, puis redéposez-le.',
  'pdf-unreadable':
    'Une partie de ce PDF ne peut pas être vérifiée. Imprimez-le en PDF depuis votre lecteur, puis déposez la copie.',
  'pdf-password':
    'Ce PDF demande un mot de passe pour s’ouvrir. Ouvrez-le, imprimez-le en PDF sans mot de passe, puis déposez la copie.',
  'pdf-too-many-pages': 'Ce PDF a plus de 500 pages. Déposez-le en plusieurs parties.',
  'pdf-too-heavy':
    'Ce PDF contient beaucoup plus de données que sa taille ne le montre. Imprimez-le en PDF depuis votre lecteur, puis déposez la copie.',
  'pdf-javascript':
    'Ce PDF contient un programme (JavaScript). Imprimez-le en PDF depuis votre lecteur, puis déposez la copie.',
  'pdf-launch':
    'Ce PDF peut lancer un programme sur l’ordinateur qui l’ouvre. Imprimez-le en PDF depuis votre lecteur, puis déposez la copie.',
  'pdf-sends-data':
    'Ce PDF contient un formulaire qui envoie ou importe des données. Imprimez-le en PDF depuis votre lecteur, puis déposez la copie.',
  'pdf-other-file':
    'Ce PDF ouvre un autre fichier que lui-même. Imprimez-le en PDF depuis votre lecteur, puis déposez la copie ; joignez l’autre fichier à part.',
  'pdf-media':
    'Ce PDF contient un son, une vidéo ou un objet 3D. Imprimez-le en PDF depuis votre lecteur, puis déposez la copie.',
  'pdf-acts-alone':
    'Ce PDF agit tout seul à l’ouverture (impression, page internet ou autre). Imprimez-le en PDF depuis votre lecteur, puis déposez la copie.',
  'pdf-dynamic-form':
    'Ce PDF est un formulaire dynamique (XFA), que la plupart des lecteurs n’affichent pas. Imprimez-le en PDF depuis Adobe Reader, puis déposez la copie.',
  'pdf-attachment':
    'Ce PDF contient une pièce jointe qui n’est pas acceptée. Enlevez-la ou imprimez le PDF depuis votre lecteur, puis déposez la copie.',

  'office-broken':
    'Ce document est abîmé ou incomplet. Ouvrez-le, enregistrez-le sous un nouveau nom, puis redéposez-le.',
  'office-macros':
    'Ce document contient des macros ou un programme. Enregistrez-le sans macros (.docx, .xlsx, .pptx, .odt, .ods ou .odp) ou exportez-le en PDF, puis déposez la copie.',
  'office-password':
    'Ce document est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis déposez la copie.',
  'office-too-heavy':
    'Ce document contient beaucoup plus de données que sa taille ne le montre. Exportez-le en PDF, puis déposez la copie.',
  'office-remote':
    'Ce document va chercher un modèle ou un objet sur internet. Exportez-le en PDF, puis déposez la copie.',

  'image-broken':
    'Cette image est abîmée ou incomplète. Ouvrez-la, enregistrez-la à nouveau en JPEG ou en PNG, puis redéposez-la.',
  'image-too-large': 'Cette image a trop de points. Réduisez-la à moins de 20 000 points de côté, puis redéposez-la.',
} as const satisfies Record<string, string>;

export type Threat = keyof typeof sentences;

/** The codes, for tests and for the documents that list them. */
export const threats = sentences;

/** What is said to whoever sent the file. */
export function refusalOf(threat: Threat): Refusal {
  return refuse(threat, threats[threat]);
}

/** Stops the reading of a file at the first threat; caught where the reading began, and nowhere further: a refusal stays a value. */
export class Found extends Error {
  readonly threat: Threat;

  constructor(threat: Threat) {
    super(threat);
    this.threat = threat;
  }
}
