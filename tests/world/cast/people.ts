/** Everybody here is invented, and so is every address. */
export interface Person {
  name: string;
  /** Path part of the profile. */
  slug: string;
  email: string;
  headline: string;
  place: string;
}

/** Whose profile and résumé the world shows. */
export const TAMSIN: Person = {
  name: 'Tamsin Okafor-Lund',
  slug: 'tamsin-okafor-lund',
  email: 'tamsin@okafor-lund.example',
  headline: 'Platform engineer, quiet systems',
  place: 'Galway, Ireland',
};

/** The person one of Tamsin's badges was really issued to. */
export const RURIK: Person = {
  name: 'Rurik Vandermeer',
  slug: 'rurik-vandermeer',
  email: 'rurik@vandermeer.example',
  headline: 'Data steward and beekeeper',
  place: 'Ghent, Belgium',
};

export const PEOPLE = [TAMSIN, RURIK] as const;
