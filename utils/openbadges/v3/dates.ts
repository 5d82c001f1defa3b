/** From when and until when a credential holds. */
import { fromNumericDate, type Instant, readInstant } from '../../badge/instant.ts';
import { type JsonObject, member } from '../../json/members.ts';
import { type DateReading, earliest, type JudgedDates, judgeSpan, latest, readDates } from '../judge-dates.ts';

/** Beginning and end that a JWT sets around the credential (`nbf`, `exp`), in seconds since the epoch. */
export interface EnvelopeDates {
  notBefore?: number;
  expires?: number;
}

/** Every beginning and end that counts, and the two instants to show. */
export interface CredentialDates {
  begins: DateReading[];
  ends: DateReading[];
  issuedOn?: string;
  expires?: string;
}

/**
 * Judges every date that the credential and its envelope give: it holds from the latest beginning to the earliest end, in whichever version's words they
 * are written. Whoever reads only its own version's words would take an expired credential for a good one.
 */
export function judgeCredentialDates(credential: JsonObject, envelope: EnvelopeDates, now: Date): JudgedDates {
  const { begins, ends, ...shown } = datesOf(credential, envelope);
  return { checks: judgeSpan(begins, ends, now), ...shown };
}

export function datesOf(credential: JsonObject, envelope: EnvelopeDates = {}): CredentialDates {
  const read = (...names: string[]) => readDates(names.map((name) => member(credential, name))).map(inUtc);
  const begins = [...read('validFrom', 'issuanceDate'), ...numeric(envelope.notBefore)];
  const ends = [...read('validUntil', 'expirationDate'), ...numeric(envelope.expires)];
  const issued = awardedOn(credential, latest(begins)) ?? begins.find(isReadable)?.instant;
  const end = earliest(ends);
  return { begins, ends, ...(issued && { issuedOn: issued.iso }), ...(end && { expires: end.iso }) };
}

/** "Time values that are incorrectly serialized without an offset" are UTC (VCDM 2.0, 4.9.1): no leeway for the writer's clock. */
function inUtc({ written, instant }: DateReading): DateReading {
  return { written, instant: instant && { ...instant, zoneless: false } };
}

function numeric(seconds: number | undefined): DateReading[] {
  return seconds === undefined ? [] : [{ written: seconds, instant: fromNumericDate(seconds) }];
}

/** An issuer that renews a credential keeps the day it was earned in `awardedDate` (Open Badges 3.0, VerifiableCredential); it can only lie before. */
function awardedOn(credential: JsonObject, begin: Instant | undefined): Instant | undefined {
  const awarded = readInstant(member(credential, 'awardedDate'));
  return awarded && (begin === undefined || awarded.ms <= begin.ms) ? awarded : undefined;
}

function isReadable({ instant }: DateReading): boolean {
  return instant !== null;
}
