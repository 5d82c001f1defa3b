import type { PlatformLinks } from '../links/types.ts';
import { accredible } from './accredible/links.ts';
import { badgecraft } from './badgecraft/links.ts';
import { badgelist } from './badgelist/links.ts';
import { badgr } from './badgr/links.ts';
import { certifier } from './certifier/links.ts';
import { certmetrics } from './certmetrics/links.ts';
import { coursera } from './coursera/links.ts';
import { credly } from './credly/links.ts';
import { edx } from './edx/links.ts';
import { freecodecamp } from './freecodecamp/links.ts';
import { googleDevelopers } from './google-developers/links.ts';
import { googleSkills } from './google-skills/links.ts';
import { hackerrank } from './hackerrank/links.ts';
import { linkedinLearning } from './linkedin-learning/links.ts';
import { microsoft } from './microsoft/links.ts';
import { openbadgefactory } from './openbadgefactory/links.ts';
import { openbadgepassport } from './openbadgepassport/links.ts';
import { openbadges } from './openbadges/links.ts';
import { oracle } from './oracle/links.ts';
import { pok } from './pok/links.ts';
import { salesforce } from './salesforce/links.ts';
import { sertifier } from './sertifier/links.ts';
import { shortener } from './shortener/links.ts';
import { udacity } from './udacity/links.ts';
import { udemy } from './udemy/links.ts';

/** Every platform whose links are known. A new platform is one new folder and one line here. */
export const PLATFORM_LINKS: readonly PlatformLinks[] = [
  credly,
  microsoft,
  accredible,
  badgr,
  openbadgefactory,
  openbadgepassport,
  certifier,
  sertifier,
  pok,
  badgecraft,
  badgelist,
  coursera,
  edx,
  googleSkills,
  googleDevelopers,
  certmetrics,
  oracle,
  udacity,
  hackerrank,
  udemy,
  freecodecamp,
  linkedinLearning,
  salesforce,
  openbadges,
  shortener,
];
