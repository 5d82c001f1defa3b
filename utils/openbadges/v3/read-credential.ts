/** What a credential says, made fit to be shown. Nothing here says that any of it is true. */
import { linkAddress, parseWebAddress } from '../../badge/address.ts';
import type { Badge, RecipientIdentity, Standard } from '../../badge/report.ts';
import { idOf, isObject, type JsonObject, list, member, reference, texts } from '../../json/members.ts';
import { type CredentialForm, credentialForm } from '../detect.ts';
import { criteriaOf, descriptionOf, evidenceOf, imageOf, nameOf, shownId, skillsOf } from '../fields.ts';
import { datesOf } from './dates.ts';
import { holderNameOf, recipientsOf, titleNamesEarner } from './holder.ts';
import { issuerPlace } from './issuer-place.ts';
import { achievementOf, subjectOf } from './subject.ts';

export interface CredentialReading {
  form: CredentialForm;
  badge: Badge;
  recipients: RecipientIdentity[];
  /** Of an endorsement: identifier of what is endorsed, as it stands there. To compare with, not to show. */
  about?: string;
  /** The issuer says that a CLR leaves something out. */
  partial: boolean;
}

const STANDARDS: Readonly<Record<CredentialForm, Standard>> = {
  ob3: 'OB3',
  clr2: 'CLR2',
  endorsement: 'VC',
  vc: 'VC',
  presentation: 'VC',
  enveloped: 'VC',
};

/** Reads an Open Badge 3.0, a CLR 2.0, an endorsement, a presentation or any other verifiable credential. Never throws for bad input. */
export function readCredential(credential: JsonObject): CredentialReading {
  const form = credentialForm(credential);
  const subject = subjectOf(credential);
  const about = form === 'endorsement' && subject ? idOf(subject) : undefined;
  return {
    form,
    badge: badgeOf(credential, form, subject),
    recipients: recipientsOf(credential),
    ...(about !== undefined && { about }),
    partial: member(credential, 'partial') === true,
  };
}

function badgeOf(credential: JsonObject, form: CredentialForm, subject: JsonObject | null): Badge {
  const achievement = achievementOf(credential) ?? {};
  const issuer = issuerOf(credential, form);
  const id = shownId(idOf(credential));
  const url = ownAddress(id, issuer.id);
  const description = words(achievement, credential, subject);
  const image = picture(achievement, credential, subject);
  const recipientName = holderNameOf(credential);
  const criteria = criteriaOf(member(achievement, 'criteria'));
  const evidence = evidenceIn(credential, subject);
  const { issuedOn, expires } = datesOf(credential);
  return {
    name: titleOf(credential, achievement, subject),
    ...(description !== undefined && { description }),
    ...(image !== undefined && { image }),
    issuer,
    ...(recipientName !== undefined && { recipientName }),
    ...(issuedOn !== undefined && { issuedOn }),
    ...(expires !== undefined && { expires }),
    ...(criteria !== undefined && { criteria }),
    ...(evidence.length > 0 && { evidence }),
    skills: skillsOf(member(achievement, 'tag'), member(achievement, 'alignment')),
    standard: STANDARDS[form],
    ...(id !== undefined && { id }),
    ...(url !== undefined && { url }),
    raw: credential,
  };
}

/** The signer as it calls itself; of a presentation, its holder. */
function issuerOf(credential: JsonObject, form: CredentialForm): Badge['issuer'] {
  const value = member(credential, form === 'presentation' ? 'holder' : 'issuer');
  const id = shownId(reference(value));
  const profile = list(value).find(isObject);
  const url = profile && linkAddress(reference(member(profile, 'url')));
  return {
    ...(id !== undefined && { id }),
    name: (profile && nameOf(member(profile, 'name'))) ?? '',
    ...(url !== undefined && { url }),
  };
}

/** A credential names its own address, and anybody can write anybody's there: it is a link only where it is at home with its issuer. */
function ownAddress(id: string | undefined, issuer: string | undefined): string | undefined {
  const host = parseWebAddress(id)?.hostname;
  return host !== undefined && issuer !== undefined && issuerPlace(issuer) === host ? linkAddress(id) : undefined;
}

/** The achievement's name, the credential's own, one inside the subject, or else what kind of credential it is. */
function titleOf(credential: JsonObject, achievement: JsonObject, subject: JsonObject | null): string {
  const own = titleNamesEarner(credential) ? undefined : nameOf(member(credential, 'name'));
  return nameOf(member(achievement, 'name')) ?? own ?? nameOfClaim(subject) ?? kindInWords(credential);
}

/** Where credentials other than badges keep what was earned. */
const CLAIMS = ['hasCredential', 'degree'];

function nameOfClaim(subject: JsonObject | null): string | undefined {
  for (const name of CLAIMS) {
    for (const claim of list(subject && member(subject, name)).slice(0, 10)) {
      const found = isObject(claim) ? nameOf(member(claim, 'name')) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** `ExampleAlumniCredential` as words; of several types the last, which is the most special. */
function kindInWords(credential: JsonObject): string {
  const types = texts(member(credential, 'type')).map((type) => type.slice(-200).replace(/^.*[/#:]/, ''));
  const special = types.findLast((type) => type !== '' && type !== 'VerifiableCredential') ?? 'VerifiableCredential';
  const spaced = special.slice(0, 100).replace(/([a-z\d])([A-Z])/g, '$1 $2');
  return nameOf(spaced) ?? 'Verifiable Credential';
}

function words(achievement: JsonObject, credential: JsonObject, subject: JsonObject | null): string | undefined {
  return (
    descriptionOf(member(achievement, 'description')) ??
    descriptionOf(member(credential, 'description')) ??
    (subject === null
      ? undefined
      : (descriptionOf(member(subject, 'endorsementComment')) ?? descriptionOf(member(subject, 'description'))))
  );
}

function picture(achievement: JsonObject, credential: JsonObject, subject: JsonObject | null): string | undefined {
  return (
    imageOf(member(achievement, 'image')) ??
    imageOf(member(credential, 'image')) ??
    (subject === null ? undefined : imageOf(member(subject, 'image')))
  );
}

/** The subject's narrative connects the pieces of evidence (Open Badges 3.0, AchievementSubject), so it comes first. */
function evidenceIn(credential: JsonObject, subject: JsonObject | null): string[] {
  const narrative = subject === null ? undefined : descriptionOf(member(subject, 'narrative'));
  return [...(narrative === undefined ? [] : [narrative]), ...evidenceOf(member(credential, 'evidence'))];
}
