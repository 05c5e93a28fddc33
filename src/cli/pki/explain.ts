import type { PathFailure, PathResult, ValidPath } from '../../core/path/index.js';
import type { Certificate } from '../../core/x509/index.js';
import { distinguishedNameText } from '../distinguished-name.js';
import type { Voice } from '../voice.js';
import type { VerificationCase } from './case.js';
import type { VerdictCode } from './judge-case.js';

/** The verdict in words, line by line. */
export function explain(
  question: VerificationCase,
  verdict: PathResult<ValidPath, VerdictCode>,
  voice: Voice,
): readonly string[] {
  return verdict.ok ? explainPath(question, verdict.value, voice) : explainFailure(verdict.failure, voice);
}

function explainPath({ at, revocation }: VerificationCase, path: ValidPath, voice: Voice): readonly string[] {
  const names = [...path.certificates.map(({ subject }) => subject), path.anchor.name].map(
    distinguishedNameText,
  );
  const policies = path.policies.join(voice.language === 'en' ? ', ' : '、');
  return [
    voice.say('pki.valid', { at: at.toISOString() }),
    ...names.map((name, depth) => `${'  '.repeat(depth)}${depth === 0 ? '' : '← '}${name}`),
    voice.say('pki.policies', { policies: policies || voice.say('pki.none') }),
    voice.say(revocation === 'required' ? 'pki.revocation-checked' : 'pki.revocation-not-checked'),
  ];
}

function explainFailure(
  { code, values, certificate }: PathFailure<VerdictCode>,
  voice: Voice,
): readonly string[] {
  return [
    voice.say('pki.refused'),
    voice.say(`verdict.${code}`, values),
    ...(certificate === undefined ? [] : atFault(certificate, voice)),
    voice.say('code.line', { code }),
  ];
}

function atFault({ subject, notBefore, notAfter }: Certificate, voice: Voice): readonly string[] {
  const [from, to] = [notBefore, notAfter].map((time) => new Date(time).toISOString());
  return [
    voice.say('pki.at-fault', { name: distinguishedNameText(subject) }),
    voice.say('pki.validity', { from, to }),
  ];
}
