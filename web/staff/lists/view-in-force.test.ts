import type { SavedViewRow } from '@sur-mesure/functions/domain/lists/saved-views';
import { describe, expect, it } from 'vitest';
import { missionWords } from '../missions/mission-address.ts';
import { viewAddress, viewInForce } from './view-in-force.ts';

const view = (id: string, search: string, list: SavedViewRow['list'] = 'missions'): SavedViewRow => ({
  ...{ id, list, name: id, search, revision: 1, keeper: 'own', byName: 'Inès Garnier', changedByName: null },
});
const views = [
  view('late', 'retard=oui&tri=echeance'),
  view('closed', 'etat=closed'),
  view('board', 'etat=closed', 'etats'),
  view('former', 'etat=nowhere&retard=oui'),
];
const inForce = (search: string) => viewInForce(missionWords, new URLSearchParams(search), views);

describe('The view in force', () => {
  it('is the one that the address came from, and whether the list still shows it', () => {
    expect(inForce('vue=missions&tri=echeance&retard=oui&gardee=late')).toEqual({ view: views[0], changed: false });
    expect(inForce('vue=missions&tri=echeance&gardee=late&apres=m1:')).toEqual({ view: views[0], changed: true });
  });

  it('is the one that says the same, where the address names none that is kept', () => {
    expect(inForce('vue=missions&etat=closed')).toEqual({ view: views[1], changed: false });
    expect(inForce('vue=missions&etat=closed&gardee=somebodys')).toEqual({ view: views[1], changed: false });
    expect(inForce('vue=missions&etat=on_hold&gardee=board')).toBeNull();
  });

  it('opens also when it asks for what is known no more, and is then no other than before', () => {
    expect(inForce('vue=missions&etat=nowhere&retard=oui&gardee=former')).toEqual({ view: views[3], changed: false });
  });

  it('has an address of its own, at the first page of its list', () => {
    expect(views.map(viewAddress)).toEqual([
      '/equipe?vue=missions&retard=oui&tri=echeance&gardee=late',
      '/equipe?vue=missions&etat=closed&gardee=closed',
      '/equipe?vue=etats&etat=closed&gardee=board',
      '/equipe?vue=missions&etat=nowhere&retard=oui&gardee=former',
    ]);
  });
});
