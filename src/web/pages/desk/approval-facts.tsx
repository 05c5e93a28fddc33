import { useTranslation } from 'react-i18next';
import { decodeBase64 } from '../../../core/encodings.js';
import { parseCertificate } from '../../../core/x509/index.js';
import { namedCertificate } from '../../card/named-certificate';
import type { JsonValue } from '../../../core/canonical-json.js';
import type { ShownApproval } from '../../desk/shown-approval';
import { Day } from '../../parts/day';
import { Fingerprint } from '../../parts/fingerprint';
import { Chosen } from './parts/certificate-field';
import { Count, Moment } from './parts/words';

/** What stands in the request itself, above. */
const saidAbove: ReadonlySet<string> = new Set(['action', 'case']);

/**
 * Every member of what is approved, by name and in words and numbers. Nothing is left out: what has no words is shown as it is, at the end. The others
 * stand in the order of the words, which is that of the statement.
 */
export function ApprovalFacts({ members }: Pick<ShownApproval, 'members'>) {
  const { t, i18n } = useTranslation('desk', { keyPrefix: 'members' });
  const order = Object.keys(i18n.t('desk:members', { returnObjects: true }));
  const placeOf = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const shown = members
    .filter(([name]) => !saidAbove.has(name))
    .toSorted(([one], [other]) => placeOf(one) - placeOf(other));
  return (
    <dl className="facts">
      {shown.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{i18n.exists(`desk:members.${name}`) ? t(name) : name}</dt>
          <dd>
            <Fact name={name} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Why a co-signature does not count, such as `R02`. */
const reasonCode = /^[A-Z]\d\d$/;
const digest = /^[0-9a-f]{64}$/;
const day = /^\d{4}-\d\d-\d\d$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function Fact({ name, value }: { readonly name: string; readonly value: JsonValue }) {
  const { t, i18n } = useTranslation('desk');
  if (value === null || value === '') return t('none');
  if (typeof value === 'object') return <Structure name={name} value={value} />;
  const word = `desk:values.${name}.${String(value)}`;
  if (i18n.exists(word)) return i18n.t(word);
  if (typeof value === 'number') return <Count count={value} />;
  const text = String(value);
  if (/^(?:from|to)$/.test(name) && reasonCode.test(text)) return t('not-counted', { code: text });
  if (digest.test(text)) return <Fingerprint digits={text} />;
  if (day.test(text)) return <Day day={text} />;
  if (instant.test(text)) return <Moment at={text} />;
  if (/Certificate$/.test(name)) return <CertificateFact base64={text} />;
  if (text.length > longText) return <Long text={text} />;
  return <span className="breakable">{text}</span>;
}

const longText = 300;

/** A list of roles in words; another list by its length, with all of it behind a button. */
function Structure({ name, value }: { readonly name: string; readonly value: object }) {
  const { t } = useTranslation('desk');
  if (/^roles/.test(name) && Array.isArray(value))
    return value.length === 0 ? t('none') : value.map((role) => t(`roles.${String(role)}`)).join(t('comma'));
  if (name === 'moves' && Array.isArray(value) && value.every(isMove)) return <Moves moves={value} />;
  const text = JSON.stringify(value, undefined, 1);
  const count = Array.isArray(value) ? value.length : Object.keys(value).length;
  return (
    <details>
      <summary>{t('entries', { count })}</summary>
      <pre className="raw">{text}</pre>
    </details>
  );
}

interface Move {
  readonly case: string;
  readonly from: string;
  readonly to: string;
}

/** Whether this is a last day that moves, in a form that can be shown in words. */
function isMove(value: unknown): value is Move {
  if (typeof value !== 'object' || value === null) return false;
  const { case: onCase, from, to } = value as Readonly<Record<string, unknown>>;
  return typeof onCase === 'string' && [from, to].every((each) => typeof each === 'string' && day.test(each));
}

/** Last days that a closure moves, a line each. */
function Moves({ moves }: { readonly moves: readonly Move[] }) {
  const { t } = useTranslation('desk');
  if (moves.length === 0) return t('none');
  return moves.map(({ case: onCase, from, to }) => (
    <div key={`${onCase} ${from}`}>
      {onCase} <Day day={from} /> → <Day day={to} />
    </div>
  ));
}

/** Whose certificate it is, by its own words. */
function CertificateFact({ base64 }: { readonly base64: string }) {
  const parsed = parseCertificate(decodeBase64(base64) ?? new Uint8Array());
  return parsed.ok ? <Chosen certificate={namedCertificate(parsed.value)} /> : <Long text={base64} />;
}

function Long({ text }: { readonly text: string }) {
  const { t } = useTranslation('desk');
  return (
    <details>
      <summary>{t('characters', { count: text.length })}</summary>
      <code className="raw breakable">{text}</code>
    </details>
  );
}
