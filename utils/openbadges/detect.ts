import { contextsOf, hasType, isObject, type JsonObject, member, text } from '../json/members.ts';
import { isBlockcerts } from './v3/blockcerts.ts';

/** What a document of the W3C's Verifiable Credentials Data Model is. `enveloped`: a wrapper around a JWT (see v3/parts.ts). */
export type CredentialForm = 'ob3' | 'clr2' | 'endorsement' | 'vc' | 'presentation' | 'enveloped';
/** Hosted forms, which this folder judges, and signed ones, which need a key. */
export type HostedForm = '0.5' | '1.0' | '1.1' | '2.0';
export type SignedForm = 'jws' | 'sd-jwt' | 'ob2-signed' | 'blockcerts' | CredentialForm;
export type Detected =
  | { kind: 'hosted'; form: HostedForm }
  | { kind: 'signed'; form: SignedForm }
  /** A badge class, issuer, key, endorsement …: part of a badge but nobody's. */
  | { kind: 'part' }
  | { kind: 'none' };

const OB2 = /^https?:\/\/w3id\.org\/openbadges\/v2(?:\.jsonld|\/context\.json|\/)?$/;
const OB1 =
  /^https?:\/\/(?:w3id\.org\/openbadges\/v1|standard\.openbadges\.org\/1\.1\/context\.json|openbadgespec\.org\/v1)\/?$/;
const VC = /^https?:\/\/www\.w3\.org\/(?:ns\/credentials\/v2|2018\/credentials\/v1)\/?$/;
const ENVELOPES = ['EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation'];
const CREDENTIALS = ['VerifiableCredential', 'VerifiablePresentation', ...ENVELOPES];
const PARTS = ['BadgeClass', 'Issuer', 'IssuerOrg', 'Profile', 'CryptographicKey', 'RevocationList', 'Endorsement'];

/** Tells what a JSON value is, by the marks that each version of the standard leaves (Open Badges 0.5 to 3.0, CLR 2.0, W3C credentials). */
export function detect(value: unknown): Detected {
  if (!isObject(value)) return { kind: 'none' };
  if (isBlockcerts(value)) return { kind: 'signed', form: 'blockcerts' };
  const contexts = contextsOf(value);
  if (contexts.some((context) => VC.test(context)) || hasType(value, ...CREDENTIALS)) {
    return { kind: 'signed', form: credentialForm(value) };
  }
  if (contexts.some((context) => OB2.test(context))) return assertion(value, '2.0');
  if (contexts.some((context) => OB1.test(context))) return assertion(value, '1.1');
  // A context written out in place, as early 2.0 issuers did.
  if (hasType(value, 'Assertion')) return assertion(value, member(value, 'verify') === undefined ? '2.0' : '1.1');
  if (hasType(value, ...PARTS)) return { kind: 'part' };
  return bare(value);
}

/** Tells the kinds of credential by their types. What calls itself several things is judged as the one that asks most of it. */
export function credentialForm(value: JsonObject): CredentialForm {
  if (hasType(value, 'OpenBadgeCredential', 'AchievementCredential')) return 'ob3';
  if (hasType(value, 'ClrCredential')) return 'clr2';
  if (hasType(value, 'EndorsementCredential')) return 'endorsement';
  if (hasType(value, 'VerifiableCredential')) return 'vc';
  if (hasType(value, 'VerifiablePresentation')) return 'presentation';
  return hasType(value, ...ENVELOPES) ? 'enveloped' : 'vc';
}

function assertion(value: JsonObject, form: '1.1' | '2.0'): Detected {
  const revokedStub = member(value, 'revoked') !== undefined;
  if (!hasType(value, 'Assertion') && !revokedStub) {
    if (hasType(value, ...PARTS)) return { kind: 'part' };
    // 1.1 left `type` to the reader where the rest is plain.
    if (member(value, 'badge') === undefined || member(value, 'recipient') === undefined) return { kind: 'none' };
  }
  return isSigned(value) ? { kind: 'signed', form: 'ob2-signed' } : { kind: 'hosted', form };
}

/** Without context or type: 0.5 keeps the whole badge inside, 1.0 names its address. */
function bare(value: JsonObject): Detected {
  const badge = member(value, 'badge');
  if (isObject(badge) && member(value, 'verify') === undefined && member(value, 'uid') === undefined) {
    const issuer = member(badge, 'issuer');
    if (isObject(issuer) && member(issuer, 'origin') !== undefined) return { kind: 'hosted', form: '0.5' };
  }
  const verify = member(value, 'verify');
  if (badge !== undefined && (isObject(verify) || member(value, 'uid') !== undefined)) {
    return isSigned(value) ? { kind: 'signed', form: 'ob2-signed' } : { kind: 'hosted', form: '1.0' };
  }
  return { kind: 'none' };
}

/** The way of verification that an assertion declares: `verification`, or `verify` as it was called before 2.0. */
export function verificationOf(value: JsonObject): JsonObject | null {
  const declared = member(value, 'verification') ?? member(value, 'verify');
  const one = Array.isArray(declared) && declared.length === 1 ? declared[0] : declared;
  return isObject(one) ? one : null;
}

function isSigned(value: JsonObject): boolean {
  const verification = verificationOf(value);
  return verification !== null && hasType(verification, 'signed', 'SignedBadge');
}

const JWS = /^[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;

/** A compact JWS (three base64url parts), or an SD-JWT (`~` between parts); null for other text. */
export function detectCompact(words: string): 'jws' | 'sd-jwt' | null {
  const trimmed = words.trim();
  // Three words with dots between (a host name, say) are no JWS: its header is a JSON object, and `{"` begins with eyJ or, with white space, ew or e3.
  if (!/^e[ywI0-9]/.test(trimmed)) return null;
  if (JWS.test(trimmed)) return 'jws';
  const [first = '', ...rest] = trimmed.split('~');
  return rest.length > 0 && JWS.test(first) ? 'sd-jwt' : null;
}

/** Is this a withdrawn badge's remains? `unclear` when the member is there and says nothing readable. */
export function revocationOf(value: JsonObject): 'no' | 'yes' | 'unclear' {
  const revoked = member(value, 'revoked');
  if (revoked === undefined || revoked === null || revoked === false || text(revoked)?.toLowerCase() === 'false')
    return 'no';
  if (revoked === true || revoked === 1 || text(revoked)?.toLowerCase() === 'true') return 'yes';
  return 'unclear';
}
