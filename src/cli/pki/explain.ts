import { type PathFailure, type PathResult, type ValidPath } from '../../core/path/index.js';
import { type Certificate } from '../../core/x509/index.js';
import { type Language, pathMessages } from '../../messages/index.js';
import { distinguishedNameText } from '../distinguished-name.js';
import { type VerificationCase } from './case.js';
import { type VerdictCode } from './judge-case.js';

type Sentences = Readonly<Record<'zhTW' | 'en', string>>;

const otherSentences: Readonly<Record<Exclude<VerdictCode, keyof typeof pathMessages>, Sentences>> = {
  'certificate-revoked': {
    zhTW: '憑證在所查時間之前已廢止或停用。',
    en: 'The certificate had been revoked or suspended by the time asked about.',
  },
  'revocation-unknown': {
    zhTW: '附上的廢止資料無法確定這張憑證的狀態，因此不予採認。',
    en: 'The revocation data supplied does not settle the status of this certificate, so it does not count as good.',
  },
  'revocation-unavailable': {
    zhTW: '沒有這張憑證在所查時間有效的廢止資料。請附上憑證廢止清冊（--crl）或 OCSP 回應（--ocsp）。',
    en: 'There is no revocation data for this certificate that is current at the time asked about. Supply a CRL (--crl) or an OCSP response (--ocsp).',
  },
  'file-unreadable': { zhTW: '無法讀取檔案 {{file}}。', en: 'The file {{file}} cannot be read.' },
  'certificate-malformed': {
    zhTW: '檔案 {{file}} 不是格式正確的憑證（DER 或 PEM）。',
    en: 'The file {{file}} is not a well-formed certificate, in DER or PEM.',
  },
  'crl-malformed': {
    zhTW: '檔案 {{file}} 不是格式正確的憑證廢止清冊（DER 或 PEM）。',
    en: 'The file {{file}} is not a well-formed CRL, in DER or PEM.',
  },
  'ocsp-malformed': {
    zhTW: '檔案 {{file}} 不是格式正確的 OCSP 回應。',
    en: 'The file {{file}} is not a well-formed OCSP response.',
  },
  'case-malformed': { zhTW: '案例的欄位 {{field}} 有誤。', en: 'The field {{field}} of the case is wrong.' },
};

/** The verdict in words, line by line. */
export function explain(
  question: VerificationCase,
  verdict: PathResult<ValidPath, VerdictCode>,
  language: Language,
): readonly string[] {
  return verdict.ok
    ? explainPath(question, verdict.value, language)
    : explainFailure(verdict.failure, language);
}

function explainPath(
  { at, revocation }: VerificationCase,
  path: ValidPath,
  language: Language,
): readonly string[] {
  const say = speaker(language);
  const names = [...path.certificates.map(({ subject }) => subject), path.anchor.name].map(
    distinguishedNameText,
  );
  return [
    say(`憑證在 ${at.toISOString()} 有效。`, `The certificate is valid at ${at.toISOString()}.`),
    ...names.map((name, depth) => `${'  '.repeat(depth)}${depth === 0 ? '' : '← '}${name}`),
    say(
      `憑證政策：${path.policies.join('、') || '無'}`,
      `Certificate policies: ${path.policies.join(', ') || 'none'}`,
    ),
    revocation === 'required'
      ? say(
          '廢止狀態：已查核，整條憑證鏈均未廢止。',
          'Revocation: checked; no certificate of the path is revoked.',
        )
      : say('廢止狀態：未查核。', 'Revocation: not checked.'),
  ];
}

function explainFailure(failure: PathFailure<VerdictCode>, language: Language): readonly string[] {
  const say = speaker(language);
  const sentences: Sentences = { ...pathMessages, ...otherSentences }[failure.code];
  return [
    say('憑證不予採認。', 'The certificate does not count as valid.'),
    filled(say(sentences.zhTW, sentences.en), failure.values),
    ...(failure.certificate === undefined ? [] : atFault(failure.certificate, say)),
    say(`代碼：${failure.code}`, `Code: ${failure.code}`),
  ];
}

function atFault({ subject, notBefore, notAfter }: Certificate, say: Speaker): readonly string[] {
  const from = new Date(notBefore).toISOString();
  const to = new Date(notAfter).toISOString();
  return [
    say(`有問題的憑證：${distinguishedNameText(subject)}`, `At fault: ${distinguishedNameText(subject)}`),
    say(`有效期間：${from} 至 ${to}`, `Valid from ${from} to ${to}`),
  ];
}

type Speaker = (zhTW: string, en: string) => string;

const speaker =
  (language: Language): Speaker =>
  (zhTW, en) =>
    language === 'en' ? en : zhTW;

function filled(sentence: string, values: PathFailure['values'] = {}): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_placeholder, name: string) => String(values[name] ?? '?'));
}
