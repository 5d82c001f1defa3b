/** The finer points of the standard (Open Badges 3.0, "Verification", step 1). Advice only: nothing here decides whether a badge is real. */
import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import { distinctChecks } from '../../badge/distinct-checks.ts';
import type { Check } from '../../badge/report.ts';
import { idOf, isObject, type JsonObject, list, member, texts } from '../../json/members.ts';
import { detailOf } from '../../net/fetch-document.ts';
import { credentialForm } from '../detect.ts';
import { OPEN_BADGES_3 } from './open-badges-3.ts';

type Model = 'AchievementCredential' | 'EndorsementCredential';

const FOLDER = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/';
/** The addresses of 1EdTech's schemas, and which part of ours describes the same. No schema is ever fetched on a badge's say-so. */
const BUNDLED: ReadonlyMap<string, Model> = new Map([
  [`${FOLDER}ob_v3p0_achievementcredential_schema.json`, 'AchievementCredential'],
  [`${FOLDER}ob_v3p0_endorsementcredential_schema.json`, 'EndorsementCredential'],
]);
/** `JsonSchema` and its forerunners `JsonSchemaValidator2018`, `JsonSchema2023`. */
const TYPES = /^(?:1EdTechJsonSchemaValidator2019|JsonSchema(?:Validator)?(?:20\d\d)?)$/;
const MAX_DECLARED = 5;

/**
 * Holds a credential against the schemas that it declares. An Open Badge 3.0 is held against the standard's whatever it declares. Empty where there is
 * nothing to hold it against. Never throws for bad input.
 */
export function judgeSchema(credential: JsonObject): Check[] {
  const models = new Set<Model>();
  if (credentialForm(credential) === 'ob3') models.add('AchievementCredential');
  const unknown: Check[] = [];
  for (const declared of list(member(credential, 'credentialSchema')).slice(0, MAX_DECLARED)) {
    const model = isObject(declared) ? modelOf(declared) : undefined;
    if (model) models.add(model);
    else unknown.push({ id: 'schema', outcome: 'skipped', code: 'schema-unknown', ...detailOf(addressOf(declared)) });
  }
  return [...[...models].map((model) => hold(credential, model)), ...distinctChecks(unknown)];
}

function modelOf(declared: JsonObject): Model | undefined {
  const known = texts(member(declared, 'type')).some((type) => TYPES.test(type));
  return known ? BUNDLED.get(idOf(declared) ?? '') : undefined;
}

function addressOf(declared: unknown): string | undefined {
  return isObject(declared) ? idOf(declared) : undefined;
}

const validators = new Map<Model, Validator>();

/** Made when first needed: most badges of a page are of other kinds. */
function validatorOf(model: Model): Validator {
  const schema: Schema = { ...OPEN_BADGES_3, $ref: `#/$defs/${model}` };
  const validator = validators.get(model) ?? new Validator(schema, '2019-09');
  validators.set(model, validator);
  return validator;
}

function hold(credential: JsonObject, model: Model): Check {
  try {
    const { valid, errors } = validatorOf(model).validate(credential);
    if (valid) return { id: 'schema', outcome: 'pass', code: 'schema-ok' };
    return { id: 'schema', outcome: 'warn', code: 'schema-findings', ...detailOf(firstFinding(errors)) };
  } catch {
    // The validator recurses: what is nested deeper than any reader lets through ends here.
    return { id: 'schema', outcome: 'warn', code: 'schema-findings' };
  }
}

/** The validator tells the way down to a finding, and every alternative it tried there: the deepest place is the one that somebody has to mend. */
function firstFinding(errors: readonly OutputUnit[]): string {
  let deepest = '';
  for (const error of errors) {
    const path = pathOf(error);
    if (depth(path) > depth(deepest)) deepest = path;
  }
  return deepest;
}

/** `#/credentialSubject/achievement/alignment/0/targetName` as people write it: `credentialSubject.achievement.alignment[0].targetName`. */
function pathOf({ instanceLocation, keyword, error }: OutputUnit): string {
  const missing = keyword === 'required' ? (/"([^"]+)"/.exec(error)?.[1] ?? '') : '';
  const steps = [...instanceLocation.split('/').slice(1), ...(missing === '' ? [] : [missing])];
  return steps.reduce((path, step) => {
    if (/^\d+$/.test(step)) return `${path}[${step}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');
}

function depth(path: string): number {
  return path === '' ? 0 : path.split(/[.[]/).length;
}
