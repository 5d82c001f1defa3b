export { entryFacts, refusalOf } from './claim.ts';
