/** The parts of the page, in its order. */
export const settingSections = {
  dates: 'Les dates du programme',
  delays: 'Les délais et les relances',
  money: 'L’argent',
  dossiers: 'Les dossiers et les échanges',
  mails: 'Les courriels',
  files: 'Les fichiers',
  programme: 'Le programme et son contact',
} as const satisfies Record<string, string>;
export type SettingSection = keyof typeof settingSections;

/** From when a change counts. */
export const settingEffects = {
  atOnce: 'Compte dès l’enregistrement, aussi pour ce qui est en cours.',
  tonight: 'Compte dès l’enregistrement ; les échéances et les relances en cours suivent dans la nuit.',
  fromNow: 'Compte pour ce qui se fera ensuite ; ce qui est fait reste comme il est.',
} as const satisfies Record<string, string>;
